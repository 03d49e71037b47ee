internal import ArgumentParser
internal import Evaluation
internal import Forms

/// `summary`: one roll-up of several runs.
struct SummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "把几次审核的结果汇成一份总表。Roll several runs up into one summary.xlsx.",
    discussion: """
      给出各次审核写出的results.json，先收的在前。以哪一份报表为准、谁未报、合计多少，都在全部结果上重新判定。
      Give the results.json of each run, the earlier one first. Which return counts, who is missing
      and all sums are decided over all of them.
      """)

  @Argument(
    help: ArgumentHelp(
      "各次审核的results.json，依次给出。The results.json of each run, in order.",
      valueName: "RESULTS.json"), completion: .file(extensions: ["json"]))
  var results: [String]

  @Option(
    help: ArgumentHelp("写出的汇总表。The workbook to write.", valueName: "summary.xlsx"),
    completion: .file(extensions: ["xlsx"]))
  var out: String

  @OptionGroup var outcome: OutcomeOptions
  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    guard !results.isEmpty else {
      throw ValidationError(
        Language.ofCommandLine("没有给出results.json", "no results given: name results.json"))
    }
  }

  func run() throws {
    let closing: MergedRound.Closing
    do {
      let round = try MergedRound(results, output: out)
      closing = try round.write(to: out)
      if !outcome.quiet { tellElsewhere(round.foldersElsewhere) }
    } catch {
      throw CommandError(error)
    }
    if !outcome.quiet { Terminal.write(words(closing), to: .output) }
    try Terminal.checkOutput()
    throw ExitCode(ExitStatus.of(worst: closing.worst, failOn: outcome.failOn).rawValue)
  }

  private func tellElsewhere(_ folders: [String]) {
    guard !folders.isEmpty else { return }
    let names = folders.map { Terminal.printable($0 + "/returned") }
      .joined(separator: terminal.language("、", ", "))
    let text = terminal.language(
      "汇总表的链接指向它旁边的returned文件夹：请把\(names)合并到那里。",
      "links lead to returned/ beside the summary: lay \(names) together there.")
    Terminal.write(text + "\n", to: .error)
  }

  private func words(_ closing: MergedRound.Closing) -> String {
    let language = terminal.language
    let missing = closing.missing.prefix(5).map { Terminal.printable("\($0.id) \($0.unit)") }
      .joined(separator: language("、", ", "))
    let more = closing.missing.count > 5 ? "…" : ""
    let place = Terminal.printable(out)
    let chinese =
      "汇总在 \(place)\n已计分 \(closing.scored) 份，须退回 \(closing.sentBack) 份，"
      + "无法读取 \(closing.rejected) 份，未报 \(closing.missing.count) 项"
      + (missing.isEmpty ? "" : "：\(missing)\(more)") + "。\n"
    let english =
      "Summary in \(place)\n\(closing.scored) scored, \(closing.sentBack) to go back, "
      + "\(closing.rejected) unreadable, \(closing.missing.count) missing"
      + (missing.isEmpty ? "" : ": \(missing)\(more)") + ".\n"
    return language(chinese, english)
  }
}

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
    help: ArgumentHelp("The results.json of each run, in order.", valueName: "RESULTS.json"))
  var results: [String]

  @Option(help: ArgumentHelp("The workbook to write.", valueName: "summary.xlsx"))
  var out: String

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp("Exit with 1 at findings of this level or above.", valueName: "LEVEL"))
  var failOn: FailOn = .error

  @Option(help: ArgumentHelp("Language of the terminal (default: as the locale).", valueName: "L"))
  var lang: Language?

  func validate() throws {
    guard !results.isEmpty else { throw ValidationError("no results given: name results.json") }
  }

  func run() throws {
    let closing: MergedRound.Closing
    do {
      closing = try MergedRound(results, output: out).write(to: out)
    } catch {
      throw CommandError("\(error)")
    }
    if !quiet { Terminal.write(words(closing), to: .output) }
    throw ExitCode(ExitStatus.of(worst: closing.worst, failOn: failOn).rawValue)
  }

  private func words(_ closing: MergedRound.Closing) -> String {
    let language = lang ?? .ofLocale
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

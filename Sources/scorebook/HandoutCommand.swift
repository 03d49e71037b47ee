internal import ArgumentParser
internal import Evaluation
internal import Forms

/// `handout`: the blanks that go out.
struct HandoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handout",
    abstract: "按项目生成自评表空表：已下达内容锁定，单位只填浅黄格。Write one prefilled, locked blank per project.")

  @Option(
    help: ArgumentHelp(
      "方案的代号，或方案文件的路径。A shipped scheme's id, or the path of a scheme file.", valueName: "S"),
    completion: .schemes)
  var scheme: String

  @Option(
    help: ArgumentHelp("下达工作簿。The programme workbook: what was approved.", valueName: "P.xlsx"),
    completion: .file(extensions: ["xlsx"]))
  var programme: String

  @Option(
    help: ArgumentHelp("写出空表的文件夹。The folder for the blanks.", valueName: "DIR"),
    completion: .directory)
  var out: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      """
      上年报回的表（文件、文件夹、.zip压缩包）或results.json：在本年指标值旁列出上年值。Last year's returns or \
      results.json: show its values beside this year's targets.
      """, valueName: "LAST_YEAR"), completion: .file())
  var carry: [String] = []

  @Flag(help: "把结果以JSON写到标准输出。Write results as JSON to standard output.")
  var json = false

  @OptionGroup var work: WorkOptions
  @OptionGroup var bounds: LimitOptions

  @Flag(help: "除错误外什么也不说。Say nothing but errors.")
  var quiet = false

  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    let scheme = try SchemeLocator.scheme(scheme)
    let programme = try ProgrammeFile.read(programme, scheme: scheme, bounds.programmeLimits)
    let last = try carry.isEmpty ? nil : lastYear(scheme)
    let carried = last.map { CarriedValues($0, programme) }
    let handout = Handout(
      scheme: scheme, programme: programme, output: out, jobs: jobs, carried: carried)
    let names: [String]
    do {
      names = try handout.write()
    } catch {
      throw CommandError(error)
    }
    let printer = HandoutPrinter(language: terminal.language)
    if json { Terminal.write(printer.json(programme, names, carried), to: .output) }
    if !quiet {
      let isJudged = scheme.scoring.mode == .judged
      Terminal.write(
        printer.remarks(isJudged ? nil : programme, last, carried), to: .error)
      Terminal.write(
        printer.closing(names.count, carried, out: out), to: json ? .error : .output)
    }
    try Terminal.checkOutput()
  }

  private var jobs: Int { work.jobs ?? Processors.available }

  /// Last year's values, from returns and results in the order given.
  private func lastYear(_ scheme: Scheme) throws -> LastYear {
    do {
      let results = carry.filter { $0.lowercased().hasSuffix(".json") }
      let returns = carry.filter { !results.contains($0) }
      let inbox = try Inbox(returns, programme: programme, limits: bounds.limits)
      if !quiet {
        for path in inbox.passedOver {
          Terminal.write(RoundOptions.passedOver(path, terminal.language), to: .error)
        }
      }
      let read = try LastYear(
        inbox.inputs, scheme: scheme, schemes: SchemeLocator.all(), jobs: jobs,
        limits: bounds.limits)
      return try read.joined(LastYear(results: results))
    } catch let error as CommandError {
      throw error
    } catch {
      throw CommandError(error)
    }
  }
}

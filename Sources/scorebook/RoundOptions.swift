internal import ArgumentParser
internal import Evaluation
internal import Forms

/// What `score` and `check` have in common.
struct RoundOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A shipped scheme's id, or the path of a scheme file.", valueName: "S"))
  var scheme: String

  @Option(help: ArgumentHelp("The programme workbook: what was approved.", valueName: "P.xlsx"))
  var programme: String?

  @Argument(
    help: ArgumentHelp(
      "Returned workbooks, folders of them, and .zip bundles.", valueName: "RETURNS"))
  var returns: [String]

  @Flag(help: "Write results as JSON to standard output.")
  var json = false

  @Option(help: ArgumentHelp("Files worked on at a time (default: all cores).", valueName: "N"))
  var jobs: Int?

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .customLong("no-color"), help: "No colour, even on a terminal.")
  var noColor = false

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp("Exit with 1 at findings of this level or above.", valueName: "LEVEL"))
  var failOn: FailOn = .error

  @Option(help: ArgumentHelp("Language of the terminal (default: as the locale).", valueName: "L"))
  var lang: Language?

  func validate() throws {
    guard !returns.isEmpty else { throw ValidationError("no returns given: name files or folders") }
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs \(jobs): give a number from 1 to 1024")
    }
  }

  var language: Language { lang ?? .ofLocale }

  /// Reads scheme and programme, runs the round, says how it ended.
  ///
  /// - Parameter output: the folder for outputs; `nil` writes none.
  func run(output: String?) throws {
    let scheme = try SchemeLocator.scheme(scheme)
    let programme = try programme.map { try ProgrammeFile.read($0, scheme: scheme) }
    let inbox = try readInputs(output: output)
    let runner = RoundRunner(
      scheme: scheme, programme: programme, output: output, jobs: jobs ?? Processors.available)
    let result: RoundResult
    do {
      result = try runner.run(inbox.inputs, json: json ? { Terminal.write($0, to: .output) } : nil)
    } catch {
      throw CommandError("\(error)")
    }
    RoundPrinter(language: language, isQuiet: quiet, palette: Palette(noColour: noColor))
      .print(result, toOutput: !json, output: output)
    if let reason = Terminal.outputFailure {
      throw CommandError("cannot write to standard output: \(reason); send it elsewhere")
    }
    throw ExitCode(ExitStatus.of(worst: result.worst, failOn: failOn).rawValue)
  }

  private func readInputs(output: String?) throws -> Inbox {
    do {
      let inbox = try Inbox(returns, output: output, programme: programme)
      if !quiet { tellPassedOver(inbox.passedOver) }
      if inbox.inputs.isEmpty {
        let nothing = language("没有找到任何报表：所给文件夹是空的。", "no returns found: the folders are empty.")
        Terminal.write(nothing + "\n", to: .error)
      }
      return inbox
    } catch {
      throw CommandError("\(error)")
    }
  }

  private func tellPassedOver(_ paths: [String]) {
    for path in paths {
      let reason = language(
        "未读取，不是普通文件（文件夹的链接不跟随）。", "not read: no regular file (links to folders are not followed).")
      Terminal.write("\(Terminal.printable(path))：\(reason)\n", to: .error)
    }
  }
}

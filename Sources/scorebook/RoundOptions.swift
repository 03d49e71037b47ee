internal import ArgumentParser
internal import Evaluation
internal import Forms

/// What `score` and `check` have in common.
struct RoundOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      方案的代号，或方案文件的路径；不写则逐份认出是哪一种随附的方案。A shipped scheme's id, or the path of a \
      scheme file; without it each return is recognised as a shipped one.
      """, valueName: "S"),
    completion: .schemes)
  var scheme: String?

  @Option(
    help: ArgumentHelp("下达工作簿。The programme workbook: what was approved.", valueName: "P.xlsx"),
    completion: .file(extensions: ["xlsx"]))
  var programme: String?

  @Argument(
    help: ArgumentHelp(
      "回收的工作簿、文件夹、.zip压缩包。Returned workbooks, folders of them, and .zip bundles.",
      valueName: "RETURNS"), completion: .file())
  var returns: [String]

  @Flag(help: "把结果以JSON写到标准输出。Write results as JSON to standard output.")
  var json = false

  @OptionGroup var work: WorkOptions
  @OptionGroup var bounds: LimitOptions
  @OptionGroup var outcome: OutcomeOptions
  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    guard !returns.isEmpty else {
      throw ValidationError(
        Language.ofCommandLine("没有给出报表：请写文件或文件夹", "no returns given: name files or folders"))
    }
  }

  var language: Language { terminal.language }

  /// Reads scheme and programme, runs the round, says how it ended.
  ///
  /// - Parameters:
  ///   - output: the folder for outputs; `nil` writes none.
  ///   - shard: the part of the round to run; `nil` for all of it.
  func run(output: String?, shard: Shard? = nil) throws {
    let inbox = try readInputs(output: output)
    let runner = try runner(output: output)
    let result = try run(runner, inbox.inputs, shard)
    RoundPrinter(
      language: language, isQuiet: outcome.quiet, isRecognised: scheme == nil,
      palette: terminal.palette
    ).print(result, toOutput: !json, output: output)
    if let shard, !outcome.quiet { tell(shard) }
    try Terminal.checkOutput()
    throw ExitCode(ExitStatus.of(worst: result.worst, failOn: outcome.failOn).rawValue)
  }

  /// A runner by the scheme that was asked for, or one that recognises the shipped ones.
  private func runner(output: String?) throws -> RoundRunner {
    let jobs = work.jobs ?? Processors.available
    if let scheme {
      let scheme = try SchemeLocator.scheme(scheme)
      let programme = try programme.map {
        try ProgrammeFile.read($0, scheme: scheme, bounds.programmeLimits)
      }
      return RoundRunner(
        scheme: scheme, programme: programme, output: output, jobs: jobs,
        limits: bounds.limits)
    }
    let schemes = try SchemeLocator.all()
    return try ProgrammeFile.attempt(programme ?? "") {
      try RoundRunner(
        recognising: schemes,
        programme: programme.map { try ProgrammeFile.book($0, bounds.programmeLimits) },
        output: output,
        jobs: jobs, limits: bounds.limits)
    }
  }

  private func tell(_ shard: Shard) {
    let text = language(
      "这是\(shard.count)片中的第\(shard.number)片：用scorebook summary汇总各片的results.json。",
      "This is shard \(shard): scorebook summary puts the results.json of all shards together.")
    Terminal.write(text + "\n", to: .error)
  }

  private func run(
    _ runner: RoundRunner, _ inputs: [Inbox.Input], _ shard: Shard?
  ) throws -> RoundResult {
    let bar = ProgressBar.isSeen && !outcome.quiet ? ProgressBar(inputs.count, language) : nil
    defer { bar?.clear() }
    let write = { (bytes: [UInt8]) in
      bar?.clear()
      Terminal.write(bytes, to: .output)
    }
    do {
      return try runner.run(
        inputs, shard: shard, json: json ? write : nil, progress: bar?.show)
    } catch {
      throw CommandError(error)
    }
  }

  private func readInputs(output: String?) throws -> Inbox {
    do {
      let inbox = try Inbox(
        returns, output: output, programme: programme, limits: bounds.limits)
      if !outcome.quiet { tellPassedOver(inbox.passedOver) }
      if inbox.inputs.isEmpty {
        let nothing = language("没有找到任何报表：所给文件夹是空的。", "no returns found: the folders are empty.")
        Terminal.write(nothing + "\n", to: .error)
      }
      return inbox
    } catch {
      throw CommandError(error)
    }
  }

  private func tellPassedOver(_ paths: [String]) {
    for path in paths { Terminal.write(Self.passedOver(path, language), to: .error) }
  }

  /// That something among the inputs is not read, and why.
  static func passedOver(_ path: String, _ language: Language) -> String {
    let reason = language(
      "未读取，不是普通文件（文件夹的链接不跟随）。", "not read: no regular file (links to folders are not followed).")
    return "\(Terminal.printable(path))：\(reason)\n"
  }
}

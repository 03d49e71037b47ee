internal import ArgumentParser
internal import Evaluation
internal import Forms

/// `programme`: a programme workbook of forms that exist already.
struct ProgrammeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programme",
    abstract: "由已填的目标申报表或上年自评表生成下达工作簿。Build the programme workbook from filled forms.",
    discussion: """
      项目、资金、指标按表内填写的收入；没有项目编码的暂编为P001等。没能读出的，逐处写明文件、工作表和单元格；\
      须补的格在下达工作簿中标为浅黄。
      Projects, money and indicators are taken over as the forms state them; projects without a
      code get P001 and so on. What could not be read is told by file, sheet and cell.
      """)

  @Option(
    help: ArgumentHelp(
      """
      所填的表的方案：代号，或方案文件的路径；不写则逐份认出。The scheme of the forms: an id, or the path of a \
      scheme file; without it each form is recognised.
      """, valueName: "S"),
    completion: .schemes)
  var scheme: String?

  @Argument(
    help: ArgumentHelp(
      "已填的工作簿、文件夹、.zip压缩包。Filled workbooks, folders of them, and .zip bundles.",
      valueName: "FORMS"), completion: .file())
  var forms: [String]

  @Option(
    help: ArgumentHelp("写出的下达工作簿。The workbook to write.", valueName: "programme.xlsx"),
    completion: .file(extensions: ["xlsx"]))
  var out: String

  @Option(help: ArgumentHelp("基本信息中的年度。The year, for 基本信息.", valueName: "YEAR"))
  var year: String?

  @Option(help: ArgumentHelp("基本信息中的工作名称。The campaign's name, for 基本信息.", valueName: "TITLE"))
  var title: String?

  @Flag(help: "把结果以JSON写到标准输出。Write results as JSON to standard output.")
  var json = false

  @OptionGroup var work: WorkOptions
  @OptionGroup var bounds: LimitOptions
  @OptionGroup var outcome: OutcomeOptions
  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    guard !forms.isEmpty else {
      throw ValidationError(
        Language.ofCommandLine("没有给出表：请写文件或文件夹", "no forms given: name files or folders"))
    }
  }

  func run() throws {
    let built = try build()
    if let bytes = built.bytes { try write(bytes) }
    let printer = ProgrammePrinter(language: terminal.language, palette: terminal.palette)
    if json { Terminal.write(printer.json(built, out: out), to: .output) }
    if !outcome.quiet {
      Terminal.write(printer.remarks(built), to: .error)
      Terminal.write(printer.closing(built, out: out), to: json ? .error : .output)
    }
    try Terminal.checkOutput()
    let worst = built.bytes == nil ? .error : built.worst
    throw ExitCode(ExitStatus.of(worst: worst, failOn: outcome.failOn).rawValue)
  }

  private func build() throws -> BuiltProgramme {
    let jobs = work.jobs ?? Processors.available
    let builder =
      if let scheme {
        ProgrammeBuilder(
          scheme: try SchemeLocator.scheme(scheme), jobs: jobs, limits: bounds.limits)
      } else {
        ProgrammeBuilder(
          recognising: try SchemeLocator.all(), jobs: jobs, limits: bounds.limits)
      }
    var details: [String: String] = [:]
    if let year { details["年度"] = year }
    if let title { details["工作名称"] = title }
    do {
      let inbox = try Inbox(forms, programme: out, limits: bounds.limits)
      if !outcome.quiet { tellPassedOver(inbox.passedOver) }
      return try builder.build(inbox.inputs, details: details)
    } catch {
      throw CommandError(error)
    }
  }

  private func tellPassedOver(_ paths: [String]) {
    for path in paths {
      Terminal.write(RoundOptions.passedOver(path, terminal.language), to: .error)
    }
  }

  private func write(_ bytes: [UInt8]) throws {
    do {
      try OutputFile.writeNew(bytes, to: out)
    } catch {
      throw CommandError(error)
    }
  }
}

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
    help: ArgumentHelp(
      "同时处理的份数（默认：全部核心）。Blanks worked on at a time (default: all cores).", valueName: "N"))
  var jobs: Int?

  @Flag(help: "除错误外什么也不说。Say nothing but errors.")
  var quiet = false

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    try Processors.validate(jobs: jobs)
  }

  func run() throws {
    let scheme = try SchemeLocator.scheme(scheme)
    let programme = try ProgrammeFile.read(programme, scheme: scheme)
    let handout = Handout(
      scheme: scheme, programme: programme, output: out, jobs: jobs ?? Processors.available)
    let names: [String]
    do {
      names = try handout.write()
    } catch {
      throw CommandError(error)
    }
    guard !quiet else { return }
    if scheme.scoring.mode != .judged { tellWithoutIndicators(programme) }
    let language = terminal.language
    let folder = Terminal.printable(out)
    let text = language(
      "已生成\(names.count)份空表，在 \(folder) 中。", "\(names.count) blanks written to \(folder).")
    Terminal.write(text + "\n", to: .output)
    try Terminal.checkOutput()
  }

  /// A project without indicators gets the official form's empty lines, which may be meant.
  private func tellWithoutIndicators(_ programme: Programme) {
    let language = terminal.language
    for project in programme.projects where project.indicators.isEmpty {
      let text = language(
        "没有下达指标，按空行发放", "no indicators were issued; its blank has empty lines")
      let name = Terminal.printable("\(project.id) \(project.name)")
      Terminal.write("\(name)：\(text)\n", to: .error)
    }
  }
}

internal import ArgumentParser
internal import Evaluation
internal import Forms

/// `handout`: the blanks that go out.
struct HandoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handout",
    abstract: "按项目生成自评表空表：已下达内容锁定，单位只填浅黄格。Write one prefilled, locked blank per project.")

  @Option(
    help: ArgumentHelp("A shipped scheme's id, or the path of a scheme file.", valueName: "S"))
  var scheme: String

  @Option(help: ArgumentHelp("The programme workbook: what was approved.", valueName: "P.xlsx"))
  var programme: String

  @Option(help: ArgumentHelp("The folder for the blanks.", valueName: "DIR"))
  var out: String

  @Option(help: ArgumentHelp("Blanks worked on at a time (default: all cores).", valueName: "N"))
  var jobs: Int?

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Option(help: ArgumentHelp("Language of the terminal (default: as the locale).", valueName: "L"))
  var lang: Language?

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs \(jobs): give a number from 1 to 1024")
    }
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
      throw CommandError("\(error)")
    }
    guard !quiet else { return }
    tellWithoutIndicators(programme)
    let language = lang ?? .ofLocale
    let folder = Terminal.printable(out)
    let text = language(
      "已生成\(names.count)份空表，在 \(folder) 中。", "\(names.count) blanks written to \(folder).")
    Terminal.write(text + "\n", to: .output)
    if let reason = Terminal.outputFailure {
      throw CommandError("cannot write to standard output: \(reason); send it elsewhere")
    }
  }

  /// A project without indicators gets the official form's empty lines, which may be meant.
  private func tellWithoutIndicators(_ programme: Programme) {
    let language = lang ?? .ofLocale
    for project in programme.projects where project.indicators.isEmpty {
      let text = language(
        "没有下达指标，按空行发放", "no indicators were issued; its blank has empty lines")
      Terminal.write(
        "\(Terminal.printable(project.id)) \(Terminal.printable(project.name))：\(text)\n", to: .error)
    }
  }
}

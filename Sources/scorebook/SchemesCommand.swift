internal import ArgumentParser
internal import Evaluation

/// `schemes`: the shipped schemes, or one with its rules in words.
struct SchemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schemes",
    abstract: "列出随附的方案，或用文字说明一个方案的规则。List the shipped schemes, or say one's rules in words.")

  @Argument(
    help: ArgumentHelp(
      "方案的代号，或方案文件的路径。A shipped scheme's id, or the path of a scheme file.", valueName: "ID"),
    completion: .schemes)
  var scheme: String?

  @Flag(help: "原样写出方案文件。Write the scheme file as it is.")
  var yaml = false

  @Flag(help: "把结果以JSON写到标准输出。Write results as JSON to standard output.")
  var json = false

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    guard scheme != nil || !yaml else {
      throw ValidationError(
        Language.ofCommandLine("--yaml：请写出方案", "--yaml: name a scheme"))
    }
    guard !yaml || !json else {
      throw ValidationError(
        Language.ofCommandLine("--yaml和--json只能写一个", "give --yaml or --json, not both"))
    }
  }

  func run() throws {
    if json {
      let schemes = try scheme.map { [try SchemeLocator.scheme($0)] } ?? SchemeLocator.all()
      return try Terminal.writeOutput(SchemeList(schemes: schemes).json)
    }
    guard let scheme else {
      let list = SchemeList(schemes: try SchemeLocator.all())
      return try Terminal.writeOutput(list.text(terminal.language, terminal.palette))
    }
    if yaml {
      let path = try SchemeLocator.path(of: scheme)
      return try Terminal.writeOutput(try SchemeLocator.text(of: path))
    }
    let text = SchemeText(
      try SchemeLocator.scheme(scheme), language: terminal.language, palette: terminal.palette)
    try Terminal.writeOutput(text.page)
  }
}

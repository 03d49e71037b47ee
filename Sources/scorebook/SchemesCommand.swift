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

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    guard scheme != nil || !yaml else {
      throw ValidationError(
        Language.ofCommandLine("--yaml：请写出方案", "--yaml: name a scheme"))
    }
  }

  func run() throws {
    guard let scheme else { return try Terminal.writeOutput(list()) }
    if yaml {
      let path = try SchemeLocator.path(of: scheme)
      return try Terminal.writeOutput(try SchemeLocator.text(of: path))
    }
    let text = SchemeText(
      try SchemeLocator.scheme(scheme), language: terminal.language, palette: terminal.palette)
    try Terminal.writeOutput(text.page)
  }

  /// One paragraph a scheme: id, version, title, summary.
  private func list() throws -> String {
    var text = ""
    for id in SchemeLocator.shipped {
      let scheme = try SchemeLocator.scheme(id)
      text += terminal.palette.heading(id) + "  \(scheme.version)  \(scheme.title)\n"
      text += Paragraph.text(scheme.summary, indent: 2) + "\n"
    }
    let language = terminal.language
    return text
      + language("一个方案的规则：scorebook schemes ID", "The rules of one: scorebook schemes ID") + "\n"
  }
}

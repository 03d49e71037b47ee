internal import ArgumentParser
internal import Evaluation

/// `explain`: what the codes of findings mean.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "说明问题代码的含义、原因、处理办法和依据。Say what a finding means, why it matters, what to do, its basis.")

  @Argument(
    help: ArgumentHelp(
      "问题代码，如 R005；不写则列出全部。Codes such as R005; all are listed where none is given.",
      valueName: "CODE"),
    completion: .codes)
  var codes: [String] = []

  @Flag(help: "把结果以JSON写到标准输出。Write results as JSON to standard output.")
  var json = false

  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    let text = CodeText(language: terminal.language, palette: terminal.palette)
    let known = try codes.map(Self.code)
    if json {
      return try Terminal.writeOutput(text.json(known.isEmpty ? FindingCode.allCases : known))
    }
    if known.isEmpty { return try Terminal.writeOutput(text.list) }
    try Terminal.writeOutput(known.map(text.page).joined(separator: "\n"))
  }

  /// The code of a text, capitals or not.
  private static func code(_ text: String) throws -> FindingCode {
    if let code = FindingCode(rawValue: text.uppercased()) { return code }
    let shown = Terminal.printable(text)
    let near = NearestWords.of(text.uppercased(), among: FindingCode.allCases.map(\.rawValue))
    let chinese = near.isEmpty ? "" : "；相近的有 \(near.joined(separator: "、"))"
    let english = near.isEmpty ? "" : "; the nearest are \(near.joined(separator: ", "))"
    throw CommandError(
      Bilingual(
        "没有问题代码“\(shown)”\(chinese)；scorebook explain 列出全部代码",
        "there is no code “\(shown)”\(english); scorebook explain lists all codes"))
  }
}

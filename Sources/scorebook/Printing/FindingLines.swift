internal import Evaluation
internal import Forms

extension RoundPrinter {
  /// What was found, return by return, one line for each kind of finding.
  func findings(_ result: RoundResult) -> String {
    result.lines.filter { !$0.findings.isEmpty }.map(findings).joined()
  }

  private func findings(_ line: SummaryLine) -> String {
    let sheet = Self.onlySheet(line.findings)
    var table = TextTable()
    for group in FindingGroup.groups(of: line.findings) {
      table.add(row(group, besides: sheet))
    }
    return "\n" + heading(line, sheet) + "\n" + table.text
  }

  private func heading(_ line: SummaryLine, _ sheet: String?) -> String {
    let form = line.form > 1 ? " #\(line.form)" : ""
    let name = palette.heading(Terminal.printable(line.file) + form)
    return name
      + (sheet.map { language("（\(Terminal.printable($0))）", " (\(Terminal.printable($0)))") } ?? "")
  }

  /// The sheet that all findings with a cell stand on.
  private static func onlySheet(_ findings: [SummaryLine.Remark]) -> String? {
    let sheets = Set(findings.compactMap { $0.place?.sheet })
    return sheets.count == 1 ? sheets.first : nil
  }

  private func row(_ group: FindingGroup, besides sheet: String?) -> [String] {
    let word = language(group.severity.word, group.severity.rawValue)
    let title = FindingCode(rawValue: group.code).map { FindingGuide($0)[language].title } ?? ""
    let places = group.places(besides: sheet).joined(separator: language("、", ", "))
    let message = group.message.map(Self.short) ?? ""
    let what = [Terminal.printable(places), Terminal.printable(message)]
    return [
      "  " + palette(word, group.severity), group.code, title,
      what.filter { !$0.isEmpty }.joined(separator: "  "),
    ]
  }

  /// The most places a message takes in a line, in the width of the terminal's letters.
  private static let widestMessage = 72

  /// The first sentence of a message, cut where it is long: the whole stands in the workbook.
  static func short(_ message: String) -> String {
    let end = message.firstIndex(of: "。") ?? message.endIndex
    var text = ""
    var width = 0
    for letter in message[..<end] {
      width += TextTable.width(of: String(letter))
      guard width <= widestMessage else { return text + "…" }
      text.append(letter)
    }
    return text
  }
}

internal import Evaluation
internal import Forms

extension RoundPrinter {
  /// What was found, return by return, one line for each kind of finding.
  func findings(_ result: RoundResult) -> String {
    result.lines.filter { !$0.findings.isEmpty }.map(findings).joined()
  }

  /// What was found about the round as a whole, but what is missing: the closing line names that.
  func roundFindings(_ result: RoundResult) -> String {
    let remarks = Self.remarks(result)
    guard !remarks.isEmpty else { return "" }
    var table = TextTable()
    for group in FindingGroup.groups(of: remarks) { table.add(row(group, besides: nil)) }
    return "\n" + palette.heading(language("整批", "The round")) + "\n" + table.text
  }

  private static func remarks(_ result: RoundResult) -> [SummaryLine.Remark] {
    result.findings.filter { $0.code != .c002 }.map { finding in
      SummaryLine.Remark(
        code: finding.code.rawValue, severity: finding.severity, place: finding.place,
        label: finding.label, found: finding.found, expected: finding.expected,
        message: finding.message)
    }
  }

  /// What to do about each kind that was found, in English: messages and advice are in the words
  /// of the form, which are Chinese.
  func remedies(_ result: RoundResult) -> String {
    guard language == .en else { return "" }
    let shown = result.lines.flatMap(\.findings) + Self.remarks(result)
    let present = Set(shown.filter { $0.severity > .note }.map(\.code))
    let codes = FindingCode.allCases.filter { present.contains($0.rawValue) }
    guard !codes.isEmpty else { return "" }
    return "\n" + palette.heading("What to do") + "\n"
      + LabelledText.text(codes.map { ($0.rawValue, FindingGuide($0)[.en].remedy) })
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
    let message = language == .zh ? group.message.map(Self.short) ?? "" : group.values ?? ""
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

import Evaluation
import Figures

/// A cell of a drawn table: what was typed, and the findings that must stand on it.
///
/// `80` a number, `95%` a number in a percent cell, `80@0` one that shows no decimals, `"80"` a
/// text, `ƒA1/B1` a formula without a value, `#DIV/0!` an error, `2024-11-30` a date, TRUE, `^` a
/// cell that a merge swallowed; anything else is a text. `‹R005›` and `‹R002 note›` are findings.
struct CellText {
  let content: Typed.Content
  let isSwallowed: Bool
  let plain: String
  let markers: [String]

  init(_ source: some StringProtocol) {
    let parts = source.split(separator: "‹", omittingEmptySubsequences: false)
    plain = Wording.trimmed(String(parts.first ?? ""))
    markers = parts.dropFirst().map { Wording.trimmed(String($0.prefix { $0 != "›" })) }
    isSwallowed = plain == "^"
    content = Self.content(plain)
  }

  private static func content(_ text: String) -> Typed.Content {
    switch text {
    case "", "^": return .blank
    case "TRUE", "FALSE": return .boolean(text == "TRUE")
    default: break
    }
    if text.hasPrefix("\""), text.hasSuffix("\"") {
      return .text(String(text.dropFirst().dropLast()))
    }
    if text.hasPrefix("ƒ") { return .unevaluatedFormula(String(text.dropFirst())) }
    if text.hasPrefix("#") { return .error(text) }
    return date(text) ?? number(text) ?? .text(text)
  }

  private static func date(_ text: String) -> Typed.Content? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.count == 3, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return CalendarDay(year: year, month: month, day: day).map { .date($0) }
  }

  private static func number(_ text: String) -> Typed.Content? {
    let parts = text.split(separator: "@")
    let shown = parts.count == 2 ? Int(parts[1]) : nil
    guard let digits = parts.first else { return nil }
    if digits.hasSuffix("%") {
      guard let hundredth = try? Figure(digits.dropLast())?.shifted(right: 2) else { return nil }
      return .number(hundredth.description, isPercent: true, shownDecimals: shown)
    }
    guard Figure(digits) != nil else { return nil }
    return .number(String(digits), isPercent: false, shownDecimals: shown)
  }

  func typed(at cell: String) -> Typed {
    Typed(content, at: Place(sheet: "表", cell: cell), isSwallowed: isSwallowed)
  }
}

/// A table drawn with bars: a cell for each, addressed by line and bar as in a sheet.
struct SheetText {
  struct Cell {
    let address: String
    let text: CellText
    var typed: Typed { text.typed(at: address) }
    var place: Place { typed.place }
  }

  let rows: [[Cell]]

  init(_ source: String) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    rows = lines.enumerated().compactMap { index, line in
      let bars = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
      guard !bars.isEmpty else { return nil }
      return zip("ABCDEFGHIJKLMNOP", bars).map { letter, text in
        Cell(address: "\(letter)\(index + 1)", text: CellText(text))
      }
    }
  }

  /// Every marker with the cell it stands on.
  var markers: [(marker: String, cell: String)] {
    rows.flatMap { row in
      row.flatMap { cell in cell.text.markers.map { ($0, cell.address) } }
    }
  }
}

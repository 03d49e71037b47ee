/// Columns of text, as wide as a terminal shows them: an ideograph takes two places.
struct TextTable {
  private var rows: [[String]] = []

  mutating func add(_ row: [String]) { rows.append(row) }

  var text: String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? Self.width(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { Self.line($0, widths) + "\n" }.joined()
  }

  /// One row, without blanks at its end.
  private static func line(_ row: [String], _ widths: [Int]) -> String {
    let last = row.lastIndex { !$0.isEmpty } ?? 0
    let cells = row.prefix(last + 1).enumerated().map { column, cell in
      column == last
        ? cell : cell + String(repeating: " ", count: widths[column] - width(of: cell))
    }
    return cells.joined(separator: "  ")
  }

  /// The places a text takes, colour codes left out.
  static func width(of text: String) -> Int {
    var width = 0
    var isEscape = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { isEscape = true }
      if isEscape {
        if scalar == "m" { isEscape = false }
        continue
      }
      width += isWide(scalar) ? 2 : 1
    }
    return width
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

/// Text built as UTF-8 bytes, without a String for each piece.
extension [UInt8] {
  /// Appends the UTF-8 of a text.
  mutating func append(text: String) { append(contentsOf: text.utf8) }

  /// Appends a text that stands in the source.
  mutating func append(literal text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends a tag whose name has a prefix, which most often is none.
  mutating func append(_ start: StaticString, _ prefix: String, _ rest: StaticString) {
    append(literal: start)
    if !prefix.isEmpty { append(text: prefix) }
    append(literal: rest)
  }

  /// Appends a number in decimal digits.
  mutating func append(decimal number: Int) {
    guard number >= 0 else { return append(text: String(number)) }
    if number >= 10 { append(decimal: number / 10) }
    append(0x30 &+ UInt8(truncatingIfNeeded: number % 10))
  }

  /// Appends a place as a spreadsheet writes it: `F18`.
  mutating func append(place: CellReference) {
    append(column: place.column)
    append(decimal: place.row)
  }

  /// Appends the letters of a column, 1-based; nothing for a column that is none.
  mutating func append(column: Int) {
    guard column > 0 else { return }
    if column > 26 { append(column: (column - 1) / 26) }
    append(0x41 &+ UInt8(truncatingIfNeeded: (column - 1) % 26))
  }
}

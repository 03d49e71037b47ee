/// A row as XML while its cells are put into it; its room is used again for the next.
struct RowXML: ~Copyable {
  private(set) var bytes = ByteBuffer(capacity: 4_096)
  /// The row, 1-based.
  private(set) var row = 0
  private var digits = DecimalDigits(UInt32(0))

  /// Begins a row of a height in points, with at most two decimals.
  mutating func begin(row: Int, height: Double) {
    self.row = row
    digits = DecimalDigits(UInt32(clamping: min(row, CellReference.lastRow)))
    bytes.removeAll()
    bytes.append(literal: "<row r=\"")
    bytes.append(digits)
    bytes.append(literal: "\" ht=\"")
    append(height: height)
    bytes.append(literal: "\" customHeight=\"1\">")
  }

  private mutating func append(height: Double) {
    let hundredths = Int((height * 100).rounded())
    bytes.append(decimal: hundredths / 100)
    let rest = hundredths % 100
    guard rest != 0 else { return }
    bytes.append(0x2E)
    if rest < 10 { bytes.append(0x30) }
    bytes.append(decimal: rest)
  }

  /// Appends an empty cell with a look.
  mutating func appendBlank(at column: Int, _ look: Int) {
    begin(column, look)
    bytes.append(literal: "\"/>")
  }

  /// Appends a number, as it is.
  mutating func append(number digits: String, at column: Int, _ look: Int) {
    begin(column, look)
    bytes.append(literal: "\"><v>")
    bytes.append(text: digits)
    bytes.append(literal: "</v></c>")
  }

  /// Appends a text, cut to what a cell holds.
  mutating func append(text: String, at column: Int, _ look: Int) {
    begin(column, look)
    bytes.append(literal: "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
    if XMLText.isPlainCell(text) {
      bytes.append(text: text)
    } else {
      let cut = XMLText.cut(XMLText.clean(text), to: XMLText.longestCell)
      bytes.append(cellText: cut, XMLText.marks(in: cut))
    }
    bytes.append(literal: "</t></is></c>")
  }

  private mutating func begin(_ column: Int, _ look: Int) {
    // Looks are numbered from 0, some dozens of them.
    bytes.append(cellIn: column, digits, style: DecimalDigits(UInt32(clamping: look)), "")
  }

  /// Ends the row.
  mutating func end() { bytes.append(literal: "</row>") }
}

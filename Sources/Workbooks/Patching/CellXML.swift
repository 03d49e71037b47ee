/// The XML of one cell.
enum CellXML {
  /// Appends a cell that a patch makes.
  static func append(
    _ cell: PatchCell, _ x: String, _ styles: inout StyleEditor, to xml: inout ByteBuffer
  ) {
    append(cell.reference, cell.value, style: styles.number(of: cell.look), x, to: &xml)
  }

  /// Appends a cell; a value that cannot be written leaves it empty.
  static func append(
    _ place: CellReference, _ value: PatchCell.Value, style: Int, _ x: String,
    to xml: inout ByteBuffer
  ) {
    xml.append("<", x, "c r=\"")
    xml.append(place: place)
    xml.append(literal: "\" s=\"")
    xml.append(decimal: style)
    switch value {
    case .number(let digits) where isNumber(digits):
      xml.append("\"><", x, "v>")
      xml.append(text: digits)
      xml.append("</", x, "v></")
      xml.append("", x, "c>")
    case .text(let text) where !text.isEmpty:
      append(text, x, to: &xml)
      xml.append("</", x, "c>")
    default: xml.append(literal: "\"/>")
    }
  }

  private static func append(_ text: String, _ x: String, to xml: inout ByteBuffer) {
    let cut = XMLText.cut(text, to: XMLText.longestCell)
    let marks = XMLText.marks(in: cut)
    xml.append("\" t=\"inlineStr\"><", x, "is><")
    xml.append("", x, keepsSpace(cut, marks) ? "t xml:space=\"preserve\">" : "t>")
    xml.append(cellText: cut, marks)
    xml.append("</", x, "t></")
    xml.append("", x, "is>")
  }

  /// Why a value cannot be written as it is.
  static func fault(of value: PatchCell.Value) -> String? {
    switch value {
    case .number(let digits) where !isNumber(digits): "\(digits) is no number"
    case .text(let text) where XMLText.isLonger(text, than: XMLText.longestCell):
      "a text of \(text.utf16.count) characters was cut to \(XMLText.longestCell)"
    default: nil
    }
  }

  private static func isNumber(_ digits: String) -> Bool {
    if isPlainNumber(digits.utf8.span) { return true }
    guard let first = digits.utf8.first, first == 0x2D || (0x30...0x39).contains(first),
      digits.utf8.allSatisfy({
        (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x45, 0x65, 0x2B].contains($0)
      }),
      let number = Double(digits)
    else { return false }
    return number.isFinite
  }

  /// Whether these are digits, with one point among them or none, as figures are written.
  private static func isPlainNumber(_ digits: Span<UInt8>) -> Bool {
    var at = 0
    if at < digits.count, digits[at] == 0x2D { at += 1 }
    let start = at
    var points = 0
    while at < digits.count {
      if digits[at] == 0x2E, at > start {
        points += 1
      } else if !(0x30...0x39 ~= digits[at]) {
        return false
      }
      at += 1
    }
    return at > start && at - start < 200 && points <= 1 && digits[at - 1] != 0x2E
  }

  /// Whether white space would be lost without `xml:space`.
  private static func keepsSpace(_ text: String, _ marks: XMLText.Marks) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return false }
    return first <= 0x20 || last <= 0x20 || marks.hasLineEnd
  }
}

extension CellRange {
  /// The smallest rectangle that holds both.
  func including(_ other: CellRange) -> CellRange {
    CellRange(
      CellReference(
        uncheckedRow: min(first.row, other.first.row),
        column: min(first.column, other.first.column)),
      CellReference(
        uncheckedRow: max(last.row, other.last.row),
        column: max(last.column, other.last.column)))
  }
}

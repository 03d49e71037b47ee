/// The XML of one cell.
enum CellXML {
  /// Appends a cell; a value that cannot be written leaves it empty.
  ///
  /// - Returns: whether the value is written as it is; `fault(of:)` says why it is not.
  @discardableResult
  static func append(
    _ column: Int, _ row: DecimalDigits, _ value: borrowing PatchCell.Value,
    style: DecimalDigits, _ x: String, to xml: inout ByteBuffer
  ) -> Bool {
    xml.append(cellIn: column, row, style: style, x)
    switch value {
    case .blank: break
    case .number(let digits):
      guard isNumber(digits) else {
        xml.append(literal: "\"/>")
        return false
      }
      xml.append("\"><", x, "v>")
      xml.append(text: digits)
      guard x.isEmpty else {
        xml.append("</", x, "v></")
        xml.append("", x, "c>")
        return true
      }
      xml.append(literal: "</v></c>")
      return true
    case .text(let text):
      if text.isEmpty { break }
      return append(text, x, to: &xml)
    }
    xml.append(literal: "\"/>")
    return true
  }

  private static func append(_ text: String, _ x: String, to xml: inout ByteBuffer) -> Bool {
    guard !XMLText.isLonger(text, than: XMLText.longestCell) else {
      _ = append(XMLText.cut(text, to: XMLText.longestCell), x, to: &xml)
      return false
    }
    let bytes = text.utf8.span
    let marks = XMLText.marks(in: bytes)
    if x.isEmpty, !marks.isSpecial, !marks.hasUnderscore, !keepsSpace(bytes, marks) {
      xml.append(literal: "\" t=\"inlineStr\"><is><t>")
      xml.append(bytes: bytes)
      xml.append(literal: "</t></is></c>")
      return true
    }
    xml.append("\" t=\"inlineStr\"><", x, "is><")
    xml.append("", x, keepsSpace(bytes, marks) ? "t xml:space=\"preserve\">" : "t>")
    if marks.isSpecial || marks.hasUnderscore {
      xml.append(cellText: text, marks)
    } else {
      xml.append(bytes: bytes)
    }
    xml.append("</", x, "t></")
    xml.append("", x, "is></")
    xml.append("", x, "c>")
    return true
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
  private static func keepsSpace(_ text: Span<UInt8>, _ marks: XMLText.Marks) -> Bool {
    guard let last = text.indices.last else { return false }
    return text[0] <= 0x20 || text[last] <= 0x20 || marks.hasLineEnd
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

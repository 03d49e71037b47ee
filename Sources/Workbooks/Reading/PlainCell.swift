/// A cell as nearly all programs write it: `<c r="B3" s="4" t="s"><v>17</v></c>`, with its
/// attributes in any order and perhaps a formula before its value.
///
/// Whatever else a cell may be, and whatever is wrong with one, is not recognised here.
struct PlainCell {
  static let longestAttribute = 16
  static let mostAttributes = 3

  /// Where it stands.
  let place: CellStore.Place
  let style: Int
  let kind: CellStore.Kind
  private let content: Content

  var value: Range<Int> { content.value }
  var formula: Range<Int>? { content.formula }
  var hasValue: Bool { content.hasValue }
  /// The place behind it.
  var end: Int { content.end }
  /// Whether it holds nothing but a style.
  var isBlank: Bool { !content.hasValue && content.formula == nil }

  /// The cell at a place; `nil` where none is, or none as plain as this.
  ///
  /// - Parameter row: the digits that its place most likely ends in.
  @inline(__always)
  init?(_ span: Span<UInt8>, at start: Int, likelyIn row: RowDigits) {
    guard let tag = span.eightBytes(start), tag & 0xFF_FFFF == Self.tag else { return nil }
    var at = start &+ 2
    var found: CellStore.Place?
    var style = -1
    var kind: CellStore.Kind?
    // A blank, a letter, `="` and the value's first four bytes.
    while let word = span.eightBytes(at), word & 0xFFFF_00FF == Self.attribute {
      switch UInt8(truncatingIfNeeded: word &>> 8) {
      case 0x72 where found == nil:
        guard let (place, next) = Self.place(span, at &+ 4, likelyIn: row) else { return nil }
        (found, at) = (place, next)
      case 0x73 where style < 0:
        guard let (number, next) = Self.style(span, at &+ 4) else { return nil }
        (style, at) = (number, next)
      case 0x74 where kind == nil:
        guard let (stated, next) = Self.kind(UInt32(truncatingIfNeeded: word &>> 32), at &+ 4)
        else { return nil }
        (kind, at) = (stated, next)
      default: return nil
      }
    }
    guard let place = found, let content = Content(span, behindAttributes: at) else { return nil }
    self.place = place
    self.style = max(style, 0)
    self.kind = kind ?? .number
    self.content = content
  }

  /// `<c ` as the lowest bytes of a word.
  private static var tag: UInt64 { 0x20_633C }
  /// A blank, any byte, `=` and `"`.
  private static var attribute: UInt64 { 0x223D_0020 }

  /// `B3"`, with the place behind the quote.
  @inline(__always)
  private static func place(
    _ span: Span<UInt8>, _ start: Int, likelyIn row: RowDigits
  ) -> (CellStore.Place, Int)? {
    guard var rest = span.eightBytes(start) else { return nil }
    var (column, length) = (0, 0)
    // At most eight bytes: no sum grows too large.
    while UInt8(truncatingIfNeeded: rest) &- 0x41 < 26 {
      column = column &* 26 &+ Int(rest & 0x1F)
      rest &>>= 8
      length &+= 1
    }
    guard 1...CellReference.lastColumn ~= column else { return nil }
    let packed = UInt16(truncatingIfNeeded: column)
    if row.begins(rest) {
      return (CellStore.Place(row: row.number, column: packed), start &+ length &+ row.length)
    }
    guard let (number, next) = Self.row(span, start &+ length) else { return nil }
    return (CellStore.Place(row: number, column: packed), next)
  }

  /// `1048576"`, with the place behind the quote.
  private static func row(_ span: Span<UInt8>, _ start: Int) -> (UInt32, Int)? {
    var (number, at) = (0, start)
    while at < span.count, span[at] &- 0x30 < 10, number <= CellReference.lastRow {
      number = number * 10 + Int(span[at] &- 0x30)
      at += 1
    }
    guard at < span.count, span[at] == 0x22, 1...CellReference.lastRow ~= number else { return nil }
    return (UInt32(truncatingIfNeeded: number), at + 1)
  }

  /// `12"`, with the place behind the quote.
  @inline(__always)
  private static func style(_ span: Span<UInt8>, _ start: Int) -> (Int, Int)? {
    guard var rest = span.eightBytes(start) else { return nil }
    var (number, at) = (0, start)
    while UInt8(truncatingIfNeeded: rest) &- 0x30 < 10 {
      number = number &* 10 &+ Int(rest & 0x0F)
      rest &>>= 8
      at &+= 1
    }
    return at > start && UInt8(truncatingIfNeeded: rest) == 0x22 ? (number, at &+ 1) : nil
  }

  /// `s"` or `str"`, with the place behind the quote.
  @inline(__always)
  private static func kind(_ word: UInt32, _ start: Int) -> (CellStore.Kind, Int)? {
    switch word & 0xFFFF {
    case 0x2273: (.sharedString, start &+ 2)
    case 0x226E: (.number, start &+ 2)
    case 0x2262: (.boolean, start &+ 2)
    case 0x2265: (.error, start &+ 2)
    case 0x2264: (.isoDate, start &+ 2)
    // `str"`.
    default: word == 0x2272_7473 ? (.string, start &+ 4) : nil
    }
  }

  /// The number that the value states in digits; `nil` where it is none.
  @inline(__always)
  func stringNumber(_ span: Span<UInt8>) -> Int? {
    guard value.count <= 8, var rest = span.eightBytes(value.lowerBound) else { return nil }
    var number = 0
    var left = value.count
    while left > 0 {
      let digit = UInt8(truncatingIfNeeded: rest) &- 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
      rest &>>= 8
      left &-= 1
    }
    return number
  }
}

extension PlainCell {
  /// What stands behind the attributes of a cell, up to its end.
  private struct Content {
    private(set) var value = 0..<0
    private(set) var hasValue = false
    private(set) var formula: Range<Int>?
    let end: Int

    /// `/>`, or `>`, `<f>…</f>` and `<v>…</v>`, any of the two or none, and `</c>`; `nil` where it
    /// is anything else.
    @inline(__always)
    init?(_ span: Span<UInt8>, behindAttributes start: Int) {
      var at = start
      if at < span.count, span[at] == 0x20 { at &+= 1 }
      if span.has("/>", at: at) {
        end = at &+ 2
        return
      }
      guard at < span.count, span[at] == 0x3E else { return nil }
      at &+= 1
      if let word = span.eightBytes(at), word & 0xFF_FFFF == Self.formulaTag {
        let close = span.endOfPlainText(from: at &+ 3)
        guard span.has("</f>", at: close) else { return nil }
        formula = Range(uncheckedBounds: (at &+ 3, close))
        at = close &+ 4
      }
      guard let word = span.eightBytes(at), word & 0xFF_FFFF == Self.valueTag else {
        guard span.has("</c>", at: at) else { return nil }
        end = at &+ 4
        return
      }
      let close = span.endOfPlainText(from: at &+ 3)
      guard let word = span.eightBytes(close), word == Self.close else { return nil }
      value = Range(uncheckedBounds: (at &+ 3, close))
      hasValue = true
      end = close &+ 8
    }

    private static var valueTag: UInt64 { 0x3E_763C }
    private static var formulaTag: UInt64 { 0x3E_663C }
    /// `</v></c>`.
    private static var close: UInt64 { 0x3E63_2F3C_3E76_2F3C }
  }

  /// The digits of a row and the quote behind them, by which cells are known to stand in it.
  struct RowDigits {
    let number: UInt32
    /// Of the digits and the quote.
    let length: Int
    private let text: UInt64
    private let mask: UInt64

    /// - Parameter row: one that a sheet may have; the digits of any other begin nothing.
    init(_ row: Int) {
      let isRow = 1...CellReference.lastRow ~= row
      var (text, length, rest) = (UInt64(0x22), 1, isRow ? row : 0)
      while rest > 0 {
        text = text << 8 | UInt64(0x30 + rest % 10)
        length += 1
        rest /= 10
      }
      number = UInt32(truncatingIfNeeded: row)
      self.length = length
      self.text = isRow ? text : 0xFF
      mask = isRow && length < 8 ? 1 << UInt64(8 * length) - 1 : .max
    }

    /// Whether the bytes of a word, the lowest first, begin with the digits and the quote.
    @inline(__always)
    func begins(_ word: UInt64) -> Bool { word & mask == text }
  }
}

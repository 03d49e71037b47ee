extension SheetReader {
  /// Whether the cells of the row just begun can be written plainly: without prefixes, and no
  /// limit lies so low that a plain cell could pass it.
  var mayHavePlainCells: Bool {
    scanner.local == scanner.name.lowerBound && scanner.namespace == .spreadsheet
      && scanner.depth + 2 <= scanner.limits.nesting
      && scanner.limits.attributeBytes >= PlainCell.longestAttribute
      && scanner.limits.attributes >= PlainCell.mostAttributes
  }

  /// Reads the cells that follow for as long as they are written plainly. The first that is not
  /// stays in front of the scanner, to be read the long way.
  mutating func readPlainCells() throws(WorkbookError) {
    guard !scanner.isSelfClosing else { return }
    let bytes = scanner.bytes
    let span = bytes.span
    var position = scanner.position
    defer { scanner.position = position }
    while var cell = PlainCell(span, at: position) {
      let isString = cell.kind == .sharedString && !cell.value.isEmpty
      if isString {
        guard let index = cell.stringNumber(span), index < stringCount else { return }
        cell.value = index..<index
      }
      try take(cell, isString: isString)
      position = cell.end
    }
  }

  @inline(__always)
  private mutating func take(_ cell: PlainCell, isString: Bool) throws(WorkbookError) {
    try countCell()
    let longest = max(cell.value.count, cell.formula?.count ?? 0)
    try check(.textBytes, longest, scanner.limits.textBytes)
    column = cell.column
    let place = CellStore.Place(
      row: UInt32(truncatingIfNeeded: cell.row), column: UInt16(truncatingIfNeeded: cell.column))
    corners.include(place)
    let style = UInt16(clamping: cell.style)
    let formula =
      cell.formula.map { store.append($0, isPlain: true, shared: nil, at: place) } ?? 0
    // An empty value is none, but for the empty text that a formula gave.
    let isEmpty =
      cell.value.isEmpty && !isString && !(cell.hasValue && cell.kind == .string && formula > 0)
    guard !isEmpty || formula > 0 else {
      store.append(CellStore.BlankCell(place: place, style: style))
      return
    }
    store.append(
      CellStore.PackedCell(
        at: place, style: style, kind: isEmpty ? .blank : cell.kind, value: cell.value,
        isPlain: true, formula: formula))
  }
}

/// A cell as nearly all programs write it: `<c r="B3" s="4" t="s"><v>17</v></c>`, with its
/// attributes in any order and perhaps a formula before its value.
///
/// Whatever else a cell may be, and whatever is wrong with one, is not recognised here.
private struct PlainCell {
  static let longestAttribute = 16
  static let mostAttributes = 3

  private(set) var row = 0
  private(set) var column = 0
  private(set) var style = -1
  private(set) var kind = CellStore.Kind.number
  var value = 0..<0
  private(set) var hasValue = false
  private(set) var formula: Range<Int>?
  /// The place behind it.
  private(set) var end = 0
  private var hasKind = false

  /// The cell at a place; `nil` where none is, or none as plain as this.
  @inline(__always)
  init?(_ span: Span<UInt8>, at start: Int) {
    guard let tag = span.eightBytes(start), tag & 0xFF_FFFF == Self.tag else { return nil }
    var at = start &+ 2
    // A blank, a letter, `="` and the value's first four bytes.
    while let word = span.eightBytes(at), word & 0xFFFF_00FF == Self.attribute {
      switch UInt8(truncatingIfNeeded: word &>> 8) {
      case 0x72 where column == 0: at = readPlace(span, at &+ 4)
      case 0x73 where style < 0: at = readStyle(span, at &+ 4)
      case 0x74 where !hasKind: at = readKind(UInt32(truncatingIfNeeded: word &>> 32), at &+ 4)
      default: return nil
      }
      guard at > 0 else { return nil }
    }
    guard column > 0, at < span.count else { return nil }
    if span[at] == 0x20 { at &+= 1 }
    if span.has("/>", at: at) {
      end = at &+ 2
    } else if at < span.count, span[at] == 0x3E {
      readContent(span, at &+ 1)
    }
    if end == 0 { return nil }
    style = max(style, 0)
  }

  /// `<c ` as the lowest bytes of a word.
  private static var tag: UInt64 { 0x20_633C }
  /// A blank, any byte, `=` and `"`.
  private static var attribute: UInt64 { 0x223D_0020 }
  private static var value: UInt64 { 0x3E_763C }
  private static var formula: UInt64 { 0x3E_663C }
  /// `</v></c>`.
  private static var close: UInt64 { 0x3E63_2F3C_3E76_2F3C }

  /// `B3"`; gives the place behind the quote, 0 where it is anything else.
  @inline(__always)
  private mutating func readPlace(_ span: Span<UInt8>, _ start: Int) -> Int {
    guard var rest = span.eightBytes(start) else { return 0 }
    var length = 0
    // At most eight bytes: no sum grows too large.
    while UInt8(truncatingIfNeeded: rest) &- 0x41 < 26 {
      column = column &* 26 &+ Int(rest & 0x1F)
      rest &>>= 8
      length &+= 1
    }
    while UInt8(truncatingIfNeeded: rest) &- 0x30 < 10 {
      row = row &* 10 &+ Int(rest & 0x0F)
      rest &>>= 8
      length &+= 1
    }
    if length == 8 { length = readRestOfRow(span, start) }
    guard start &+ length < span.count, span[start &+ length] == 0x22,
      1...CellReference.lastRow ~= row, 1...CellReference.lastColumn ~= column
    else { return 0 }
    return start &+ length &+ 1
  }

  /// The digits behind the first eight bytes of a place; gives the length of all.
  private mutating func readRestOfRow(_ span: Span<UInt8>, _ start: Int) -> Int {
    var length = 8
    // The longest place is `XFD1048576`.
    while length < 10, start + length < span.count, span[start + length] &- 0x30 < 10 {
      row = row * 10 + Int(span[start + length] &- 0x30)
      length += 1
    }
    return length
  }

  /// `12"`; gives the place behind the quote, 0 where it is anything else.
  @inline(__always)
  private mutating func readStyle(_ span: Span<UInt8>, _ start: Int) -> Int {
    guard var rest = span.eightBytes(start) else { return 0 }
    style = 0
    var at = start
    while UInt8(truncatingIfNeeded: rest) &- 0x30 < 10 {
      style = style &* 10 &+ Int(rest & 0x0F)
      rest &>>= 8
      at &+= 1
    }
    return at > start && UInt8(truncatingIfNeeded: rest) == 0x22 ? at &+ 1 : 0
  }

  /// `s"` or `str"`; gives the place behind the quote, 0 where it is anything else.
  @inline(__always)
  private mutating func readKind(_ word: UInt32, _ start: Int) -> Int {
    hasKind = true
    switch word & 0xFFFF {
    case 0x2273: kind = .sharedString
    case 0x226E: kind = .number
    case 0x2262: kind = .boolean
    case 0x2265: kind = .error
    case 0x2264: kind = .isoDate
    default:
      kind = .string
      // `str"`.
      return word == 0x2272_7473 ? start &+ 4 : 0
    }
    return start &+ 2
  }

  /// `<f>…</f><v>…</v></c>`, any of the two or none; leaves `end` at 0 where it is anything else.
  @inline(__always)
  private mutating func readContent(_ span: Span<UInt8>, _ start: Int) {
    var at = start
    if let word = span.eightBytes(at), word & 0xFF_FFFF == Self.formula {
      let close = span.endOfPlainText(from: at &+ 3)
      guard span.has("</f>", at: close) else { return }
      formula = (at &+ 3)..<close
      at = close &+ 4
    }
    if let word = span.eightBytes(at), word & 0xFF_FFFF == Self.value {
      let close = span.endOfPlainText(from: at &+ 3)
      guard let word = span.eightBytes(close), word == Self.close else { return }
      value = (at &+ 3)..<close
      hasValue = true
      end = close &+ 8
    } else if span.has("</c>", at: at) {
      end = at &+ 4
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

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
    while var cell = PlainCell(span, at: scanner.position) {
      if cell.kind == .sharedString, !cell.value.isEmpty {
        guard let index = cell.stringNumber(span), index < stringCount else { return }
        cell.value = index..<index
        try take(cell, isString: true)
      } else {
        try take(cell, isString: false)
      }
      scanner.position = cell.end
    }
  }

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
    guard span.has("<c ", at: start) else { return nil }
    var at = start &+ 2
    // The blank before it, `x="`, and something behind the closing quote.
    while at &+ 5 < span.count, span[at] == 0x20, span[at &+ 2] == 0x3D, span[at &+ 3] == 0x22 {
      switch span[at &+ 1] {
      case 0x72 where column == 0: at = readPlace(span, at &+ 4)
      case 0x73 where style < 0: at = readStyle(span, at &+ 4)
      case 0x74 where !hasKind: at = readKind(span, at &+ 4)
      default: return nil
      }
      guard at > 0 else { return nil }
    }
    guard column > 0, at < span.count else { return nil }
    if span[at] == 0x20 { at &+= 1 }
    if span.has("/>", at: at) {
      end = at &+ 2
    } else if span.has(">", at: at) {
      readContent(span, at &+ 1)
    }
    if end == 0 { return nil }
    style = max(style, 0)
  }

  /// `B3"`; gives the place behind the quote, 0 where it is anything else.
  @inline(__always)
  private mutating func readPlace(_ span: Span<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < span.count, at &- start < 3, span[at] &- 0x41 < 26 {
      column = column &* 26 &+ Int(span[at] &- 0x40)
      at &+= 1
    }
    let digits = at
    while at < span.count, at &- digits < 7, span[at] &- 0x30 < 10 {
      row = row &* 10 &+ Int(span[at] &- 0x30)
      at &+= 1
    }
    guard at < span.count, span[at] == 0x22, 1...CellReference.lastRow ~= row,
      1...CellReference.lastColumn ~= column
    else { return 0 }
    return at &+ 1
  }

  @inline(__always)
  private mutating func readStyle(_ span: Span<UInt8>, _ start: Int) -> Int {
    var at = start
    style = 0
    while at < span.count, at &- start < 9, span[at] &- 0x30 < 10 {
      style = style &* 10 &+ Int(span[at] &- 0x30)
      at &+= 1
    }
    return at < span.count && at > start && span[at] == 0x22 ? at &+ 1 : 0
  }

  @inline(__always)
  private mutating func readKind(_ span: Span<UInt8>, _ start: Int) -> Int {
    hasKind = true
    guard start &+ 1 < span.count, span[start &+ 1] == 0x22 else {
      kind = .string
      return span.has("str\"", at: start) ? start &+ 4 : 0
    }
    switch span[start] {
    case 0x73: kind = .sharedString
    case 0x6E: kind = .number
    case 0x62: kind = .boolean
    case 0x65: kind = .error
    case 0x64: kind = .isoDate
    default: return 0
    }
    return start &+ 2
  }

  /// `<f>…</f><v>…</v></c>`, any of the two or none; leaves `end` at 0 where it is anything else.
  @inline(__always)
  private mutating func readContent(_ span: Span<UInt8>, _ start: Int) {
    var at = start
    if span.has("<f>", at: at) {
      let close = span.endOfPlainText(from: at &+ 3)
      guard span.has("</f>", at: close) else { return }
      formula = (at &+ 3)..<close
      at = close &+ 4
    }
    if span.has("<v>", at: at) {
      let close = span.endOfPlainText(from: at &+ 3)
      guard span.has("</v>", at: close) else { return }
      value = (at &+ 3)..<close
      hasValue = true
      at = close &+ 4
    }
    if span.has("</c>", at: at) { end = at &+ 4 }
  }

  /// The number that the value states in digits; `nil` where it is none.
  @inline(__always)
  func stringNumber(_ span: Span<UInt8>) -> Int? {
    guard value.count <= 9 else { return nil }
    var number = 0
    var at = value.lowerBound
    while at < value.upperBound {
      let digit = span[at] &- 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
      at &+= 1
    }
    return number
  }
}

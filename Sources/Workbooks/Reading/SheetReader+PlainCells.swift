extension SheetReader {
  /// Whether the cells of the row just begun, or the merges of their list, can be written plainly:
  /// without prefixes, and no limit lies so low that a plain cell could pass it.
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
    let digits = PlainCell.RowDigits(row)
    while let cell = PlainCell(span, at: position, likelyIn: digits) {
      if cell.isBlank {
        try takeBlank(cell)
      } else {
        guard let value = value(of: cell, span) else { return }
        try take(cell, value)
      }
      position = cell.end
    }
  }

  /// Where the value stands; of a shared string its number, `nil` where it is none.
  @inline(__always)
  private func value(of cell: PlainCell, _ span: Span<UInt8>) -> Range<Int>? {
    guard cell.kind == .sharedString, !cell.value.isEmpty else { return cell.value }
    guard let index = cell.stringNumber(span), index < stringCount else { return nil }
    return index..<index
  }

  @inline(__always)
  private mutating func takeBlank(_ cell: PlainCell) throws(WorkbookError) {
    try countCell()
    let place = cell.place
    column = Int(place.column)
    corners.include(place)
    store.append(CellStore.BlankCell(place: place, style: UInt16(clamping: cell.style)))
  }

  private mutating func take(
    _ cell: PlainCell, _ value: Range<Int>
  ) throws(WorkbookError) {
    try countCell()
    let longest = max(value.count, cell.formula?.count ?? 0)
    try check(.textBytes, longest, scanner.limits.textBytes)
    let place = cell.place
    column = Int(place.column)
    corners.include(place)
    let style = UInt16(clamping: cell.style)
    let formula =
      cell.formula.map { store.append($0, isPlain: true, shared: nil, at: place) } ?? 0
    // An empty value is none, but for the empty text that a formula gave.
    let isEmpty = cell.value.isEmpty && !(cell.hasValue && cell.kind == .string && formula > 0)
    guard !isEmpty || formula > 0 else {
      store.append(CellStore.BlankCell(place: place, style: style))
      return
    }
    store.append(
      CellStore.PackedCell(
        at: place, style: style, kind: isEmpty ? .blank : cell.kind, value: value,
        isPlain: true, formula: formula))
  }
}

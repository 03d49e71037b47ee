/// Reads the rows within `sheetData`, counting those and the cells that do not say their place.
struct RowReader {
  private let wanted: WantedCells
  private let part: String
  private let limits: Limits
  private(set) var rows: [SheetOutline.RowMark] = []
  private(set) var cells: [SheetOutline.CellMark] = []
  /// Whether the numbers of the rows grow.
  private(set) var isInOrder = true
  private var number = 0
  private var column = 0
  /// How many of the wanted rows are behind.
  private var met = 0

  init(wanted: WantedCells, part: String, limits: Limits) {
    self.wanted = wanted
    self.part = part
    self.limits = limits
    rows.reserveCapacity(64)
    if !wanted.rows.isEmpty { cells.reserveCapacity(64) }
  }

  /// From behind the start of `sheetData` through its end.
  mutating func read(_ walker: inout XMLWalker, _ span: Span<UInt8>) throws(WorkbookError) {
    while true {
      let start = walker.position
      if let plain = PlainRow(span, at: start) {
        walker.enterPlainRow(start..<plain.end)
        take(plain.number)
        try readRow(
          SheetOutline.RowMark(
            number, walker, spans: plain.spans, height: plain.height, isHidden: false),
          &walker, span)
        continue
      }
      guard walker.next(span) == .start else { return }
      if span.isNamed("row", walker) {
        try readRow(mark(walker, span), &walker, span)
      } else if !walker.isSelfClosing {
        walker.skipElement(span)
      }
    }
  }

  private mutating func readRow(
    _ row: SheetOutline.RowMark, _ walker: inout XMLWalker, _ span: Span<UInt8>
  ) throws(WorkbookError) {
    try Limits.check(.rows, rows.count + 1, within: limits.rows, part: part)
    var row = row
    if !walker.isSelfClosing {
      if isWanted {
        row.cells = readCells(&walker, span)
      } else {
        walker.skipRow(span)
      }
      row.end = walker.token
    }
    rows.append(row)
  }

  /// Whether cells of the row are asked for; rows most often come in the order of their numbers.
  private var isWanted: Bool {
    mutating get {
      if !isInOrder { return wanted.rows.contains(number) }
      while met < wanted.rows.count, wanted.rows[met] < number { met += 1 }
      return met < wanted.rows.count && wanted.rows[met] == number
    }
  }

  private mutating func mark(
    _ walker: XMLWalker, _ span: Span<UInt8>
  ) -> SheetOutline.RowMark {
    var stated: Int?
    var spans = 0..<0
    var height: Double?
    var isHidden = false
    var attributes = AttributeWalker(from: walker.name.upperBound, tagEnd: walker.token.upperBound)
    while let attribute = attributes.next(span) {
      let name = attribute.name
      if span.matches("r", name) {
        stated = span.integer(attribute.value)
      } else if span.matches("spans", name) {
        spans = attribute.value
      } else if span.matches("ht", name) {
        height = span.number(attribute.value)
      } else if span.matches("hidden", name) {
        isHidden = ["1", "true", "on"].contains { span.matches($0, attribute.value) }
      }
    }
    let next = number.addingReportingOverflow(1)
    take(stated ?? (next.overflow ? number : next.partialValue))
    return SheetOutline.RowMark(
      number, walker, spans: spans, height: height, isHidden: isHidden)
  }

  /// Takes the number of the row that comes next.
  private mutating func take(_ next: Int) {
    if next <= number, !rows.isEmpty { isInOrder = false }
    number = next
  }

  private mutating func readCells(
    _ walker: inout XMLWalker, _ span: Span<UInt8>
  ) -> Range<Int> {
    let first = cells.count
    column = 0
    repeat { readPlainCells(&walker, span) } while readCell(&walker, span)
    return first..<cells.count
  }

  /// Reads the cells that follow for as long as they are written as nearly all programs do.
  private mutating func readPlainCells(_ walker: inout XMLWalker, _ span: Span<UInt8>) {
    var position = walker.position
    let digits = PlainCell.RowDigits(number)
    while true {
      if let end = passOver(span, position) {
        position = end
      } else if let cell = PlainCell(span, at: position, likelyIn: digits) {
        column = Int(cell.place.column)
        note(position..<cell.end, isBlank: cell.isBlank)
        position = cell.end
      } else {
        break
      }
    }
    walker.position = position
  }

  /// The place behind a cell left of all that are noted; `nil` where another cell stands, or one
  /// that is not written as nearly all are.
  @inline(__always)
  private mutating func passOver(_ span: Span<UInt8>, _ start: Int) -> Int? {
    // `<c r="`.
    guard let tag = span.eightBytes(start), tag & 0xFFFF_FFFF_FFFF == 0x223D_7220_633C else {
      return nil
    }
    var (at, letters) = (start &+ 6, 0)
    while at < span.count, span[at] &- 0x41 < 26, letters <= CellReference.lastColumn {
      letters = letters &* 26 &+ Int(span[at] &- 0x40)
      at &+= 1
    }
    guard letters > 0, letters < wanted.firstColumn, at < span.count, span[at] &- 0x30 < 10,
      let end = span.endOfCell(from: at)
    else { return nil }
    column = letters
    return end
  }

  /// Reads what comes next in a row; gives whether that was not its end.
  private mutating func readCell(_ walker: inout XMLWalker, _ span: Span<UInt8>) -> Bool {
    guard walker.next(span) == .start else { return false }
    guard span.isNamed("c", walker) else {
      if !walker.isSelfClosing { walker.skipElement(span) }
      return true
    }
    column = Self.place(walker, span)?.column ?? min(column + 1, CellReference.lastColumn)
    let start = walker.token.lowerBound
    let isBlank = walker.isSelfClosing || walker.skipElement(span)
    note(start..<walker.token.upperBound, isBlank: isBlank)
    return true
  }

  @inline(__always)
  private mutating func note(_ range: Range<Int>, isBlank: Bool) {
    guard column >= wanted.firstColumn else { return }
    cells.append(SheetOutline.CellMark(column: column, range: range, isBlank: isBlank))
  }

  private static func place(_ walker: XMLWalker, _ span: Span<UInt8>) -> CellReference? {
    var attributes = AttributeWalker(from: walker.name.upperBound, tagEnd: walker.token.upperBound)
    while let attribute = attributes.next(span) {
      if span.matches("r", attribute.name) { return span.reference(attribute.value) }
    }
    return nil
  }
}

extension XMLWalker {
  /// Goes behind the end of the row whose start was the last tag.
  mutating func skipRow(_ span: Span<UInt8>) {
    guard local == name.lowerBound, let end = span.endOfPlainRow(from: position) else {
      skipElement(span)
      return
    }
    position = end.upperBound
    token = end
  }
}

extension Span<UInt8> {
  /// Whether the tag met last has this name behind its prefix.
  @inline(__always)
  func isNamed(_ name: StaticString, _ walker: XMLWalker) -> Bool {
    matches(name, Range(uncheckedBounds: (walker.local, walker.name.upperBound)))
  }

  /// A stretch as a number.
  func number(_ range: Range<Int>) -> Double? {
    guard range.upperBound <= count else { return nil }
    let digits = extracting(range)
    return PlainDecimal.double(digits)
      ?? digits.withUnsafeBufferPointer { Double(String(decoding: $0, as: UTF8.self)) }
  }

  /// The place behind the cell whose start tag holds a place. Cells hold no cells: what stands at the
  /// next one, or at the end of the row, closed itself right before.
  @inline(__always)
  fileprivate func endOfCell(from start: Int) -> Int? {
    var at = start
    while true {
      at = first(0x3C, from: at)
      guard let tag = eightBytes(at) else { return nil }
      // `<v>`, most often with nothing behind its value but the ends of both: `</v></c>`.
      if tag & 0xFF_FFFF == 0x3E_763C {
        at = first(0x3C, from: at &+ 3)
        if eightBytes(at) == 0x3E63_2F3C_3E76_2F3C { return at &+ 8 }
        continue
      }
      // `</c>`.
      if tag & 0xFFFF_FFFF == 0x3E63_2F3C { return at &+ 4 }
      // `<c `, `</row>`.
      if tag & 0xFF_FFFF == 0x20_633C || tag & 0xFFFF_FFFF_FFFF == 0x3E77_6F72_2F3C {
        return self[at &- 1] == 0x3E && self[at &- 2] == 0x2F ? at : nil
      }
      let kind = UInt8(truncatingIfNeeded: tag &>> 8)
      if kind == 0x21 || kind == 0x3F { return nil }
      at &+= 1
    }
  }

  /// The tag that ends the row whose start lies before a place: the next `</row>`, which its `w`
  /// tells. `nil` where something before it may hide what is no tag, or may be another row.
  fileprivate func endOfPlainRow(from start: Int) -> Range<Int>? {
    var at = start
    while true {
      at = firstRowLetterOrMark(from: at)
      guard at < count else { return nil }
      if self[at] == 0x77 {
        if at - 4 >= start, has("</row>", at: at - 4) { return at - 4..<at + 2 }
        if has("row", at: at - 2), self[at - 3] == 0x3C || self[at - 3] == 0x2F { return nil }
      } else if self[at - 1] == 0x3C {
        return nil
      }
      at += 1
    }
  }
}

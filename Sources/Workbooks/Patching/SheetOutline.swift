/// The places within a worksheet's part that a patch needs: its settings, its rows, and the
/// cells of the rows that change.
struct SheetOutline {
  /// One `<c>` element.
  struct CellMark {
    let column: Int
    let range: Range<Int>
    /// Whether it holds nothing but a look.
    let isBlank: Bool
  }

  /// One `<row>` element.
  struct RowMark {
    let number: Int
    let name: Range<Int>
    let start: Range<Int>
    var end: Range<Int>
    let isSelfClosing: Bool
    /// Where the value of `spans` stands.
    let spans: Range<Int>?
    /// In points; `nil` where the row says nothing.
    let height: Double?
    let isHidden: Bool
    /// The places of its cells among the outline's; empty where they were not asked for.
    var cells: Range<Int> = 0..<0
  }

  /// All elements but those within `sheetData`.
  private(set) var tree: XMLTree
  private(set) var rows: [RowMark] = []
  private(set) var cells: [CellMark] = []
  let sheetData: XMLTree.Node
  /// The prefix of the sheet's own elements, with its colon.
  let x: String
  /// Whether the numbers of the rows grow, as they should.
  private var isInOrder = true

  /// Reads a worksheet's part; cells are noted in the rows asked for, whose numbers grow.
  ///
  /// - Parameter isText: whether the bytes are known to be well-formed.
  init(
    _ bytes: [UInt8], part: String, limits: Limits, isText: Bool = false,
    cellsInRows wanted: [Int]
  ) throws(WorkbookError) {
    let bytes = isText ? bytes : try XMLTree.scanned(bytes, part: part, limits: limits)
    tree = XMLTree(empty: bytes, part: part)
    let span = bytes.span
    var walker = XMLWalker()
    var data: Int?
    loop: while true {
      switch walker.next(span) {
      case .start:
        let isOutermost = tree.depth == 1
        tree.open(walker)
        try Limits.check(.elements, tree.nodes.count, within: limits.elements, part: part)
        guard data == nil, isOutermost, span.isNamed("sheetData", walker) else { continue }
        data = tree.nodes.count - 1
        if walker.isSelfClosing { continue }
        var reader = RowReader(wanted: wanted, part: part, limits: limits)
        try reader.read(&walker, span)
        (rows, cells, isInOrder) = (reader.rows, reader.cells, reader.isInOrder)
        tree.close(walker.token)
      case .end: tree.close(walker.token)
      case .finished: break loop
      }
    }
    guard let data else {
      throw .cannotPatch(part: part, detail: "the sheet has no place for cells (sheetData)")
    }
    sheetData = tree.nodes[data]
    x = tree.prefix(sheetData)
  }

  /// The first row of a number.
  func row(_ number: Int) -> RowMark? {
    guard isInOrder else { return rows.first { $0.number == number } }
    let place = place(ofRow: number)
    return place < rows.count && rows[place].number == number ? rows[place] : nil
  }

  /// The first row of a higher number.
  func row(behind number: Int) -> RowMark? {
    guard isInOrder else { return rows.first { $0.number > number } }
    let place = place(ofRow: number + 1)
    return place < rows.count ? rows[place] : nil
  }

  /// The cells of a row.
  func cells(of row: RowMark) -> ArraySlice<CellMark> { cells[row.cells] }

  /// The place of the first row of this number or a higher one.
  private func place(ofRow number: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Reads the rows within `sheetData`, counting those and the cells that do not say their place.
private struct RowReader {
  let wanted: [Int]
  let part: String
  let limits: Limits
  var rows: [SheetOutline.RowMark] = []
  var cells: [SheetOutline.CellMark] = []
  var isInOrder = true
  private var number = 0
  /// How many of the wanted rows are behind.
  private var met = 0

  init(wanted: [Int], part: String, limits: Limits) {
    self.wanted = wanted
    self.part = part
    self.limits = limits
    rows.reserveCapacity(64)
    cells.reserveCapacity(wanted.count * 10)
  }

  /// From behind the start of `sheetData` through its end.
  mutating func read(_ walker: inout XMLWalker, _ span: Span<UInt8>) throws(WorkbookError) {
    while walker.next(span) == .start {
      if span.isNamed("row", walker) {
        try readRow(&walker, span)
      } else if !walker.isSelfClosing {
        walker.skipElement(span)
      }
    }
  }

  private mutating func readRow(
    _ walker: inout XMLWalker, _ span: Span<UInt8>
  ) throws(WorkbookError) {
    try Limits.check(.rows, rows.count + 1, within: limits.rows, part: part)
    var row = mark(walker, span)
    if !walker.isSelfClosing {
      if isWanted {
        row.cells = readCells(&walker, span)
      } else {
        walker.skipElement(span)
      }
      row.end = walker.token
    }
    rows.append(row)
  }

  /// Whether cells of the row are asked for; rows most often come in the order of their numbers.
  private var isWanted: Bool {
    mutating get {
      if !isInOrder { return wanted.contains(number) }
      while met < wanted.count, wanted[met] < number { met += 1 }
      return met < wanted.count && wanted[met] == number
    }
  }

  private mutating func mark(
    _ walker: XMLWalker, _ span: Span<UInt8>
  ) -> SheetOutline.RowMark {
    var stated: Int?
    var spans: Range<Int>?
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
    let last = number
    number = stated ?? (next.overflow ? number : next.partialValue)
    if number <= last, !rows.isEmpty { isInOrder = false }
    let end = walker.token.upperBound
    return SheetOutline.RowMark(
      number: number, name: walker.name, start: walker.token, end: end..<end,
      isSelfClosing: walker.isSelfClosing, spans: spans, height: height, isHidden: isHidden)
  }

  private mutating func readCells(
    _ walker: inout XMLWalker, _ span: Span<UInt8>
  ) -> Range<Int> {
    let first = cells.count
    var column = 0
    while walker.next(span) == .start {
      guard span.isNamed("c", walker) else {
        if !walker.isSelfClosing { walker.skipElement(span) }
        continue
      }
      column = Self.place(walker, span)?.column ?? min(column + 1, CellReference.lastColumn)
      let start = walker.token.lowerBound
      let isBlank = walker.isSelfClosing || walker.skipElement(span)
      cells.append(
        SheetOutline.CellMark(
          column: column, range: start..<walker.token.upperBound, isBlank: isBlank))
    }
    return first..<cells.count
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
  /// Goes behind the end of the element whose start was the last tag.
  ///
  /// - Returns: whether it had no elements within.
  @discardableResult
  mutating func skipElement(_ span: Span<UInt8>) -> Bool {
    var depth = 1
    var isEmpty = true
    while depth > 0 {
      switch next(span) {
      case .start:
        isEmpty = false
        if !isSelfClosing { depth += 1 }
      case .end: depth -= 1
      case .finished: return isEmpty
      }
    }
    return isEmpty
  }
}

extension Span<UInt8> {
  /// Whether the tag met last has this name behind its prefix.
  @inline(__always)
  fileprivate func isNamed(_ name: StaticString, _ walker: XMLWalker) -> Bool {
    matches(name, Range(uncheckedBounds: (walker.local, walker.name.upperBound)))
  }

  /// A stretch as a number.
  fileprivate func number(_ range: Range<Int>) -> Double? {
    if let whole = integer(range) { return Double(whole) }
    guard range.upperBound <= count else { return nil }
    return extracting(range).withUnsafeBufferPointer {
      Double(String(decoding: $0, as: UTF8.self))
    }
  }
}

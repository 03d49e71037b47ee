/// The cells of a sheet that a patch has to know of.
struct WantedCells {
  /// The numbers of their rows, which grow.
  var rows: [Int] = []
  /// The first of their columns.
  var firstColumn = 1
}

/// A range within a part; no part has more bytes than 32 bits count.
struct PackedRange {
  private let start: UInt32
  private let end: UInt32

  @inline(__always)
  init(_ range: Range<Int>) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
  }

  @inline(__always)
  var range: Range<Int> { Range(uncheckedBounds: (Int(start), Int(end))) }
}

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

  /// One `<row>` element, in little room: a sheet may have a million.
  struct RowMark {
    let number: Int
    private let packedName: PackedRange
    private let packedStart: PackedRange
    private var packedEnd: PackedRange
    private var packedCells = PackedRange(0..<0)
    private let packedSpans: PackedRange
    /// In points; `nil` where the row says nothing.
    let height: Double?
    let isSelfClosing: Bool
    let isHidden: Bool

    var name: Range<Int> { packedName.range }
    var start: Range<Int> { packedStart.range }
    var end: Range<Int> {
      get { packedEnd.range }
      set { packedEnd = PackedRange(newValue) }
    }
    /// The places of its cells among the outline's; empty where they were not asked for.
    var cells: Range<Int> {
      get { packedCells.range }
      set { packedCells = PackedRange(newValue) }
    }
    /// Where the value of `spans` stands; empty where there is none.
    var spans: Range<Int> { packedSpans.range }

    /// A row whose start tag was met last, its end yet to come.
    init(
      _ number: Int, _ walker: XMLWalker, spans: Range<Int>, height: Double?, isHidden: Bool
    ) {
      self.number = number
      packedName = PackedRange(walker.name)
      packedStart = PackedRange(walker.token)
      packedEnd = PackedRange(walker.token.upperBound..<walker.token.upperBound)
      packedSpans = PackedRange(spans)
      isSelfClosing = walker.isSelfClosing
      self.height = height
      self.isHidden = isHidden
    }
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

  /// Reads a worksheet's part.
  ///
  /// - Parameters:
  ///   - isText: whether the bytes are known to be well-formed.
  ///   - wanted: the cells that are noted.
  init(
    _ bytes: [UInt8], part: String, limits: Limits, isText: Bool = false,
    wanted: WantedCells = WantedCells()
  ) throws(WorkbookError) {
    let bytes = isText ? bytes : try XMLTree.scanned(bytes, part: part, limits: limits)
    tree = XMLTree(empty: bytes, part: part, room: 64)
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
    let place = Self.place(ofRow: number, in: rows)
    return place < rows.count && rows[place].number == number ? rows[place] : nil
  }

  /// The first row of a higher number.
  func row(behind number: Int) -> RowMark? {
    guard isInOrder else { return rows.first { $0.number > number } }
    let place = Self.place(ofRow: number + 1, in: rows)
    return place < rows.count ? rows[place] : nil
  }

  /// The cells of a row that were asked for.
  func cells(of row: RowMark) -> ArraySlice<CellMark> { cells[row.cells] }

  /// The first of those cells in a column or behind it.
  func cell(of row: RowMark, from column: Int) -> CellMark? {
    for at in row.cells where cells[at].column >= column { return cells[at] }
    return nil
  }

  /// The rows by their numbers, should they stand in another order.
  var rowsInOrder: [RowMark] { isInOrder ? rows : rows.sorted { $0.number < $1.number } }

  /// The place of the first row of this number or a higher one, among rows whose numbers grow.
  static func place(ofRow number: Int, in rows: [RowMark]) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
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

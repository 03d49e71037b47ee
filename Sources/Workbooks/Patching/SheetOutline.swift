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
    var cells: [CellMark] = []
  }

  /// All elements but those within `sheetData`.
  private(set) var tree: XMLTree
  private(set) var rows: [RowMark] = []
  let sheetData: XMLTree.Node
  /// The prefix of the sheet's own elements, with its colon.
  let x: String

  /// Reads a worksheet's part; cells are noted in the rows asked for.
  init(
    _ bytes: [UInt8], part: String, limits: Limits, cellsInRows wanted: Set<Int>
  ) throws(WorkbookError) {
    var scanner = try XMLScanner(bytes, part: part, limits: limits)
    tree = XMLTree(empty: scanner.bytes, part: part)
    var open: [Int] = []
    var data: Int?
    loop: while true {
      switch try scanner.next() {
      case .start:
        tree.open(scanner, &open)
        try Limits.check(.elements, tree.nodes.count, within: limits.elements, part: part)
        if data == nil, open.count == 2, scanner.isElement("sheetData") {
          data = tree.nodes.count - 1
          if !scanner.isSelfClosing {
            var reader = RowReader(wanted: wanted)
            try reader.read(&scanner)
            rows = reader.rows
            tree.close(scanner, &open)
          }
        }
      case .end: tree.close(scanner, &open)
      case .text: break
      case .finished: break loop
      }
    }
    guard let data else {
      throw .cannotPatch(part: part, detail: "the sheet has no place for cells (sheetData)")
    }
    sheetData = tree.nodes[data]
    x = tree.prefix(sheetData)
  }

  /// The row of a number.
  func row(_ number: Int) -> RowMark? { rows.first { $0.number == number } }
}

/// Reads the rows within `sheetData`, counting those and the cells that do not say their place.
private struct RowReader {
  let wanted: Set<Int>
  var rows: [SheetOutline.RowMark] = []
  private var number = 0

  init(wanted: Set<Int>) { self.wanted = wanted }

  /// From behind the start of `sheetData` through its end.
  mutating func read(_ scanner: inout XMLScanner) throws(WorkbookError) {
    let depth = scanner.depth
    while true {
      switch try scanner.next() {
      case .start:
        if scanner.depth == depth + 1, scanner.isElement("row") {
          try readRow(&scanner)
        } else {
          try scanner.skipElement()
        }
      case .end: if scanner.depth < depth { return }
      case .text: break
      case .finished: return
      }
    }
  }

  private mutating func readRow(_ scanner: inout XMLScanner) throws(WorkbookError) {
    let (next, overflow) = number.addingReportingOverflow(1)
    number = scanner.integer("r") ?? (overflow ? number : next)
    try Limits.check(.rows, rows.count + 1, within: scanner.limits.rows, part: scanner.part)
    var row = SheetOutline.RowMark(
      number: number, name: scanner.name, start: scanner.token,
      end: scanner.token.upperBound..<scanner.token.upperBound,
      isSelfClosing: scanner.isSelfClosing, spans: scanner.attribute("spans")?.value,
      height: scanner.string("ht").flatMap { Double($0) }, isHidden: scanner.isTrue("hidden"))
    let depth = scanner.depth
    if wanted.contains(number) {
      try readCells(&scanner, into: &row)
    } else {
      while scanner.depth >= depth { _ = try scanner.next() }
    }
    row.end = scanner.token
    rows.append(row)
  }

  private func readCells(
    _ scanner: inout XMLScanner, into row: inout SheetOutline.RowMark
  ) throws(WorkbookError) {
    let depth = scanner.depth
    var column = 0
    while true {
      switch try scanner.next() {
      case .start:
        guard scanner.isElement("c") else {
          try scanner.skipElement()
          continue
        }
        let place = scanner.attribute("r").flatMap { CellReference(bytes: scanner.bytes[$0.value]) }
        column = place?.column ?? min(column + 1, CellReference.lastColumn)
        let start = scanner.token.lowerBound
        var isBlank = true
        let cellDepth = scanner.depth
        while scanner.depth >= cellDepth {
          if try scanner.next() == .start { isBlank = false }
        }
        let end = max(scanner.token.upperBound, scanner.position)
        row.cells.append(
          SheetOutline.CellMark(column: column, range: start..<end, isBlank: isBlank))
      case .end: if scanner.depth < depth { return }
      case .text: break
      case .finished: return
      }
    }
  }
}

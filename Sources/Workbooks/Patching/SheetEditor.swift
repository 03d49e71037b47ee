/// Adds to one worksheet's part.
struct SheetEditor: ~Copyable {
  let outline: SheetOutline
  let sheet: String
  var edits = XMLEdits()
  var remarks: [PatchRemark] = []
  /// Cells within the rectangle of the added ones that were there before.
  var kept: [CellReference] = []

  var tree: XMLTree { outline.tree }
  var x: String { outline.x }

  init(_ outline: SheetOutline, sheet: String) {
    self.outline = outline
    self.sheet = sheet
    edits.reserve(64)
  }

  /// The children of `worksheet` in the schema's order (ECMA-376, CT_Worksheet).
  static let order: [StaticString] = [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
    "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
    "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
    "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects",
    "controls", "webPublishItems", "tableParts", "extLst",
  ]

  mutating func place(_ xml: [UInt8], _ name: StaticString) {
    edits.place(xml, name, in: tree.root, of: tree, order: Self.order)
  }

  mutating func place(_ xml: String, _ name: StaticString) {
    edits.place(xml, name, in: tree.root, of: tree, order: Self.order)
  }

  mutating func remark(_ kind: PatchRemark.Kind, _ cell: CellReference?, _ detail: String) {
    remarks.append(PatchRemark(kind, sheet: sheet, cell: cell, detail: detail))
  }

  // MARK: Cells

  /// Puts cells into their rows; gives the rectangle around all of them.
  mutating func add(
    _ cells: [PatchCell], heights: [Int: Double], styles: inout StyleEditor
  ) -> CellRange? {
    let cells = Self.inOrder(cells)
    guard let box = Self.box(of: cells) else { return nil }
    var made = MadeRows(x: x)
    var start = 0
    while start < cells.count {
      let row = cells[start].reference.row
      var end = start + 1
      while end < cells.count, cells[end].reference.row == row { end += 1 }
      if let mark = outline.row(row) {
        add(cells, start..<end, to: mark, box: box, styles: &styles)
      } else {
        let place = outline.row(behind: row)?.start.lowerBound ?? Int.max
        if place != made.place { flush(&made) }
        made.place = place
        let isWhole = made.append(row, cells, start..<end, height: heights[row], &styles)
        if !isWhole { remark(on: cells, start..<end) }
      }
      start = end
    }
    flush(&made)
    widenDimension(box)
    return box
  }

  /// The cells in the order of the sheet, of several on one place the last.
  private static func inOrder(_ cells: [PatchCell]) -> [PatchCell] {
    let isInOrder = cells.indices.dropFirst().allSatisfy {
      cells[$0 - 1].reference < cells[$0].reference
    }
    if isInOrder { return cells }
    var last: [CellReference: PatchCell] = [:]
    for cell in cells { last[cell.reference] = cell }
    return last.values.sorted { $0.reference < $1.reference }
  }

  private static func box(of cells: [PatchCell]) -> CellRange? {
    guard let last = cells.indices.last else { return nil }
    var (low, high) = (Int.max, 0)
    for at in cells.indices {
      low = min(low, cells[at].reference.column)
      high = max(high, cells[at].reference.column)
    }
    return CellRange(
      CellReference(uncheckedRow: cells[0].reference.row, column: low),
      CellReference(uncheckedRow: cells[last].reference.row, column: high))
  }

  private mutating func flush(_ made: inout MadeRows) {
    guard made.xml.count > 0 else { return }
    if made.place == Int.max {
      edits.append(to: outline.sheetData, in: tree) { $0.append(made.xml) }
    } else {
      edits.insert(at: made.place) { $0.append(made.xml) }
    }
    made.xml.removeAll()
  }

  /// Puts cells into a row that is there.
  private mutating func add(
    _ cells: [PatchCell], _ ours: Range<Int>, to row: SheetOutline.RowMark, box: CellRange,
    styles: inout StyleEditor
  ) {
    var at = ours.lowerBound
    while at < ours.upperBound,
      let next = outline.cell(of: row, from: cells[at].reference.column)
    {
      remark(on: cells, at..<at + 1)
      put(cells[at], at: next, &styles)
      at += 1
    }
    if at < ours.upperBound { close(row, with: cells, at..<ours.upperBound, &styles) }
    if !row.cells.isEmpty { keep(row, cells[ours], box) }
    widenSpans(
      of: row, by: cells[ours.lowerBound].reference.column,
      cells[ours.upperBound - 1].reference.column)
  }

  private mutating func keep(
    _ row: SheetOutline.RowMark, _ ours: ArraySlice<PatchCell>, _ box: CellRange
  ) {
    for cell in outline.cells(of: row) {
      guard (box.first.column...box.last.column).contains(cell.column),
        !ours.contains(where: { $0.reference.column == cell.column }),
        let place = CellReference(row: row.number, column: cell.column), box.contains(place)
      else { continue }
      kept.append(place)
    }
  }

  /// Puts a cell before another of its row, or in the place of it.
  private mutating func put(
    _ cell: PatchCell, at next: SheetOutline.CellMark, _ styles: inout StyleEditor
  ) {
    if next.column == cell.reference.column { return replace(next, with: cell, &styles) }
    let x = x
    edits.insert(at: next.range.lowerBound) { xml in
      _ = xml.append([cell], 0..<1, x, &styles)
    }
  }

  private mutating func replace(
    _ there: SheetOutline.CellMark, with cell: PatchCell, _ styles: inout StyleEditor
  ) {
    guard there.isBlank, cell.replacesBlank else {
      kept.append(cell.reference)
      let state = there.isBlank ? "an empty cell with a look" : "a value"
      return remark(
        .occupiedCell, cell.reference, "\(cell.reference) holds \(state); ours was left out")
    }
    let x = x
    edits.replace(there.range) { xml in
      _ = xml.append([cell], 0..<1, x, &styles)
    }
  }

  /// Puts the cells that come behind all others before the row's end.
  private mutating func close(
    _ row: SheetOutline.RowMark, with cells: [PatchCell], _ tail: Range<Int>,
    _ styles: inout StyleEditor
  ) {
    let x = x
    var isWhole = true
    if row.isSelfClosing {
      let (end, bytes) = (row.start.upperBound, outline.tree.bytes)
      edits.replace((end - 2)..<end) { xml in
        xml.append(0x3E)
        isWhole = xml.append(cells, tail, x, &styles)
        xml.append(literal: "</")
        xml.append(bytes: bytes, row.name)
        xml.append(0x3E)
      }
    } else {
      edits.insert(at: row.end.lowerBound) { xml in
        isWhole = xml.append(cells, tail, x, &styles)
      }
    }
    if !isWhole { remark(on: cells, tail) }
  }

  private mutating func widenSpans(
    of row: SheetOutline.RowMark, by first: Int, _ last: Int
  ) {
    let range = row.spans
    guard !range.isEmpty else { return }
    let ends = Self.ends(ofSpans: outline.tree.bytes[range])
    guard ends.low <= ends.high else { return }
    let (from, to) = (min(ends.low, first), max(ends.high, last))
    guard from < ends.low || to > ends.high else { return }
    edits.replace(range) { xml in
      xml.append(decimal: from)
      xml.append(0x3A)
      xml.append(decimal: to)
    }
  }

  /// The least and the greatest column of `1:6 9:12`; the first is greater where there are none.
  private static func ends(ofSpans text: ArraySlice<UInt8>) -> (low: Int, high: Int) {
    var ends = (low: Int.max, high: Int.min)
    var number: Int?
    func take(_ number: Int?) {
      guard let number else { return }
      ends = (min(ends.low, number), max(ends.high, number))
    }
    for byte in text {
      if 0x30...0x39 ~= byte, (number ?? 0) < 1 << 24 {
        number = (number ?? 0) * 10 + Int(byte - 0x30)
      } else {
        take(number)
        number = nil
      }
    }
    take(number)
    return ends
  }

  private mutating func widenDimension(_ box: CellRange) {
    guard let node = tree.child(of: tree.root, "dimension"),
      let old = tree.range(node, "ref")
    else { return }
    edits.set("ref", old.including(box).description, on: node, in: tree)
  }

  /// Says of which cells the values cannot be written as they are.
  private mutating func remark(on cells: [PatchCell], _ range: Range<Int>) {
    for cell in cells[range] {
      guard let fault = CellXML.fault(of: cell.value) else { continue }
      remark(.unwritableValue, cell.reference, "\(cell.reference): \(fault)")
    }
  }
}

/// Rows that a sheet has not, of one place.
private struct MadeRows: ~Copyable {
  let x: String
  var xml = ByteBuffer()
  /// Where they go: before the first row of a higher number, or `Int.max` behind all.
  var place = -1

  init(x: String) { self.x = x }

  /// - Returns: whether all values are written as they are.
  mutating func append(
    _ row: Int, _ cells: [PatchCell], _ ours: Range<Int>, height: Double?,
    _ styles: inout StyleEditor
  ) -> Bool {
    xml.append("<", x, "row r=\"")
    xml.append(decimal: row)
    if let height {
      xml.append(literal: "\" ht=\"")
      xml.append(number: height)
      xml.append(literal: "\" customHeight=\"1")
    }
    xml.append(literal: "\">")
    let isWhole = xml.append(cells, ours, x, &styles)
    xml.append("</", x, "row>")
    return isWhole
  }
}

extension ByteBuffer {
  /// Appends cells that a patch makes in one row.
  ///
  /// - Returns: whether all values are written as they are.
  fileprivate mutating func append(
    _ cells: [PatchCell], _ range: Range<Int>, _ x: String, _ styles: inout StyleEditor
  ) -> Bool {
    let cells = cells.span
    let row = DecimalDigits(UInt32(cells[range.lowerBound].reference.row))
    var isWhole = true
    for at in range {
      let (column, style) = (cells[at].reference.column, styles.digits(of: cells[at].look))
      if !CellXML.append(column, row, cells[at].value, style: style, x, to: &self) {
        isWhole = false
      }
    }
    return isWhole
  }
}

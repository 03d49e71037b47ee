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
        add(cells[start..<end], to: mark, box: box, styles: &styles)
      } else {
        let place = outline.row(behind: row)?.start.lowerBound ?? Int.max
        if place != made.place { flush(&made) }
        made.place = place
        for cell in cells[start..<end] { remark(on: cell) }
        made.append(row, cells[start..<end], height: heights[row], &styles)
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
    guard let first = cells.first, let last = cells.last else { return nil }
    let columns = cells.reduce(into: (low: first.reference.column, high: 0)) {
      $0 = (min($0.low, $1.reference.column), max($0.high, $1.reference.column))
    }
    return CellRange(
      CellReference(uncheckedRow: first.reference.row, column: columns.low),
      CellReference(uncheckedRow: last.reference.row, column: columns.high))
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

  private mutating func add(
    _ cells: ArraySlice<PatchCell>, to row: SheetOutline.RowMark, box: CellRange,
    styles: inout StyleEditor
  ) {
    let (there, x) = (outline.cells(of: row), x)
    var isTail = false
    for cell in cells where !isTail {
      remark(on: cell)
      let next = there.first { $0.column >= cell.reference.column }
      if let next, next.column == cell.reference.column {
        replace(next, with: cell, &styles)
      } else if let next {
        let number = styles.number(of: cell.look)
        edits.insert(at: next.range.lowerBound) { xml in
          CellXML.append(cell.reference, cell.value, style: number, x, to: &xml)
        }
      } else {
        isTail = true
        let tail = cells[(cells.firstIndex { $0.reference == cell.reference } ?? 0)...]
        close(row, with: tail, &styles)
      }
    }
    keep(row, cells, box)
    widenSpans(of: row, by: cells)
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

  private mutating func replace(
    _ there: SheetOutline.CellMark, with cell: PatchCell, _ styles: inout StyleEditor
  ) {
    guard there.isBlank, cell.replacesBlank else {
      kept.append(cell.reference)
      let state = there.isBlank ? "an empty cell with a look" : "a value"
      return remark(
        .occupiedCell, cell.reference, "\(cell.reference) holds \(state); ours was left out")
    }
    let (number, x) = (styles.number(of: cell.look), x)
    edits.replace(there.range) { xml in
      CellXML.append(cell.reference, cell.value, style: number, x, to: &xml)
    }
  }

  /// Puts the cells that come behind all others before the row's end.
  private mutating func close(
    _ row: SheetOutline.RowMark, with tail: ArraySlice<PatchCell>, _ styles: inout StyleEditor
  ) {
    for cell in tail.dropFirst() { remark(on: cell) }
    let (x, bytes) = (x, outline.tree.bytes)
    guard row.isSelfClosing else {
      return edits.insert(at: row.end.lowerBound) { xml in
        for cell in tail { CellXML.append(cell, x, &styles, to: &xml) }
      }
    }
    let end = row.start.upperBound
    edits.replace((end - 2)..<end) { xml in
      xml.append(0x3E)
      for cell in tail { CellXML.append(cell, x, &styles, to: &xml) }
      xml.append(literal: "</")
      xml.append(bytes: bytes, row.name)
      xml.append(0x3E)
    }
  }

  private mutating func widenSpans(
    of row: SheetOutline.RowMark, by cells: ArraySlice<PatchCell>
  ) {
    let range = row.spans
    guard !range.isEmpty, let first = cells.first, let last = cells.last else { return }
    let ends = Self.ends(ofSpans: tree.bytes[range])
    guard ends.low <= ends.high else { return }
    let from = min(ends.low, first.reference.column)
    let to = max(ends.high, last.reference.column)
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

  private mutating func remark(on cell: PatchCell) {
    guard let fault = CellXML.fault(of: cell.value) else { return }
    remark(.unwritableValue, cell.reference, "\(cell.reference): \(fault)")
  }
}

/// Rows that a sheet has not, of one place.
private struct MadeRows: ~Copyable {
  let x: String
  var xml = ByteBuffer()
  /// Where they go: before the first row of a higher number, or `Int.max` behind all.
  var place = -1

  init(x: String) { self.x = x }

  mutating func append(
    _ row: Int, _ cells: ArraySlice<PatchCell>, height: Double?, _ styles: inout StyleEditor
  ) {
    xml.append("<", x, "row r=\"")
    xml.append(decimal: row)
    if let height {
      xml.append(literal: "\" ht=\"")
      xml.append(number: height)
      xml.append(literal: "\" customHeight=\"1")
    }
    xml.append(literal: "\">")
    for cell in cells { CellXML.append(cell, x, &styles, to: &xml) }
    xml.append("</", x, "row>")
  }
}

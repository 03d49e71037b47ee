/// Adds to one worksheet's part.
struct SheetEditor {
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
  static let order = [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
    "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
    "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
    "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects",
    "controls", "webPublishItems", "tableParts", "extLst",
  ]

  mutating func place(_ xml: [UInt8], _ name: String) {
    edits.place(xml, name, in: tree.root, of: tree, order: Self.order)
  }

  mutating func place(_ xml: String, _ name: String) {
    edits.place(xml, name, in: tree.root, of: tree, order: Self.order)
  }

  mutating func remark(_ kind: PatchRemark.Kind, _ cell: CellReference?, _ detail: String) {
    remarks.append(PatchRemark(kind, sheet: sheet, cell: cell, detail: detail))
  }

  // MARK: Cells

  /// Puts cells into their rows; gives the references of those that were put.
  mutating func add(
    _ cells: [PatchCell], heights: [Int: Double], styles: inout StyleEditor
  ) -> CellRange? {
    var last: [CellReference: PatchCell] = [:]
    for cell in cells { last[cell.reference] = cell }
    let byRow = Dictionary(grouping: last.values, by: \.reference.row)
    let marks = Dictionary(
      outline.rows.map { ($0.number, $0) }, uniquingKeysWith: { one, _ in one })
    let box = Self.box(of: Array(last.keys))
    var made: [UInt8] = []
    var madePlace = -1
    for row in byRow.keys.sorted() {
      let cells = (byRow[row] ?? []).sorted { $0.reference < $1.reference }
      if let mark = marks[row] {
        add(cells, to: mark, box: box, styles: &styles)
        continue
      }
      let place = rowPlace(row)
      if place != madePlace { flush(&made, at: madePlace) }
      madePlace = place
      append(row, cells, height: heights[row], &styles, to: &made)
    }
    flush(&made, at: madePlace)
    if let box { widenDimension(box) }
    return box
  }

  private static func box(of cells: [CellReference]) -> CellRange? {
    guard let first = cells.first else { return nil }
    return cells.dropFirst().reduce(CellRange(first, first)) { $0.including(CellRange($1, $1)) }
  }

  /// Where a row that is not there goes: before the first of a higher number.
  private func rowPlace(_ row: Int) -> Int {
    outline.rows.first { $0.number > row }?.start.lowerBound ?? Int.max
  }

  private mutating func flush(_ rows: inout [UInt8], at place: Int) {
    guard !rows.isEmpty else { return }
    if place == Int.max {
      edits.append(rows, to: outline.sheetData, in: tree)
    } else {
      edits.insert(rows, at: place)
    }
    rows = []
  }

  private mutating func append(
    _ row: Int, _ cells: [PatchCell], height: Double?, _ styles: inout StyleEditor,
    to xml: inout [UInt8]
  ) {
    let size = height.map { " ht=\"\(StyleXML.number($0))\" customHeight=\"1\"" } ?? ""
    xml.append(text: "<\(x)row r=\"\(row)\"\(size)>")
    for cell in cells { append(cell, &styles, to: &xml) }
    xml.append(text: "</\(x)row>")
  }

  private mutating func add(
    _ cells: [PatchCell], to row: SheetOutline.RowMark, box: CellRange?,
    styles: inout StyleEditor
  ) {
    var tail: [UInt8] = []
    let ours = Set(cells.map(\.reference.column))
    for cell in cells {
      if let there = row.cells.first(where: { $0.column == cell.reference.column }) {
        replace(there, with: cell, &styles)
        continue
      }
      if let next = row.cells.first(where: { $0.column > cell.reference.column }) {
        edits.insert(xml(of: cell, &styles), at: next.range.lowerBound)
      } else {
        append(cell, &styles, to: &tail)
      }
    }
    keep(row, ours, box)
    close(row, with: tail)
    widenSpans(of: row, by: cells)
  }

  private mutating func keep(_ row: SheetOutline.RowMark, _ ours: Set<Int>, _ box: CellRange?) {
    guard let box else { return }
    for cell in row.cells where !ours.contains(cell.column) {
      if let place = CellReference(row: row.number, column: cell.column), box.contains(place) {
        kept.append(place)
      }
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
    edits.remove(there.range)
    edits.insert(xml(of: cell, &styles), at: there.range.lowerBound)
  }

  private mutating func close(_ row: SheetOutline.RowMark, with tail: [UInt8]) {
    guard !tail.isEmpty else { return }
    guard row.isSelfClosing else { return edits.insert(tail, at: row.end.lowerBound) }
    let end = row.start.upperBound
    let close = "</" + tree.text(row.name) + ">"
    edits.replace((end - 2)..<end, with: [0x3E] + tail + Array(close.utf8))
  }

  private mutating func widenSpans(of row: SheetOutline.RowMark, by cells: [PatchCell]) {
    guard let range = row.spans, let first = cells.first, let last = cells.last else { return }
    let ends = tree.bytes[range].split { $0 == 0x3A || $0 == 0x20 }.compactMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard let low = ends.min(), let high = ends.max() else { return }
    let (from, to) = (min(low, first.reference.column), max(high, last.reference.column))
    if from < low || to > high { edits.replace(range, with: "\(from):\(to)") }
  }

  private mutating func widenDimension(_ box: CellRange) {
    guard let node = tree.child(of: tree.root, "dimension"),
      let old = tree.value(node, "ref").flatMap({ CellRange($0) })
    else { return }
    edits.set("ref", old.including(box).description, on: node, in: tree)
  }

  private mutating func xml(of cell: PatchCell, _ styles: inout StyleEditor) -> [UInt8] {
    var xml: [UInt8] = []
    append(cell, &styles, to: &xml)
    return xml
  }

  private mutating func append(
    _ cell: PatchCell, _ styles: inout StyleEditor, to xml: inout [UInt8]
  ) {
    if let fault = CellXML.fault(of: cell.value) {
      remark(.unwritableValue, cell.reference, "\(cell.reference): \(fault)")
    }
    let style = styles.number(of: cell.style)
    CellXML.append(cell.reference, cell.value, style: style, x, to: &xml)
  }
}

/// The XML of one cell.
enum CellXML {
  /// Appends a cell; a value that cannot be written leaves it empty.
  static func append(
    _ place: CellReference, _ value: PatchCell.Value, style: Int, _ x: String,
    to xml: inout [UInt8]
  ) {
    xml.append("<", x, "c r=\"")
    xml.append(place: place)
    xml.append(literal: "\" s=\"")
    xml.append(decimal: style)
    switch value {
    case .number(let digits) where isNumber(digits):
      xml.append("\"><", x, "v>")
      xml.append(text: digits)
      xml.append("</", x, "v>")
      xml.append("</", x, "c>")
    case .text(let text) where !text.isEmpty:
      append(text, x, to: &xml)
      xml.append("</", x, "c>")
    default: xml.append(literal: "\"/>")
    }
  }

  private static func append(_ text: String, _ x: String, to xml: inout [UInt8]) {
    let cut = XMLText.cut(text, to: XMLText.longestCell)
    xml.append("\" t=\"inlineStr\"><", x, "is>")
    xml.append("<", x, keepsSpace(cut) ? "t xml:space=\"preserve\">" : "t>")
    XMLText.appendCell(cut, to: &xml)
    xml.append("</", x, "t>")
    xml.append("</", x, "is>")
  }

  /// Why a value cannot be written as it is.
  static func fault(of value: PatchCell.Value) -> String? {
    switch value {
    case .number(let digits) where !isNumber(digits): "\(digits) is no number"
    case .text(let text) where XMLText.isLonger(text, than: XMLText.longestCell):
      "a text of \(text.utf16.count) characters was cut to \(XMLText.longestCell)"
    default: nil
    }
  }

  private static func isNumber(_ digits: String) -> Bool {
    guard let first = digits.utf8.first, first == 0x2D || (0x30...0x39).contains(first),
      digits.utf8.allSatisfy({
        (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x45, 0x65, 0x2B].contains($0)
      }),
      let number = Double(digits)
    else { return false }
    return number.isFinite
  }

  /// Whether white space would be lost without `xml:space`.
  private static func keepsSpace(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return false }
    return first <= 0x20 || last <= 0x20 || XMLText.has(0x0A, in: bytes.span)
  }
}

extension CellRange {
  /// The smallest rectangle that holds both.
  func including(_ other: CellRange) -> CellRange {
    CellRange(
      CellReference(
        uncheckedRow: min(first.row, other.first.row),
        column: min(first.column, other.first.column)),
      CellReference(
        uncheckedRow: max(last.row, other.last.row),
        column: max(last.column, other.last.column)))
  }
}

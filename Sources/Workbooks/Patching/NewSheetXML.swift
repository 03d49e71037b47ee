internal import Synchronization

/// The part of a new sheet.
struct NewSheetXML {
  let sheet: NewSheet
  let main: String

  /// The whole part.
  func bytes(styles: inout StyleEditor, remarks: inout [PatchRemark]) -> [UInt8] {
    var xml = ByteBuffer(capacity: 1 << 14)
    xml.append(literal: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    xml.append("<worksheet xmlns=\"", main, "\">")
    xml.append(literal: "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
    appendView(to: &xml)
    appendColumns(to: &xml)
    xml.append(literal: "<sheetData>")
    appendRows(to: &xml, &styles, &remarks)
    xml.append(literal: "</sheetData>")
    appendMerges(to: &xml)
    if !sheet.links.isEmpty {
      xml.append(links: sheet.links.sorted { $0.reference < $1.reference }, "")
    }
    appendPage(to: &xml)
    appendBreaks(to: &xml)
    xml.append(literal: "</worksheet>")
    return xml.array
  }

  private func appendView(to xml: inout ByteBuffer) {
    xml.append(literal: "<sheetViews><sheetView")
    if !sheet.showsGridLines { xml.append(literal: " showGridLines=\"0\"") }
    xml.append(literal: " tabSelected=\"1\" workbookViewId=\"0\"")
    let frozen = sheet.frozenRows
    if (1..<CellReference.lastRow).contains(frozen) {
      xml.append(literal: "><pane ySplit=\"")
      xml.append(decimal: frozen)
      xml.append(literal: "\" topLeftCell=\"A")
      xml.append(decimal: frozen + 1)
      xml.append(literal: "\" activePane=\"bottomLeft\" state=\"frozen\"/>")
      xml.append(literal: "<selection pane=\"bottomLeft\"/></sheetView></sheetViews>")
    } else {
      xml.append(literal: "/></sheetViews>")
    }
    xml.append(literal: "<sheetFormatPr defaultRowHeight=\"15\"/>")
  }

  private func appendColumns(to xml: inout ByteBuffer) {
    let widths = sheet.columnWidths
    guard !widths.isEmpty else { return }
    let last = Self.lastColumns.withLock { $0 }
    if last.widths == widths { return xml.append(bytes: last.xml) }
    let columns = Self.columns(widths)
    Self.lastColumns.withLock { $0 = (widths, columns) }
    xml.append(bytes: columns)
  }

  /// The columns written last: those of a program's sheets are mostly the same.
  private static let lastColumns = Mutex<(widths: [Double], xml: [UInt8])>(([], []))

  private static func columns(_ widths: [Double]) -> [UInt8] {
    var xml = ByteBuffer()
    xml.append(literal: "<cols>")
    for (index, width) in widths.prefix(CellReference.lastColumn).enumerated() {
      xml.append(literal: "<col min=\"")
      xml.append(decimal: index + 1)
      xml.append(literal: "\" max=\"")
      xml.append(decimal: index + 1)
      xml.append(literal: "\" width=\"")
      xml.append(number: min(max(width, 0), 255))
      xml.append(literal: "\" customWidth=\"1\"/>")
    }
    xml.append(literal: "</cols>")
    return xml.array
  }

  private func appendRows(
    to xml: inout ByteBuffer, _ styles: inout StyleEditor, _ remarks: inout [PatchRemark]
  ) {
    for look in sheet.looks { _ = styles.digits(of: look) }
    for (index, row) in sheet.rows.prefix(CellReference.lastRow).enumerated() {
      guard row.height != nil || !row.cells.isEmpty else { continue }
      let digits = DecimalDigits(UInt32(index + 1))
      xml.append(literal: "<row r=\"")
      xml.append(digits)
      if let height = row.height {
        xml.append(literal: "\" ht=\"")
        xml.append(number: min(max(height, 0), 409.5))
        xml.append(literal: "\" customHeight=\"1")
      }
      xml.append(literal: "\">")
      let ordered = Self.ordered(row.cells)
      let cells = ordered.span
      for at in cells.indices {
        guard let place = CellReference(row: index + 1, column: cells[at].column) else { continue }
        let isWhole = CellXML.append(
          place.column, digits, cells[at].value, style: styles.digits(of: cells[at].look), "",
          to: &xml)
        if !isWhole { remark(on: cells[at].value, at: place, &remarks) }
      }
      xml.append(literal: "</row>")
    }
  }

  private func remark(
    on value: PatchCell.Value, at place: CellReference, _ remarks: inout [PatchRemark]
  ) {
    guard let fault = CellXML.fault(of: value) else { return }
    remarks.append(
      PatchRemark(.unwritableValue, sheet: sheet.name, cell: place, detail: "\(place): \(fault)"))
  }

  /// The cells from left to right, the later of two in one column.
  private static func ordered(_ cells: [NewRow.Cell]) -> [NewRow.Cell] {
    if areInOrder(cells.span) { return cells }
    var byColumn: [Int: NewRow.Cell] = [:]
    for cell in cells { byColumn[cell.column] = cell }
    return byColumn.values.sorted { $0.column < $1.column }
  }

  private static func areInOrder(_ cells: Span<NewRow.Cell>) -> Bool {
    var last = 0
    for at in cells.indices {
      guard cells[at].column > last else { return false }
      last = cells[at].column
    }
    return true
  }

  /// The ranges by their first cells, those of one first cell as they came.
  private static func ordered(_ ranges: [CellRange]) -> [CellRange] {
    for at in ranges.indices.dropFirst() where ranges[at].first < ranges[at - 1].first {
      return ranges.sorted { $0.first < $1.first }
    }
    return ranges
  }

  private func appendMerges(to xml: inout ByteBuffer) {
    var kept: [CellRange] = []
    kept.reserveCapacity(sheet.merges.count)
    // In this order a range can overlap none but those that reach down to its first row.
    var (open, lowest): ([CellRange], Int) = ([], 0)
    open.reserveCapacity(16)
    for range in Self.ordered(sheet.merges) where range.first != range.last {
      if lowest < range.first.row { open.removeAll(keepingCapacity: true) }
      if open.contains(where: { $0.overlaps(range) }) { continue }
      lowest = max(lowest, range.last.row)
      open.append(range)
      kept.append(range)
    }
    if !kept.isEmpty { xml.append(merges: kept, "") }
  }

  private func appendPage(to xml: inout ByteBuffer) {
    xml.append(literal: "<printOptions horizontalCentered=\"1\"/><pageMargins left=\"0.4\"")
    xml.append(literal: " right=\"0.4\" top=\"0.45\" bottom=\"0.55\" header=\"0.2\"")
    xml.append(literal: " footer=\"0.28\"/><pageSetup paperSize=\"9\" fitToHeight=\"0\"")
    xml.append(literal: " orientation=\"")
    xml.append(literal: sheet.isLandscape ? "landscape\"/>" : "portrait\"/>")
    var footer = ""
    if !sheet.footerLeft.isEmpty { footer += "&L" + sheet.footerLeft }
    if !sheet.footerRight.isEmpty { footer += "&R" + sheet.footerRight }
    guard !footer.isEmpty else { return }
    xml.append(literal: "<headerFooter><oddFooter>")
    xml.append(escaping: XMLText.cut(footer, to: 255))
    xml.append(literal: "</oddFooter></headerFooter>")
  }

  private func appendBreaks(to xml: inout ByteBuffer) {
    let rows = Set(sheet.pageBreaks.filter { (1..<CellReference.lastRow).contains($0) })
      .sorted().prefix(1023)
    guard !rows.isEmpty else { return }
    xml.append(literal: "<rowBreaks count=\"")
    xml.append(decimal: rows.count)
    xml.append(literal: "\" manualBreakCount=\"")
    xml.append(decimal: rows.count)
    xml.append(literal: "\">")
    for row in rows {
      xml.append(literal: "<brk id=\"")
      xml.append(decimal: row)
      xml.append(literal: "\" max=\"16383\" man=\"1\"/>")
    }
    xml.append(literal: "</rowBreaks>")
  }
}

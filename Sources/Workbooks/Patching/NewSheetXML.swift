/// The part of a new sheet.
struct NewSheetXML {
  let sheet: NewSheet
  let main: String

  /// The whole part.
  func bytes(styles: inout StyleEditor, remarks: inout [PatchRemark]) -> [UInt8] {
    var xml: [UInt8] = []
    xml.reserveCapacity(1 << 14)
    xml.append(literal: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    xml.append(text: "<worksheet xmlns=\"\(main)\">")
    xml.append(literal: "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
    xml.append(text: view + columns)
    xml.append(literal: "<sheetData>")
    append(rowsTo: &xml, &styles, &remarks)
    xml.append(literal: "</sheetData>")
    xml += merges
    xml.append(text: links + page + breaks)
    xml.append(literal: "</worksheet>")
    return xml
  }

  private var view: String {
    let lines = sheet.showsGridLines ? "" : " showGridLines=\"0\""
    let start = "<sheetViews><sheetView\(lines) tabSelected=\"1\" workbookViewId=\"0\""
    let frozen = sheet.frozenRows
    guard (1..<CellReference.lastRow).contains(frozen) else {
      return start + "/></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"
    }
    return start + "><pane ySplit=\"\(frozen)\" topLeftCell=\"A\(frozen + 1)\""
      + " activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/>"
      + "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"
  }

  private var columns: String {
    guard !sheet.columnWidths.isEmpty else { return "" }
    let all = sheet.columnWidths.prefix(CellReference.lastColumn).enumerated().map { index, width in
      let size = StyleXML.number(min(max(width, 0), 255))
      return "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(size)\" customWidth=\"1\"/>"
    }
    return "<cols>" + all.joined() + "</cols>"
  }

  private func append(
    rowsTo xml: inout [UInt8], _ styles: inout StyleEditor, _ remarks: inout [PatchRemark]
  ) {
    for look in sheet.looks { _ = styles.number(of: look) }
    for (index, row) in sheet.rows.prefix(CellReference.lastRow).enumerated() {
      guard row.height != nil || !row.cells.isEmpty else { continue }
      xml.append(literal: "<row r=\"")
      xml.append(decimal: index + 1)
      xml.append(literal: "\"")
      if let height = row.height {
        let size = StyleXML.number(min(max(height, 0), 409.5))
        xml.append(text: " ht=\"\(size)\" customHeight=\"1\"")
      }
      xml.append(literal: ">")
      for cell in Self.ordered(row.cells) {
        guard let place = CellReference(row: index + 1, column: cell.column) else { continue }
        remark(on: cell.value, at: place, &remarks)
        let style = styles.number(of: cell.style)
        CellXML.append(place, cell.value, style: style, "", to: &xml)
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
    if cells.indices.dropFirst().allSatisfy({ cells[$0 - 1].column < cells[$0].column }) {
      return cells
    }
    var byColumn: [Int: NewRow.Cell] = [:]
    for cell in cells { byColumn[cell.column] = cell }
    return byColumn.values.sorted { $0.column < $1.column }
  }

  private var merges: [UInt8] {
    var kept: [CellRange] = []
    for range in sheet.merges.sorted(by: { $0.first < $1.first }) where range.first != range.last {
      if !kept.contains(where: { $0.overlaps(range) }) { kept.append(range) }
    }
    guard !kept.isEmpty else { return [] }
    var xml = Array("<mergeCells count=\"\(kept.count)\">".utf8)
    for range in kept { xml.append(merge: range, "") }
    xml.append(literal: "</mergeCells>")
    return xml
  }

  private var links: String {
    guard !sheet.links.isEmpty else { return "" }
    let all = sheet.links.sorted { $0.reference < $1.reference }.map { LinkXML.link($0, "") }
    return "<hyperlinks>" + all.joined() + "</hyperlinks>"
  }

  private var page: String {
    let orientation = sheet.isLandscape ? "landscape" : "portrait"
    var footer = ""
    if !sheet.footerLeft.isEmpty { footer += "&L" + sheet.footerLeft }
    if !sheet.footerRight.isEmpty { footer += "&R" + sheet.footerRight }
    let xml =
      "<printOptions horizontalCentered=\"1\"/><pageMargins left=\"0.4\" right=\"0.4\""
      + " top=\"0.45\" bottom=\"0.55\" header=\"0.2\" footer=\"0.28\"/>"
      + "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"\(orientation)\"/>"
    guard !footer.isEmpty else { return xml }
    let text = XMLText.escaped(XMLText.cut(footer, to: 255))
    return xml + "<headerFooter><oddFooter>\(text)</oddFooter></headerFooter>"
  }

  private var breaks: String {
    let rows = Set(sheet.pageBreaks.filter { (1..<CellReference.lastRow).contains($0) }).sorted()
    guard !rows.isEmpty else { return "" }
    let all = rows.prefix(1023).map { "<brk id=\"\($0)\" max=\"16383\" man=\"1\"/>" }
    return "<rowBreaks count=\"\(all.count)\" manualBreakCount=\"\(all.count)\">"
      + all.joined() + "</rowBreaks>"
  }
}

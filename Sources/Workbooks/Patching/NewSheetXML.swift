/// The part of a new sheet.
struct NewSheetXML {
  let sheet: NewSheet
  let main: String

  /// The whole part.
  func text(styles: inout StyleEditor, remarks: inout [PatchRemark]) -> String {
    let rows = rows(&styles, &remarks)
    return
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"\(main)\">"
      + "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>" + view + columns
      + "<sheetData>\(rows)</sheetData>" + merges + links + page + breaks + "</worksheet>"
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

  private func rows(_ styles: inout StyleEditor, _ remarks: inout [PatchRemark]) -> String {
    var xml = ""
    for (index, row) in sheet.rows.prefix(CellReference.lastRow).enumerated() {
      guard row.height != nil || !row.cells.isEmpty else { continue }
      let size = row.height.map { height in
        " ht=\"\(StyleXML.number(min(max(height, 0), 409.5)))\" customHeight=\"1\""
      }
      xml += "<row r=\"\(index + 1)\"\(size ?? "")>"
      var cells: [Int: NewRow.Cell] = [:]
      for cell in row.cells { cells[cell.column] = cell }
      for (column, cell) in cells.sorted(by: { $0.key < $1.key }) {
        guard let place = CellReference(row: index + 1, column: column) else { continue }
        if let fault = CellXML.fault(of: cell.value) {
          remarks.append(
            PatchRemark(
              .unwritableValue, sheet: sheet.name, cell: place, detail: "\(place): \(fault)"))
        }
        xml += CellXML.cell(place, cell.value, style: styles.number(of: cell.style), "")
      }
      xml += "</row>"
    }
    return xml
  }

  private var merges: String {
    var kept: [CellRange] = []
    for range in sheet.merges.sorted(by: { $0.first < $1.first }) where range.first != range.last {
      if !kept.contains(where: { $0.overlaps(range) }) { kept.append(range) }
    }
    guard !kept.isEmpty else { return "" }
    return "<mergeCells count=\"\(kept.count)\">"
      + kept.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
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

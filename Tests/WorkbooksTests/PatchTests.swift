import Testing

@testable import Workbooks

/// A patch as an annotation makes it: four columns, a highlight, notes, a first sheet.
func samplePatch(
  sheet: String, column: Int = 10, row: Int = 2, notes: Bool = true, removing: PriorPatch? = nil
) throws -> WorkbookPatch {
  func at(_ down: Int, _ across: Int) throws -> CellReference {
    try #require(CellReference(row: row + down, column: column + across))
  }
  let ink = CellStyle.Font("楷体_GB2312", size: 10, colour: RGB(0x1F4E79))
  let figures = CellStyle(
    font: CellStyle.Font(colour: RGB(0x1F4E79)),
    border: CellStyle.Border(bottom: CellStyle.Line(.thin, RGB(0x9DB4CA))),
    numberFormat: "0.00", horizontal: .center)
  var patch = SheetPatch(sheet: sheet)
  for down in 0..<3 {
    patch.cells.append(PatchCell(try at(down, 0), .number("79.92"), style: figures))
    patch.cells.append(PatchCell(try at(down, 1), .number("6.39"), style: figures))
    patch.cells.append(PatchCell(try at(down, 2), .blank, style: figures))
    patch.cells.append(
      PatchCell(
        try at(down, 3), .text("5123÷6410×8＝6.39，缺1287"),
        style: CellStyle(font: ink, wraps: true)))
  }
  patch.columnWidths = [column: 9.29, column + 1: 8.71, column + 2: 7.57, column + 3: 37.29]
  let shortfall = HighlightStyle(font: RGB(0x9C1C14), fill: RGB(0xFBE3E1))
  let corner = try at(0, 0)
  patch.highlights = [
    Highlight([CellRange(corner, try at(0, 3))], shortfall),
    Highlight(
      [CellRange(try at(0, 2), try at(2, 2))], HighlightStyle(font: RGB(0x7F7F7F)), when: .zero),
  ]
  if notes {
    let first = try #require(CellReference(row: row, column: 1))
    patch.notes = [Note(first, "【R005　须核实】未完成\n现为 5123，应为 6410\n请说明原因")]
  }
  patch.printArea = CellRange(corner, try at(2, 3))
  let result = NewSheet(
    name: "审核结果", columnWidths: [9, 9, 12],
    rows: [
      NewRow(
        height: 37.5,
        cells: [.init(1, .text("退回修改"), style: CellStyle(font: .init("黑体", size: 26)))]),
      NewRow(cells: [.init(1, .text("J2"), style: CellStyle(font: .init(underlined: true)))]),
    ],
    links: [
      PatchLink(
        try #require(CellReference("A2")), to: PatchLink.place(corner, on: sheet),
        tooltip: "到该单元格")
    ],
    printArea: CellRange("A1:C2"), pageBreaks: [1], footerLeft: PageSetup.footer("2024 自评"))
  return WorkbookPatch(sheets: [patch], firstSheet: result, removing: removing)
}

/// Entries of an archive, inflated.
func entries(of bytes: [UInt8]) throws -> [String: [UInt8]] {
  let archive = try ZipArchive(bytes)
  var result: [String: [UInt8]] = [:]
  for entry in archive.entries { result[entry.name] = try archive.read(entry) }
  return result
}

func part(_ name: String, of bytes: [UInt8]) throws -> String {
  String(decoding: try #require(try entries(of: bytes)[name]), as: UTF8.self)
}

import Testing

@testable import Workbooks

/// Rows and cells that a patch finds on the short path, beside those it finds on the long one.
@Suite("Outlines of sheets")
struct SheetOutlineTests {
  private func outline(_ rows: String, _ wanted: WantedCells) throws -> SheetOutline {
    let xml =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
      + " xmlns:x=\"u\"><sheetData>\(rows)</sheetData></worksheet>"
    return try SheetOutline(Array(xml.utf8), part: "sheet.xml", limits: .standard, wanted: wanted)
  }

  private func cells(_ outline: SheetOutline) -> [String] {
    outline.cells.map { "\($0.column) \($0.range) \($0.isBlank)" }
  }

  @Test(
    "plain cells have the places that the walker gives them",
    arguments: [
      "<c r='A1' s='1'/><c r='B1' s='2'><v>1</v></c><c r='C1' t='s'><v>0</v></c>",
      "<c r='A1'></c><c r='B1'><f>A1+1</f></c><c r='D1' t='str'><f>A1</f><v></v></c>",
      "<c r='A1'><v></v></c><c/><c r='C1'/><c><v>1</v></c>",
      "<c r='A1' t='inlineStr'><is><t>a</t></is></c><c r='B1'/>",
      "<c r='A7'/><c r='XFD1048576'><v>1</v></c><c r='B12'/><c r='C123456789'/>",
    ])
  func cells(_ row: String) throws {
    let plain = "<row r='1'>\(row)</row>".replacing("'", with: "\"")
    let wanted = WantedCells(rows: [1])
    let found = try outline(plain, wanted)
    #expect(try cells(found) == cells(outline("<row r='1'>\(row)</row>", wanted)))
    #expect(!found.cells.isEmpty)
  }

  @Test("cells before the first column that is asked for are left out")
  func firstColumn() throws {
    let rows = #"<row r="1"><c r="A1"/><c r="C1"/><c><v>1</v></c></row>"#
    let found = try outline(rows, WantedCells(rows: [1], firstColumn: 3))
    #expect(found.cells.map(\.column) == [3, 4])
  }

  @Test(
    "rows that are passed over end where rows that are read do",
    arguments: [
      #"<row r="1"><c r="A1" s="1"/><c r="B1"><v>1</v></c></row><row r="2"/><row r="3"></row>"#,
      #"<row r="1"><c r="A1" t="inlineStr"><is><t>www row /row> ?! w</t></is></c></row>"#,
      "<row r=\"1\"><!-- </row> --><c r=\"A1\"/></row>",
      "<row r=\"1\"><c><is><t><![CDATA[</row>]]></t></is></c></row><row r=\"2\"></row>",
      "<row r=\"1\"><?p </row>?></row >", "<row r=\"1\"><row r=\"9\"/><row></row></row>",
      "<row r=\"1\"><x:row></x:row><c r=\"A1\"/></row>", "<x:row r=\"1\"><c/></x:row>",
      "<row r=\"1\"><c r=\"A1\"/><rowExt></rowExt></row>",
    ])
  func rows(_ rows: String) throws {
    let passed = try outline(rows, WantedCells())
    let read = try outline(rows, WantedCells(rows: Array(1...9)))
    #expect(passed.rows.map(\.start) == read.rows.map(\.start))
    #expect(passed.rows.map(\.end) == read.rows.map(\.end))
    #expect(!passed.rows.isEmpty)
  }

  @Test("heights are those of the rows, whatever their order")
  func heights() throws {
    let rows = #"<row r="3" ht="14.25"/><row r="1" hidden="1"/><row r="2" ht="30" spans="1:3"/>"#
    let found = try outline(rows, WantedCells()).rowsInOrder
    #expect(found.map(\.number) == [1, 2, 3])
    #expect(found.map(\.height) == [nil, 30, 14.25])
    #expect(found.map(\.isHidden) == [true, false, false])
    #expect(found.map(\.spans.isEmpty) == [true, false, true])
  }
}

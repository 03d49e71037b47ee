import Testing

@testable import Workbooks

@Suite struct LongSheetTests {
  private static let rows = """
    <row r='1'><c r='A1'><v>0.9</v></c><c r='B1' t='str'><f>"a"&amp;"b"</f><v>a&lt;b</v></c>\
    <c r='C1' t='inlineStr'><is><r><t>合</t></r><r><t>格</t></r></is></c></row>\
    <row r='3'><c r='B3' t='e'><v>#N/A</v></c><c r='C3'><f t='shared' ref='C3:C4' si='0'>A1*2</f></c>\
    </row><row r='4'><c r='A4' t='d'><v>2024-03-01</v></c><c r='C4'><f t='shared' si='0'/></c></row>\
    <row r='5'><c r='A5' t='s'><v>1</v></c><c r='B5' t='b'><v>1</v></c><c r='C5'><v>abc</v></c></row>
    """

  private func reading(padding: Int) throws -> SheetContents {
    let strings = try SharedStrings(
      Array("<sst xmlns='\(Self.namespace)'><si><t>甲</t></si><si><t>乙</t></si></sst>".utf8),
      part: "strings", limits: .standard)
    let text =
      "<worksheet xmlns='\(Self.namespace)'><sheetData><!--"
      + String(repeating: "x", count: padding) + "-->\(Self.rows)</sheetData></worksheet>"
    var cells = 0
    return try SheetReader.read(
      Array(text.utf8), part: "sheet",
      context: SheetReader.Context(
        strings: strings, styles: Styles(), uses1904Dates: false, limits: .standard),
      cellsBefore: &cells)
  }

  private static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  @Test func ofALongPartNoMoreThanItsValuesIsKept() throws {
    let (short, long) = (try reading(padding: 1), try reading(padding: 1 << 22))
    #expect(long.bytes.count < 200 && short.bytes.count > 500)
    let (some, others) = (short.store.cells, long.store.cells)
    #expect(some.map(short.cell) == others.map(long.cell))
    #expect(some.map(short.ownFormula) == others.map(long.ownFormula))
    #expect(some.map(short.text) == others.map(long.text))
    #expect(short.cell(some[1]).value == .text("a<b") && short.cell(some[2]).value == .text("合格"))
    #expect(long.cell(others[7]).value == .text("乙") && long.ownFormula(others[6]) == "A2*2")
  }
}

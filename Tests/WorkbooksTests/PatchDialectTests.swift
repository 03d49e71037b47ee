import Foundation
import Testing

@testable import Workbooks

@Suite("Patching every way a workbook is written")
struct PatchDialectTests {
  private static let cells =
    "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"4\" spans=\"1:1\"><c r=\"A4\"/></row>"

  private func package(_ sheet: String, named name: String = "自评表") throws -> [UInt8] {
    var builder = PackageBuilder()
    builder.addSheet(name, Self.cells)
    builder.set("xl/worksheets/sheet1.xml", sheet)
    return try builder.packed()
  }

  /// Patches, reads, patches again, takes out; gives the sheet's part after the first.
  private func patched(_ bytes: [UInt8], column: Int = 10) throws -> String {
    let patch = try samplePatch(sheet: "自评表", column: column)
    let once = try WorkbookPatch.apply(patch, to: bytes)
    let workbook = try Workbook.read(once.bytes)
    #expect(workbook.sheets.map(\.name) == ["审核结果", "自评表"])
    let sheet = try #require(workbook.sheet(named: "自评表"))
    for row in 2...4 {
      let place = try #require(CellReference(row: row, column: column + 1))
      #expect(sheet.cell(place)?.value == .number("6.39"))
    }
    var again = patch
    let prior = PriorPatch.find(in: workbook)
    #expect(prior != nil)
    again.removing = prior
    #expect(try WorkbookPatch.apply(again, to: once.bytes).bytes == once.bytes)
    return try part("xl/worksheets/sheet1.xml", of: once.bytes)
  }

  private let head = "<worksheet xmlns=\"\(PackageBuilder.main)\">"

  @Test("rows and cells without references keep their places")
  func implicitReferences() throws {
    let xml = try patched(
      package(
        head + "<sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>"
          + "</sheetData></worksheet>"))
    #expect(xml.contains("<row><c><v>2</v></c><c><v>3</v></c><c r=\"J2\""))
    #expect(xml.contains("<row r=\"3\">"))
  }

  @Test("rows and sheets that close themselves are opened")
  func selfClosed() throws {
    let rows = try patched(package(head + "<sheetData><row r=\"3\" /></sheetData></worksheet>"))
    #expect(rows.contains("<row r=\"3\" ><c r=\"J3\"") || rows.contains("<row r=\"3\"><c r=\"J3\""))
    let sheet = try patched(package(head + "<sheetData/></worksheet>"))
    #expect(sheet.contains("<sheetData><row r=\"2\">"))
  }

  @Test("additions carry the document's prefix")
  func prefixed() throws {
    let xml = try patched(
      package(
        "<x:worksheet xmlns:x=\"\(PackageBuilder.main)\"><x:sheetData><x:row r=\"2\"/>"
          + "</x:sheetData></x:worksheet>"))
    #expect(xml.contains("<x:c r=\"J2\""))
    #expect(xml.contains("<x:cfRule type=\"expression\""))
    #expect(xml.contains("<x:legacyDrawing xmlns:r="))
  }

  @Test("UTF-16 becomes UTF-8, and says so")
  func utf16() throws {
    var builder = PackageBuilder()
    builder.addSheet("自评表", "")
    let xml =
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + head + "<sheetData/></worksheet>"
    builder.set(
      "xl/worksheets/sheet1.xml",
      [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(try patched(builder.packed()).contains("encoding=\"UTF-8\""))
  }

  @Test("cells that refer to looks that are not there stay plain")
  func looksThatAreNotThere() throws {
    var builder = PackageBuilder()
    let cells = (1...9).map { "<c s=\"\($0)\"><v>0.5</v></c>" }.joined()
    builder.addSheet("自评表", "<row r=\"2\" s=\"11\">\(cells)</row>")
    builder.addSheet("别的", "<row r=\"1\"><c s='12'><v>0.5</v></c></row>")
    let bytes = try builder.packed()
    let copy = try WorkbookPatch.apply(try samplePatch(sheet: "自评表"), to: bytes).bytes
    let (before, after) = (try Workbook.read(bytes), try Workbook.read(copy))
    for place in ["A2", "E2", "I2"] {
      #expect(after.sheet(named: "自评表")?.cell(place) == before.sheets[0].cell(place))
    }
    #expect(after.sheet(named: "别的")?.cell("A1") == before.sheets[1].cell("A1"))
    #expect(after.sheet(named: "自评表")?.cell("J2")?.format.decimals == 2)
    let styles = try part("xl/styles.xml", of: copy)
    #expect(styles.components(separatedBy: "xf numFmtId=\"0\" fontId=\"0\"").count >= 14)
  }

  @Test("cells between others stand in the order of columns, and spans widen")
  func columnOrder() throws {
    let xml = try patched(
      package(
        head + "<dimension ref=\"A1:Z4\"/><sheetData><row r=\"2\" spans=\"1:3\"><c r=\"A2\"/>"
          + "<c r=\"Z2\"><v>9</v></c></row></sheetData></worksheet>"))
    #expect(xml.contains("<row r=\"2\" spans=\"1:13\"><c r=\"A2\"/><c r=\"J2\""))
    #expect(xml.contains("</c><c r=\"Z2\"><v>9</v></c></row>"))
    #expect(xml.contains("<dimension ref=\"A1:Z4\"/>"))
  }

  @Test("column entries that cover the new columns are split and keep their attributes")
  func columns() throws {
    let xml = try patched(
      package(
        head + "<cols><col min=\"1\" max=\"11\" width=\"9\" style=\"0\"/>"
          + "<col min=\"13\" max=\"16384\" width=\"7\" hidden=\"1\"/></cols><sheetData/></worksheet>"
      ))
    let ours = [9.29, 8.71, 7.57, 37.29].enumerated().map { index, width in
      "<col min=\"\(index + 10)\" max=\"\(index + 10)\" width=\"\(width)\" customWidth=\"1\"/>"
    }
    let first = "<cols><col min=\"1\" max=\"9\" width=\"9\" style=\"0\"/>"
    let last = "<col min=\"14\" max=\"16384\" width=\"7\" hidden=\"1\"/></cols>"
    let wanted = first + ours.joined() + last
    #expect(xml.contains(wanted))
  }

  @Test(
    "entries of columns on lines of their own, some, all or none of them covered, come out alike",
    arguments: [
      [(1, 9), (10, 10), (11, 11), (12, 12)], [(10, 10), (11, 13)], [(9, 10), (12, 12), (13, 40)],
      [(10, 20)], [(5, 16_384)], [(14, 14), (20, 30)], [(1, 3)], [(10, 10), (12, 12), (14, 14)],
    ])
  func columnsOnLines(_ entries: [(Int, Int)]) throws {
    let cols = entries.map { low, high in
      "\n    <col max=\"\(high)\" min=\"\(low)\" width=\"9\" style=\"0\"/>"
    }
    let xml = try patched(
      package(
        head + "\n  <cols>\(cols.joined())\n  </cols>\n  <sheetData/>\n</worksheet>"))
    let columns = try Workbook.read(package(xml)).sheets[0].columnWidths.map(\.columns)
    #expect(Set(10...13).isSubset(of: columns.map(\.lowerBound)))
    #expect(zip(columns, columns.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
  }

  @Test("a content type that a part has left behind does not name a new part")
  func contentTypeLeftBehind() throws {
    var builder = PackageBuilder()
    builder.addSheet("自评表", Self.cells)
    let names = ["worksheets/sheet2.xml", "comments1.xml", "drawings/vmlDrawing1.vml"]
    let left = names.map { "<Override PartName=\"/xl/\($0)\" ContentType=\"a/b\"/>" }.joined()
    let types = try part("[Content_Types].xml", of: builder.packed())
    builder.set(
      "[Content_Types].xml", types.replacingOccurrences(of: "</Types>", with: left + "</Types>"))
    let bytes = try builder.packed()
    _ = try patched(bytes)
    let copy = try WorkbookPatch.apply(samplePatch(sheet: "自评表", column: 10), to: bytes)
    let entries = try ZipArchive(copy.bytes).entries.map(\.name)
    #expect(!names.contains { entries.contains("xl/" + $0) })
  }

  @Test("a window that shows a tab which is not there", arguments: ["1", "7"])
  func tabThatIsNotThere(_ tab: String) throws {
    var builder = PackageBuilder()
    builder.addSheet("自评表", Self.cells)
    let book = try part("xl/workbook.xml", of: builder.packed())
    let views = "<bookViews><workbookView activeTab=\"\(tab)\" firstSheet=\"\(tab)\"/></bookViews>"
    builder.set(
      "xl/workbook.xml", book.replacingOccurrences(of: "<sheets>", with: views + "<sheets>"))
    _ = try patched(builder.packed())
  }

  @Test("every addition stands where the schema wants it, alternatives counted")
  func order() throws {
    let mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    let before =
      "<sheetData/><mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>"
      + "<dataValidations count=\"0\"/><pageMargins left=\"1\" right=\"1\" top=\"1\""
    let after =
      " bottom=\"1\" header=\"1\" footer=\"1\"/><mc:AlternateContent xmlns:mc=\"\(mc)\">"
      + "<mc:Choice Requires=\"x14\"><controls/></mc:Choice></mc:AlternateContent>"
    let tail = "<tableParts count=\"0\"/></worksheet>"
    let xml = try patched(package(head + before + after + tail))
    let places = [
      "<sheetPr>", "<cols>", "<sheetData", "<mergeCells", "<conditionalFormatting",
      "<dataValidations", "<pageMargins", "<pageSetup", "<legacyDrawing", "AlternateContent",
      "<tableParts",
    ].map { xml.range(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  @Test("rules of the unit on other cells keep their priorities; ours take free ones")
  func freePriorities() throws {
    let rule =
      "<conditionalFormatting sqref=\"A1\"><cfRule type=\"expression\" priority=\"2\">"
      + "<formula>TRUE</formula></cfRule></conditionalFormatting>"
    let xml = try patched(package(head + "<sheetData/>" + rule + "</worksheet>"))
    #expect(xml.contains(rule))
    #expect(xml.contains("priority=\"1\"") && xml.contains("priority=\"3\""))
  }

  @Test("rules of the unit on the same cells step back, so that ours show")
  func winningPriorities() throws {
    let xml = try patched(
      package(
        head + "<sheetData/><conditionalFormatting sqref=\"A1:Z9\"><cfRule type=\"expression\""
          + " priority=\"1\"><formula>TRUE</formula></cfRule></conditionalFormatting></worksheet>"))
    #expect(xml.contains("priority=\"3\"><formula>TRUE</formula>"))
    #expect(xml.contains("priority=\"1\"><formula>LEN("))
  }

  @Test("a Strict workbook gets Strict names")
  func strict() throws {
    var builder = PackageBuilder()
    builder.addSheet("自评表", Self.cells)
    let strict = "http://purl.oclc.org/ooxml"
    let office = "\(strict)/officeDocument/relationships"
    builder.set(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(strict)/spreadsheetml/main\" xmlns:r=\"\(office)\"><sheets>"
        + "<sheet name=\"自评表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
    builder.set(
      "xl/worksheets/sheet1.xml",
      "<worksheet xmlns=\"\(strict)/spreadsheetml/main\"><sheetData/></worksheet>")
    let bytes = try builder.packed()
    _ = try patched(bytes)
    let patch = try samplePatch(sheet: "自评表")
    let after = try WorkbookPatch.apply(patch, to: bytes).bytes
    #expect(try part("xl/comments1.xml", of: after).contains("purl.oclc.org"))
    #expect(try part("xl/worksheets/_rels/sheet1.xml.rels", of: after).contains(office))
    #expect(try part("_rels/.rels", of: after).contains("\(office)/customProperties"))
  }
}

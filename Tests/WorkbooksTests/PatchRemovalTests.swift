import Testing

@testable import Workbooks

@Suite("Taking an annotation out of a workbook others have saved")
struct PatchRemovalTests {
  private func form() -> PackageBuilder {
    var builder = PackageBuilder()
    builder.addSheet("自评表", "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>")
    return builder
  }

  /// A sheet with the notes of one author, which may have no name.
  private func noted(by author: String, _ text: String) -> PackageBuilder {
    var builder = form()
    builder.set(
      "xl/worksheets/_rels/sheet1.xml.rels",
      "<Relationships xmlns=\"\(PackageBuilder.package)/relationships\"><Relationship Id=\"rId1\""
        + " Type=\"\(PackageBuilder.office)/comments\" Target=\"/xl/notes.xml\"/></Relationships>")
    builder.set(
      "xl/notes.xml",
      "<comments xmlns=\"\(PackageBuilder.main)\"><authors><author>\(author)</author></authors>"
        + "<commentList><comment ref=\"A2\" authorId=\"0\"><text>\(text)</text></comment>"
        + "</commentList></comments>")
    return builder
  }

  private func cleaned(_ builder: PackageBuilder) throws -> [String: [UInt8]] {
    var patch = try samplePatch(sheet: "自评表", notes: false)
    let once = try WorkbookPatch.apply(patch, to: builder.packed()).bytes
    patch.removing = try PriorPatch.find(in: Workbook.read(once))
    return try entries(of: WorkbookPatch.apply(patch, to: once).bytes)
  }

  @Test("a note of ours is known where a program dropped its author and cut it into runs")
  func unsignedNote() throws {
    let runs = "<r><t>【</t></r> <r><t>R005</t></r><r><t>　须核实】未达标</t></r>"
    #expect(try cleaned(noted(by: "", runs))["xl/notes.xml"] == nil)
  }

  @Test("notes of others stay, signed or not")
  func notesOfOthers() throws {
    for (author, text) in [("", "<t>【备注】已核</t>"), ("张三", "<t>【R005　须核实】</t>"), ("", "<t/>")] {
      let builder = noted(by: author, text)
      #expect(
        try cleaned(builder)["xl/notes.xml"] == entries(of: builder.packed())["xl/notes.xml"])
    }
  }

  @Test("notes and colours on a sheet without added cells are taken out too")
  func sheetsWithoutCells() throws {
    var builder = form()
    builder.addSheet("资金表", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
    let bytes = try builder.packed()
    var patch = try samplePatch(sheet: "自评表")
    let cell = try #require(CellReference("A1"))
    let colour = HighlightStyle(font: RGB(0x9C1C14), fill: RGB(0xFBE3E1))
    patch.sheets.append(
      SheetPatch(
        sheet: "资金表", highlights: [Highlight([CellRange(cell, cell)], colour)],
        notes: [Note(cell, "【B001　须改】合计不符")]))
    let once = try WorkbookPatch.apply(patch, to: bytes).bytes
    patch.removing = try PriorPatch.find(in: Workbook.read(once))
    #expect(try WorkbookPatch.apply(patch, to: once).bytes == once)
    let back = try WorkbookPatch.remove(try #require(patch.removing), from: once).bytes
    #expect(
      try part("xl/worksheets/sheet2.xml", of: back)
        == part("xl/worksheets/sheet2.xml", of: bytes))
  }

  @Test("colours leave with columns that were deleted", arguments: ["#REF!", "'自评表'!#REF!"])
  func deletedColumns(_ formula: String) throws {
    let patch = try samplePatch(sheet: "自评表", notes: false)
    let once = try WorkbookPatch.apply(patch, to: form().packed()).bytes
    var parts = try entries(of: once)
    let workbook = try part("xl/workbook.xml", of: once)
    let changed = workbook.replacing("'自评表'!$J$2:$M$4</", with: formula + "</")
    #expect(changed != workbook)
    parts["xl/workbook.xml"] = Array(changed.utf8)
    let bytes = try ZipArchive.packing(parts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    let prior = try #require(PriorPatch.find(in: Workbook.read(bytes)))
    #expect(prior.areas.map(\.sheet) == ["自评表"])
    #expect(prior.areas.map(\.cells) == [nil])
    let back = try WorkbookPatch.remove(prior, from: bytes).bytes
    #expect(!(try part("xl/worksheets/sheet1.xml", of: back)).contains("conditionalFormatting"))
  }
}

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

  // MARK: Programs that keep no names up to date

  /// The annotated form with a text of one part changed.
  private func changed(_ part: String, _ change: (String) -> String) throws -> [UInt8] {
    var patch = try samplePatch(sheet: "自评表")
    patch.sheets[0].cells[3].value = .text("审　核")
    var parts = try entries(of: WorkbookPatch.apply(patch, to: form().packed()).bytes)
    let before = String(decoding: parts[part] ?? [], as: UTF8.self)
    let after = change(before)
    #expect(after != before)
    parts[part] = Array(after.utf8)
    return try ZipArchive.packing(parts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  private func without(_ bytes: [UInt8]) throws -> (bytes: [UInt8], remarks: [PatchRemark]) {
    let prior = try #require(PriorPatch.find(in: Workbook.read(bytes)))
    let back = try WorkbookPatch.remove(prior, from: bytes)
    return (back.bytes, back.remarks)
  }

  @Test("an annotation is known on a sheet that was renamed while its names were not")
  func renamedSheets() throws {
    let bytes = try changed("xl/workbook.xml") {
      $0.replacing("name=\"自评表\"", with: "name=\"表一\"")
        .replacing("name=\"审核结果\"", with: "name=\"意见\"")
    }
    let prior = try #require(PriorPatch.find(in: Workbook.read(bytes)))
    #expect(prior.firstSheet == "意见")
    #expect(prior.area(on: "表一")?.cells == CellRange("J2:M4"))
    let back = try WorkbookPatch.remove(prior, from: bytes).bytes
    #expect(try Workbook.read(back).sheets.map(\.name) == ["表一"])
    #expect(
      try part("xl/worksheets/sheet1.xml", of: back).contains(
        "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"))
  }

  @Test("an annotation is known where rows were put in above it, and within it")
  func movedRows() throws {
    let bytes = try changed("xl/worksheets/sheet1.xml") { xml in
      var xml = xml
      for (row, now) in [(4, 7), (3, 5), (2, 3)] {
        xml = xml.replacing("<row r=\"\(row)\"", with: "<row r=\"\(now)\"")
        for column in "AJKLM" {
          xml = xml.replacing("r=\"\(column)\(row)\"", with: "r=\"\(column)\(now)\"")
        }
      }
      return xml
    }
    let prior = try #require(PriorPatch.find(in: Workbook.read(bytes)))
    #expect(prior.area(on: "自评表")?.cells == CellRange("J3:M7"))
  }

  // MARK: Notes that were written into

  @Test(
    "what a unit wrote before or behind our words stays in its name",
    arguments: [
      ("</t></r></text>", "\n已改&amp;附件</t></r></text>", "已改&amp;附件"),
      ("</t></r></text>", "</t></r><r><t xml:space=\"preserve\">\n情况属实 </t></r></text>", "情况属实"),
      ("preserve\">【", "preserve\">请看：【", "请看："),
    ])
  func wordsInNotes(_ old: String, _ new: String, _ kept: String) throws {
    let bytes = try changed("xl/comments1.xml") { $0.replacing(old, with: new) }
    let (back, remarks) = try without(bytes)
    #expect(remarks.isEmpty)
    let notes = try part("xl/comments1.xml", of: back)
    #expect(notes.contains(">\(kept)</t>") && !notes.contains("【"))
    #expect(notes.contains("<author>填报单位</author>"))

    var patch = try samplePatch(sheet: "自评表")
    patch.removing = try PriorPatch.find(in: Workbook.read(bytes))
    let again = try WorkbookPatch.apply(patch, to: bytes).bytes
    patch.removing = try PriorPatch.find(in: Workbook.read(again))
    #expect(try WorkbookPatch.apply(patch, to: again).bytes == again)
    #expect(try part("xl/comments1.xml", of: again).contains(kept))
  }

  @Test("a note of ours that was changed from within is taken out, and what it said is told")
  func changedNotes() throws {
    let bytes = try changed("xl/comments1.xml") { $0.replacing("　", with: "（不对）") }
    let (back, remarks) = try without(bytes)
    #expect(try entries(of: back)["xl/comments1.xml"] == nil)
    #expect(remarks.map(\.kind).allSatisfy { $0 == .changedNote } && !remarks.isEmpty)
    #expect(remarks.first?.detail.contains("（不对）") == true)
  }

  @Test("words that take the place of ours are the unit's")
  func replacedNotes() throws {
    let bytes = try changed("xl/comments1.xml") { xml in
      xml.replacing("【", with: "已按要求改正：")
    }
    let (back, remarks) = try without(bytes)
    #expect(remarks.isEmpty)
    #expect(try part("xl/comments1.xml", of: back).contains("已按要求改正："))
  }

  @Test("what a unit wrote behind our words in a note of its own stays")
  func wordsInOwnNotes() throws {
    let builder = noted(by: "张三", "<t>单位说明</t>")
    let patch = try samplePatch(sheet: "自评表")
    var parts = try entries(of: WorkbookPatch.apply(patch, to: builder.packed()).bytes)
    let notes = String(decoding: parts["xl/notes.xml"] ?? [], as: UTF8.self)
    parts["xl/notes.xml"] = Array(
      notes.replacing("</t></r></text>", with: "\n已核实</t></r></text>").utf8)
    let bytes = try ZipArchive.packing(parts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    let back = try part("xl/notes.xml", of: without(bytes).bytes)
    #expect(back.contains("单位说明") && back.contains("已核实") && !back.contains("【"))
  }
}

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

@Suite("Patching")
struct PatchTests {
  private func form(_ rows: String = "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>")
    -> PackageBuilder
  {
    var builder = PackageBuilder()
    builder.addSheet("自评表", rows)
    return builder
  }

  @Test("entries that need no change keep their compressed bytes")
  func untouchedEntries() throws {
    var builder = form()
    builder.set("xl/theme/theme1.xml", String(repeating: "<a/>", count: 50))
    builder.setSharedStrings(["<t>甲</t>"])
    let bytes = try builder.packed()
    let after = try WorkbookPatch.apply(try samplePatch(sheet: "自评表"), to: bytes).bytes
    for name in ["xl/theme/theme1.xml", "xl/sharedStrings.xml"] {
      #expect(try rawEntry(name, of: bytes) == rawEntry(name, of: after))
    }
  }

  /// The compressed bytes of an entry, found behind its local header.
  private func rawEntry(_ name: String, of bytes: [UInt8]) throws -> [UInt8] {
    let archive = try ZipArchive(bytes)
    let entry = archive.entry(named: name)
    let size = try #require(entry?.compressedSize)
    let start = try #require(XMLTextSearch.first(Array(name.utf8), in: bytes)) + name.utf8.count
    return Array(bytes[start..<(start + size)])
  }

  @Test("a file that was read gets the same bytes as one that was not")
  func openedFile() throws {
    let bytes = try form().packed()
    let patch = try samplePatch(sheet: "自评表")
    let opened = try WorkbookFile(bytes)
    #expect(opened.workbook.sheets.map(\.name) == ["自评表"])
    #expect(try opened.adding(patch).bytes == WorkbookPatch.apply(patch, to: bytes).bytes)
  }

  @Test("the order in which things are given does not matter")
  func orderIndependence() throws {
    let bytes = try form().packed()
    var patch = try samplePatch(sheet: "自评表")
    let once = try WorkbookPatch.apply(patch, to: bytes).bytes
    patch.sheets[0].cells.reverse()
    patch.sheets[0].notes.reverse()
    patch.firstSheet?.rows[0].cells.reverse()
    #expect(try WorkbookPatch.apply(patch, to: bytes).bytes == once)
  }

  @Test("an annotation taken out leaves the unit's sheet as it was")
  func removal() throws {
    let bytes = try form().packed(
      workbook: "<definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">"
        + "自评表!$A$1:$I$4</definedName></definedNames>")
    let patch = try samplePatch(sheet: "自评表")
    let after = try WorkbookPatch.apply(patch, to: bytes).bytes
    let names = try part("xl/workbook.xml", of: after)
    #expect(names.contains("localSheetId=\"1\">自评表!$A$1:$M$4<"))
    let prior = try #require(PriorPatch.find(in: Workbook.read(after)))
    #expect(prior.firstSheet == "审核结果")
    #expect(prior.area(on: "自评表")?.cells == CellRange("J2:M4"))
    let back = try WorkbookPatch.remove(prior, from: after).bytes
    let (was, now) = (try entries(of: bytes), try entries(of: back))
    #expect(Set(now.keys) == Set(was.keys).union(["xl/styles.xml", "xl/_rels/workbook.xml.rels"]))
    #expect(try part("xl/workbook.xml", of: back) == part("xl/workbook.xml", of: bytes))
    let sheet = try part("xl/worksheets/sheet1.xml", of: back)
    #expect(sheet.contains("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"))
    #expect(!sheet.contains("conditionalFormatting") && !sheet.contains("legacyDrawing"))
  }

  @Test("a value in the way stays; a look in the way gives way only where it may")
  func occupiedCells() throws {
    let bytes = try form("<row r=\"2\"><c r=\"J2\"><v>7</v></c><c r=\"K2\" s=\"0\"/></row>")
      .packed()
    var patch = try samplePatch(sheet: "自评表")
    let first = try WorkbookPatch.apply(patch, to: bytes)
    #expect(first.remarks.filter { $0.kind == .occupiedCell }.count == 2)
    for index in patch.sheets[0].cells.indices { patch.sheets[0].cells[index].replacesBlank = true }
    let second = try WorkbookPatch.apply(patch, to: bytes)
    #expect(second.remarks.map(\.cell) == [CellReference("J2")])
    let workbook = try Workbook.read(second.bytes)
    let sheet = try #require(workbook.sheet(named: "自评表"))
    #expect(sheet.cell(try #require(CellReference("J2")))?.value == .number("7"))
    let prior = try #require(PriorPatch.find(in: workbook))
    #expect(prior.area(on: "自评表")?.contains(try #require(CellReference("J2"))) == false)
    patch.removing = prior
    #expect(try WorkbookPatch.apply(patch, to: second.bytes).bytes == second.bytes)
  }

  @Test("a first sheet never takes a name that is there, whatever its case")
  func nameClash() throws {
    var builder = form()
    builder.addSheet("审核结果", "")
    let patched = try WorkbookPatch.apply(try samplePatch(sheet: "自评表"), to: builder.packed())
    #expect(patched.firstSheetName == "审核结果_2")
    #expect(try Workbook.read(patched.bytes).sheets.map(\.name) == ["审核结果_2", "自评表", "审核结果"])
  }

  @Test("the first sheet alone is selected, and every count of tabs follows it")
  func tabs() throws {
    var builder = PackageBuilder()
    let view = "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews>"
    builder.addSheet("自评表", "", before: view)
    builder.addSheet("说明", "", before: view)
    builder.set("xl/worksheets/_unused.xml", "<a/>")
    let names =
      "<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">说明!$1:$1"
      + "</definedName></definedNames>"
    let bytes = try builder.packed(workbook: names)
    let after = try WorkbookPatch.apply(try samplePatch(sheet: "自评表"), to: bytes).bytes
    #expect(!(try part("xl/worksheets/sheet1.xml", of: after).contains("tabSelected")))
    #expect(!(try part("xl/worksheets/sheet2.xml", of: after).contains("tabSelected")))
    #expect(try part("xl/worksheets/sheet3.xml", of: after).contains("tabSelected=\"1\""))
    #expect(try part("xl/workbook.xml", of: after).contains("localSheetId=\"2\">说明!"))
  }

  @Test("a sheet that says it is not selected keeps its bytes")
  func unselected() throws {
    var builder = PackageBuilder()
    let view = "<sheetViews><sheetView tabSelected=\"%\" workbookViewId=\"0\"/></sheetViews>"
    for (name, word) in [("自评表", "true"), ("说明", "false"), ("选项", "0")] {
      builder.addSheet(name, "", before: view.replacing("%", with: word))
    }
    let before = try builder.packed()
    let after = try WorkbookPatch.apply(try samplePatch(sheet: "自评表"), to: before).bytes
    #expect(!(try part("xl/worksheets/sheet1.xml", of: after).contains("tabSelected")))
    for name in ["xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"] {
      #expect(try part(name, of: after) == part(name, of: before))
    }
  }

  @Test("beside a threaded comment no note is put, and it is said")
  func threadedComment() throws {
    var builder = form()
    builder.set(
      "xl/worksheets/_rels/sheet1.xml.rels",
      "<Relationships xmlns=\"\(PackageBuilder.package)/relationships\"><Relationship Id=\"rId1\""
        + " Type=\"http://schemas.microsoft.com/office/2017/10/relationships/threadedComment\""
        + " Target=\"../threadedComments/threadedComment1.xml\"/></Relationships>")
    builder.set(
      "xl/threadedComments/threadedComment1.xml",
      "<ThreadedComments xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/"
        + "threadedcomments\"><threadedComment ref=\"A2\"/></ThreadedComments>")
    let patched = try WorkbookPatch.apply(try samplePatch(sheet: "自评表"), to: builder.packed())
    #expect(patched.remarks.map(\.kind) == [.threadedComment])
    #expect(patched.remarks.first?.cell == CellReference("A2"))
    #expect(try entries(of: patched.bytes)["xl/comments1.xml"] == nil)
  }

  @Test("our words follow the unit's own in its note, and leave without them")
  func existingNote() throws {
    var builder = form()
    builder.set(
      "xl/worksheets/_rels/sheet1.xml.rels",
      "<Relationships xmlns=\"\(PackageBuilder.package)/relationships\"><Relationship Id=\"rId1\""
        + " Type=\"\(PackageBuilder.office)/comments\" Target=\"/xl/notes.xml\"/></Relationships>")
    let unit =
      "<comment ref=\"A2\" authorId=\"0\"><text><t>单位说明</t></text></comment>"
    builder.set(
      "xl/notes.xml",
      "<comments xmlns=\"\(PackageBuilder.main)\"><authors><author>张三</author></authors>"
        + "<commentList>\(unit)</commentList></comments>")
    let bytes = try builder.packed()
    let after = try WorkbookPatch.apply(try samplePatch(sheet: "自评表"), to: bytes).bytes
    let notes = try part("xl/notes.xml", of: after)
    #expect(notes.contains("<t>单位说明</t><r>"))
    #expect(notes.contains(NoteEditor.separator + "\n【R005"))
    #expect(!notes.contains("Scorebook"))
    let prior = try #require(PriorPatch.find(in: Workbook.read(after)))
    let back = try WorkbookPatch.remove(prior, from: after).bytes
    #expect(try part("xl/notes.xml", of: back) == part("xl/notes.xml", of: bytes))
  }

  @Test("a signed workbook is patched, and its broken signature is said")
  func signed() throws {
    var builder = form()
    builder.set("_xmlsignatures/origin.sigs", "")
    let patched = try WorkbookPatch.apply(try samplePatch(sheet: "自评表"), to: builder.packed())
    #expect(patched.remarks.map(\.kind) == [.brokenSignature])
  }

  @Test("an unknown sheet and a value that is no number are said")
  func missing() throws {
    let bytes = try form().packed()
    var patch = try samplePatch(sheet: "自评表")
    patch.sheets[0].cells[0].value = .number("1,5")
    patch.sheets.append(SheetPatch(sheet: "无"))
    let kinds = try WorkbookPatch.apply(patch, to: bytes).remarks.map(\.kind)
    #expect(kinds == [.unwritableValue, .missingSheet])
  }

  @Test("the record survives names that hold its own marks, and any length")
  func record() {
    var record = PatchRecord()
    record.firstSheet = "a;b,c=%3B"
    record.activeTab = 3
    record.properties = (0..<40).map { "属性 \($0)" }
    let written = record.written()
    #expect(written.allSatisfy { $0.value.utf16.count <= 255 })
    let properties = Dictionary(uniqueKeysWithValues: written.map { ($0.name, $0.value) })
    #expect(PatchRecord.read(from: properties) == record)
  }
}

enum XMLTextSearch {
  /// The first place of some bytes in others.
  static func first(_ wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= wanted.count else { return nil }
    return (0...(bytes.count - wanted.count)).first {
      bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}

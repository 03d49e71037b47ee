import Testing

@testable import Workbooks

@Suite struct SheetReaderTests {
  @Test(arguments: [
    ("<c r='A1'><v>0.9</v></c>", CellValue.number("0.9")),
    ("<c r='A1' t='n'><v> 1.5E-3 </v></c>", .number("1.5E-3")),
    ("<c r='A1'><v>1<!-- comment -->3</v></c>", .number("13")),
    ("<c r='A1'><v><![CDATA[7]]></v></c>", .number("7")),
    ("<c r='A1'><v>&#49;&#x32;</v></c>", .number("12")),
    ("<c r='A1'><v>abc</v></c>", .text("abc")),
    ("<c r='A1'><v/></c>", .blank),
    ("<c r='A1' t='str'><v>a&lt;b</v></c>", .text("a<b")),
    ("<c r='A1' t='b'><v>1</v></c>", .boolean(true)),
    ("<c r='A1' t='b'><v>0</v></c>", .boolean(false)),
    ("<c r='A1' t='e'><v>#N/A</v></c>", .error("#N/A")),
    ("<c r='A1' t='d'><v>2024-03-01</v></c>", .number("45352")),
    ("<c r='A1' t='d'><v>2024-03-01T12:00:00Z</v></c>", .number("45352.5")),
    ("<c r='A1' t='d'><v>soon</v></c>", .text("soon")),
    ("<c r='A1' t='inlineStr'><is><t xml:space='preserve'> 合格 </t></is></c>", .text(" 合格 ")),
    (
      "<c r='A1' t='inlineStr'><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></is></c>",
      .text("ab")
    ),
    ("<c r='A1' t='inlineStr'><is><t>a_x000D_\nb_x005F_c</t></is></c>", .text("a\r\nb_c")),
  ])
  func aCellHasTheValueItStores(_ cell: String, _ value: CellValue) throws {
    #expect(try reading("<row r='1'>\(cell)</row>").value("A1") == value)
  }

  @Test func sharedStringsJoinTheirRunsAndLeavePhoneticGuidesOut() throws {
    var package = PackageBuilder()
    package.setSharedStrings([
      "<t>plain</t>", "<r><t>rich </t></r><r><t>text</t></r>",
      "<t>漢字</t><rPh sb='0' eb='2'><t>かんじ</t></rPh><phoneticPr fontId='1'/>", "<t/>",
      "<t>a&amp;b</t>", "<t>_xD83D__xDE00_</t>",
    ])
    let cells = (0..<6).map { "<c t='s'><v>\($0)</v></c>" }.joined()
    package.addSheet("s", "<row>\(cells)</row>")
    let sheet = try Workbook.read(try package.packed()).sheets[0]
    #expect(
      sheet.cells(inRow: 1).map(\.value) == [
        .text("plain"), .text("rich text"), .text("漢字"), .text(""), .text("a&b"), .text("😀"),
      ])
  }

  @Test func aStringNumberBeyondTheLastIsDamageNamingTheCell() throws {
    var package = PackageBuilder()
    package.setSharedStrings(["<t>one</t>"])
    package.addSheet("s", "<row><c r='B1' t='s'><v>1</v></c></row>")
    let bytes = try package.packed()
    #expect(
      throws: WorkbookError.damaged(
        part: "xl/worksheets/sheet1.xml", detail: "B1 refers to shared string 1 of 1")
    ) { try Workbook.read(bytes) }
  }

  @Test func cellsAndRowsWithoutPlacesFollowThoseBefore() throws {
    let sheet = try reading(
      "<row><c><v>1</v></c></row><row r='5'><c r='C5'><v>2</v></c><c><v>3</v></c></row>"
        + "<row><c><v>4</v></c></row>")
    #expect(sheet.value("A1") == .number("1"))
    #expect(sheet.value("D5") == .number("3"))
    #expect(sheet.value("A6") == .number("4"))
    #expect(sheet.rows == [1, 5, 6])
  }

  @Test func rowsAndCellsOutOfOrderAreFoundAndTheLastOfTwoCounts() throws {
    let sheet = try reading(
      "<row r='9'><c r='B9'><v>1</v></c><c r='A9'><v>2</v></c></row>"
        + "<row r='2'><c r='A2'><v>3</v></c></row><row r='9'><c r='B9'><v>4</v></c></row>")
    #expect(sheet.rows == [2, 9])
    #expect(sheet.cells(inRow: 9).map(\.value) == [.number("2"), .number("4")])
  }

  @Test func aWrongDimensionIsIgnored() throws {
    let sheet = try reading(
      "<row r='3'><c r='C3'><v>1</v></c></row>", before: "<dimension ref='A1:XFD1048576'/>")
    #expect(sheet.usedRange == CellRange("C3"))
  }

  @Test func styledBlanksAreElementsButNoValues() throws {
    let sheet = try reading(
      "<row r='1'><c r='A1'><v>1</v></c><c r='H1' s='0'/></row><row r='40'><c r='C40' s='0'/></row>"
    )
    #expect(sheet.rows == [1] && sheet.usedRange == CellRange("A1"))
    #expect(sheet.formattedExtent == CellRange("A1:H40"))
    #expect(sheet.lastColumnWithElement(inRows: 1...1) == 8)
    #expect(sheet.lastColumnWithElement(inRows: 2...50) == 3)
    #expect(sheet.lastColumnWithElement(inRows: 2...39) == 0)
    let place = try #require(CellReference("C40"))
    #expect(sheet.hasElement(at: place) && sheet.cell(place) == nil)
  }

  @Test func formulasKeepTheirTextAndStoredValues() throws {
    let sheet = try reading(
      """
      <row r='1'><c r='A1'><f>B1&amp;"x"</f><v>3</v></c><c r='B1'><f t='shared' si='0'/><v>4</v></c>\
      <c r='C1'><f>NOW()</f></c><c r='D1' t='str'><f>""</f><v></v></c>\
      <c r='E1'><f t='array' ref='E1:E2'>SUM(A1)</f><v>5</v></c></row>
      """)
    #expect(sheet.cell("A1")?.formula == "B1&\"x\"")
    #expect(sheet.cell("B1")?.formula == "" && sheet.value("B1") == .number("4"))
    #expect(sheet.cell("C1")?.formula == "NOW()" && sheet.value("C1") == .blank)
    #expect(sheet.value("D1") == .text(""))
    #expect(sheet.cell("E1")?.formula == "SUM(A1)")
  }

  @Test func layoutIsRead() throws {
    let sheet = try reading(
      "<row r='2' hidden='1'/><row r='3' ht='0' customHeight='1'/><row r='4' ht='20.5'/>",
      after: """
        <sheetProtection sheet='1'/><mergeCells><mergeCell ref='A1:B2'/></mergeCells>\
        <dataValidations><dataValidation type='list' sqref='C1 D2:D9' prompt='选'>\
        <formula1>"是,否"</formula1></dataValidation></dataValidations><extLst><ext>\
        <x14:dataValidations xmlns:x14='\(excel2010)' xmlns:xm='\(excelMain)'>\
        <x14:dataValidation type='list'><x14:formula1><xm:f>表!$A$1:$A$3</xm:f></x14:formula1>\
        <xm:sqref>E5</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>
        """,
      before: "<cols><col min='1' max='2' width='9.5'/><col min='4' max='99999' hidden='1'/></cols>"
    )
    #expect(sheet.hiddenRows == [2, 3] && sheet.rowHeights[4] == 20.5)
    #expect(sheet.columnWidths.map(\.columns) == [1...2] && sheet.hiddenColumns == [4...16_384])
    #expect(sheet.isProtected && sheet.merges.map(\.description) == ["A1:B2"])
    #expect(sheet.validations.map(\.formula1) == ["\"是,否\"", "表!$A$1:$A$3"])
    #expect(sheet.validations.map { $0.ranges.map(\.description) } == [["C1", "D2:D9"], ["E5"]])
    #expect(sheet.validations.first?.prompt == "选")
  }

  @Test func aPrefixedStrictSheetReadsLikeAnyOther() throws {
    var package = PackageBuilder()
    package.addSheet("s", "")
    package.set(
      "xl/worksheets/sheet1.xml",
      """
      <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>\
      <x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>
      """)
    let sheet = try Workbook.read(try package.packed()).sheets[0]
    #expect(sheet.value("A1") == .number("2") && sheet.cell("A1")?.formula == "1+1")
  }

  @Test(arguments: [
    "<row r='0'/>", "<row r='1048577'/>", "<row r='1'><c r='A0'/></row>",
    "<row r='1'><c r='XFE1'/></row>", "<row r='1'><c r='1A'/></row>",
    "<row r='1'><c r='XFD1'/><c/></row>", "<row r='1'><c r=''/></row>",
  ])
  func placesOutsideTheSheetAreDamage(_ rows: String) {
    #expect(throws: WorkbookError.self) { try reading(rows) }
  }
}

private let excel2010 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
private let excelMain = "http://schemas.microsoft.com/office/excel/2006/main"

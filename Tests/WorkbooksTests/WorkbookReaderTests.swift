import Testing

@testable import Workbooks

@Suite struct WorkbookReaderTests {
  private let row = "<row r='1'><c r='A1'><v>1</v></c></row>"

  @Test func sheetsNamesAndStatesAreRead() throws {
    var package = PackageBuilder()
    package.addSheet("甲&amp;乙", row)
    package.addSheet("b", row, attributes: "state='veryHidden'")
    let workbook = try Workbook.read(
      try package.packed(
        workbook: """
          <definedNames><definedName name="n" localSheetId="1" hidden="1">b!$A$1</definedName>\
          <definedName name="m">1&amp;2</definedName></definedNames>
          """))
    #expect(workbook.sheets.map(\.name) == ["甲&乙", "b"])
    #expect(workbook.sheets.map(\.state) == [.visible, .veryHidden])
    #expect(
      workbook.definedNames == [
        DefinedName(name: "n", scope: "b", formula: "b!$A$1", isHidden: true),
        DefinedName(name: "m", scope: nil, formula: "1&2", isHidden: false),
      ])
    #expect(workbook.sheet(named: "B")?.part == "xl/worksheets/sheet2.xml")
  }

  @Test func aWorkbookWithoutSheetsOrCellsIsNoError() throws {
    let workbook = try Workbook.read(try PackageBuilder().packed())
    #expect(workbook.sheets.isEmpty)
    #expect(try reading("").usedRange == nil)
  }

  @Test func chartSheetsAreSkippedAndStillCountForScopes() throws {
    var package = PackageBuilder()
    package.addSheet("图", "")
    package.addSheet("表", row)
    package.set(
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships xmlns="\(PackageBuilder.package)/relationships">\
      <Relationship Id="rId1" Type="\(PackageBuilder.office)/chartsheet" Target="/xl/chart.xml"/>\
      <Relationship Id="rId2" Type="\(PackageBuilder.office)/worksheet" \
      Target="../xl/worksheets/../Worksheets/sheet%32.xml"/></Relationships>
      """)
    let names =
      "<definedNames><definedName name='n' localSheetId='1'>1</definedName></definedNames>"
    let workbook = try Workbook.read(try package.packed(workbook: names))
    #expect(workbook.sheets.map(\.name) == ["表"])
    #expect(workbook.definedNames.first?.scope == "表")
  }

  @Test func aSheetWithoutItsPartIsDamage() throws {
    var package = PackageBuilder()
    package.addSheet("a", row)
    package.remove("xl/worksheets/sheet1.xml")
    let bytes = try package.packed()
    #expect(
      throws: WorkbookError.damaged(
        part: "xl/worksheets/sheet1.xml", detail: "the part of sheet “a” is missing")
    ) { try Workbook.read(bytes) }
  }

  @Test func aSheetOfAnotherVocabularyIsDamageAndNeverAnEmptySheet() throws {
    var package = PackageBuilder()
    package.addSheet("a", row)
    package.set("xl/worksheets/sheet1.xml", "<worksheet xmlns='urn:other'><sheetData/></worksheet>")
    let bytes = try package.packed()
    #expect(throws: WorkbookError.self) { try Workbook.read(bytes) }
  }

  @Test func formatsComeFromTheCellFormats() throws {
    var package = PackageBuilder()
    package.setStyles(formatIDs: [0, 10, 14, 164, 31], custom: [164: "0.000"])
    let cells = (0..<6).map { "<c s='\($0)'><v>1</v></c>" }.joined() + "<c s='1'/><c s='0'/>"
    package.addSheet("a", "<row>\(cells)</row>")
    let sheet = try Workbook.read(try package.packed()).sheets[0]
    let formats = sheet.cells(inRow: 1).map(\.format)
    #expect(formats.map(\.kind) == [.number, .percent, .date, .number, .date, .number])
    #expect(formats.map(\.decimals) == [nil, 2, nil, 3, nil, nil])
    // A blank is a cell where its number format says something.
    #expect(sheet.cell("G1")?.format.kind == .percent && sheet.cell("H1") == nil)
  }

  @Test func propertiesAreRead() throws {
    var package = PackageBuilder()
    package.addSheet("a", row)
    package.set(
      "_rels/.rels",
      """
      <Relationships xmlns="\(PackageBuilder.package)/relationships">\
      <Relationship Id="1" Type="\(PackageBuilder.office)/officeDocument" Target="/xl/workbook.xml"/>\
      <Relationship Id="2" Type="\(PackageBuilder.package)/relationships/metadata/core-properties" \
      Target="docProps/core.xml"/><Relationship Id="3" \
      Type="\(PackageBuilder.office)/custom-properties" Target="docProps/custom.xml"/>\
      <Relationship Id="4" Type="\(PackageBuilder.package)/relationships/digital-signature/origin" \
      Target="_xmlsignatures/origin.sigs"/></Relationships>
      """)
    package.set(
      "docProps/core.xml",
      "<c:p xmlns:c='u' xmlns:d='v'><d:modified>2024-03-01T08:00:00Z</d:modified></c:p>")
    package.set(
      "docProps/custom.xml",
      "<Properties xmlns='u' xmlns:vt='v'><property pid='2' name='k'><vt:lpwstr>值</vt:lpwstr>"
        + "</property></Properties>")
    let workbook = try Workbook.read(try package.packed(workbook: "<workbookPr date1904='1'/>"))
    #expect(workbook.properties.modified == "2024-03-01T08:00:00Z")
    #expect(workbook.properties.custom == ["k": "值"])
    #expect(workbook.isSigned && !workbook.isMacroEnabled && workbook.uses1904Dates)
    #expect(workbook.date(ofSerial: "0")?.description == "1904-01-01")
  }

  @Test(arguments: [
    ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("word/document.xml", "<a/>"),
    ("Index/Document.iwa", ""),
  ])
  func packagesOfOtherProgramsAreNoWorkbooks(_ name: String, _ contents: String) throws {
    let bytes = try ZipArchive.packing([(name, Array(contents.utf8))])
    #expect {
      try Workbook.read(bytes)
    } throws: { error in
      guard case .notAWorkbook? = error as? WorkbookError else { return false }
      return true
    }
  }

  @Test func everyPartDamagedAtEveryByteIsReadOrRefusedAndNeverCrashes() throws {
    var package = PackageBuilder()
    package.setSharedStrings(["<t>a</t>", "<r><t>b</t></r>"])
    package.setStyles(formatIDs: [0, 164], custom: [164: "[h]&quot;x&quot;0.0%"])
    package.addSheet(
      "a", "<row r='1' ht='3'><c r='A1' t='s' s='1'><v>1</v></c><c><f>A1</f><v>2</v></c></row>",
      after: "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>")
    for part in package.parts {
      for at in stride(from: 0, to: part.bytes.count, by: 3) {
        for byte in [0x20, 0x39, 0x3C, 0x3E, 0x22, 0x5B] as [UInt8] {
          var changed = package
          var bytes = part.bytes
          bytes[at] = byte
          changed.set(part.name, bytes)
          guard let workbook = try? Workbook.read(try changed.packed()) else { continue }
          for sheet in workbook.sheets { _ = sheet.rows.map { sheet.cells(inRow: $0) } }
        }
      }
    }
  }
}

@Suite struct LimitTests {
  private func limited(_ limits: Limits, _ rows: String) throws {
    var package = PackageBuilder()
    package.setSharedStrings(["<t>a</t>", "<t>b</t>"])
    package.addSheet("a", rows, after: "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>")
    package.addSheet("b", rows)
    _ = try Workbook.read(try package.packed(), limits: limits)
  }

  @Test(arguments: [
    (with { $0.cells = 3 }, Limit.cells), (with { $0.rows = 1 }, .rows),
    (with { $0.sheets = 1 }, .sheets), (with { $0.strings = 1 }, .strings),
    (with { $0.parts = 4 }, .parts), (with { $0.nesting = 3 }, .nesting),
    (with { $0.partBytes = 100 }, .partBytes), (with { $0.inflatedBytes = 900 }, .inflatedBytes),
    (with { $0.fileBytes = 900 }, .fileBytes), (with { $0.merges = 0 }, .merges),
    (with { $0.attributes = 1 }, .attributes), (with { $0.attributeBytes = 20 }, .attributeBytes),
  ])
  func whatIsBeyondALimitIsRefusedByItsName(_ limits: Limits, _ limit: Limit) throws {
    let rows = "<row r='1'><c r='A1'/><c r='B1'/></row><row r='2'/>"
    try limited(.standard, rows)
    #expect {
      try limited(limits, rows)
    } throws: { error in
      guard case .beyondLimit(limit, _, _, _)? = error as? WorkbookError else { return false }
      return true
    }
  }

  @Test func aBombAmongTheSharedStringsIsRefusedBeforeItIsInflated() throws {
    var package = PackageBuilder()
    package.addSheet("a", "")
    package.setSharedStrings([String(repeating: "<t>aaaaaaaaaaaaaaaaaaaaa</t>", count: 1 << 19)])
    let bytes = try package.packed()
    #expect {
      try Workbook.read(bytes)
    } throws: { error in
      guard case .beyondLimit(.ratio, _, _, "xl/sharedStrings.xml")? = error as? WorkbookError
      else { return false }
      return true
    }
  }
}

private func with(_ change: (inout Limits) -> Void) -> Limits {
  var limits = Limits.standard
  change(&limits)
  return limits
}

import Foundation
import Testing

@testable import Workbooks

/// Every limit is counted, each may be changed, and docs/limits.md says all of them.
@Suite struct LimitsTests {
  /// Two of everything, so that a limit of one is passed.
  private static func workbook() throws -> [UInt8] {
    var package = PackageBuilder()
    package.addSheet(
      "一",
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
      <row r="2"><c r="A2" s="1"><v>2</v></c></row>
      """,
      after: """
        <mergeCells><mergeCell ref="D1:E1"/><mergeCell ref="D2:E2"/></mergeCells>\
        <dataValidations><dataValidation sqref="A1 A2"/></dataValidations>
        """,
      before: "<cols><col min=\"1\" max=\"1\" width=\"9\"/><col min=\"2\" max=\"2\"/></cols>")
    package.addSheet("二", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
    package.setSharedStrings(["<t>甲</t>", "<t>乙</t>"])
    package.setStyles(formatIDs: [0, 10])
    let names =
      "<definedName name=\"a\">$A$1</definedName><definedName name=\"b\">$A$2</definedName>"
    return try package.packed(workbook: "<definedNames>\(names)</definedNames>")
  }

  private static let counted: [Limit] = Limit.allCases.filter {
    ![
      .ratio, .ratioFrom, .elements, .forms, .indicators, .bundleBytes, .bundleInflatedBytes,
      .bundleEntries, .bundleDepth, .nestedBundleBytes,
    ].contains($0)
  }

  @Test func aProgrammeMayBeLargerThanAReturnAndNothingElse() {
    let larger: [Limit] = [.fileBytes, .inflatedBytes, .partBytes, .cells]
    for limit in Limit.allCases {
      let (programme, standard) = (Limits.programme[limit], Limits.standard[limit])
      #expect(larger.contains(limit) ? programme > standard : programme == standard, "\(limit)")
    }
  }

  @Test(arguments: counted) func aLimitIsCounted(_ limit: Limit) throws {
    let bytes = try Self.workbook()
    #expect(throws: Never.self) { try Workbook.read(bytes) }
    var limits = Limits.standard
    limits[limit] = 1
    let thrown = #expect(throws: WorkbookError.self) { try Workbook.read(bytes, limits: limits) }
    guard case .beyondLimit(limit, let found, 1, _)? = thrown else {
      Issue.record("\(limit.name): \(String(describing: thrown))")
      return
    }
    #expect(found > 1)
  }

  @Test func theElementsOfAPartToBeChangedAreCounted() throws {
    var limits = Limits.standard
    limits.elements = 5
    let bytes = try Self.workbook()
    let patch = try samplePatch(sheet: "一")
    #expect(throws: Never.self) { try WorkbookPatch.apply(patch, to: bytes) }
    #expect {
      try WorkbookPatch.apply(patch, to: bytes, limits: limits)
    } throws: { error in
      guard case .beyondLimit(.elements, 6, 5, _)? = error as? WorkbookError else { return false }
      return true
    }
  }

  @Test func theRatioCountsFromItsSize() throws {
    let bytes = try ZipArchive.packing([("a", [UInt8](repeating: 0x20, count: 100_000))])
    func read(_ limits: Limits) throws {
      let archive = try ZipArchive(bytes, limits: limits)
      _ = try archive.read(archive.entries[0])
    }
    #expect(throws: Never.self) { try read(.standard) }
    var limits = Limits.standard
    limits.ratioFrom = 99_999
    #expect(throws: WorkbookError.self) { try read(limits) }
    limits.ratio = 2000
    #expect(throws: Never.self) { try read(limits) }
  }

  @Test func twoSheetsOfOnePartAreRefused() throws {
    var package = PackageBuilder()
    package.addSheet("一", "")
    package.set(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(PackageBuilder.main)" xmlns:r="\(PackageBuilder.office)"><sheets>\
      <sheet name="一" r:id="rId1"/><sheet name="二" r:id="rId1"/></sheets></workbook>
      """)
    let bytes = try package.packed()
    #expect(
      throws: WorkbookError.damaged(
        part: "xl/worksheets/sheet1.xml", detail: "two sheets refer to it, “二” the second")
    ) { try Workbook.read(bytes) }
  }

  @Test(arguments: ["99999999999999999999", "x", "-1", ""])
  func aRowThatSaysNoNumberIsDamage(_ number: String) {
    #expect(throws: WorkbookError.self) {
      try reading("<row r=\"\(number)\"><c r=\"A1\"><v>1</v></c></row>")
    }
  }

  @Test func everyLimitHasANameOfItsOwn() {
    #expect(Set(Limit.allCases.map(\.name)).count == Limit.allCases.count)
    for limit in Limit.allCases { #expect(Limit(named: limit.name) == limit) }
    #expect(Limit(named: "definedNames") == nil && Limit.definedNames.name == "defined-names")
  }

  @Test func theDocumentSaysEveryLimitWithItsNumber() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../docs/limits.md").standardized
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| `") }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    let said = rows.map { "\($0[0]) \($0[1].replacingOccurrences(of: ",", with: ""))" }
    #expect(said == Limit.allCases.map { "`\($0.name)` \(Limits.standard[$0])" })
    for row in rows { #expect(row.count == 4, "\(row[0]) says what it counts and why") }
  }
}

import Testing

@testable import Workbooks

@Suite("Sheets beside the form")
struct UntouchedSheetTests {
  /// A workbook whose second sheet is long, with a fault in its compressed bytes far behind the
  /// settings, so that whoever inflates it whole is refused.
  private func workbook(selecting: Bool) throws -> [UInt8] {
    var builder = PackageBuilder()
    builder.addSheet("自评表", "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>")
    // With fewer formats sheets are searched for references to some that are missing.
    builder.setStyles(formatIDs: [0, 9])
    let rows = (1...20_000).map {
      "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0 &* 7919)</v></c></row>"
    }
    builder.addSheet(
      "明细", rows.joined(),
      before: "<sheetViews><sheetView\(selecting ? " tabSelected=\"1\"" : "")"
        + " workbookViewId=\"0\"/></sheetViews>")
    var bytes = try builder.packed()
    let name = Array("xl/worksheets/sheet2.xml".utf8)
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: name) }) + name.count
    for at in (start + 60_000)..<(start + 60_100) { bytes[at] ^= 0x5A }
    return bytes
  }

  @Test("they are not inflated beyond their settings")
  func untouched() throws {
    let bytes = try workbook(selecting: false)
    #expect(throws: WorkbookError.self) { try Workbook.read(bytes) }
    let patched = try WorkbookPatch.apply(try samplePatch(sheet: "自评表", column: 10), to: bytes)
    #expect(patched.firstSheetName == "审核结果")
  }

  @Test("one that is selected has to be inflated")
  func selected() throws {
    let bytes = try workbook(selecting: true)
    #expect(throws: WorkbookError.self) {
      try WorkbookPatch.apply(try samplePatch(sheet: "自评表", column: 10), to: bytes)
    }
  }
}

import Testing

@testable import Workbooks

/// Rows that begin on the short path, merges that are taken there, and the nearest that are not.
@Suite struct PlainRowTests {
  /// Each as nearly all programs write it, and the same in a way that only the long path reads.
  @Test(arguments: [
    (#"<row r="3" spans="1:9" ht="30" customHeight="1">"#, "<row r='3' ht='30'>"),
    (#"<row r="3" s="7" customFormat="1" ht="12.75">"#, "<row r='3' ht='12.75'>"),
    (#"<row r="3" ht="0">"#, "<row r='3' ht='0'>"),
    (#"<row r="3" ht="x">"#, "<row r='3' ht='x'>"),
    (#"<row r="3" hidden="1">"#, "<row r='3' hidden='1'>"),
    (#"<row r="3" x14ac:dyDescent="0.2">"#, "<row r='3'>"),
    (#"<row ht="20" r="1048576">"#, "<row ht='20' r='1048576'>"),
    (#"<row ht="20">"#, "<row ht='20'>"),
    (#"<row r="0">"#, "<row r='0'>"),
    (#"<row r="1048577">"#, "<row r='1048577'>"),
    (#"<row r="">"#, "<row r=''>"),
    (#"<row r="x">"#, "<row r='x'>"),
    (#"<row r="3" other="1">"#, "<row r='3' other='1'>"),
  ])
  func bothPathsReadTheSame(_ plain: String, _ other: String) {
    let cells = #"<c><v>1</v></c><c/></row><row><c><v>2</v></c></row>"#
    #expect(outcome(plain + cells) == outcome(other + cells))
  }

  @Test(arguments: [
    #"<row r="1" r="2"></row>"#, #"<row r="1"ht="2"></row>"#, #"<row r="1"></raw>"#,
    #"<row r="1"><c r="A1"></row></c>"#, #"<row r=1></row>"#, #"<row r="1" ht="<"></row>"#,
    #"<row r="1">"#, #"<row r="1" s="&nope;"></row>"#,
  ])
  func whatIsNotWellFormedIsDamage(_ row: String) {
    #expect(outcome(row).hasPrefix("damaged"))
  }

  @Test func plainRowsCountAgainstTheLimit() throws {
    var limits = Limits.standard
    limits.rows = 3
    let rows = (1...4).map { #"<row r="\#($0)"><c r="A\#($0)"><v>1</v></c></row>"# }.joined()
    #expect(throws: WorkbookError.self) { try sheet(rows, limits) }
    limits.rows = 4
    #expect(try sheet(rows, limits).rows == [1, 2, 3, 4])
  }

  @Test func rowsOfEitherKindFollowEachOther() throws {
    let sheet = try sheet(
      #"<row r="1"/><row r="2"><c r="A2"><v>1</v></c></row> <row r='3' ht='9'><c r="A3"><v>2</v></c></row><row r="5" ht="11"><c r='A5'><v>3</v></c></row>"#
    )
    #expect(sheet.rows == [2, 3, 5])
    #expect(sheet.rowHeights == [3: 9, 5: 11])
  }

  @Test func mergesOfEitherKindFollowEachOther() throws {
    var package = PackageBuilder()
    package.addSheet(
      "s", #"<row r="1"><c r="A1"><v>1</v></c></row>"#,
      after:
        #"<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref='C1:C9'/><mergeCell ref="D1:XFD1048576"/><mergeCell ref="nowhere"/><mergeCell ref="E1"/></mergeCells>"#
    )
    let sheet = try Workbook.read(try package.packed()).sheets[0]
    let expected = ["A1:B2", "C1:C9", "D1:XFD1048576", "E1"]
    #expect(sheet.merges.map(\.description) == expected)
  }

  private func outcome(_ rows: String) -> String {
    readingOutcome {
      let sheet = try sheet(rows)
      let cells = sheet.rows.flatMap { sheet.cells(inRow: $0) }
      let heights = sheet.rowHeights.sorted { $0.key < $1.key }
      return "\(cells) \(heights) \(sheet.hiddenRows.sorted())"
    }
  }

  private func sheet(_ rows: String, _ limits: Limits = .standard) throws -> Sheet {
    var package = PackageBuilder()
    package.addSheet("s", rows)
    return try Workbook.read(try package.packed(), limits: limits).sheets[0]
  }
}

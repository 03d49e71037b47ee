import Testing
import Workbooks

@Suite struct CellReferenceTests {
  @Test func lettersAndNumbersAgree() {
    #expect(CellReference("$F$18") == CellReference(row: 18, column: 6))
    #expect(CellReference(row: 1_048_576, column: 16_384)?.description == "XFD1048576")
    #expect(CellReference("XFE1") == nil)
    #expect(CellReference("F") == nil)
    #expect(CellRange("C3:A1")?.description == "A1:C3")
  }

  @Test(arguments: [1, 9, 15, 16, 17, 26, 27, 702, 703], [1, 9, 10, 63, 64, 65, 999, 1_000])
  func aPlaceIsWrittenInLettersAndDigits(column: Int, row: Int) {
    let place = CellReference(row: row, column: column)
    #expect(place?.description == CellReference.letters(ofColumn: column) + "\(row)")
    #expect(place.flatMap { CellReference($0.description) } == place)
  }
}

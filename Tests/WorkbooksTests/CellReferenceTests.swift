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
}

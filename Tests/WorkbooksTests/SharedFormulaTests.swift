import Testing

@testable import Workbooks

@Suite struct SharedFormulaTests {
  @Test(arguments: [
    ("A1+B$2*$C3", "B3+C$2*$C5"), ("SUM(A1:A3)", "SUM(B3:B5)"), ("SUM(A:A)", "SUM(B:B)"),
    ("表!A1", "表!B3"), ("'A1''s'!A1", "'A1''s'!B3"), (#"IF(A1="A1",1,2)"#, #"IF(B3="A1",1,2)"#),
    ("LOG10(A1)", "LOG10(B3)"), ("TRUE", "TRUE"), ("1E5+A1", "1E5+B3"), ("$A$1", "$A$1"),
    ("$A:$A", "$A:$A"), ("", ""),
  ])
  func relativePlacesMoveAlong(_ formula: String, _ moved: String) {
    #expect(SharedFormula.moved(formula, rows: 2, columns: 1) == moved)
  }

  @Test(arguments: ["A1", "1+A5", "B2+A9"])
  func aPlaceThatLeavesTheSheetIsNone(_ formula: String) {
    #expect(SharedFormula.moved(formula, rows: 0, columns: -1) == nil)
  }

  @Test func aFollowerIsWorkedOutFromItsMaster() throws {
    let rows = """
      <row r="1"><c r="A1"><v>2</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*10</f></c></row>
      <row r="2"><c r="A2"><v>3</v></c><c r="B2"><f t="shared" si="0"/></c></row>
      <row r="3"><c r="A3"><v>4</v></c><c r="B3"><f t="shared" si="7"/></c></row>
      """
    let sheet = try reading(rows)
    #expect(CellReference("B2").flatMap { sheet.formula(at: $0) } == "A2*10")
    #expect(sheet.cell("B2")?.formula == "")
    #expect(try answer(rows, at: "B2") == .number("30"))
    #expect(try answer(rows, at: "B3") == nil)
  }
}

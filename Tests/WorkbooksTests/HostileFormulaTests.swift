import Testing

@testable import Workbooks

/// Formulas made to hang, overflow the stack or fill the memory: each ends at once.
@Suite(.timeLimit(.minutes(30))) struct HostileFormulaTests {
  @Test(arguments: [
    String(repeating: "(", count: 8000) + "1" + String(repeating: ")", count: 8000),
    String(repeating: "IF(1,", count: 65) + "1" + String(repeating: ")", count: 65),
    String(repeating: "-(", count: 9000), String(repeating: "SUM(", count: 5000),
    "9^9^9^9^9^9", "2^1000000000", "1E308*1E308", "10^64*10^64", "0.1^64^64",
    "SUM(" + String(repeating: "A:XFD,", count: 4000) + "1", String(repeating: "1+", count: 20_000),
  ])
  func aFormulaOutOfBoundsIsLeftOpen(_ formula: String) throws {
    #expect(try calculated(formula) == nil)
  }

  @Test func bracketsWithinExcelsBoundAreRead() throws {
    let deep = String(repeating: "(", count: 64) + "1" + String(repeating: ")", count: 64)
    #expect(try calculated(deep) == .number("1"))
    #expect(try calculated(String(repeating: "-", count: 8000) + "1") == .number("1"))
    #expect(try calculated("SUM(A1:XFD98)", ["A1": "1", "C7": "2"]) == .number("3"))
  }

  @Test func cyclesAreLeftOpen() throws {
    #expect(try calculated("A1", ["A1": "=B1", "B1": "=A1+1"]) == nil)
    #expect(try calculated("A1", ["A1": "=A1"]) == nil)
    #expect(try calculated("SUM(Z98:Z100)") == nil)
  }

  @Test func aChainOfCellsIsFollowedToABound() throws {
    func chain(_ length: Int) -> [String: String] {
      var cells = ["A\(length)": "1"]
      for row in 1..<length { cells["A\(row)"] = "=A\(row + 1)+1" }
      return cells
    }
    #expect(try calculated("A1", chain(50)) == .number("50"))
    #expect(try calculated("A1", chain(90)) == nil)
  }

  @Test func doublingCellsAreLookedAtOnce() throws {
    var cells = ["A60": "1"]
    for row in 1..<60 { cells["A\(row)"] = "=A\(row + 1)+A\(row + 1)" }
    #expect(try calculated("A1", cells) == .number("576460752303423000"))
  }

  @Test func giantRangesOfFullSheetsAreGivenUp() throws {
    var rows = ""
    for row in 1...1000 {
      let cells = (1...50).map { column in
        "<c r=\"\(CellReference.letters(ofColumn: column))\(row)\"><f>SUM($A$1:$XFD$1048576)</f></c>"
      }
      rows += "<row r=\"\(row)\">\(cells.joined())</row>"
    }
    let workbook = try formulaWorkbook(rows)
    #expect(answer(in: workbook, at: "A1") == nil)
  }

  @Test func productsOfWholeColumnsAreGivenUp() throws {
    #expect(try calculated("SUMPRODUCT(A:A,B:B)", ["A1": "1", "B1": "2"]) == nil)
  }

  @Test func allFormulasTogetherHaveOneBound() throws {
    var rows = ""
    let term = (1...800).map { "A\($0)" }.joined(separator: "+")
    for row in 1...2000 { rows += "<row r=\"\(row)\"><c r=\"B\(row)\"><f>\(term)</f></c></row>" }
    let calculator = Calculator(try formulaWorkbook(rows))
    func value(_ row: Int) -> CellValue? {
      CellReference(row: row, column: 2).flatMap { calculator.answer(to: $0, on: "表")?.value }
    }
    #expect(value(1) == .number("0"))
    for row in 2...1999 { _ = value(row) }
    #expect(value(2000) == nil)
  }

  @Test func noFormulaWhateverTraps() throws {
    let parts = [
      "1", "0.5", "9E37", "1E-37", "170141183460469231731687303715884105727", "A1", "$B$2", "C:C",
      "A1:C3", "表!A1", "'Other sheet'!B2", "TRUE", "\"x\"", "\"7\"", "+", "-", "*", "/", "^", "%",
      "=", "<>", "<=", ">", "(", ")", ",", ":", "SUM(", "AVERAGE(", "MIN(", "MAX(", "ROUND(", "IF(",
      "SUMPRODUCT(", "NOW(", "&", "#", "!", "'", " ", "件",
    ]
    var random = SplitMix(state: 7)
    var rows = """
      <row r="1"><c r="A1"><v>9E37</v></c><c r="B1"><f>A1*A1</f></c></row>
      <row r="2"><c r="A2"><v>-1E-30</v></c><c r="B2"><f>-A2/A1</f></c></row>
      <row r="3"><c r="C3"><f>SUM(A:B)</f></c></row>
      """
    for row in 11...3010 {
      let count = Int.random(in: 1...14, using: &random)
      let formula = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let place = CellReference(uncheckedRow: row, column: 26)
      rows += "<row r=\"\(row)\">\(formulaCell(place, "=" + formula))</row>"
    }
    let workbook = try formulaWorkbook(rows)
    let worked = (11...3010).count { answer(in: workbook, at: "Z\($0)") != nil }
    #expect(worked > 50)
  }
}

/// Random numbers that are the same on every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

import Testing

@testable import Workbooks

/// Formulas made to hang, overflow the stack or fill the memory: each ends at once.
@Suite struct HostileFormulaTests {
  /// Runs what must end at once; a machine under load is given ten times the time.
  private func atOnce(_ work: () throws -> CellValue?) throws -> CellValue? {
    let clock = ContinuousClock()
    let start = clock.now
    let value = try work()
    #expect(clock.now - start < .seconds(3))
    return value
  }

  @Test(arguments: [
    String(repeating: "(", count: 8000) + "1" + String(repeating: ")", count: 8000),
    String(repeating: "IF(1,", count: 65) + "1" + String(repeating: ")", count: 65),
    String(repeating: "-(", count: 9000), String(repeating: "SUM(", count: 5000),
    "9^9^9^9^9^9", "2^1000000000", "1E308*1E308", "10^64*10^64", "0.1^64^64",
    "SUM(" + String(repeating: "A:XFD,", count: 4000) + "1", String(repeating: "1+", count: 20_000),
  ])
  func aFormulaOutOfBoundsIsLeftOpen(_ formula: String) throws {
    #expect(try atOnce { try calculated(formula) } == nil)
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
    #expect(try atOnce { try calculated("A1", chain(90)) } == nil)
  }

  @Test func doublingCellsAreLookedAtOnce() throws {
    var cells = ["A60": "1"]
    for row in 1..<60 { cells["A\(row)"] = "=A\(row + 1)+A\(row + 1)" }
    #expect(try atOnce { try calculated("A1", cells) } == .number("576460752303423000"))
  }

  @Test func giantRangesOfFullSheetsAreGivenUp() throws {
    var rows = ""
    for row in 1...2000 {
      let cells = (1...50).map { column in
        "<c r=\"\(CellReference.letters(ofColumn: column))\(row)\"><f>SUM($A$1:$XFD$1048576)</f></c>"
      }
      rows += "<row r=\"\(row)\">\(cells.joined())</row>"
    }
    #expect(try atOnce { try answer(rows, at: "A1") } == nil)
  }

  @Test func productsOfWholeColumnsAreGivenUp() throws {
    #expect(try atOnce { try calculated("SUMPRODUCT(A:A,B:B)", ["A1": "1", "B1": "2"]) } == nil)
  }

  @Test func allFormulasTogetherHaveOneBound() throws {
    var rows = ""
    let term = (1...800).map { "A\($0)" }.joined(separator: "+")
    for row in 1...2000 { rows += "<row r=\"\(row)\"><c r=\"B\(row)\"><f>\(term)</f></c></row>" }
    var package = PackageBuilder()
    package.addSheet("表", rows)
    let calculator = Calculator(try Workbook.read(try package.packed()))
    func value(_ row: Int) -> CellValue? {
      CellReference(row: row, column: 2).flatMap { calculator.answer(to: $0, on: "表")?.value }
    }
    #expect(value(1) == .number("0"))
    _ = try atOnce { (2...2000).reduce(nil) { _, row in value(row) } }
    #expect(value(2000) == nil)
  }
}

import Evaluation
import Testing

@Suite struct TypedCellTests {
  /// What is read from an 实际完成值 cell that was drawn this way.
  private func content(_ drawn: String) throws -> Typed.Content? {
    let report = try FormFixture.report(
      FormFixture.changed("| ≥200 | 180 |", "| ≥200 | \(drawn) |"))
    return report.indicators.first?.cells[.actual]?.content
  }

  @Test func numbersKeepTheDigitsStored() throws {
    #expect(
      try content("0.30000000000000004")
        == .number("0.30000000000000004", isPercent: false, shownDecimals: nil))
    #expect(try content("%0.9509") == .number("0.9509", isPercent: true, shownDecimals: 2))
  }

  @Test func textsAreKeptAsTyped() throws {
    #expect(try content("'217") == .text("217"))
    #expect(try content("　") == .blank)
    #expect(try content("TRUE") == .boolean(true))
    #expect(try content("#DIV/0!") == .error("#DIV/0!"))
  }

  @Test func aNumberShownAsADateIsADay() throws {
    #expect(try content("@45597") == CalendarDay(year: 2024, month: 11, day: 1).map { .date($0) })
  }

  @Test func aFormulaCountsByItsStoredValue() throws {
    #expect(try content("=A1+1→5") == .number("5", isPercent: false, shownDecimals: nil))
    #expect(
      try content("=_xlfn.DISPIMG(\"ID_1\",1)") == .text("=_xlfn.DISPIMG(\"ID_1\",1)"))
  }

  @Test func aFormulaWithoutAStoredValueIsWorkedOut() throws {
    #expect(try content("=D5*2") == .number("200", isPercent: false, shownDecimals: nil))
    #expect(try content("=IF(D5>1,\"是\",\"否\")") == .text("是"))
    #expect(try content("=D5>1") == .boolean(true))
    #expect(try content("=NOW()") == .unevaluatedFormula("NOW()"))
  }
}

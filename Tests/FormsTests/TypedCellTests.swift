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

  @Test(
    arguments: [
      ("{3}300", "300", "V015"), ("{4}180", nil, "V002"), ("{7}1800000", "180", ""),
      ("{8}180", "180", ""), ("{9}180", "180", ""), ("{10}180", nil, "V002"),
      ("{6}180", nil, "V002"),
      ("{11}1.8", nil, "V002"), ("{5}180", nil, "V002"),
    ] as [(String, String?, String)])
  func aFormatThatSaysSomethingIsReadWithItsNumber(
    _ drawn: String, _ actual: String?, _ code: String
  ) throws {
    let workbook = FormFixture.changed("| ≥200 | 180 |", "| ≥200 | \(drawn) |")
    let evaluated = Evaluator(scheme: try FormFixture.scheme(), programme: nil).evaluate(
      try FormFixture.report(workbook))
    let row = evaluated.scorecard.indicators.first
    #expect(row?.actual == actual, "\(drawn)")
    let codes = evaluated.findings.filter { $0.indicator == row?.id }.map(\.code.rawValue)
      .filter { $0.hasPrefix("V") }
    #expect(
      codes.joined(separator: " ") == code,
      "\(drawn)")
  }

  @Test(arguments: [("{3}200", "≤200"), ("{4}200", "≥200"), ("{11}2", "≥200%")])
  func aTargetsFormatGivesItsSign(_ drawn: String, _ target: String) throws {
    let report = try FormFixture.report(FormFixture.changed("| ≥200 |", "| \(drawn) |"))
    #expect(report.indicators.first?.cells[.target]?.shown == (drawn == "{4}200" ? "200人" : target))
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

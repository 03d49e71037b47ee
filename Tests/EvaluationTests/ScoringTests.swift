import Evaluation
import Figures
import Testing

/// Scoring in the default scheme, clause by clause; the expected numbers are worked out by hand.
@Suite struct ScoringTests {
  /// One indicator of a form, scored.
  private func score(
    _ target: String, _ actual: String, points: String = "8", name: String = "指标",
    claimed: String = ""
  ) throws -> IndicatorResult {
    let table = """
      | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
      | 产出指标 | 数量指标 | \(name) | \(target) | \(actual) | \(points) | \(claimed) |
      """
    let scheme = try ShippedScheme.mof.scheme
    let evaluated = Evaluator(scheme: scheme, programme: nil)
      .evaluate(DrawnReport(table, scheme: scheme).report)
    return try #require(evaluated.scorecard.indicators.first)
  }

  private func expect(
    _ target: String, _ actual: String, name: String = "指标", rate: String, score expected: String,
    _ status: RowStatus, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let row = try score(target, actual, name: name)
    #expect(row.completionRate?.text(places: 2) == rate, sourceLocation: sourceLocation)
    #expect(row.score?.text(places: 2) == expected, sourceLocation: sourceLocation)
    #expect(row.status == status, sourceLocation: sourceLocation)
  }

  private func execution(_ budget: String, _ executed: String) throws -> ExecutionResult {
    let table = NationalForm.funds(
      """
      | 资金来源 | 全年预算数 | 全年执行数 | 分值 | 得分 |
      | 年度资金总额 | \(budget) | \(executed) | 10 | 9 |
      """)
    let scheme = try ShippedScheme.mof.scheme
    let evaluated = Evaluator(scheme: scheme, programme: nil)
      .evaluate(DrawnReport(table, scheme: scheme).report)
    return try #require(evaluated.scorecard.execution)
  }

  @Test(arguments: [
    ("1496.5", "1431.06", "95.63", "9.56"), ("100", "90", "90.00", "9.00"),
    ("36620", "36948.11", "100.90", "10.00"), ("100", "0", "0.00", "0.00"),
    ("100", "-5", "-5.00", "0.00"), ("3", "2", "66.67", "6.67"),
  ])
  func executionIsPointsTimesRateBetweenZeroAndThePoints(
    _ budget: String, _ executed: String, _ rate: String, _ score: String
  ) throws {
    let row = try execution(budget, executed)
    #expect(row.rate?.text(places: 2) == rate)
    #expect(row.score?.text(places: 2) == score)
  }

  @Test(arguments: [("0", "5"), ("", "5"), ("100", ""), ("-100", "5")])
  func executionWithoutABudgetOrAnAmountIsUnresolved(_ budget: String, _ executed: String) throws {
    let row = try execution(budget, executed)
    #expect(row.status == .unresolved && row.rate == nil && row.score == .zero)
  }

  @Test func atLeastMetIsFullElsePointsTimesActualOverTarget() throws {
    try expect("≥6410", "6410", rate: "100.00", score: "8.00", .met)
    try expect("≥6410", "5123", rate: "79.92", score: "6.39", .shortfall)
    try expect("≥150", "125", rate: "83.33", score: "6.67", .shortfall)
    try expect("≥80", "90.54", rate: "113.18", score: "8.00", .met)
    try expect("≥80", "0", rate: "0.00", score: "0.00", .shortfall)
  }

  @Test func atMostMetIsFullElsePointsTimesTargetOverActual() throws {
    try expect("≤10", "10", rate: "100.00", score: "8.00", .met)
    try expect("≤10", "8", rate: "125.00", score: "8.00", .met)
    try expect("≤10", "12", rate: "83.33", score: "6.67", .shortfall)
    try expect("≤10", "20", rate: "50.00", score: "4.00", .shortfall)
    try expect("≤10", "0", rate: "100.00", score: "8.00", .met)
    try expect("≤10", "-3", rate: "100.00", score: "8.00", .met)
  }

  @Test func equalIsTheSmallerOfActualOverTargetAndTargetOverActual() throws {
    try expect("=10", "10", rate: "100.00", score: "8.00", .met)
    try expect("=10", "8", rate: "80.00", score: "6.40", .shortfall)
    // The rate is actual ÷ target, the score target ÷ actual.
    try expect("=10", "16", rate: "160.00", score: "5.00", .shortfall)
    try expect("=10", "0", rate: "0.00", score: "0.00", .shortfall)
  }

  @Test func betweenInsideIsFullOutsideAgainstTheNearerBound() throws {
    try expect("10~20", "10", rate: "100.00", score: "8.00", .met)
    try expect("10~20", "20", rate: "100.00", score: "8.00", .met)
    try expect("10~20", "8", rate: "80.00", score: "6.40", .shortfall)
    try expect("10~20", "25", rate: "80.00", score: "6.40", .shortfall)
  }

  @Test func yesNoIsFullOrNothing() throws {
    try expect("是", "是", rate: "100.00", score: "8.00", .met)
    try expect("是", "否", rate: "0.00", score: "0.00", .shortfall)
    try expect("", "√", name: "平台（是、否）", rate: "100.00", score: "8.00", .met)
  }

  @Test func aDeadlineIsFullOrNothingAndItsLastDayIsIncluded() throws {
    try expect("2024年11月30日前", "2024-11-30", rate: "100.00", score: "8.00", .met)
    try expect("2024年11月30日前", "2024年12月1日", rate: "0.00", score: "0.00", .shortfall)
    try expect("9月底前", "2024-09-30", rate: "100.00", score: "8.00", .met)
  }

  @Test(arguments: ["≥80", "≤80", "=80", "10~20"]) func negativeActualsCountAsZero(_ target: String)
    throws
  {
    let (negative, zero) = (try score(target, "-5"), try score(target, "0"))
    #expect(negative.score == zero.score && negative.status == zero.status)
    #expect(negative.completionRate == zero.completionRate)
  }

  @Test func aBareNumberIsAtLeastABareZeroAtMostAnExplicitSignStands() throws {
    #expect(try score("95", "95").target == .atLeast(Figure(95)))
    #expect(try score("0", "0").target == .atMost(.zero))
    #expect(try score("≥0", "0").target == .atLeast(.zero))
    #expect(try score("=0", "0").target == .equal(.zero))
    #expect(try score("≤95", "95").target == .atMost(Figure(95)))
  }

  @Test func targetZeroIsFullWhereMetElseNothing() throws {
    try expect("0", "0", rate: "100.00", score: "8.00", .met)
    try expect("≤0", "-1", rate: "100.00", score: "8.00", .met)
    try expect("≤0", "1", rate: "0.00", score: "0.00", .shortfall)
    try expect("=0", "0", rate: "100.00", score: "8.00", .met)
    try expect("=0", "1", rate: "0.00", score: "0.00", .shortfall)
    try expect("=0", "-1", rate: "0.00", score: "0.00", .shortfall)
    try expect("≥0", "0", rate: "100.00", score: "8.00", .met)
    try expect("≥0", "7", rate: "100.00", score: "8.00", .met)
    try expect("≥0", "-1", rate: "0.00", score: "0.00", .shortfall)
  }

  @Test(arguments: [
    ("达成", "", "8.00", "100.00"), ("达成", "6.4", "6.40", "80.00"), ("达成", "6.39", "8.00", "100.00"),
    ("部分达成", "", "6.40", "80.00"), ("部分达成", "4.8", "4.80", "60.00"),
    ("部分达成", "6.41", "6.40", "80.00"), ("未达成", "", "4.80", "60.00"),
    ("未达成", "0", "0.00", "0.00"), ("达成预期指标", "7", "7.00", "87.50"),
    ("未达成预期指标且效果较差", "4.81", "4.80", "60.00"),
  ])
  func aLevelIsTheUnitsScoreInsideItsBandElseTheUpperBound(
    _ level: String, _ claimed: String, _ expected: String, _ rate: String
  ) throws {
    let row = try score("达成", level, claimed: claimed)
    #expect(row.score?.text(places: 2) == expected)
    #expect(row.completionRate?.text(places: 2) == rate)
    #expect(row.status == (level.hasPrefix("达成") ? .met : .shortfall))
  }

  @Test func theSameWordsAsTheTargetMeanTheBestLevel() throws {
    let row = try score("严格执行制度", "严格 执行制度", claimed: "8")
    #expect(row.actual == "达成" && row.score?.description == "8")
  }

  @Test(arguments: ["基本达成", "较好", "明显"]) func anyOtherWordIsUnresolved(_ word: String) throws {
    let row = try score("达成", word)
    #expect(row.status == .unresolved && row.score == .zero && row.completionRate == nil)
  }

  @Test func completionAboveTheLimitIsNoDeduction() throws {
    try expect("≥100", "130", rate: "130.00", score: "8.00", .met)
    try expect("≥100", "130.001", rate: "130.00", score: "8.00", .over)
    try expect("≥10.5", "42.7", rate: "406.67", score: "8.00", .over)
  }

  @Test func ratesAndScoresAreRoundedHalfUpOnceFromTheExactValue() throws {
    // 8 × 0.93125 = 7.45 exactly; 1 ÷ 16 = 6.25 %; 5 ÷ 1600 × 8 = 0.025, up to 0.03.
    try expect("1600", "1490", rate: "93.13", score: "7.45", .shortfall)
    try expect("1600", "5", rate: "0.31", score: "0.03", .shortfall)
    // Rounding the rate first would give 8 × 66.67 % = 5.3336; exactly it is 5.333….
    try expect("3", "2", rate: "66.67", score: "5.33", .shortfall)
  }

  @Test func theTotalIsTheSumOfTheRoundedRows() throws {
    // Three rows of 10 × 2 ÷ 3 = 6.67 each are 20.01, not 20.00.
    let evaluated = Evaluator(scheme: try ShippedScheme.mof.scheme, programme: nil).evaluate(
      DrawnReport(
        NationalForm.outputs(
          """
          | 产出指标 | 数量指标 | 甲 | 3 | 2 | 10 | | |
          | 产出指标 | 数量指标 | 乙 | 3 | 2 | 10 | | |
          | 产出指标 | 数量指标 | 丙 | 3 | 2 | 10 | | |
          | 产出指标 | 数量指标 | 丁 | 3 | 3 | 20 | | |
          """), scheme: try ShippedScheme.mof.scheme
      ).report)
    let card = evaluated.scorecard
    #expect(card.blocks.map(\.score.description) == ["9", "40.01", "30", "10"])
    #expect(card.blocks.map(\.name) == ["预算执行率", "产出指标", "效益指标", "满意度指标"])
    #expect(card.total?.text(places: 2) == "89.01" && card.grade == "良")
  }
}

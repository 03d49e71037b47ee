import Evaluation
import Figures
import Testing

/// Reading what people type, clause by clause, as it reaches the score.
@Suite struct ReadingClauseTests {
  /// The actual as understood; `nil` where the row is unresolved.
  private func understood(
    _ actual: String, target: String = "≥1", name: String = "指标", unit: String = ""
  )
    throws -> IndicatorResult
  {
    let table = """
      | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 度量单位 | 实际完成值 | 分值 |
      | 产出指标 | 数量指标 | \(name) | \(target) | \(unit) | \(actual) | 50 |
      """
    let scheme = try ShippedScheme.mof.scheme
    let evaluated = Evaluator(scheme: scheme, programme: nil)
      .evaluate(DrawnReport(table, scheme: scheme).report)
    return try #require(evaluated.scorecard.indicators.first)
  }

  @Test(arguments: [
    ("0.30000000000000004", "0.3"), ("1.0049999999999999", "1.005"),
    ("2.2069000000000001", "2.2069"),
    ("1E3", "1000"), ("123456789012345", "123456789012345"), ("1.5E-3", "0.0015"),
  ])
  func aCellHoldsWhatTheSpreadsheetShows(_ stored: String, _ shown: String) throws {
    #expect(try understood(stored).actual == shown)
  }

  @Test(arguments: [
    "1000000000000010", "-1000000000000010", "0.0000000000001", "1E300", "1E-300", "1E16",
    "\"9,999,999,999,999,999\"",
  ])
  func aFigureOutOfRangeIsUnresolvedNeverAnOverflow(_ stored: String) throws {
    #expect(try understood(stored).status == .unresolved)
  }

  @Test(arguments: ["1000000000000000", "0.000000000001"])
  func theEndsOfTheRangeAreRead(_ stored: String) throws {
    #expect(try understood(stored).actual == stored)
  }

  @Test(arguments: [
    ("指标", "%", "95"), ("合格率（%）", "", "95"), ("指标", "", "95%"), ("指标", "百分比", "95"),
  ])
  func percentComesFromTheUnitTheBracketsOrTheTarget(
    _ name: String, _ unit: String, _ target: String
  ) throws {
    let row = try understood("0.9509", target: target, name: name, unit: unit)
    #expect(row.actual == "95.09")
    #expect(row.target == .atLeast(Figure(95)))
    #expect(row.completionRate?.description == "100.09")
  }

  @Test(arguments: [
    ("95.09%", "95.09"), ("0.95%", "0.95"), ("\"95.09%\"", "95.09"), ("95.09", "95.09"),
    ("1.51", "1.51"), ("1.5", "150"), ("1", "100"), ("0.9509", "95.09"), ("0", "0"),
  ])
  func aPlainNumberUpToOneAndAHalfIsAFractionWhereTheUnitIsPercent(
    _ actual: String, _ value: String
  ) throws {
    #expect(try understood(actual, target: "≥60%", unit: "%").actual == value)
  }

  @Test func aDoubtfulPercentageIsItsHundredthOnlyWhereThatIsEvident() throws {
    // 90 is 30 times 3 and 0.9 lies within 0.6–15: the fraction 0.9 was meant as 0.9 %.
    #expect(try understood("0.9", target: "≤3%", unit: "%").actual == "0.9")
    // 50 is only 10 times 5: it stands.
    #expect(try understood("0.5", target: "≤5%", unit: "%").actual == "50")
  }

  @Test(arguments: [
    ("5.59万", "万人", "5.59"), ("5.59万人", "万人", "5.59"), ("5.59万", "人", "55900"),
    ("5.59万", "", "55900"), ("55900人", "万人", "5.59"), ("2亿元", "万元", "20000"),
    ("217人", "人", "217"), ("3000元", "万元", "0.3"),
  ])
  func tenThousandIsTheUnitWhereTheUnitBeginsWithIt(
    _ typed: String, _ unit: String, _ value: String
  ) throws {
    #expect(try understood(typed, unit: unit).actual == value)
  }

  @Test(arguments: [
    "大约100", "100左右", "90-100", "100/120", "一百二", "100人次，含线上20", "100？", "++5",
    "100余人", "100多人", "100人左右", "100未完成",
  ])
  func anyOtherAmbiguityIsUnresolvedNeverGuessed(_ typed: String) throws {
    let row = try understood(typed, unit: "人")
    #expect(row.status == .unresolved && row.actual == nil && row.score == .zero)
  }
}

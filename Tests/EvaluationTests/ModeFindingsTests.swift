import Evaluation
import Figures
import Testing

/// Rows that are filed, foreseen or reviewed: what counts, and what is said of them.
@Suite struct ModeFindingsTests {
  /// The table drawn has no money: what is said of the execution rate is left out.
  private func evaluate(_ table: String, _ shipped: ShippedScheme) throws -> Evaluated {
    let scheme = try shipped.scheme
    var evaluated = Evaluator(scheme: scheme, programme: nil)
      .evaluate(DrawnReport(table, scheme: scheme).report)
    evaluated.findings.removeAll { $0.code == .r008 }
    return evaluated
  }

  private static let filing = """
    | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 |
    | 产出指标 | 数量指标 | 路灯（盏） | ≥3200 | 50 |
    | 效益指标 | 社会效益 | 办结率 | ≥**% | 40 |
    """

  @Test func aFiledTargetIsReadAndNotRated() throws {
    let evaluated = try evaluate(Self.filing, .filing)
    let rows = evaluated.scorecard.indicators
    #expect(rows.map(\.status) == [.excluded, .unresolved])
    #expect(rows[0].working == "目标：≥3200（盏）")
    #expect(rows.allSatisfy { $0.score == nil || $0.status == .unresolved })
    #expect(evaluated.scorecard.total == nil && evaluated.scorecard.grade == nil)
    #expect(evaluated.findings.map(\.code) == [.v014])
  }

  @Test func filedPointsHaveToAddUp() throws {
    let evaluated = try evaluate(Self.filing.replacing("| 40 |", with: "| 30 |"), .filing)
    #expect(evaluated.findings.map(\.code) == [.v014, .t003])
  }

  private static func monitoring(_ row: String) -> String {
    """
    | 三级指标 | 年度指标值 | 1-7月执行情况 | 全年预计完成情况 | 原因说明 | 完成目标可能性 |
    | 里程（公里） | ≥120 | \(row) |
    """
  }

  @Test func theForecastDecidesAndTheRateIsThatOfNow() throws {
    let evaluated = try evaluate(Self.monitoring("66.5 | 120 | | 确定能"), .monitoring)
    let row = try #require(evaluated.scorecard.indicators.first)
    #expect(row.status == .met && row.completionRate == Figure("55.42"))
    #expect(row.actual == "66.5" && row.forecast == "120")
    #expect(row.working == "当前66.5，完成55.42%；全年预计达标：120≥120")
    #expect(evaluated.findings.isEmpty)
  }

  @Test(arguments: [
    ("66.5 | 100 | 大雨 | 有可能", FindingCode.r005), ("66.5 | 100 | | 有可能", .r007),
    ("66.5 | 100 | 大雨 | 确定能", .c004), ("66.5 | 120 | | 完全不可能", .c004),
    ("66.5 | 120 | | 差不多", .v016), ("66.5 | | | 确定能", .v001), ("66.5 | 若干 | | 确定能", .v002),
  ])
  func aForecastThatIsShortOrContradictsItself(_ row: String, _ code: FindingCode) throws {
    let codes = try evaluate(Self.monitoring(row), .monitoring).findings.map(\.code)
    #expect(codes.contains(code), "\(codes)")
  }

  @Test func aTickSaysHowLikelyItIs() throws {
    let table = """
      | 三级指标 | 年度指标值 | 1-7月执行情况 | 全年预计完成情况 | 原因说明 | 确定能 | 有可能 | 完全不可能 |
      | 里程（公里） | ≥120 | 66.5 | 100 | 大雨 | √ | | |
      """
    let found = try evaluate(table, .monitoring).findings
    #expect(found.map(\.code) == [.r005, .c004])
  }

  private static func review(_ row: String) -> String {
    """
    | 一级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重 | 自评完成值 | 自评得分 | 复核完成值 | 复核得分 | 偏离度 | 备注 |
    | 产出指标 | 人次 | ≥ | 40 | 人次 | 100 | \(row) |
    """
  }

  @Test func theReviewedScoreCountsAndTheDifferenceIsSaid() throws {
    let evaluated = try evaluate(Self.review("40 | 100 | 35 | 50 | -12.5% | 无佐证"), .review)
    let row = try #require(evaluated.scorecard.indicators.first)
    #expect(row.score == Figure(50) && row.claimedScore == Figure(100))
    #expect(row.actual == "35" && row.selfActual == "40" && row.completionRate == Figure("87.5"))
    #expect(row.working == "复核评50.00（35÷40×100＝87.50，缺5）；自评100，核减50")
    #expect(evaluated.scorecard.total == Figure(50) && evaluated.scorecard.claimedTotal == nil)
    #expect(evaluated.findings.map(\.code) == [.r005])
  }

  @Test func withoutAReviewedScoreTheReviewedActualEarnsIt() throws {
    let evaluated = try evaluate(Self.review("40 | 100 | 45 | | | "), .review)
    #expect(evaluated.scorecard.total == Figure(100))
    #expect(evaluated.findings.map(\.code) == [.r012])
  }

  @Test(arguments: [
    ("40 | 100 | 35 | 50 | | ", FindingCode.r002), ("35 | 100 | 35 | 87.5 | | ", .r002),
    ("40 | 100 | 40 | 120 | | 有说明", .r004), ("40 | 120 | 40 | 100 | | ", .r004),
    ("40 | 100 | 35 | 87.5 | 12% | ", .r001),
  ])
  func whatIsWrongOnEitherSideIsSaid(_ row: String, _ code: FindingCode) throws {
    let codes = try evaluate(Self.review(row), .review).findings.map(\.code)
    #expect(codes.contains(code), "\(codes)")
  }

  @Test(arguments: ["-12.5%", "12.5%", "\"-12.50%\""])
  func aDeviationStandsWithItsSignOrWithout(_ cell: String) throws {
    let codes = try evaluate(Self.review("40 | 100 | 35 | 87.5 | \(cell) | "), .review)
      .findings.map(\.code)
    #expect(!codes.contains(.r001), "\(codes)")
  }
}

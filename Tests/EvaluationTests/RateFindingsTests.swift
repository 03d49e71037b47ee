import Evaluation
import Figures
import Testing

/// Codes R: rates, scores and reasons.
@Suite struct RateFindingsTests {
  @discardableResult
  private func expect(_ rows: String, sourceLocation: SourceLocation = #_sourceLocation) throws
    -> Evaluated
  {
    try expectMarked(NationalForm.outputs(rows), sourceLocation: sourceLocation)
  }

  private func rates(_ rows: String) -> String {
    """
    | 绩效指标 | 绩效目标值 | 目标完成情况 | 完成率 |
    \(rows)
    """
  }

  private func expect(rates rows: String, sourceLocation: SourceLocation = #_sourceLocation) throws
  {
    var drawn = DrawnReport(rates(rows), scheme: try ShippedScheme.rates.scheme)
    drawn.expectUnresolvedExecution()
    expectMarked(drawn, sourceLocation: sourceLocation)
  }

  @Test func r001ARateAgreesWhenTheExactValueRoundedOnceToItsDecimalsEqualsIt() throws {
    try expect(
      rates: """
        | 甲（人） | 32 | 33.2 | 104% |
        | 乙（人） | 32 | 33.2 | 103.8% |
        | 丙（人） | 32 | 33.2 | 103.75% |
        | 丁（人） | 32 | 33.2 | "103.75%" ‹V006› |
        | 戊（人） | 32 | 33.2 | 103.75 |
        | 己（人） | 32 | 33.2 | 1.0375 |
        | 庚（人） | 32 | 33.2 | 103.7% ‹R001› |
        | 辛（人） | 32 | 33.2 | 103% ‹R001› |
        | 壬（人） | 80 | 90.54 | 113.18% |
        | 癸（人） | 80 | 90.54 | 113.17% ‹R001› |
        """)
  }

  @Test func r001AtMostFourDecimalsAreCompared() throws {
    try expect(
      rates: """
        | 甲（人） | 3 | 2 ‹R005› | 66.6666666667% |
        | 乙（人） | 3 | 2 ‹R005› | 66.66669% |
        | 丙（人） | 3 | 2 ‹R005› | 66.6666% ‹R001› |
        """)
  }

  @Test func r001ARateAgreesAtTheDecimalsTheCellDisplays() throws {
    try expect(
      rates: """
        | 甲（人） | 32 | 33.2 | 103.6%@0 |
        | 乙（人） | 32 | 33.2 | 103.6%@1 ‹R001› |
        | 丙（人） | 32 | 33.2 | 103.6%@400 ‹R001› |
        """)
  }

  @Test func r002AScoreAboveWhatWasEarnedAndANoteBelow() throws {
    try expect(
      """
      | 产出指标 | 数量指标 | 甲（人） | 6410 | 5123 ‹R005› | 8 | 8 ‹R002› | 报名不足 |
      | 产出指标 | 数量指标 | 乙（人） | 6410 | 5123 ‹R005› | 8 | 6.38 ‹R002 note› | 报名不足 |
      | 产出指标 | 数量指标 | 丙（人） | 6410 | 5123 ‹R005› | 8 | 6.39 | 报名不足 |
      | 产出指标 | 数量指标 | 丁（人） | 6410 | 5123 ‹R005› | 8 | 6.394 | 报名不足 |
      | 产出指标 | 数量指标 | 戊（人） | 100 | 100 | 18 | 18 | |
      """)
  }

  @Test func r002NineForEightSixtyTwoDoesNotAgree() throws {
    try expect("| 产出指标 | 数量指标 | 甲（人） | 500 | 431 ‹R005› | 50 | 43 ‹R002 note› | 原因 |")
    try expect(
      """
      | 产出指标 | 数量指标 | 甲（人） | 1000 | 862 ‹R005› | 10 | 9 ‹R002› | 原因 |
      | 产出指标 | 数量指标 | 乙（人） | 100 | 100 | 40 | 40 | |
      """)
  }

  @Test func r003AClaimedTotalIsTheSumOfTheClaimedRows() throws {
    let rows = "| 产出指标 | 数量指标 | 甲（人） | 100 | 100 | 50 | 50 | |"
    try expectMarked("\(NationalForm.outputs(rows))\n| 总分 | | | | | 100 | 99 | |")
    let wrong = try expectMarked(
      "\(NationalForm.outputs(rows))\n| 总分 | | | | | 100 | 100 ‹R003› | |")
    #expect(wrong.findings[0].expected == "99.00")
    // The claims are wrong by themselves; their sum is right.
    try expectMarked(
      """
      \(NationalForm.outputs("| 产出指标 | 数量指标 | 甲（人） | 100 | 80 ‹R005› | 50 | 45 ‹R002› | 原因 |"))
      | 总分 | | | | | 100 | 94 | |
      """)
  }

  @Test func r003IsLeftOutWhereARowIsBlank() throws {
    try expectMarked(
      """
      \(NationalForm.outputs("| 产出指标 | 数量指标 | 甲（人） | 100 | 100 | 50 | ‹R012› | |"))
      | 总分 | | | | | 100 | 99 | |
      """)
  }

  @Test(arguments: ["51", "-1", "50.01"]) func r004AScoreOutOfRange(_ score: String) throws {
    try expect("| 产出指标 | 数量指标 | 甲（人） | 100 | 100 | 50 | \(score) ‹R004› | |")
  }

  @Test func r005AShortfallWithItsReason() throws {
    let evaluated = try expect(
      "| 产出指标 | 数量指标 | 甲（人） | 6410 | 5123 ‹R005› | 50 | 39.96 | 报名不足 |")
    let finding = try #require(evaluated.findings.first)
    #expect(finding.found == "5123" && finding.expected == "6410" && finding.indicator == "I01")
    #expect(evaluated.verdict == .accept)
  }

  @Test func r006AnOverachievementWithItsReason() throws {
    let evaluated = try expect(
      """
      | 产出指标 | 数量指标 | 甲（人） | 100 | 131 ‹R006› | 25 | 25 | 扩面 |
      | 产出指标 | 数量指标 | 乙（人） | 100 | 130 | 25 | 25 | |
      """)
    #expect(evaluated.scorecard.indicators[0].status == .over)
    #expect(evaluated.scorecard.indicators[0].score?.description == "25")
  }

  @Test func r006OnlyAtLeastTargetsAreOverachieved() throws {
    try expect(
      """
      | 产出指标 | 数量指标 | 甲（人） | ≤100 | 10 | 25 | 25 | |
      | 产出指标 | 数量指标 | 乙（人） | =100 | 200 ‹R005› | 25 | 12.5 | 原因 |
      """)
  }

  @Test func r007AMissingReasonReplacesTheShortfallAndTheOverachievement() throws {
    let evaluated = try expect(
      """
      | 产出指标 | 数量指标 | 甲（人） | 100 | 80 | 25 | 20 | ‹R007› |
      | 产出指标 | 数量指标 | 乙（人） | 100 | 140 | 25 | 25 | 无 ‹R007› |
      """)
    #expect(evaluated.verdict == .sendBack)
  }

  @Test func r007APromptIsNoReason() throws {
    try expect("| 产出指标 | 数量指标 | 甲（人） | 100 | 80 | 50 | 40 | （请填写偏差原因） ‹R007› |")
  }

  @Test func r005AndR006StandWhereTheFormHasNoPlaceForAReason() throws {
    try expect(
      rates: """
        | 甲（人） | 100 | 80 ‹R005› | 80% |
        | 乙（人） | 100 | 140 ‹R006› | 140% |
        """)
  }

  @Test func r008StandsOnlyWhereNothingElseSaysWhy() throws {
    let evaluated = try expect("| 产出指标 | 数量指标 | 甲 | 每周1次 ‹V002› | 12 | 50 | 50 | |")
    #expect(evaluated.scorecard.indicators[0].status == .unresolved)
    #expect(evaluated.scorecard.indicators[0].score == .zero)
    #expect(evaluated.scorecard.indicators[0].completionRate == nil)
  }

  @Test func r009AJudgedScoreOutsideItsBandCountsAsTheUpperBound() throws {
    let evaluated = try expect(
      """
      | 产出指标 | 质量指标 | 甲 | 达成 | 部分达成 ‹R005› | 10 | 9 ‹R009› | 原因 |
      | 产出指标 | 质量指标 | 乙 | 达成 | 部分达成 ‹R005› | 10 | 7 | 原因 |
      | 产出指标 | 质量指标 | 丙 | 达成 | 达成 | 10 | 5 ‹R009› | |
      | 产出指标 | 质量指标 | 丁 | 达成 | 未达成 ‹R005› | 10 | 7 ‹R009› | 原因 |
      | 产出指标 | 质量指标 | 戊 | 达成 | 达成 | 10 | 8 | |
      """)
    let scores = evaluated.scorecard.indicators.prefix(5).map { $0.score?.description }
    #expect(scores == ["8", "7", "10", "6", "8"])
  }

  @Test func r009IsHeldAgainstTheReturnsOwnPoints() throws {
    // 14 lies within 60–80 % of the return's own 20, not of the 10 that were issued.
    let scheme = try ShippedScheme.mof.scheme
    let issued = Programme(
      drawn: """
        | I01 | 产出指标 | 质量指标 | 甲 | 定性 | 达成 | | 10 |
        | I02 | 效益指标 | 社会效益指标 | 就业率（%） | ≥ | 90% | % | 30 |
        | I03 | 满意度指标 | 服务对象满意度指标 | 满意度（%） | ≥ | 90% | % | 10 |
        """, rules: scheme.scoring)
    let evaluated = expectMarked(
      DrawnReport(
        NationalForm.outputs("| 产出指标 | 质量指标 | 甲 | 达成 | 部分达成 ‹R005› | 20 ‹T002› | 14 | 原因 |"),
        scheme: scheme), issued: issued)
    #expect(evaluated.scorecard.indicators[0].score?.description == "8")
  }

  @Test func r010EveryRowClaimsFullMarks() throws {
    let table = """
      \(NationalForm.funds.replacing("| 9    |", with: "| 10 ‹R002› |"))
      | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 ‹R010› | 偏差原因分析及改进措施 |
      | 产出指标 | 数量指标 | 甲（人） | 100 | 100 | 50 | 50 | |
      \(NationalForm.others)
      """
    try expectMarked(table)
    try expectMarked(
      table.replacing("‹R010›", with: "").replacing("| 50 | 50 |", with: "| 50 | 49 ‹R002 note› |"))
  }

  @Test func r012OneScoreLeftBlankIsNamedAtItsCell() throws {
    try expect("| 产出指标 | 数量指标 | 甲（人） | 100 | 100 | 50 | ‹R012› | |")
  }

  @Test func r012AllScoresLeftBlankAreOneFindingAtTheHeader() throws {
    try expectMarked(
      """
      | 资金来源     | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
      | 年度资金总额 | 100        | 100        | 90         | 10   | 90%    |      |
      | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 ‹R012› | 偏差原因分析及改进措施 |
      | 产出指标 | 数量指标 | 甲（人） | 100 | 100 | 50 | | |
      | 效益指标 | 社会效益指标 | 就业率（%） | ≥90% | 92% | 30 | | |
      | 满意度指标 | 服务对象满意度指标 | 满意度（%） | ≥90% | 95% | 10 | | |
      """)
  }

  @Test func aFormWithoutPointsHasRatesAndShortfallsAndNoTotal() throws {
    var drawn = DrawnReport(
      """
      | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 偏差原因分析及改进措施 |
      | 产出指标 | 数量指标 | 甲（人） | 100 | 80 ‹R005› | 报名不足 |
      """, scheme: try ShippedScheme.mof.scheme)
    drawn.expectUnresolvedExecution()
    let card = expectMarked(drawn).scorecard
    #expect(card.total == nil && card.totalPoints == nil && card.grade == nil)
    #expect(card.indicators[0].completionRate?.description == "80")
    #expect(card.indicators[0].score == nil && card.blocks.isEmpty)
    #expect(card.indicators[0].working == "80÷100＝80.00%，缺20")
  }
}

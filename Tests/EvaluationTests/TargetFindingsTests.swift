import Evaluation
import Figures
import Testing

/// Codes T, S003 and S004: what was issued against what came back.
@Suite struct TargetFindingsTests {
  private static let issued = """
    | I01 | 产出指标 | 数量指标 | 培训人数（人） | ≥ | 200 | 人 | 50 |
    | I02 | 效益指标 | 社会效益指标 | 就业率（%） | ≥ | 90% | % | 30 |
    | I03 | 满意度指标 | 服务对象满意度指标 | 满意度（%） | ≥ | 90% | % | 10 |
    """

  @discardableResult
  private func expect(
    _ table: String, issued: String = issued, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Evaluated {
    let scheme = try ShippedScheme.mof.scheme
    return expectMarked(
      DrawnReport(table, scheme: scheme), issued: Programme(drawn: issued, rules: scheme.scoring),
      sourceLocation: sourceLocation)
  }

  @discardableResult
  private func expect(
    outputs rows: String, issued: String = issued,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Evaluated {
    try expect(NationalForm.outputs(rows), issued: issued, sourceLocation: sourceLocation)
  }

  @Test func whatCameBackAsIssuedIsInOrder() throws {
    let evaluated = try expect(outputs: "| 产出指标 | 数量指标 | 培训人数（人） | ≥200 | 200 | 50 | 50 | |")
    #expect(evaluated.scorecard.indicators.map(\.id) == ["I01", "I02", "I03"])
    #expect(evaluated.verdict == .accept)
  }

  @Test func t001AChangedTargetIsTheOnlyFindingWhereTheClaimFitsIt() throws {
    let evaluated = try expect(
      outputs: "| 产出指标 | 数量指标 | 培训人数（人） | ≥100 ‹T001› | 100 | 50 | 50 | |")
    let row = evaluated.scorecard.indicators[0]
    // Scored by the issued 200: 50 × 100 ÷ 200.
    #expect(row.score?.description == "25")
    #expect(row.completionRate?.description == "50")
    #expect(row.target?.text == "200")
    let finding = evaluated.findings[0]
    #expect(finding.found == "≥100" && finding.expected == "≥200")
    #expect(finding.message.contains("100÷200×50＝25.00"))
  }

  @Test func t001AChangedTargetDoesNotHideAShortfallOfBoth() throws {
    try expect(
      outputs: "| 产出指标 | 数量指标 | 培训人数（人） | ≥160 ‹T001› | 80 ‹R005› | 50 | 25 | 报名不足 |")
  }

  @Test func t001AChangedDirectionIsAChangedTarget() throws {
    try expect(outputs: "| 产出指标 | 数量指标 | 培训人数（人） | ≤200 ‹T001› | 200 | 50 | 50 | |")
  }

  @Test func t001TheSameTargetWrittenOtherwiseIsTheSame() throws {
    try expect(outputs: "| 产出指标 | 数量指标 | 培训人数（人） | 200人 | 200 | 50 | 50 | |")
    try expect(outputs: "| 产出指标 | 数量指标 | 培训人数（人） | \"不少于 200\" | 200 | 50 | 50 | |")
    try expect(outputs: "| 产出指标 | 数量指标 | 培训人数（人） | 200.00 | 200 | 50 | 50 | |")
  }

  @Test func anUnreadableTargetThatWasIssuedIsAChangedOne() throws {
    try expect(outputs: "| 产出指标 | 数量指标 | 培训人数（人） | 若干1 ‹T001› | 200 | 50 | 50 | |")
  }

  @Test func v001ABlankTargetThatWasIssuedIsBlank() throws {
    try expect(outputs: "| 产出指标 | 数量指标 | 培训人数（人） | ‹V001› | 200 | 50 | 50 | |")
  }

  @Test func t002ChangedPointsReplaceT003AndTheIssuedOnesCount() throws {
    let evaluated = try expect(
      outputs: "| 产出指标 | 数量指标 | 培训人数（人） | ≥200 | 200 | 60 ‹T002› | 60 | |")
    #expect(evaluated.scorecard.indicators[0].score?.description == "50")
    #expect(evaluated.scorecard.totalPoints == .hundred)
  }

  @Test func t002ChangedPointsReplaceThePrintedTotalToo() throws {
    try expect(
      """
      \(NationalForm.outputs("| 产出指标 | 数量指标 | 培训人数（人） | ≥200 | 200 | 60 ‹T002› | 60 | |"))
      | 总分 | | | | | 110 | 109 | |
      """)
  }

  @Test func t003IsNoneOfTheUnitsWhereThePointsWereIssued() throws {
    try expect(
      outputs: "| 产出指标 | 数量指标 | 培训人数（人） | ≥200 | 200 | 40 | 40 | |",
      issued: Self.issued.replacing("| 人 | 50 |", with: "| 人 | 40 |"))
  }

  @Test func s003AnIndicatorThatWasNotIssuedIsExcludedAndReplacesT003() throws {
    let evaluated = try expect(
      outputs: """
        | 产出指标 | 数量指标 | 培训人数（人） | ≥200 | 200 | 50 | 50 | |
        | 产出指标 | 数量指标 | 自加（场） ‹S003› | 5 | 1 | 10 | 10 | |
        """)
    let extra = try #require(evaluated.scorecard.indicators.first { $0.status == .excluded })
    #expect(extra.id == "N01" && extra.score == nil && extra.completionRate == nil)
    #expect(evaluated.scorecard.total?.description == "99")
  }

  @Test func s004AMissingIndicatorIsListedUnresolvedAndReplacesT003() throws {
    let table = """
      \(NationalForm.funds)
      | 一级指标 | 二级指标 | 三级指标 ‹S004› | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
      \(NationalForm.others)
      """
    let evaluated = try expect(table)
    let missing = try #require(evaluated.scorecard.indicators.last)
    #expect(missing.id == "I01" && missing.status == .unresolved && missing.place == nil)
    #expect(missing.score == .zero)
    // 9 + 30 + 10.
    #expect(evaluated.scorecard.total?.description == "49")
    #expect(evaluated.verdict == .sendBack)
  }

  @Test func t003PointsThatDoNotAddUpToTheSchemesTotal() throws {
    let scheme = try ShippedScheme.mof.scheme
    let table = """
      \(NationalForm.outputs("| 产出指标 | 数量指标 | 培训人数（人） | 100 | 100 | 45 | 45 | |"))
      | 总分 | | | | | 95 ‹T003› | 94 | |
      """
    let evaluated = expectMarked(DrawnReport(table, scheme: scheme))
    #expect(evaluated.findings[0].found == "95" && evaluated.findings[0].expected == "100")
    #expect(evaluated.findings[0].message.contains("产出指标45分，应为50分"))
  }

  @Test func t003ABlockThatDoesNotAddUpToItsShare() throws {
    try expectMarked(
      """
      \(NationalForm.funds)
      \(NationalForm.header)
      | 产出指标 ‹T003› | 数量指标 | 培训人数（人） | 100 | 100 | 45 | 45 | |
      | 效益指标 ‹T003› | 社会效益指标 | 就业率（%） | ≥90% | 92% | 35 | 35 | |
      | 满意度指标 | 服务对象满意度指标 | 满意度（%） | ≥90% | 95% | 10 | 10 | |
      """)
  }

  @Test func t003TheExecutionRateHasItsShareAndTheFormsPointsCount() throws {
    let evaluated = try expectMarked(
      """
      | 资金来源 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
      | 年度资金总额 | 100 | 90 | 20 ‹T003› | 90% | 18 |
      \(NationalForm.header)
      | 产出指标 ‹T003› | 数量指标 | 培训人数（人） | 100 | 100 | 40 | 40 | |
      \(NationalForm.others)
      """)
    #expect(evaluated.scorecard.execution?.score?.description == "18")
  }

  @Test func t003ATotalThatIsPrintedWrong() throws {
    try expectMarked(
      """
      \(NationalForm.outputs("| 产出指标 | 数量指标 | 培训人数（人） | 100 | 100 | 50 | 50 | |"))
      | 总分 | | | | | 90 ‹T003› | 99 | |
      """)
  }

  @Test func t004AChangedBudgetIsTheOnlyFindingAndTheIssuedOneCounts() throws {
    // Issued 120: the claim of 90 % fits the return's own 100, the score is 90 ÷ 120 × 10 = 7.5.
    let evaluated = try expect(
      """
      | 资金来源     | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
      | 年度资金总额 | 100        | 100        | 90         | 10   | 90%    | 9    |
      | 当年财政拨款 | 100        | 100 ‹T004› | 90         |      | 90%    |      |
      \(NationalForm.header)
      | 产出指标 | 数量指标 | 培训人数（人） | ≥200 | 200 | 50 | 50 | |
      \(NationalForm.others)
      """, issued: Self.issued + "\n| 资金 | 当年财政拨款 | 100 | 120 |")
    #expect(evaluated.scorecard.execution?.score?.description == "7.5")
    #expect(evaluated.scorecard.execution?.rate?.description == "75")
  }

  @Test func t004OnTheTotalStandsWhereItsSourcesDoNotExplainIt() throws {
    try expect(
      """
      | 资金来源     | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
      | 年度资金总额 | 100        | 100 ‹T004› | 90         | 10   | 90%    | 9    |
      | 当年财政拨款 | 100        | 120        | 90         |      | 75%    |      |
      \(NationalForm.header)
      | 产出指标 | 数量指标 | 培训人数（人） | ≥200 | 200 | 50 | 50 | |
      \(NationalForm.others)
      """, issued: Self.issued + "\n| 资金 | 当年财政拨款 | 100 | 120 |")
  }

  @Test func t005AtLeastOnACostContradictsItself() throws {
    try expectMarked(
      NationalForm.outputs("| 产出指标 | 成本指标 | 总成本（万元） | ≥100 ‹T005› | 100 | 50 | 50 | |"))
    // A bare number was not written as ≥.
    try expectMarked(
      NationalForm.outputs("| 产出指标 | 成本指标 | 总成本（万元） | 100 | 100 | 50 | 50 | |"))
    try expectMarked(
      NationalForm.outputs("| 产出指标 | 成本指标 | 总成本（万元） | ≤100 | 100 | 50 | 50 | |"))
  }

  @Test func t005AnIssuedDirectionIsReportedToo() throws {
    try expect(
      outputs: "| 产出指标 | 成本指标 | 总成本（万元） | ≥100 ‹T005› | 100 | 50 | 50 | |",
      issued: Self.issued.replacing(
        "| 数量指标 | 培训人数（人） | ≥ | 200 | 人 |", with: "| 成本指标 | 总成本（万元） | ≥ | 100 | 万元 |"))
  }

  @Test func aPlainNumberUnderPercentIsReadAsItWasIssued() throws {
    // 1 would be 100 % by itself; 1 was issued, so 1 % is meant.
    let evaluated = try expect(
      outputs: "| 产出指标 | 质量指标 | 上升率（%） | 1 | 1.2% | 50 | 50 | |",
      issued: Self.issued.replacing(
        "| 数量指标 | 培训人数（人） | ≥ | 200 | 人 |", with: "| 质量指标 | 上升率（%） | | 1 | % |"))
    #expect(evaluated.scorecard.indicators[0].target == .atLeast(.one))
  }

  @Test func f012AProjectUnknownToTheProgrammeIsScoredOnItsOwnFigures() throws {
    let table =
      "| 项目名称 | 技能培川 ‹F012› |\n"
      + NationalForm.outputs("| 产出指标 | 数量指标 | 培训人数（人） | 100 | 100 | 50 | 50 | |")
    let evaluated = try expect(table)
    #expect(evaluated.scorecard.total?.description == "99")
    #expect(evaluated.findings[0].expected == "技能培训（民政局）")
  }
}

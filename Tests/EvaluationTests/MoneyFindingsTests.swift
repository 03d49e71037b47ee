import Evaluation
import Figures
import Testing

/// Codes B: the fund block.
@Suite struct MoneyFindingsTests {
  private static let header = "| 资金来源 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |"

  @discardableResult
  private func expect(_ rows: String, sourceLocation: SourceLocation = #_sourceLocation) throws
    -> Evaluated
  {
    try expectMarked(
      NationalForm.funds(Self.header + "\n" + rows), sourceLocation: sourceLocation)
  }

  @Test func b001AStatedTotalThatDiffersFromTheSumOfItsSources() throws {
    let evaluated = try expect(
      """
      | 年度资金总额 | 100 | 100 | 95 ‹B001› | 10 | 95% | 9.5 |
      | 当年财政拨款 | 80  | 80  | 70 | | | |
      | 上年结转资金 | 20  | 20  | 20 | | | |
      """)
    let finding = try #require(evaluated.findings.first)
    #expect(finding.expected == "90" && finding.message.contains("70＋20＝90"))
    // The stated total is scored.
    #expect(evaluated.scorecard.execution?.score?.description == "9.5")
  }

  @Test func b001ADifferenceThatRoundingExplainsIsANote() throws {
    // Two addends at 2 decimals: up to 2 × 0.005.
    try expect(
      """
      | 年度资金总额 | 100 | 100 | 90.01 ‹B001 note› | 10 | 90.01% | 9 |
      | 当年财政拨款 | 80 | 80 | 70.25 | | | |
      | 上年结转资金 | 20 | 20 | 19.75 | | | |
      """)
    try expect(
      """
      | 年度资金总额 | 100 | 100 | 90.02 ‹B001› | 10 | 90.02% | 9 |
      | 当年财政拨款 | 80 | 80 | 70.25 | | | |
      | 上年结转资金 | 20 | 20 | 19.75 | | | |
      """)
  }

  @Test func b001AnEmptyTotalIsReplacedByTheSumOfItsSources() throws {
    let evaluated = try expect(
      """
      | 年度资金总额 | | | ‹B001› | 10 | | 9 |
      | 当年财政拨款 | 80 | 80 | 70 | | | |
      | 上年结转资金 | 20 | 20 | 20 | | | |
      """)
    #expect(evaluated.scorecard.execution?.rate?.description == "90")
    #expect(evaluated.scorecard.execution?.score?.description == "9")
  }

  @Test func b001AnAllZeroTotalIsReplacedToo() throws {
    let evaluated = try expect(
      """
      | 年度资金总额 | 0 | 0 | 0 ‹B001› | 10 | | 9 |
      | 当年财政拨款 | 100 | 100 | 90 | | | |
      """)
    #expect(evaluated.scorecard.execution?.score?.description == "9")
  }

  @Test func b002OnASourceReplacesTheTotalsThatItExplains() throws {
    let evaluated = try expect(
      """
      | 年度资金总额 | 100 | 100 | 110 | 10 | 110% | 9 ‹R002 note› |
      | 当年财政拨款 | 80  | 80  | 90 ‹B002› | | | |
      | 上年结转资金 | 20  | 20  | 20 | | | |
      """)
    // Execution is capped at its points.
    #expect(evaluated.scorecard.execution?.score?.description == "10")
    #expect(evaluated.scorecard.execution?.rate?.description == "110")
  }

  @Test func b002OnTheTotalStandsWhereNoSourceExplainsIt() throws {
    try expect("| 年度资金总额 | 100 | 100 | 110 ‹B002› | 10 | 110% | 9 ‹R002 note› |")
  }

  @Test func b002OnASourceStandsWhereTheTotalIsWithin() throws {
    try expect(
      """
      | 年度资金总额 | 100 | 100 | 95 | 10 | 95% | 9.5 |
      | 当年财政拨款 | 80  | 80  | 85 ‹B002› | | | |
      | 上年结转资金 | 20  | 20  | 10 | | | |
      """)
  }

  private static let received =
    "| 资金来源 | 全年预算数 | 到位数 | 全年执行数 | 待支付 | 分值 | 执行率 | 得分 |"

  @Test func b003MoreExecutedThanReceived() throws {
    try expectMarked(
      NationalForm.funds(
        """
        \(Self.received)
        | 年度资金总额 | 100 | 100 | 90 | | 10 | 90% | 9 |
        | 当年财政拨款 | 60 | 60 | 60 | | | | |
        | 上年结转资金 | 40 | 40 | 30 | | | | |
        """))
    try expectMarked(
      NationalForm.funds(
        """
        \(Self.received)
        | 年度资金总额 | 100 | 80 | 90 ‹B003› | | 10 | 90% | 9 |
        """))
  }

  @Test func b003OnASourceReplacesTheTotalsThatItExplainsAndB004OfTheSameRow() throws {
    let evaluated = try expectMarked(
      NationalForm.funds(
        """
        \(Self.received)
        | 年度资金总额 | 100 | 85 | 90 | | 10 | 90% | 9 |
        | 当年财政拨款 | 60 | 55 | 60 ‹B003› | | | | |
        | 上年结转资金 | 40 | 30 ‹B004› | 30 | | | | |
        """))
    #expect(evaluated.findings.contains { $0.message.contains("60") && $0.message.contains("55") })
    try expectMarked(
      NationalForm.funds(
        """
        \(Self.received)
        | 年度资金总额 | 100 | 80 ‹B001› | 90 ‹B003› | | 10 | 90% | 9 |
        | 当年财政拨款 | 60 | 58 | 60 ‹B003› | | | | |
        | 上年结转资金 | 40 | 40 | 30 | | | | |
        """))
  }

  @Test func b004OnASourceReplacesTheTotalsThatItExplains() throws {
    let evaluated = try expectMarked(
      NationalForm.funds(
        """
        \(Self.received)
        | 年度资金总额 | 100 | 95 | 90 | | 10 | 90% | 9 |
        | 当年财政拨款 | 60 | 60 | 60 | | | | |
        | 上年结转资金 | 40 | 35 ‹B004› | 30 | | | | |
        """))
    #expect(evaluated.findings[0].message.contains("少5"))
    #expect(evaluated.scorecard.funds[0].arrivalRate?.description == "95")
  }

  @Test func b005AWrongExecutionRateIsHeldAgainstTheReturnsOwnFigures() throws {
    try expect(
      """
      | 年度资金总额 | 100 | 100 | 90 | 10 | 95% ‹B005› | 9 |
      | 当年财政拨款 | 100 | 100 | 90 |    | 80% ‹B005› | |
      """)
  }

  @Test func b005ARateIsComparedAtItsOwnDecimals() throws {
    // 2 ÷ 3 = 66.666…%: 66.67, 66.7 and 67 agree, 66.66 does not.
    for rate in ["66.67%", "66.7%", "67%", "66.6667%", "0.67", "0.6667"] {
      try expect("| 年度资金总额 | 3 | 3 | 2 | 10 | \(rate) | 6.67 |")
    }
    try expect("| 年度资金总额 | 3 | 3 | 2 | 10 | 66.66% ‹B005› | 6.67 |")
  }

  @Test func b006ANegativeAmount() throws {
    try expect(
      """
      | 年度资金总额 | 100 | 100 | 90 | 10 | 90% | 9 |
      | 当年财政拨款 | 120 | 120 | 100 | | | |
      | 上年结转资金 | -20 ‹B006› | -20 ‹B006› | -10 ‹B006› | | | |
      """)
  }

  @Test func b007AmountsNotYetPaidAreNoExecution() throws {
    let evaluated = try expectMarked(
      NationalForm.funds(
        """
        \(Self.received)
        | 年度资金总额 | 100 | 100 | 90 | | 10 | 90% | 9 |
        | 当年财政拨款 | 100 | 100 | 90 | 15 ‹B007› | | | |
        """))
    #expect(evaluated.findings[0].message.contains("75÷100＝75.00%"))
    // It is said, and scored as stated.
    #expect(evaluated.scorecard.execution?.score?.description == "9")
  }

  @Test func b008ALowExecutionRateNeedsAReasonWhereTheSchemeSaysSo() throws {
    var scheme = try ShippedScheme.mof.scheme
    scheme.scoring.executionReasonBelow = Figure(90)
    func table(_ executed: String, _ rate: String, _ score: String, _ reason: String) -> String {
      NationalForm.funds(
        """
        | 资金来源 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | 原因 |
        | 年度资金总额 | 100 | \(executed) | 10 | \(rate) | \(score) | \(reason) |
        """)
    }
    expectMarked(DrawnReport(table("89.99", "89.99%", "9", "‹B008›"), scheme: scheme))
    expectMarked(DrawnReport(table("89.99", "89.99%", "9", "尾款未付"), scheme: scheme))
    expectMarked(DrawnReport(table("90", "90%", "9", ""), scheme: scheme))
    expectMarked(
      DrawnReport(table("80", "80%", "8", ""), scheme: try ShippedScheme.mof.scheme))
  }

  @Test func b009SourcesGivenCombinedAreReconciledTogether() throws {
    let evaluated = try expectMarked(
      """
      | 资金来源     | 预算数 | 到位数     | 使用数      | 待支付 |
      | 合计         | 300    | 310 ‹B004› | 310 ‹B002› |        |
      | 省级财政补助 | 100    |            |            |        |
      | 地市财政补助 | 200    |            |            |        |
      | 地方财政配套 |        | 310        | 310 ‹B009› |        |
      | 绩效指标 | 绩效目标值 | 目标完成情况 | 完成率 |
      | 培训人数（人） | 100 | 100 | 100% |
      """, .rates)
    let combined = try #require(evaluated.findings.first { $0.code == .b009 })
    #expect(combined.found == "310" && combined.expected == "300")
    #expect(combined.message.contains("多10"))
  }

  @Test func b009ASourceWithABudgetAndNoAmount() throws {
    try expect(
      """
      | 年度资金总额 | 100 | 100 | 90 | 10 | 90% | 9 |
      | 当年财政拨款 | 80 | 80 | 80 | | | |
      | 上年结转资金 | 20 | 20 | ‹B009› | | | |
      """)
  }

  @Test func v008AnAmountInYuanCountsDividedAndReplacesWhatFollows() throws {
    let evaluated = try expect(
      """
      | 年度资金总额 | 100 | 100 | 900000 ‹V008› | 10 | 90% | 9 |
      | 当年财政拨款 | 100 | 100 | 900000 ‹V008› | | | |
      """)
    #expect(evaluated.scorecard.execution?.score?.description == "9")
    #expect(evaluated.findings[0].found == "900000" && evaluated.findings[0].expected == "90")
  }

  @Test func v008ReplacesTheWrongRateThatFollowsFromIt() throws {
    try expect("| 年度资金总额 | 100 | 100 | 900000 ‹V008› | 10 | 900000% | 9 |")
  }

  @Test func v008BeginsAtTwoThousandTimesAndANearQuotient() throws {
    // 200 000 is 2 000 times 100; divided, 20, it is 0.2 times 100.
    try expect("| 年度资金总额 | 100 | 100 | 200000 ‹V008› | 10 | 20% | 2 |")
    try expect("| 年度资金总额 | 100 | 100 | 199999 ‹B002› | 10 | 199999% | 9 ‹R002 note› |")
    // 6 000 000 divided is 600, beyond 5 times 100.
    try expect("| 年度资金总额 | 100 | 100 | 6000000 ‹B002› | 10 | 6000000% | 9 ‹R002 note› |")
  }

  @Test func v008ABudgetIsHeldAgainstTheInitialOne() throws {
    try expect("| 年度资金总额 | 100 | 1000000 ‹V008› | 90 | 10 | 90% | 9 |")
  }

  @Test func r008ABudgetOfZeroIsUnresolved() throws {
    let evaluated = try expect("| 年度资金总额 | 0 | 0 ‹R008› | 0 | 10 | | 0 |")
    #expect(evaluated.scorecard.execution?.status == .unresolved)
    #expect(evaluated.scorecard.execution?.rate == nil)
    #expect(evaluated.scorecard.execution?.score == .zero)
  }

  @Test func v001ABlankBudgetOrExecutionOfTheTotalIsAskedFor() throws {
    try expect("| 年度资金总额 | 100 | ‹V001› | 90 | 10 | | 0 |")
    try expect("| 年度资金总额 | 100 | 100 | ‹V001› | 10 | | 0 |")
  }

  @Test func r011AScoreWithoutTheFiguresItRestsOn() throws {
    try expect("| 年度资金总额 | 0 | 0 ‹R008› | 0 | 10 | | 9 ‹R011› |")
  }

  @Test func moneyAgreesExactly() throws {
    try expect(
      """
      | 年度资金总额 | 0.3 | 0.3 | 0.3 | 10 | 100% | 9 ‹R002 note› |
      | 当年财政拨款 | 0.1 | 0.1 | 0.1 | | | |
      | 上年结转资金 | 0.2 | 0.2 | 0.2 | | | |
      """)
  }
}

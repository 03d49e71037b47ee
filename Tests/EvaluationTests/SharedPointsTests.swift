import Evaluation
import Figures
import Testing

/// Points that a form does not print, in the words of the Hubei form.
@Suite struct SharedPointsTests {
  private static let funds = """
    | 资金来源 | 预算数 | 执行数 | 执行率 | 得分 |
    | 年度财政资金总额 | 10 | 10 | 100% | 20 |
    """
  private static let header = "| 一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分 |"

  private func evaluate(
    _ rows: String, issued: Programme? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Evaluated {
    try expectMarked(
      [Self.funds, Self.header, rows].joined(separator: "\n"), .hubei, issued: issued,
      besides: [.r010, .c007],
      sourceLocation: sourceLocation)
  }

  private func points(_ evaluated: Evaluated) -> [String] {
    evaluated.scorecard.indicators.map { $0.points?.description ?? "—" }
  }

  @Test func theFirstTiersOfAGoalShareAndThenTheirRows() throws {
    let evaluated = try evaluate(
      """
      | 年度绩效目标1（40分） ‹T006› |
      | 产出指标 | 质量 | 监测数据合格率（%） | 100% | 100% | 10 |
      | 产出指标 | 进度 | 监测资料（套） | 1 | 1 | 10 |
      | 效益指标 | 满意度 | 资料审核合格率（%） | 98% | 98% | 19.6 ‹R002 note› |
      | 年度绩效目标2（40 分） |
      | 产出指标 | 质量 | 资料整编率（%） | 100% | 100% | 20 |
      | 产出指标 | 进度 | 资料上报率（%） | 100% | 50% ‹R005› | 10 |
      | 总分 | | | | | 89.6 |
      """)
    #expect(points(evaluated) == ["10", "10", "20", "20", "20"])
    #expect(
      evaluated.scorecard.blocks.map(\.name) == ["预算执行率", "年度绩效目标1", "年度绩效目标2"])
    #expect(evaluated.scorecard.blocks.map(\.points) == [20, 40, 40].map { Figure($0) })
    #expect(evaluated.scorecard.total == Figure(90))
    let working = evaluated.scorecard.indicators.last?.working ?? ""
    #expect(working.contains("50%÷100%×20＝10.00"))
    #expect(working.hasSuffix("分值20＝年度绩效目标2的40分÷2项"))
  }

  @Test func theLastShareTakesWhatRoundingLeaves() throws {
    let evaluated = try evaluate(
      """
      | 年度绩效目标（80分） ‹T006› |
      | 产出指标 | 数量 | 甲（个） | 1 | 1 | 13.33 |
      | 产出指标 | 数量 | 乙（个） | 1 | 1 | 13.33 |
      | 产出指标 | 数量 | 丙（个） | 1 | 1 | 13.34 |
      | 效益指标 | 效益 | 丁（个） | 1 | 1 | 40 |
      """)
    #expect(points(evaluated) == ["13.33", "13.33", "13.34", "40"])
    #expect(evaluated.scorecard.totalPoints == Figure(100))
  }

  @Test func whatRoundingMovesIsNoFault() throws {
    // 80 ÷ 3: shares of 26.67, 26.67 and 26.66, claimed as 26.67 each.
    let evaluated = try evaluate(
      """
      | 年度绩效目标（80分） ‹T006› |
      | 产出指标 | 数量 | 甲（个） | 24 | 22 ‹R005› | 24.44 |
      | 产出指标 | 数量 | 乙（个） | 1 | 1 | 26.67 |
      | 产出指标 | 数量 | 丙（个） | 1 | 1 | 26.67 |
      """)
    #expect(points(evaluated) == ["26.67", "26.67", "26.66"])
    #expect(
      evaluated.scorecard.indicators.map(\.score) == ["24.45", "26.67", "26.66"].map { Figure($0) })
  }

  @Test func theOnlyGoalThatStatesNoneHasWhatTheOthersLeave() throws {
    let evaluated = try evaluate(
      """
      | 年度绩效目标1（30分） ‹T006› |
      | 产出指标 | 数量 | 甲（个） | 1 | 1 | 30 |
      | 年度绩效目标2 |
      | 产出指标 | 数量 | 乙（个） | 1 | 1 | 50 |
      """)
    #expect(points(evaluated) == ["30", "50"])
  }

  @Test func pointsThatCannotBeKnownAreReportedAndNotScored() throws {
    let evaluated = try evaluate(
      """
      | 年度绩效目标一 ‹T006 error› |
      | 产出指标 | 数量 | 甲（个） | 1 | 1 | 40 |
      | 年度绩效目标二 ‹T006 error› |
      | 产出指标 | 数量 | 乙（个） | 1 | 1 | 40 |
      """)
    #expect(points(evaluated) == ["—", "—"])
    #expect(evaluated.scorecard.indicators.allSatisfy { $0.score == nil })
    #expect(evaluated.verdict == .sendBack)
  }

  @Test func aClaimAboveAShareIsOnlyToBeExplained() throws {
    let evaluated = try evaluate(
      """
      | 年度绩效目标（80分） ‹T006› |
      | 产出指标 | 数量 | 甲（个） | 1 | 1 | 50 ‹R004 warning› |
      | 产出指标 | 数量 | 乙（个） | 1 | 1 | 30 ‹R002 note› |
      """)
    #expect(evaluated.verdict == .accept)
    #expect(evaluated.findings.contains { $0.message.contains("分值40由年度绩效目标的80分÷2项推算") })
  }

  @Test func goalsThatDoNotAddUpAreReported() throws {
    let evaluated = try evaluate(
      """
      | 年度绩效目标1（40分） ‹T006› |
      | 产出指标 | 数量 | 甲（个） | 1 | 1 | 40 |
      | 年度绩效目标2（50分） ‹T003› |
      | 产出指标 | 数量 | 乙（个） | 1 | 1 | 50 |
      """)
    let finding = evaluated.findings.first { $0.code == .t003 }
    #expect(finding?.found == "110" && finding?.expected == "100")
  }

  @Test func issuedPointsCountAndNothingIsShared() throws {
    let programme = Programme(
      drawn: """
        | I01 | 产出指标 | 数量 | 甲 | ≥ | 1 | 个 | 50 |
        | I02 | 产出指标 | 数量 | 乙 | ≥ | 1 | 个 | 30 |
        """, rules: try ShippedScheme.hubei.scheme.scoring)
    let evaluated = try evaluate(
      """
      | 年度绩效目标（80分） |
      | 产出指标 | 数量 | 甲 | ≥1 | 1 | 50 |
      | 产出指标 | 数量 | 乙 | ≥1 | 1 | 30 |
      """, issued: programme)
    #expect(points(evaluated) == ["50", "30"])
  }
}

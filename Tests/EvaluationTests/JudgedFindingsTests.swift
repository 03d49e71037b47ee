import Evaluation
import Figures
import Testing

/// What is found in forms whose scores are judged, and in further tables.
@Suite struct JudgedFindingsTests {
  /// The rubric with rows of its own for one block, and the other blocks in order.
  private static func form(_ rows: String, total: String) -> String {
    """
    | 资金来源 | 预算数 | 到位数 | 支出数 | 计划成本 | 实际成本 |
    | 项目资金总额 | 67.8 | 67.8 | 60 | 67.8 | 60 |
    | 一级指标 | 二级指标 | 三级指标 | 得分 | 分值 | 扣分原因 |
    \(rows)
    | 过程 | 资金管理 | 资金到位率 | 4 | 4 | |
    | 过程 | 资金管理 | 预算执行率 | 4 | 4 | |
    | 过程 | 资金管理 | 资金使用合规性 | 4 | 4 | |
    | 过程 | 组织实施 | 管理制度健全性 | 4 | 4 | |
    | 过程 | 组织实施 | 制度执行有效性 | 4 | 4 | |
    | 产出 | 产出数量 | 实际完成率 | 8 | 8 | |
    | 产出 | 产出质量 | 质量达标率 | 8 | 8 | |
    | 产出 | 产出时效 | 完成及时性 | 8 | 8 | |
    | 产出 | 产出成本 | 成本节约率 | 6 | 6 | |
    | 效益 | 社会效益 | 新增就业 | 35 | 35 | |
    | 总分 | | | \(total) | | |
    """
  }

  private static let decisions = """
    | 决策 | 项目立项 | 立项依据充分性 | 3 | 3 | |
    | 决策 | 项目立项 | 立项程序规范性 | 2 | 2 | |
    | 决策 | 绩效目标 | 绩效目标合理性 | 3 | 3 | |
    | 决策 | 绩效目标 | 绩效指标明确性 | 2 | 2 | |
    | 决策 | 资金投入 | 预算编制科学性 | 3 | 3 | |
    | 决策 | 资金投入 | 资金分配合理性 | 2 | 2 | |
    """

  /// One line of the block 决策 written another way.
  private static func decisions(_ name: String, _ line: String) -> String {
    decisions.split(separator: "\n").map { $0.contains(name) ? line : String($0) }
      .joined(separator: "\n")
  }

  @discardableResult
  private func expect(
    _ name: String, _ line: String, total: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Scorecard {
    try expectMarked(
      Self.form(Self.decisions(name, line), total: total), .rubric, sourceLocation: sourceLocation
    ).scorecard
  }

  @Test func aRubricInOrderOnlyTellsThatAllMarksAreFull() throws {
    let form = Self.form(Self.decisions, total: "100")
      .replacing("| 三级指标 | 得分 |", with: "| 三级指标 | 得分 ‹R010› |")
    let card = try expectMarked(form, .rubric).scorecard
    #expect(card.total == .hundred && card.grade == "优")
    #expect(card.indicators.allSatisfy { $0.completionRate == .hundred })
  }

  @Test func r005ALossThatAnItemShowsIsSaidOfTheItem() throws {
    let card = try expect(
      "绩效目标合理性", "| 决策 | 绩效目标 | 绩效目标合理性 | 2.5 ‹R005› | 3 | 目标未细化 |", total: "99.5")
    let row = try #require(card.indicators.first { $0.status == .shortfall })
    #expect(row.working == "评2.5分，满分3分，失0.5分")
    #expect(row.completionRate?.text(places: 2) == "83.33")
  }

  @Test func r007ALossNeedsAReasonWhereTheFormHasAPlaceForOne() throws {
    try expect(
      "绩效目标合理性", "| 决策 | 绩效目标 | 绩效目标合理性 | 2.5 | 3 | ‹R007› |", total: "99.5")
  }

  @Test(arguments: [("3.5", "100", "3"), ("-1", "97", "0")])
  func r004AScoreBeyondItsPointsIsKeptWithinThem(_ typed: String, _ total: String, _ kept: String)
    throws
  {
    let line = "| 决策 | 绩效目标 | 绩效目标合理性 | \(typed) ‹R004› | 3 | |"
    let claimed = typed == "-1" ? "96" : "100.5"
    let form = Self.form(Self.decisions("绩效目标合理性", line), total: claimed)
    let drawn = DrawnReport(form, scheme: try ShippedScheme.rubric.scheme)
    let evaluated = Evaluator(scheme: drawn.scheme, programme: nil).evaluate(drawn.report)
    #expect(evaluated.findings.filter { $0.indicator == "I03" }.map(\.code) == [.r004])
    #expect(evaluated.scorecard.indicators[2].score == Figure(kept))
    #expect(evaluated.scorecard.total == Figure(total))
  }

  @Test func r004ABlockEarnsNoMoreThanItsPoints() throws {
    let form = """
      | 一级指标 | 二级指标 | 三级指标 | 得分 |
      | 效益 ‹R004› | 社会效益 | 新增就业 | 30 |
      | 效益 | 满意度 | 群众满意度 | 6 |
      """
    let drawn = DrawnReport(form, scheme: try ShippedScheme.rubric.scheme)
    let evaluated = Evaluator(scheme: drawn.scheme, programme: nil).evaluate(drawn.report)
    let block = try #require(evaluated.scorecard.blocks.last)
    #expect(block.score == Figure(35) && block.claimedScore == Figure(36))
    let beyond = evaluated.findings.filter { $0.code == .r004 }
    #expect(beyond.map(\.place?.cell) == ["A2"])
    #expect(beyond.first?.message == "效益各项得分之和36，超出该项35分，按35分计。")
  }

  @Test func s004MissingBlocksAndItemsAreNamedAndTheirPointsStillCount() throws {
    let form = """
      | 一级指标 | 二级指标 | 三级指标 | 得分 |
      | 决策 | 项目立项 | 立项依据充分性 | 3 |
      | 效益 | 社会效益 | 新增就业 | 35 |
      """
    let drawn = DrawnReport(form, scheme: try ShippedScheme.rubric.scheme)
    let evaluated = Evaluator(scheme: drawn.scheme, programme: nil).evaluate(drawn.report)
    let missing = evaluated.findings.filter { $0.code == .s004 }.map(\.expected)
    #expect(
      missing == ["立项程序规范性", "绩效目标合理性", "绩效指标明确性", "预算编制科学性", "资金分配合理性", "过程", "产出"])
    #expect(evaluated.scorecard.totalPoints == .hundred)
    #expect(evaluated.scorecard.total == Figure(38))
  }

  @Test func s003ARowUnderAnUnknownFirstTierIsListedAndNotScored() throws {
    let form = """
      | 一级指标 | 二级指标 | 三级指标 | 得分 |
      | 管理 ‹S003› | 组织实施 | 制度执行有效性 | 5 |
      | 效益 | 社会效益 | 新增就业 | 35 |
      | 总分 | | | 40 |
      """
    let drawn = DrawnReport(form, scheme: try ShippedScheme.rubric.scheme)
    let evaluated = Evaluator(scheme: drawn.scheme, programme: nil).evaluate(drawn.report)
    let said = evaluated.findings.filter { $0.code == .s003 }
    #expect(said.map(\.place?.cell) == ["A2"] && said.first?.expected == "决策、过程、产出、效益")
    #expect(evaluated.scorecard.total == Figure(35))
    #expect(evaluated.scorecard.indicators.first?.status == .excluded)
    #expect(!evaluated.findings.contains { $0.code == .r003 })
  }

  @Test func v001AJudgedRowWithoutAScoreIsUnresolved() throws {
    let card = try expect(
      "绩效目标合理性", "| 决策 | 绩效目标 | 绩效目标合理性 | ‹V001› | 3 | |", total: "97")
    let row = card.indicators[2]
    #expect(row.status == .unresolved && row.score == .zero)
    #expect(row.working == "未计：得分无法读取")
  }

  @Test func r003TheTotalIsTheSumOfTheScores() throws {
    try expect(
      "绩效目标合理性", "| 决策 | 绩效目标 | 绩效目标合理性 | 2 ‹R005› | 3 | 未细化 |", total: "100 ‹R003›")
  }

  @Test func t003ABlockStatesItsPointsInBrackets() throws {
    let wrong = Self.decisions.replacing("| 决策 |", with: "| 决策（20分） |")
    let marked = wrong.replacing(
      "| 决策（20分） | 项目立项 | 立项依据", with: "| 决策（20分） ‹T003› | 项目立项 | 立项依据")
    let form = Self.form(marked, total: "100")
      .replacing("| 三级指标 | 得分 |", with: "| 三级指标 | 得分 ‹R010› |")
    try expectMarked(form, .rubric)
    try expectMarked(
      form.replacing("（20分） ‹T003›", with: "（15分）").replacing("（20分）", with: "（15分）"), .rubric)
  }

  @Test func r011StandsWhereAmountsAreBlankAndNotWhereTheyAreUnreadable() throws {
    func codes(_ funds: String) throws -> [String] {
      let form = """
        | 资金来源 | 预算数 | 到位数 | 支出数 |
        | 项目资金总额 | 67.8 | \(funds) |
        | 一级指标 | 二级指标 | 三级指标 | 得分 |
        | 过程 | 资金管理 | 资金到位率 | 3 |
        | 过程 | 资金管理 | 预算执行率 | 0 |
        """
      let drawn = DrawnReport(form, scheme: try ShippedScheme.rubric.scheme)
      return Evaluator(scheme: drawn.scheme, programme: nil).evaluate(drawn.report).findings
        .filter { $0.code == .r011 || $0.code == .v002 }.map { "\($0.code.rawValue) \($0.label)" }
    }
    #expect(try codes(" | ") == ["R011 资金到位率"])
    #expect(try codes("约60 | 60") == ["V002 项目资金总额·到位数"])
    #expect(try codes("60 | 60") == [])
    #expect(try codes("0 | 0") == [])
  }

  @Test func aTaskIsRatedByTheOrdinaryRules() throws {
    let card = try expectMarked(
      Self.form(Self.decisions, total: "100")
        .replacing("| 三级指标 | 得分 |", with: "| 三级指标 | 得分 ‹R010› |")
          + """

          | 年度任务 | 任务数 | 单位 | 完成数 | 完成率 | 未完成原因 |
          | 发放补贴 | ≤10 | 天 | 12 | 83.33% | ‹R007› |
          | 建成中心 | 是 | 是/否 | 已完成 | | |
          | 办理登记 | 100 | 件 | 90 | 91% ‹R001› | 人手不足 |
          | 慰问职工 | 100 | 人 | 140 | 140% | 新增企业 |
          | 调解案件 | 20 | 件 | ‹V001› | | |
          """.replacing("| 件 | 90 |", with: "| 件 | 90 ‹R005› |")
        .replacing("| 人 | 140 |", with: "| 人 | 140 ‹R006› |"), .rubric
    ).scorecard
    let tasks = card.indicators.filter { $0.table != nil }
    #expect(tasks.map(\.status) == [.shortfall, .met, .shortfall, .over, .unresolved])
    #expect(tasks.map(\.id) == ["T01", "T02", "T03", "T04", "T05"])
    #expect(card.total == .hundred)
  }

  @Test func aTaskAndAnItemOfOneNameAreTwoThings() throws {
    let form = """
      | 一级指标 | 二级指标 | 三级指标 | 得分 |
      | 产出 | 产出数量 | 实际完成率 | 优 |
      | 年度任务 | 任务数 | 完成数 |
      | 实际完成率 | 100% | 优 |
      """
    let drawn = DrawnReport(form, scheme: try ShippedScheme.rubric.scheme)
    let findings = Evaluator(scheme: drawn.scheme, programme: nil).evaluate(drawn.report).findings
    let unread = findings.filter { $0.code == .v002 }
    #expect(unread.map(\.indicator) == ["I01", "T01"])
    #expect(Set(unread.map(\.id)).count == 2 && unread.allSatisfy { !$0.id.hasSuffix("-2") })
  }

  @Test func whatAProgrammeIssuesAreTheTasks() throws {
    let scheme = try ShippedScheme.rubric.scheme
    let form = """
      | 一级指标 | 二级指标 | 三级指标 | 得分 |
      | 产出 | 产出数量 | 实际完成率 | 8 |
      | 年度任务 | 任务数 | 完成数 |
      | 续保人数 | 6000 | 6100 |
      | 额外任务 | 10 | 10 |
      """
    let drawn = DrawnReport(form, scheme: scheme)
    let issued = Programme(
      drawn: "| K1 | | | 续保人数 | | ≥6410 | 人 | |\n| K2 | | | 监察单位 | | ≥150 | 户 | |",
      rules: scheme.scoring)
    let evaluated = Evaluator(scheme: scheme, programme: issued).evaluate(drawn.report)
    #expect(
      evaluated.scorecard.indicators.map { "\($0.id) \($0.status.rawValue)" }
        == ["I01 met", "K1 shortfall", "N01 excluded", "K2 unresolved"])
    let codes = evaluated.findings.filter { $0.indicator != nil }.map(\.code)
    #expect(Set(codes).isSuperset(of: [.t001, .s003, .s004]))
    #expect(evaluated.scorecard.totalPoints == .hundred)
  }
}

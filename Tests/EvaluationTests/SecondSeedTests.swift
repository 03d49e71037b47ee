import Evaluation
import Figures
import Testing

/// The published report of a labour office: a rubric whose scores are judged, and its tasks.
@Suite struct SecondSeedTests {
  private static let funds = """
    | 资金来源 | 预算数 | 到位数 | 支出数 | 计划成本 | 实际成本 |
    | 项目资金总额 | 67.8 | | | | |
    """

  private static let tasks = """
    | 工作类别 | 年度任务 | 任务数 | 单位 | 完成数 |
    | 就业创业工作 | 城镇新增就业人数 | 574 | 人 | 已完成 ‹V013› |
    | 就业创业工作 | 培育自主创业者 | 180 | 人 | 已完成 ‹V013› |
    | 就业创业工作 | 大学生创业人数 | 27 | 人 | 已完成 ‹V013› |
    | 培训工作 | 补贴性职业技能培训人数 | 1365 | 人 | 都已完成 ‹V013› |
    | 培训工作 | 职业鉴定取证人数 | 616 | 人 | 都已完成 ‹V013› |
    | 培训工作 | 高技能人才培养 | 158 | 人 | 都已完成 ‹V013› |
    | 培训工作 | 技师和高级技师人数 | 16 | 人 | 都已完成 ‹V013› |
    | 社保工作 | 单位社会保险扩面征缴净增 | 850 | 人 | 已完成 ‹V013› |
    | 城居保工作 | 城乡居民养老保险续保 | 6410 | 人 | 5123 ‹R005› |
    | 城居保工作 | 城乡居民养老保险困难人员参保完成率 | 100% | % | 100% |
    | 劳动监察 | 劳动保障书面审查主动监察单位 | 150 | 户 | 125 ‹R005› |
    | 劳动监察 | 调处简易案件 | ‹V001 warning› | 件 | 23 |
    """

  /// The cells that carry a finding: the first of each block that lost points, three scores.
  private static let marks = [
    "资金到位率": (" ‹R005›", " ‹R011›"), "预算执行率": ("", " ‹R011›"), "成本节约率": ("", " ‹R011›"),
    "实际完成率": (" ‹R005›", ""), "提高群众生活水平": (" ‹R005›", ""),
  ]

  /// Annex 1 as published: 一级指标, 分值, 二级指标, 三级指标, 指标解释, 得分.
  private static func items() throws -> [[String]] {
    try Repository.text("Tests/acceptance/seed_rubric.csv")
      .split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  private static func drawn() throws -> DrawnReport {
    let rows = try items().map { item in
      let marks = marks[item[3]] ?? ("", "")
      return """
        | \(item[0])（\(item[1])分）\(marks.0) | \(item[2]) | \(item[3]) | \(item[4]) | \(item[5])\(marks.1) |
        """
    }
    let rubric = ["| 一级指标 | 二级指标 | 三级指标 | 指标解释 | 得分 |"] + rows + ["| 总分 | | | | 95 |"]
    return DrawnReport(
      funds + "\n" + tasks + "\n" + rubric.joined(separator: "\n"),
      scheme: try ShippedScheme.rubric.scheme)
  }

  private static func evaluated() throws -> Evaluated {
    let drawn = try drawn()
    return Evaluator(scheme: drawn.scheme, programme: nil).evaluate(drawn.report)
  }

  private static func only(_ code: FindingCode) throws -> [Finding] {
    try evaluated().findings.filter { $0.code == code }
  }

  @Test func whatIsMarkedIsFoundAndNothingElse() throws {
    expectMarked(try Self.drawn())
  }

  @Test func theBlocksAddUpToNinetyFive() throws {
    let card = try Self.evaluated().scorecard
    #expect(card.blocks.map(\.name) == ["决策", "过程", "产出", "效益"])
    #expect(card.blocks.map(\.points) == [15, 20, 30, 35].map { Figure($0) })
    #expect(card.blocks.map(\.score) == [15, 19, 28, 33].map { Figure($0) })
    #expect(card.blocks.map(\.claimedScore) == card.blocks.map(\.score))
    #expect(card.total == Figure(95) && card.claimedTotal == Figure(95))
    #expect(card.totalPoints == .hundred && card.grade == "优")
  }

  @Test func everyScoreIsTheEvaluatorsOwn() throws {
    let items = try Self.evaluated().scorecard.indicators.filter { $0.table == nil }
    #expect(items.count == 20)
    #expect(items.map(\.score) == items.map(\.claimedScore))
    #expect(items.allSatisfy { $0.status == .met && $0.points == nil && $0.target == nil })
    #expect(items.first?.working == "评3分")
    #expect(
      items.compactMap { $0.score.map(String.init(describing:)) } == (try Self.items()).map(\.[5]))
  }

  @Test func theLostPointsCanBeLocatedInABlockAndNotInAnItem() throws {
    let lost = try Self.only(.r005).filter { $0.indicator == nil }
    #expect(lost.map(\.label) == ["过程", "产出", "效益"])
    #expect(lost.map(\.found) == ["19", "28", "33"])
    #expect(lost.map(\.expected) == ["20", "30", "35"])
    #expect(lost.first?.message == "过程20分得19分，失1分。三级指标未列分值，不能定位到具体指标。")
  }

  @Test func threeItemsAreScoredWithoutTheirMoney() throws {
    let unfounded = try Self.only(.r011)
    #expect(unfounded.map(\.label) == ["资金到位率", "预算执行率", "成本节约率"])
    #expect(unfounded.map(\.expected) == ["到位数", "到位数、支出数", "计划成本、实际成本"])
    #expect(unfounded.map(\.found) == ["3", "3", "5"])
  }

  @Test func twoTasksFallShort() throws {
    let short = try Self.evaluated().scorecard.indicators.filter { $0.status == .shortfall }
    #expect(short.map(\.target?.text) == ["6410", "150"])
    #expect(short.map { $0.completionRate?.text(places: 2) } == ["79.92", "83.33"])
    #expect(short.map(\.working) == ["5123÷6410＝79.92%，缺1287", "125÷150＝83.33%，缺25"])
    #expect(short.allSatisfy { $0.points == nil && $0.score == nil })
  }

  @Test func eightTasksThatOnlySayDoneAreUnresolved() throws {
    let unresolved = try Self.evaluated().scorecard.indicators.filter { $0.status == .unresolved }
    #expect(
      unresolved.map(\.target?.text) == ["574", "180", "27", "1365", "616", "158", "16", "850"])
    #expect(unresolved.allSatisfy { $0.completionRate == nil && $0.actual == nil })
    #expect(try Self.only(.v013).compactMap(\.indicator) == unresolved.map(\.id))
    #expect(try Self.only(.r008).isEmpty)
    #expect(try Self.evaluated().verdict == .sendBack)
  }

  @Test func aTaskThatIsWhollyDoneIsMet() throws {
    let met = try Self.evaluated().scorecard.indicators.filter {
      $0.table != nil && $0.status == .met
    }
    #expect(met.map(\.name) == ["城乡居民养老保险困难人员参保完成率"])
    #expect(met.first?.completionRate?.text(places: 2) == "100.00")
  }

  @Test func theTaskWithoutATargetIsListedAndNotScored() throws {
    let row = try #require(try Self.evaluated().scorecard.indicators.first { $0.id == "T12" })
    #expect(row.name == "调处简易案件" && row.table == "年度任务")
    #expect(row.status == .excluded && row.target == nil && row.actual == "23")
    #expect(row.completionRate == nil && row.score == nil)
    #expect(row.working == "未列任务数，只列出，不计完成率")
    let said = try Self.only(.v001)
    #expect(said.map(\.indicator) == ["T12"] && said.map(\.severity) == [.warning])
  }
}

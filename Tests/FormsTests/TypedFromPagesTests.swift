import Evaluation
import Figures
import TestSupport
import Testing
import Workbooks

@testable import Forms

/// Forms typed in from published pages, without the merges of a blank.
@Suite struct TypedFromPagesTests {
  private func evaluated(_ table: String, _ id: String) throws -> Evaluated {
    let workbook = try Workbook.read(try TestWorkbook.bytes([TestSheet("表", table)]))
    let scheme = try HandoutFixture.scheme(id)
    let finder = FormFinder(scheme)
    let found = try #require(finder.find(in: workbook).forms.first)
    return Evaluator(scheme: scheme, programme: nil)
      .evaluate(ReturnReader(finder).read(found, in: workbook))
  }

  private static func yunnan(_ row: String) -> String {
    """
    | 项目支出绩效自评表 | | | | | | | | | |
    | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
    \(row)
    """
  }

  @Test(arguments: ["=", "≥", "＝"])
  func wordsBehindASignAreJudged(_ sign: String) throws {
    let row = try #require(
      try evaluated(
        Self.yunnan("| 效益指标 | 社会效益指标 | 均衡 | \(sign) | 持续提升 | | 全部或基本达成预期指标 | 15 | 14 | |"),
        "yunnan-2020"
      ).scorecard.indicators.first)
    #expect(row.status == .met && row.score?.description == "14")
  }

  @Test func aNumberInWordsBehindASignStaysUnclear() throws {
    let row = try #require(
      try evaluated(
        Self.yunnan("| 产出指标 | 数量指标 | 场次 | ≥ | 每村3至5场 | | 4 | 15 | 15 | |"), "yunnan-2020"
      ).scorecard.indicators.first)
    #expect(row.status == .unresolved)
  }

  @Test func aDayBehindAnEqualSignIsADeadline() throws {
    let row = try #require(
      try evaluated(
        Self.yunnan("| 产出指标 | 时效指标 | 完成 | ＝ | 2022年6月底前 | | 2022年7月3日 | 15 | 0 | |"),
        "yunnan-2020"
      ).scorecard.indicators.first)
    #expect(row.status == .shortfall && row.score?.description == "0")
  }

  @Test func aRowNamedAsItsTierIsAnIndicatorWhereItHasFigures() throws {
    let evaluated = try evaluated(
      Self.yunnan(
        """
        | 满意度指标 | 满意度 | 满意度 | ≥ | 90 | % | 93 | 10 | 10 | |
        | 满意度指标 | 其他满意度 | 其他满意度 | | | | | 10 | | |
        """), "yunnan-2020")
    #expect(evaluated.scorecard.indicators.map(\.score?.description) == ["10"])
  }

  private static func national(_ title: String, _ rows: String) -> String {
    """
    | 项目支出绩效自评表 | | | | | | | | |
    | \(title) | | | | | | | | |
    | 项目名称 | | 宣传 | | | | | | |
    | 主管部门 | | 某局 | | | 实施单位 | 某所 | | |
    | 项目资金（万元） | | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
    | | | 年度资金总额 | 10 | 10 | 10 | 10 | 100% | 10 |
    | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
    \(rows)
    """
  }

  @Test func aDayWithoutAYearBelongsToTheYearOfTheTitle() throws {
    let row = "| | 产出指标 | 时效指标 | 完成时间 | 12月底前 | 2024年1月10日 | 10 | 0 | 拖延 |"
    let late = try evaluated(Self.national("（2023 年度）", row), "mof-2020").scorecard
    #expect(late.indicators.first?.status == .shortfall)
    #expect(late.indicators.first?.working == "逾期：2024-01-10，晚于2023-12-31，不得分")
  }

  @Test func aYearThatNobodyStatedIsNotShown() throws {
    let row = "| | 产出指标 | 时效指标 | 完成时间 | 9月底前 | 9月15日 | 10 | 10 | |"
    let scorecard = try evaluated(Self.national("", row), "mof-2020").scorecard
    #expect(scorecard.indicators.first?.working == "达标：09-15，不晚于09-30")
    #expect(scorecard.indicators.first?.actual == "09-15")
  }

  @Test func withoutThePointsOfAnyIndicatorThereIsNoTotalAndNoGrade() throws {
    let row = "| | 产出指标 | 数量指标 | 份数 | ≥10 | 12 | | | |"
    let scorecard = try evaluated(Self.national("（2023年度）", row), "mof-2020").scorecard
    #expect(scorecard.total == nil && scorecard.grade == nil)
    #expect(scorecard.execution?.score?.description == "10")
    let known = row.replacing("| 12 | |", with: "| 12 | 90 |")
    #expect(
      try evaluated(Self.national("（2023年度）", known), "mof-2020").scorecard.grade == "优")
  }

  private static func sichuan(_ reason: String, initially: Int) -> String {
    """
    | 部门预算项目支出绩效自评表（2023年度） | | | | | | | | | | |
    | 预算执行情况（10分） | 年度预算数（万元） | | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分 | 原因 | |
    | | 总额 | | \(initially) | 200 | 160 | 80% | 10 | 8 | \(reason) | |
    | 绩效指标（90分） | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分 | 未完成原因分析 |
    | | 产出指标 | 数量指标 | 面积 | ≥ | 5000 | 亩 | 5200 | 90 | 90 | |
    """
  }

  @Test func theNotePrintedInTheCellOfReasonsIsNone() throws {
    let note = "1.预算执行率=预算执行数/调整后预算数，预算执行率未达到90%的需说明原因（100字以内）；"
    func codes(_ reason: String, initially: Int) throws -> Set<FindingCode> {
      Set(
        try evaluated(Self.sichuan(reason, initially: initially), "sichuan-2023").findings
          .map(\.code))
    }
    #expect(try codes(note, initially: 200).contains(.b008))
    #expect(try codes(note, initially: 180).contains(.r007))
    #expect(try codes("年中追加，尾款未付", initially: 180).isDisjoint(with: [.b008, .r007]))
  }

  @Test func theUnitMayStandRightOfANarrowTable() throws {
    let unit = try evaluated(
      """
      | 项目支出绩效目标申报表 | | | | | |
      | 项目名称 | | 路灯 | | | |
      | 主管部门 | | 某局 | | 实施单位 | 某所 |
      | 资金情况（万元） | | 年度资金总额： | | 620 | |
      | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | |
      | | 产出指标 | 数量指标 | 路灯 | ≥3200盏 | |
      """, "target-filing"
    ).scorecard.project.unit
    #expect(unit == "某所")
  }

  @Test func aMonitoringFormMayLackTheAdjustedBudget() throws {
    let scorecard = try evaluated(
      """
      | 项目支出绩效目标执行监控表 | | | | | | | | | |
      | 项目名称 | | 改造 | | | 实施单位 | 某局 | | | |
      | 项目资金（万元） | | | 年初预算数 | 1-7月执行数 | 1-7月执行率 | 全年预计执行数 | | | |
      | | | 年度资金总额 | 600 | 330 | 55% | 600 | | | |
      | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月执行情况 | 全年预计完成情况 | 原因说明 | 完成目标可能性 | 备注 |
      | | 产出指标 | 数量指标 | 小区 | 12 | 7 | 12 | | 确定能 | |
      """, "monitoring-2019"
    ).scorecard
    #expect(scorecard.execution?.rate?.description == "55")
  }

  @Test func twoRowsOfFundHeadersNeedNoMerges() throws {
    let scorecard = try evaluated(
      """
      | 部门整体支出绩效自评表 | | | | | | | | | |
      | 部门名称 | | 文化馆 | | | | | | | |
      | 年度主要任务 | 任务名称 | 完成情况 | 预算数（万元） | | 执行数（万元） | | 分值 | 执行率 | 得分 |
      | | | | 总额 | 其中：财政拨款 | 总额 | 其中：财政拨款 | | | |
      | | 免费开放 | 已完成 | 80 | 80 | 76 | 76 | | | |
      | | 金额合计 | | 80 | 80 | 76 | 76 | 10 | 95% | 9.5 |
      | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 分值 | 指标值 | 完成值 | 得分 | 偏差原因 | |
      | | 产出指标 | 数量指标 | 开放天数（天） | 90 | ≥310 | 312 | 90 | | |
      """, "department-overall"
    ).scorecard
    #expect(scorecard.total?.description == "99.5")
  }
}

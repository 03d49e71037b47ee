import Evaluation
import Forms
import TestSupport
import Workbooks

/// A scheme with few words, the sheet of a small form, and the way from there to a report.
enum FormFixture {
  static let yaml = """
    id: test
    version: "1"
    title: 项目支出绩效自评表
    summary: 测试用
    sources: [测试]
    form:
      sheetNames: [自评表]
      projectName: [项目名称]
      unit: [实施单位]
      department: [主管部门, 部门]
      projectCode: [项目编码]
      texts: [年度总体目标, 预期目标, 实际完成情况, 其他需要说明事项]
      funds:
        moneyUnit: 万元
        columns:
          initialBudget: [年初预算数]
          budget: [全年预算数, 预算数]
          executed: [全年执行数, 执行数]
          points: [分值]
          executionRate: [执行率]
          score: [得分]
        required: [budget, executed]
        total: [年度资金总额, 资金总额]
        sources:
          - id: current
            labels: [当年财政拨款, 本年财政拨款]
          - id: carryover
            labels: [上年结转资金]
          - id: other
            labels: [其他资金]
      indicators:
        columns:
          tier1: [一级指标]
          tier2: [二级指标]
          name: [三级指标]
          target: [年度指标值, 指标值]
          actual: [实际完成值]
          points: [分值]
          score: [得分]
          reason: [偏差原因分析及改进措施]
        otherColumns:
          sign: [指标性质]
          unit: [度量单位]
          completionRate: [完成率]
        required: [name, target, actual]
        total: [总分, 合计]
        end: [注, 说明]
        templateLines: [指标1, 指标2, ……]
    scoring:
      total: 100
      execution:
        name: 预算执行率
        points: 10
        denominator: budget
      blocks:
        - labels: [产出指标]
          points: 50
        - labels: [效益指标]
          points: 30
        - labels: [满意度指标]
          points: 10
      atLeast: ratio
      atMost: ratio
      levels:
        - name: 达成
          words: [达成]
          upper: 100
          lower: 80
        - name: 未达成
          words: [未达成]
          upper: 80
          lower: 0
      yesWords: [是]
      noWords: [否]
      overLimit: 130
      shortfallNeedsReason: true
      overNeedsReason: true
      ratePlaces: 2
      scorePlaces: 2
      grades:
        - name: 优
          from: 90
        - name: 差
    """

  /// The scheme above.
  static func scheme() throws -> Scheme { try SchemeFile.read(yaml: yaml, file: "test.yaml") }

  /// The small form that most tests change in one place.
  static let small = """
    | 项目支出绩效自评表 | < | < | < | < | < | < | < |
    | 项目名称 | 湿地保护 | < | < | < | < | < | < |
    | 主管部门 | 林业局 | < | < | 实施单位 | 湿地管理站 | < | < |
    | 项目资金\\n（万元） | < | 年初预算数 | 全年预算数（A） | 全年执行数（B） | 分值 | 执行率（B/A） | 得分 |
    | ^ | 年度资金总额 | 90 | 100 | 95 | 10 | %0.95 | 9.5 |
    | ^ | 其中：当年财政拨款 | 90 | 100 | 95 | — | %0.95 | — |
    | ^ | 其他资金 | | | | — | | — |
    | 年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | < | < |
    | ^ | 恢复湿地 | < | < | 已恢复湿地 | < | < | < |
    | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
    | 产出指标 | 数量指标 | 恢复面积（亩） | ≥200 | 180 | 30 | 27 | 汛期 |
    | ^ | ^ | 巡护次数（次） | ≥12 | 12 | 20 | 20 | |
    | 效益指标 | 生态效益 | 水质达标率（%） | ≥95% | 95.5% | 30 | 30 | |
    | 满意度指标 | 满意度 | 群众满意度 | ≥90% | %0.92 | 10 | 10 | |
    | 总分 | < | < | < | < | 100 | 96.5 | |
    """

  /// What the finder finds in these sheets.
  static func find(
    _ sheets: TestSheet..., ignoring ignored: FormFinder.Ignored = .init()
  ) throws -> FormFinder.Search {
    try FormFinder(scheme()).find(
      in: Workbook.read(TestWorkbook.bytes(sheets)), ignoring: ignored)
  }

  /// The report of the one form in a sheet of this table.
  static func report(_ table: String, sheet: String = "自评表") throws -> Report {
    try report(TestSheet(sheet, table))
  }

  /// The report of the first form in a sheet.
  static func report(_ sheet: TestSheet) throws -> Report {
    let workbook = try TestWorkbook.read(sheet)
    let finder = FormFinder(try scheme())
    let found = finder.find(in: workbook).forms
    guard let form = found.first else { throw Missing() }
    return ReturnReader(finder).read(form, in: workbook)
  }

  struct Missing: Error {}

  /// The small form with one text put in the place of another.
  static func changed(_ old: String, _ new: String) -> String {
    small.replacing(old, with: new)
  }
}

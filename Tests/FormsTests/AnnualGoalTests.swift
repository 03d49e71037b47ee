import Evaluation
import Figures
import Forms
import Foundation
import TestSupport
import Testing
import Workbooks

/// Several annual goals in one form, and several such forms in one workbook.
@Suite struct AnnualGoalTests {
  private static let table = """
    | 项目绩效自评表 | < | < | < | < | < | < |
    | 项目名称 | 水土保持监测 | < | 项目实施单位 | 监测站 | < | < |
    | 预算执行情况\\n（万元）\\n（20分） | < | < | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分\\n（20分*执行率） |
    | ^ | 年度财政资金总额 | < | 10 | 9 | %0.9 | 18 |
    | 年度绩效目标1\\n（40分） | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分 |
    | ^ | 产出指标 | 质量指标 | 合格率 | %1 | %1 | 20 |
    | ^ | ^ | 进度指标 | 报告（份） | 4 | 4 | 20 |
    | 年度绩效目标2\\n（40分） | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分 |
    | ^ | 产出指标 | 质量指标 | 整编率 | %1 | %0.9 | 36 |
    | 总分 | < | < | < | < | < | 94 |
    | 偏差大或\\n目标未完成\\n原因分析 | 汛期道路中断 | < | < | < | < | < |
    """

  private func scheme() throws -> Scheme {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "templates/hubei-2020/scheme.yaml")
    return try SchemeFile.read(
      yaml: String(contentsOf: file, encoding: .utf8), file: "scheme.yaml")
  }

  private func reports(_ sheets: TestSheet...) throws -> [Report] {
    let finder = FormFinder(try scheme())
    let workbook = try Workbook.read(TestWorkbook.bytes(sheets))
    return finder.find(in: workbook).forms.map { ReturnReader(finder).read($0, in: workbook) }
  }

  @Test func goalsAreReadWithTheirPointsAndTheirRows() throws {
    let report = try #require(try reports(TestSheet("项目绩效自评表", Self.table)).first)
    #expect(report.goals.map(\.name) == ["年度绩效目标1", "年度绩效目标2"])
    #expect(report.goals.map { $0.place.cell } == ["A5", "A8"])
    #expect(report.indicators.map(\.goal) == [0, 0, 1])
    #expect(report.indicators.map(\.name) == ["合格率", "报告（份）", "整编率"])
    #expect(report.claimedTotal?.shown == "94")
    #expect(report.moneyUnit?.shown == "万元")
    #expect(report.reasons?.shown == "汛期道路中断")
    #expect(report.remarks == [])
  }

  @Test func theFormIsScoredGoalByGoal() throws {
    let report = try #require(try reports(TestSheet("项目绩效自评表", Self.table)).first)
    let evaluated = Evaluator(scheme: try scheme(), programme: nil).evaluate(report)
    #expect(evaluated.scorecard.blocks.map(\.score) == [18, 40, 36].map { Figure($0) })
    #expect(evaluated.scorecard.total == Figure(94))
    #expect(evaluated.findings.map(\.code) == [.t006, .r005])
  }

  @Test func eachProjectOnASheetHasItsOwnGoals() throws {
    let second = Self.table.replacing("水土保持监测", with: "河道巡查")
    let two = Self.table + "\n| |\n" + second.replacing("汛期道路中断", with: "")
    let reports = try reports(TestSheet("项目绩效自评表", two), TestSheet("自评表2", Self.table))
    #expect(reports.map { $0.projectName?.shown } == ["水土保持监测", "河道巡查", "水土保持监测"])
    #expect(
      reports.map { $0.goals.map { $0.place.cell } } == [
        ["A5", "A8"], ["A17", "A20"], ["A5", "A8"],
      ])
    #expect(reports.map(\.indicators.count) == [3, 3, 3])
    #expect(reports.map { $0.reasons?.shown } == ["汛期道路中断", "", "汛期道路中断"])
  }
}

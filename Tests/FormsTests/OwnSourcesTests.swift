import Evaluation
import TestSupport
import Testing
import Workbooks

@testable import Forms

/// Money under names of the unit's own, and money without a header.
@Suite struct OwnSourcesTests {
  private func report(_ table: String, _ id: String) throws -> Report {
    let workbook = try Workbook.read(try TestWorkbook.bytes([TestSheet("表", table)]))
    let finder = FormFinder(try HandoutFixture.scheme(id))
    let found = try #require(finder.find(in: workbook).forms.first)
    return ReturnReader(finder).read(found, in: workbook)
  }

  private static let tasks = """
    | 部门整体支出绩效自评表 | < | < | < | < | < | < | < | < | < |
    | 部门名称 | < | 文化馆 | < | < | < | < | < | < | < |
    | 年度主要任务 | 任务名称 | 完成情况 | 预算数（万元） | < | 执行数（万元） | < | 分值 | 执行率 | 得分 |
    | ^ | ^ | ^ | 总额 | 其中：财政拨款 | 总额 | 其中：财政拨款 | ^ | ^ | ^ |
    | ^ | 场馆免费开放 | 全年开放312天 | 86.5 | 80 | 86 | 80 | | | |
    | ^ | 文艺展演 | 演出46场 | 42 | 40 | 39.28 | 38 | | | |
    | ^ | 金额合计 | | 128.5 | 120 | 125.28 | 118 | 10 | | 9.75 |
    | 一级指标 | 二级指标 | 三级指标 | 分值 | 指标值 | 完成值 | 得分 | 偏差原因 | < | < |
    | 产出指标 | 数量指标 | 开放天数（天） | 90 | ≥310 | 312 | 90 | | | |
    """

  @Test func tasksAreSourcesUnderTheirOwnNamesBelowTwoRowsOfHeaders() throws {
    let report = try report(Self.tasks, "department-overall")
    #expect(report.funds.map(\.label) == ["场馆免费开放", "文艺展演", "金额合计"])
    #expect(
      report.funds.map(\.role) == [.source("场馆免费开放"), .source("文艺展演"), .total])
    #expect(report.funds.map { $0.cells[.executed]?.shown } == ["86", "39.28", "125.28"])
    #expect(!report.remarks.contains { $0.code == .s005 })
  }

  @Test func elsewhereANameOfTheUnitsOwnIsASlip() throws {
    let table = Self.tasks.replacing("| 部门名称 |", with: "| 项目名称 |")
    let report = try report(table, "mof-2020")
    #expect(report.remarks.contains { $0.code == .s005 })
  }

  private static let filing = """
    | 项目支出绩效目标申报表 | < | < | < | < |
    | 项目名称 | < | 路灯改造 | < | < |
    | 资金情况（万元） | < | 年度资金总额： | < | 620 |
    | ^ | ^ | 其中：财政拨款 | < | 560 |
    | ^ | ^ | 其他资金 | < | 60 |
    | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 |
    | 产出指标 | 数量指标 | 路灯（盏） | ≥3200 | 90 |
    | 合计 | < | < | < | 90 |
    """

  @Test func amountsBesideTheirNamesNeedNoHeaderWhereTheFormHasNone() throws {
    let report = try report(Self.filing, "target-filing")
    #expect(report.funds.map(\.role) == [.total, .source("fiscal"), .source("other")])
    #expect(report.funds.map { $0.cells[.budget]?.shown } == ["620", "560", "60"])
    #expect(report.totalPoints?.shown == "90" && report.indicators.count == 1)
    #expect(!report.remarks.contains { $0.code == .s005 })
  }

  @Test func aFilingWithAHeaderIsReadByIt() throws {
    let headed = Self.filing.replacing(
      "| 资金情况（万元） | < | 年度资金总额： |",
      with: "| 资金情况（万元） | < | 资金来源 | < | 金额 |\n    | ^ | ^ | 年度资金总额： |")
    let report = try report(headed, "target-filing")
    #expect(report.funds.map { $0.cells[.budget]?.shown } == ["620", "560", "60"])
  }
}

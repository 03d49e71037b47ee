import Evaluation
import Figures
import Foundation
import Testing
import TestSupport

@testable import Forms
@testable import Workbooks

/// Forms with a judged rubric and a table of tasks, from cells to annotation.
@Suite struct FurtherTableTests {
  private static let head = """
    | 项目绩效评价表 | < | < | < | < |
    | 项目名称 | 劳动所项目 | < | < | < |
    | 实施单位 | 街道劳动所 | < | < | < |
    | 资金来源 | 预算数 | 到位数 | | |
    | 项目资金总额 | 67.8 | 67.8 | | |
    """
  private static let tasks = """
    | 工作类别 | 年度任务 | 任务数 | 单位 | 完成数 |
    | 城居保 | 续保人数 | 6410 | 人 | 5123 |
    | ^ | 参保完成率 | %1 | % | %1 |
    | 劳动监察 | 调处案件 | | 件 | 23 |
    """
  private static let rubric = """
    | 一级指标 | 二级指标 | 三级指标 | 指标解释 | 得分 |
    | 决策（15分） | 项目立项 | 立项依据充分性 | 是否充分 | 15 |
    | 过程（20分） | 资金管理 | 资金到位率 | 到位与预算之比 | 19 |
    | 产出（30分） | 产出数量 | 实际完成率 | 实际与计划之比 | 30 |
    | 效益（35分） | 社会效益 | 群众生活 | 社会效益 | 35 |
    """
  private static let total = "| 合计 | | | | 99 |"

  private static func joined(_ parts: String...) -> String { parts.joined(separator: "\n") }

  private static func scheme() throws -> Scheme {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let bytes = try Data(contentsOf: root.appending(path: "templates/rubric-2022/scheme.yaml"))
    return try SchemeFile.read(bytes: bytes, file: "rubric-2022")
  }

  private struct Read {
    var forms: [FoundForm]
    var reports: [Report]
    var workbook: Workbook
    var scheme: Scheme

    init(_ table: String) throws {
      scheme = try FurtherTableTests.scheme()
      workbook = try TestWorkbook.read(TestSheet("项目绩效评价表", table))
      let finder = FormFinder(scheme)
      forms = finder.find(in: workbook).forms
      let reader = ReturnReader(finder)
      reports = forms.map { [workbook] in reader.read($0, in: workbook) }
    }

    func patch() throws -> [CellReference: PatchCell.Value] {
      let form = try #require(forms.first)
      let report = try #require(reports.first)
      let evaluated = Evaluator(scheme: scheme, programme: nil).evaluate(report)
      let subject = ScoredForm(
        form: form, report: report, evaluated: evaluated, occasion: "", fundUnit: "万元")
      let cells = Annotator.patch(for: subject, in: workbook).sheets.first?.cells ?? []
      return Dictionary(cells.map { ($0.reference, $0.value) }) { first, _ in first }
    }
  }

  private static let names = ["立项依据充分性", "资金到位率", "实际完成率", "群众生活", "续保人数", "参保完成率", "调处案件"]

  /// The table above the indicators, below them, and below them without a total row between.
  static let orders = [
    joined(head, tasks, rubric, total), joined(head, rubric, total, tasks),
    joined(head, rubric, tasks),
  ]

  @Test(arguments: orders)
  func theTableIsReadWhereverItStandsOnTheSheet(_ table: String) throws {
    let read = try Read(table)
    let report = try #require(read.reports.first)
    #expect(read.forms.count == 1)
    #expect(report.indicators.map(\.name) == Self.names)
    #expect(
      report.indicators.map(\.table) == Array(repeating: nil, count: 4) + [
        "tasks", "tasks", "tasks",
      ])
    #expect(report.indicators.suffix(3).map(\.tier1) == ["城居保", "城居保", "劳动监察"])
    #expect(report.indicators.last?.cells[.actual]?.shown == "23")
    #expect(report.indicators.first?.cells[.explanation]?.shown == "是否充分")
    #expect(report.tableColumns["tasks"]?.count == 5)
    #expect(report.funds.map(\.label) == ["项目资金总额"])
    #expect(report.projectName?.shown == "劳动所项目")
    #expect(report.remarks.isEmpty)
  }

  @Test func theFormReachesAsFarAsItsTables() throws {
    let form = try #require(try Read(Self.orders[1]).forms.first)
    #expect(form.table == CellRange("A2:E15"))
    #expect(form.tables.map(\.headerRow) == [12] && form.tables.map(\.rows) == [13...15])
    #expect(form.indicatorRows == 7...10 && form.totalRow == 11)
  }

  @Test func aFormWithoutTheTableHasNone() throws {
    let read = try Read(Self.joined(Self.head, Self.rubric, Self.total))
    #expect(read.forms.first?.tables.isEmpty == true)
    #expect(read.reports.first?.indicators.count == 4)
  }

  @Test(arguments: [true, false])
  func eachOfTwoFormsOnOneSheetHasItsOwnTable(_ isBelow: Bool) throws {
    let first =
      isBelow
      ? Self.joined(Self.head, Self.rubric, Self.total, Self.tasks)
      : Self.joined(Self.head, Self.tasks, Self.rubric, Self.total)
    let second = first.replacing("调处案件", with: "审查单位").replacing("劳动所项目", with: "文化站项目")
    let read = try Read(Self.joined(first, second))
    #expect(read.reports.map { $0.projectName?.shown } == ["劳动所项目", "文化站项目"])
    #expect(read.reports.map { $0.indicators.last?.name } == ["调处案件", "审查单位"])
    #expect(read.reports.map(\.indicators.count) == [7, 7])
  }

  @Test func headersOfTheTableInAnotherOrderOrUnderOtherWordsAreSaid() throws {
    let moved = Self.tasks.split(separator: "\n").map { line -> String in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      return "|\(cells[1])|\(cells[2])|\(cells[5])|\(cells[4])|\(cells[3])|"
    }.joined(separator: "\n").replacing("| 单位 |", with: "| 计量单位名称 |")
    let report = try #require(
      try Read(Self.joined(Self.head, moved, Self.rubric, Self.total)).reports.first)
    #expect(report.remarks.map(\.code) == [.s002, .s005])
    #expect(report.remarks.map(\.expected) == ["工作类别、年度任务、任务数、单位、完成数", "单位"])
  }

  @Test func cellsMergedOverTwoTasksAreLost() throws {
    let merged = Self.tasks.replacing("| 参保完成率 | %1 | % | %1 |", with: "| 参保完成率 | %1 | % | ^ |")
    let report = try #require(
      try Read(Self.joined(Self.head, merged, Self.rubric, Self.total)).reports.first)
    #expect(report.remarks.map(\.code) == [.s009])
    #expect(report.remarks.first?.label == "参保完成率·完成数")
  }

  @Test func theColumnsBesideTheFormSpeakOfBothTables() throws {
    let cells = try Read(Self.orders[0]).patch()
    func texts(_ row: Int) -> [PatchCell.Value?] {
      ["F", "G", "H", "I"].map { letter in
        CellReference("\(letter)\(row)").flatMap { cells[$0] }
      }
    }
    #expect(texts(6) == [.text("完成率"), .blank, .blank, .text("审核意见")])
    #expect(texts(7) == [.number("0.7992"), .blank, .blank, .text("5123÷6410＝79.92%，缺1287")])
    #expect(texts(8) == [.number("1"), .blank, .blank, .text("达标：100%≥100%")])
    #expect(texts(9) == [.blank, .blank, .blank, .text("△ 未列任务数，只列出，不计完成率")])
    #expect(texts(10) == [.text("完成率"), .text("核定得分"), .text("差异"), .text("审核意见")])
    #expect(texts(12) == [.blank, .number("19"), .number("0"), .text("△ 过程20分得19分，失1分。评19分")])
    #expect(
      texts(15) == [
        .blank, .number("99"), .number("0"), .text("等级：优；决策15 过程19 产出30 效益35"),
      ])
  }

  @Test func theResultPageCountsHowTheTasksStand() throws {
    let read = try Read(Self.orders[0])
    let report = try #require(read.reports.first)
    let card = Evaluator(scheme: read.scheme, programme: nil).evaluate(report).scorecard
    let tables = StandingTable.all(of: card)
    #expect(tables.map(\.title) == ["年度任务"])
    let rows = tables.first?.rows.map { $0.map(\.value) } ?? []
    #expect(rows.first == [.text("城居保")] + ["2", "1", "1", "0", "0"].map { .number($0) })
    #expect(rows.last == [.text("合计")] + ["3", "1", "1", "0", "1"].map { .number($0) })
  }

  @Test func aProgrammeOfAJudgedFormIssuesTasksWithoutTiersAndPoints() throws {
    let workbook = try TestWorkbook.read(
      TestSheet("项目", "| 项目编码 | 项目名称 | 主管部门 | 实施单位 |\n| P01 | 劳动所项目 | 街道办 | 街道劳动所 |"),
      TestSheet("资金", "| 项目编码 | 资金来源 | 全年预算数 |\n| P01 | 项目资金总额 | 67.8 |"),
      TestSheet(
        "指标",
        "| 项目编码 | 指标编码 | 三级指标 | 指标性质 | 年度指标值 | 度量单位 |\n| P01 | K1 | 续保人数 | ≥ | 6410 | 人 |"))
    let programme = try ProgrammeReader(Self.scheme()).read(workbook)
    let issued = try #require(programme.projects.first?.indicators.first)
    #expect(issued.target == .atLeast(Figure(6410)) && issued.points == nil && issued.tier1.isEmpty)
  }
}

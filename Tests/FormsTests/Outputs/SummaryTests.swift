import Evaluation
import Figures
import Glibc
import Testing
import Workbooks

@testable import Forms

@Suite struct SummaryTests {
  @Test func aFolderOfOutputsThatIsGoneIsNamedAsSuch() throws {
    let gone = "/nowhere/out"
    let error = try #require(throws: OutputError.self) {
      try RolledUp.bytes(Sample.returns, scratch: gone)
    }
    #expect(error.path == gone)
    #expect(error.description.hasPrefix("cannot create /nowhere/out: No such file or directory; "))
  }

  @Test func theSameRoundGivesTheSameBytes() throws {
    let one = try RolledUp.bytes(Sample.returns, programme: Sample.programme)
    #expect(try RolledUp.bytes(Sample.returns, programme: Sample.programme) == one)
  }

  @Test func theSheetsComeInTheOrderOfTheBureausWork() throws {
    #expect(
      try RolledUp.sample().book.sheets.map(\.name)
        == ["总表", "排名", "短板", "资金对账", "问题清单", "指标分析", "未报", "无法读取", "图表"])
  }

  @Test func returnsStandInTheProgrammesOrderUnknownOnesLast() throws {
    let summary = try RolledUp.sample()
    #expect(
      try summary.texts("总表", "B", 4...8)
        == ["QL-2024-01", "QL-2024-02", "QL-2024-02", "QL-2024-03", ""])
    #expect(try summary.texts("总表", "C", 8...8) == ["市民公园#1期 & 配套"])
  }

  @Test func whatDoesNotCountIsListedMarkedAndNotSummed() throws {
    let summary = try RolledUp.sample()
    #expect(
      try summary.texts("总表", "Q", 4...9)
        == ["通过", "退回修改", "通过\n（不计入）", "退回修改", "退回修改\n（不计入）", "退回 2 项"])
    #expect(try summary.texts("总表", "F", 9...9) == ["2776.5"])
    #expect(try summary.texts("总表", "R", 9...9) == ["2"])
    #expect(
      try summary.texts("总表", "A", 2...2) == [
        "下达 5 项　　已报 6 份　　已计分 3 项　　通过 1 项　　退回修改 2 项　　不计入 2 份　　无法读取 1 份　　"
          + "未报 2 项　　金额单位：万元　　平均差异按两项总分齐全的 2 项"
      ])
  }

  @Test func moneyIsSummedExactlyAndTheRateComesFromTheSums() throws {
    let returns = [("0.1", "0.1"), ("0.2", "0.1"), ("1e9", "999999999.7")].enumerated().map {
      Sample.scored("P\($0)", "名\($0)", "局", "中心", budget: $1.0, executed: $1.1, rate: "1")
    }
    let summary = try RolledUp(returns)
    #expect(try summary.texts("总表", "F", 7...7) == ["1000000000.3"])
    #expect(try summary.texts("总表", "G", 7...7) == ["999999999.9"])
    #expect(try summary.texts("总表", "H", 7...7) == ["1"])
  }

  @Test func aRateOfIncompleteMoneyLeavesTheIncompleteRowsOutAndSaysSo() throws {
    let summary = try RolledUp([
      Sample.scored("P1", "名1", "局", "中心", budget: "100", executed: "50"),
      Sample.scored("P2", "名2", "局", "中心", budget: "100", executed: nil, rate: nil),
    ])
    #expect(try summary.texts("总表", "F", 6...6) == ["200"])
    #expect(try summary.texts("总表", "H", 6...6) == ["0.5"])
    #expect(try summary.texts("总表", "A", 2...2)[0].hasSuffix("合计执行率按资金齐全的 1 项"))
  }

  @Test func averagesAreOfRowsThatHaveTheFigure() throws {
    let summary = try RolledUp.sample()
    // (98.5 + 94.19) ÷ 2, (97.35 + 85.06 + 86.93) ÷ 3, (−1.15 − 7.26) ÷ 2, half away from zero.
    let averages = try ["M", "N", "O"].map { try summary.texts("总表", $0, 9...9)[0] }
    #expect(averages == ["96.35", "89.78", "-4.21"])
  }

  @Test func amountsInYuanAreShownInTenThousands() throws {
    let outcome = Sample.scored(
      "P1", "名", "局", "中心", budget: "1000000.5", executed: "5000", fundUnit: "元")
    let row = try RolledUp([outcome]).row("总表", 4)
    #expect(row["全年预算数"] == "100.00005")
    #expect(row["全年执行数"] == "0.5")
  }

  @Test(arguments: [nil, "0"]) func theSourcesStandForATotalThatIsNotStated(stated: String?) throws
  {
    var outcome = Sample.scored("P1", "名", "局", "中心", budget: stated, executed: stated, rate: nil)
    for (role, amount) in [
      (FundLine.Role.source("central"), "10.1"), (.group("local"), "20.2"), (.part, "5"),
    ] {
      var row = Sample.fund(budget: amount, executed: amount, rate: "100")
      row.role = role
      outcome.evaluated?.scorecard.funds.append(row)
    }
    let row = try RolledUp([outcome]).row("总表", 4)
    #expect(row["全年预算数"] == "30.3")
    #expect(row["全年执行数"] == "30.3")
    outcome.evaluated?.scorecard.funds[0].issuedBudget = Figure(40)
    #expect(try RolledUp([outcome]).row("总表", 4)["全年预算数"] == "40")
  }

  @Test func numbersAreNumbersAndCodesAreText() throws {
    let sheet = try RolledUp([Sample.scored("001", "123", "局", "=1+1")]).sheet("总表")
    let row = sheet.cells(inRow: 4)
    #expect(row.first { $0.reference.column == 2 }?.value == .text("001"))
    #expect(row.first { $0.reference.column == 3 }?.value == .text("123"))
    #expect(row.first { $0.reference.column == 5 }?.value == .text("=1+1"))
    for column in [1, 6, 7, 8, 9, 13, 14, 15, 18, 19] {
      guard case .number = row.first(where: { $0.reference.column == column })?.value else {
        Issue.record("column \(column) is no number")
        continue
      }
    }
  }

  @Test func nothingFromAReturnBecomesAFormula() throws {
    let evil = "=HYPERLINK(\"http://x\")"
    let finding = Sample.finding(.b001, cell: "F7", label: evil, found: evil, message: evil)
    var outcome = Sample.scored(evil, evil, evil, evil, file: evil, findings: [finding])
    outcome.evaluated?.scorecard.indicators[0].name = evil
    let summary = try RolledUp([outcome, Sample.rejected("=1+1")])
    for sheet in summary.book.sheets {
      let cells = sheet.rows.flatMap { sheet.cells(inRow: $0) }
      #expect(cells.allSatisfy { $0.formula == nil }, "\(sheet.name)")
    }
    #expect(try summary.row("短板", 4)["三级指标"] == evil)
  }

  @Test func formsWithoutPointsHaveNoScoreColumns() throws {
    let outcome = Sample.scored("P1", "名", "局", "中心", total: nil, claimed: nil, grade: nil)
    let summary = try RolledUp([outcome])
    let headings = try summary.sheet("总表").cells(inRow: 3).map { RolledUp.shown($0.value) }
    #expect(
      headings == [
        "序号", "项目编码", "项目名称", "主管部门", "实施单位", "全年\n预算数", "全年\n执行数", "执行率", "结论", "须改", "须核实",
        "文件",
      ])
  }

  @Test func longNamesGetTheHeightTheyNeed() throws {
    let name = String(repeating: "长", count: 40)
    let sheet = try RolledUp([Sample.scored("P1", name, "局", "中心")]).sheet("总表")
    // 40 ideographs of 14 pixels in 203: three lines of 18.2 pixels and 8 of air, in points.
    #expect(sheet.rowHeights[4] == 47.25)
  }

  @Test func hostileTextsMakeAWorkbookThatIsRead() throws {
    let text =
      "\u{0}\u{1}\u{FFFE}]]>&<\"'_x0041_\r\n" + String(repeating: "啊a \u{1F600}", count: 20_000)
    let finding = Sample.finding(
      .v002, cell: "F18", label: text, found: text, expected: text, message: text)
    let outcome = Sample.scored(
      text, text, text, text, file: text, budget: "1e14", executed: "-1e14",
      findings: [finding, Sample.finding(.s010, cell: "不是单元格")])
    var rejected = Sample.rejected(text)
    rejected.findings = []
    let summary = try RolledUp(
      [outcome, rejected],
      programme: Programme(
        year: text, details: ["回收截止日期": text], projects: [Sample.project(text, text, text, text)]),
      title: text)
    #expect(summary.book.sheets.count == 9)
    #expect(try summary.row("总表", 4)["项目名称"]?.hasPrefix("]]>&<\"'_x0041_") == true)
  }

  @Test(arguments: [
    ("2024", "市级绩效自评", "2024年度市级绩效自评"), ("2024年", "市级绩效自评", "2024年市级绩效自评"),
    ("2024", "2024年绩效自评", "2024年绩效自评"), (nil, nil, "项目支出绩效自评表"),
    ("2024", " ", "2024年度项目支出绩效自评表"),
  ])
  func aRoundIsHeadedByYearAndTitle(year: String?, title: String?, heading: String) {
    let programme = Programme(year: year, title: title, projects: [])
    #expect(SummaryRound.title(programme, scheme: "项目支出绩效自评表") == heading)
  }
}

import Evaluation
import Figures
import Forms
import Glibc
import Testing
import Workbooks

@Suite struct SummaryTests {
  @Test func theSameRoundGivesTheSameBytes() throws {
    let round = Self.round(Sample.round)
    #expect(try SummaryWriter.bytes(of: round) == SummaryWriter.bytes(of: round))
  }

  @Test func returnsStandInTheProgrammesOrderUnknownOnesLast() throws {
    let sheet = try sheet("总表", of: Self.round(Sample.round))
    #expect(
      texts(sheet, "B", 4...8) == ["QL-2024-01", "QL-2024-02", "QL-2024-02", "QL-2024-03", ""])
    #expect(texts(sheet, "C", 8...8) == ["市民公园#1期 & 配套"])
  }

  @Test func whatDoesNotCountIsListedMarkedAndNotSummed() throws {
    let sheet = try sheet("总表", of: Self.round(Sample.round))
    #expect(
      texts(sheet, "Q", 4...9) == ["通过", "退回修改", "通过\n（不计入）", "退回修改", "退回修改\n（不计入）", "退回 2 项"])
    #expect(texts(sheet, "F", 9...9) == ["2776.5"])
    #expect(texts(sheet, "R", 9...9) == ["2"])
    #expect(
      texts(sheet, "A", 2...2) == [
        "下达 5 项　　已报 6 份　　已计分 3 项　　通过 1 项　　退回修改 2 项　　不计入 2 份　　无法读取 1 份　　"
          + "未报 2 项　　金额单位：万元　　平均差异按两项总分齐全的 2 项"
      ])
  }

  @Test func moneyIsSummedExactlyAndTheRateComesFromTheSums() throws {
    let returns = [("0.1", "0.1"), ("0.2", "0.1"), ("1e9", "999999999.7")].enumerated().map {
      Sample.scored("P\($0)", "名", "局", "中心", budget: $1.0, executed: $1.1, rate: "1")
    }
    let sheet = try sheet(
      "总表", of: SummaryRound(title: "", lines: returns.map(SummaryLine.init)))
    #expect(texts(sheet, "F", 7...7) == ["1000000000.3"])
    #expect(texts(sheet, "G", 7...7) == ["999999999.9"])
    #expect(texts(sheet, "H", 7...7) == ["1"])
  }

  @Test func aRateOfIncompleteMoneyLeavesTheIncompleteRowsOutAndSaysSo() throws {
    let returns = [
      Sample.scored("P1", "名", "局", "中心", budget: "100", executed: "50"),
      Sample.scored("P2", "名", "局", "中心", budget: "100", executed: nil, rate: nil),
    ]
    let sheet = try sheet("总表", of: SummaryRound(title: "", lines: returns.map(SummaryLine.init)))
    #expect(texts(sheet, "F", 6...6) + texts(sheet, "H", 6...6) == ["200", "0.5"])
    #expect(texts(sheet, "A", 2...2)[0].hasSuffix("合计执行率按资金齐全的 1 项"))
  }

  @Test func averagesAreOfRowsThatHaveTheFigure() throws {
    let sheet = try sheet("总表", of: Self.round(Sample.round))
    // (98.5 + 94.19) ÷ 2, (97.35 + 85.06 + 86.93) ÷ 3, (−1.15 − 7.26) ÷ 2, half away from zero.
    #expect(["M", "N", "O"].map { texts(sheet, $0, 9...9)[0] } == ["96.35", "89.78", "-4.21"])
  }

  @Test func amountsInYuanAreShownInTenThousands() throws {
    let outcome = Sample.scored(
      "P1", "名", "局", "中心", budget: "1000000.5", executed: "5000", fundUnit: "元")
    let line = SummaryLine(outcome)
    #expect(line.budget?.description == "100.00005")
    #expect(line.executed?.description == "0.5")
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
    #expect(SummaryLine(outcome).budget?.description == "30.3")
    #expect(SummaryLine(outcome).executed?.description == "30.3")
    outcome.evaluated?.scorecard.funds[0].issuedBudget = Figure(40)
    #expect(SummaryLine(outcome).budget?.description == "40")
  }

  @Test func numbersAreNumbersAndCodesAreText() throws {
    let outcome = Sample.scored("001", "123", "局", "=1+1")
    let sheet = try sheet("总表", of: SummaryRound(title: "", lines: [SummaryLine(outcome)]))
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
    #expect(sheet.rows.flatMap { sheet.cells(inRow: $0) }.allSatisfy { $0.formula == nil })
  }

  @Test func formsWithoutPointsHaveNoScoreColumns() throws {
    let outcome = Sample.scored("P1", "名", "局", "中心", total: nil, claimed: nil, grade: nil)
    let sheet = try sheet("总表", of: SummaryRound(title: "", lines: [SummaryLine(outcome)]))
    let headings = sheet.cells(inRow: 3).map { shown($0.value) }
    #expect(
      headings == [
        "序号", "项目编码", "项目名称", "主管部门", "实施单位", "全年\n预算数", "全年\n执行数", "执行率", "结论", "须改", "须核实",
        "文件",
      ])
  }

  @Test func theGravestFindingsComeFirst() throws {
    let sheet = try sheet("问题清单", of: Self.round(Sample.round))
    #expect(
      texts(sheet, "B", 4...13) == ["须改", "须改", "须改"]
        + Array(repeating: "须核实", count: 6) + ["提示"])
    #expect(
      texts(sheet, "C", 4...13)
        == ["T004", "B001", "F012", "R002", "F009", "R005", "R005", "C002", "C002", "V005"])
    #expect(texts(sheet, "D", 11...12) == ["QL-2024-13", "QL-2024-14"])
  }

  @Test func missingProjectsAreListedWithTheirBudgets() throws {
    let sheet = try sheet("未报", of: Self.round(Sample.round))
    #expect(texts(sheet, "A", 2...2) == ["截至回收截止日期2025年3月20日，2 项未报。可直接用于催报。"])
    #expect(texts(sheet, "C", 4...5) == ["地质灾害群测群防项目", "社区养老服务设施补助项目"])
    #expect(texts(sheet, "F", 4...5) == ["260", "780"])
  }

  @Test func aRoundWithoutProgrammeSaysThatItCannotTell() throws {
    let sheet = try sheet("未报", of: SummaryRound(title: "", lines: []))
    #expect(texts(sheet, "A", 2...2) == ["本轮没有提供下达清单，不能核对未报项目。"])
    #expect(texts(sheet, "A", 4...4)[0].contains("--programme"))
  }

  @Test func unreadableFilesAreNamedWithReasonAndNextStep() throws {
    let sheet = try sheet("无法读取", of: Self.round(Sample.round))
    #expect(texts(sheet, "B", 4...4) == ["应急管理局/自评表.xls"])
    #expect(texts(sheet, "C", 4...4) == ["F003"])
    #expect(texts(sheet, "E", 4...4)[0].hasPrefix("用Excel或WPS打开"))
  }

  @Test func longNamesGetTheHeightTheyNeed() throws {
    let name = String(repeating: "长", count: 40)
    let outcome = Sample.scored("P1", name, "局", "中心")
    let sheet = try sheet("总表", of: SummaryRound(title: "", lines: [SummaryLine(outcome)]))
    // 40 ideographs of 14 pixels in 203: three lines of 18.2 pixels and 8 of air, in points.
    #expect(sheet.rowHeights[4] == 47.25)
  }

  @Test func hostileTextsMakeAWorkbookThatIsRead() throws {
    let text = "\u{0}\u{1}\u{FFFE}]]>&<\"'\r\n" + String(repeating: "啊a \u{1F600}", count: 20_000)
    let finding = Sample.finding(
      .v002, cell: "F18", label: text, found: text, expected: text, message: text)
    let outcome = Sample.scored(
      text, text, text, text, file: text, budget: "1e14", executed: "-1e14",
      findings: [finding, Sample.finding(.s010, cell: "不是单元格")])
    var rejected = Sample.rejected(text)
    rejected.findings = []
    let round = SummaryRound(
      title: text,
      programme: Programme(
        year: text, details: ["回收截止日期": text], projects: [Sample.project(text, text, text, text)]),
      missing: [text], findings: [finding],
      lines: [SummaryLine(outcome), SummaryLine(rejected)])
    let book = try Workbook.read(SummaryWriter.bytes(of: round))
    #expect(book.sheets.map(\.name) == ["总表", "问题清单", "未报", "无法读取"])
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

  /// Writes the samples where a person can look at them, if SCOREBOOK_LOOK names a folder.
  @Test(.enabled(if: getenv("SCOREBOOK_LOOK") != nil)) func samplesToLookAt() throws {
    let folder = getenv("SCOREBOOK_LOOK").map { String(cString: $0) } ?? "."
    for (name, round) in Self.samples {
      try OutputFile.write(try SummaryWriter.bytes(of: round), to: name, below: folder)
    }
  }
}

extension SummaryTests {
  static let title = "2024年度市级项目支出绩效自评"

  static func round(_ outcome: RoundOutcome) -> SummaryRound {
    SummaryRound(
      title: title, programme: outcome.programme, missing: outcome.missing,
      findings: outcome.findings, lines: outcome.returns.map(SummaryLine.init))
  }

  private func sheet(_ name: String, of round: SummaryRound) throws -> Sheet {
    let book = try Workbook.read(SummaryWriter.bytes(of: round))
    return try #require(book.sheet(named: name))
  }

  private func texts(_ sheet: Sheet, _ column: String, _ rows: ClosedRange<Int>) -> [String] {
    rows.map { row in
      CellReference("\(column)\(row)").flatMap { sheet.cell($0) }.map { shown($0.value) } ?? ""
    }
  }

  private func shown(_ value: CellValue) -> String {
    switch value {
    case .text(let text), .number(let text), .error(let text): text
    case .boolean(let flag): "\(flag)"
    case .blank: ""
    }
  }

  static var samples: [(String, SummaryRound)] {
    let unscored = Sample.scored(
      "P1", "道路养护", "交通局", "公路中心", total: nil, claimed: nil, grade: nil)
    let many = (1...3000).map { index in
      let line = Sample.returns[index % 3]
      return Sample.scored(
        "P\(index)", "第\(index)号" + (line.evaluated?.scorecard.project.name ?? ""), "人社局",
        "劳动就业服务中心",
        budget: "12345678.9", executed: "1234567.89", rate: "10", findings: line.findings)
    }
    return [
      ("summary.xlsx", round(Sample.round)),
      ("empty.xlsx", SummaryRound(title: "项目支出绩效自评表", lines: [], hasPoints: true)),
      ("unscored.xlsx", SummaryRound(title: "项目绩效自评", lines: [SummaryLine(unscored)])),
      ("many.xlsx", SummaryRound(title: title, lines: many.map(SummaryLine.init))),
    ]
  }
}

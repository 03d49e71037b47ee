import Evaluation
import Figures
import Testing
import Workbooks

@testable import Forms

/// What stands on the sheets behind 总表.
@Suite struct SummarySheetTests {
  @Test func theHighestTotalComesFirstAndEqualOnesShareAPlace() throws {
    let totals = [("甲", "80"), ("乙", "95"), ("丙", "80"), ("丁", "70")]
    let returns = totals.map { name, total in
      Sample.scored("", name, "局", "中心", total: total, claimed: nil)
    }
    let rows = try RolledUp(returns).rows("排名")
    #expect(rows.map { $0["项目名称"] } == ["乙", "甲", "丙", "丁"])
    #expect(rows.map { $0["名次"] } == ["1", "2", "2", "4"])
  }

  @Test func aScoreThatIsSentBackIsPending() throws {
    let rows = try RolledUp.sample().rows("排名")
    #expect(rows.map { $0["结论"] } == ["通过", "退回修改\n（待定）", "退回修改\n（待定）"])
  }

  @Test func withoutPointsTheRankingIsByExecution() throws {
    let returns = [("甲", "50"), ("乙", "90"), ("丙", nil)].map { name, rate in
      Sample.scored("", name, "局", "中心", rate: rate, total: nil, claimed: nil, grade: nil)
    }
    let summary = try RolledUp(returns)
    #expect(try summary.rows("排名").map { $0["项目名称"] } == ["乙", "甲", "丙"])
    #expect(try summary.rows("排名").map { $0["名次"] } == ["1", "2", "—"])
    #expect(try summary.texts("排名", "A", 2...2)[0].contains("本方案不计分"))
  }

  @Test func theLowestCompletionComesFirst() throws {
    let returns = ["90", "40", "75"].enumerated().map { index, rate in
      var outcome = Sample.scored("P\(index)", "名\(index)", "局", "中心")
      outcome.evaluated?.scorecard.indicators[0].completionRate = Figure(rate)
      return outcome
    }
    let rows = try RolledUp(returns).rows("短板")
    #expect(rows.map { $0["完成率"] } == ["0.4", "0.75", "0.9"])
    #expect(rows.map { $0["程度"] } == ["▲不足60%", "△不足80%", "80%以上"])
    #expect(rows[0]["年度指标值"] == "≥6410")
    #expect(rows[0]["失分"] == "1.61")
  }

  @Test func aReturnThatDoesNotCountHasNoShortfalls() throws {
    var outcome = Sample.scored("P", "名", "局", "中心")
    outcome.counts = false
    #expect(try RolledUp([outcome]).texts("短板", "A", 4...4) == ["所有能计算的指标都已完成。"])
  }

  /// 所填总额 100 and 90, sources 60/50 and 40/30: the sum of what was executed is 10 short.
  @Test func sourcesAreAddedUpAndHeldAgainstTheTotal() throws {
    let rows = try RolledUp([Self.withSources("P1", "甲局"), Self.withSources("P2", "乙局")])
      .rows("资金对账")
    #expect(
      rows.map { $0["行别"] } == [
        "部门", "项目", "来源", "来源", "部门", "项目", "来源", "来源", "总计", "分来源", "分来源",
      ])
    #expect(rows[1]["全年执行数（所填）"] == "90")
    #expect(rows[1]["全年执行数（来源之和）"] == "80")
    #expect(rows[1]["差额"] == "10")
    #expect(rows[1]["结论"] == "▲ 总额多10.00")
    #expect(rows[8]["所填全年预算数"] == "200")
    #expect(rows[8]["差额"] == "20")
    #expect(rows[8]["结论"] == "▲ 不平 2 项")
    #expect(rows[9]["项目／资金来源"] == "中央")
    #expect(rows[9]["全年执行数（所填）"] == "100")
    #expect(rows[9]["执行率"] == "0.8333")
  }

  private static func withSources(_ id: String, _ department: String) -> ReturnOutcome {
    var outcome = Sample.scored(id, "名\(id)", department, "中心")
    for (source, budget, executed) in [("中央", "60", "50"), ("地方", "40", "30")] {
      var row = Sample.fund(budget: budget, executed: executed, rate: nil)
      row.role = .source(source)
      row.source = source
      outcome.evaluated?.scorecard.funds.append(row)
    }
    return outcome
  }

  @Test func theSumsOfDepartmentsAreTheSumOfAll() throws {
    let rows = try RolledUp.sample().rows("资金对账")
    func sum(_ kind: String) -> Figure {
      rows.filter { $0["行别"] == kind }.compactMap { $0["所填全年预算数"].flatMap { Figure($0) } }
        .reduce(.zero) { (try? $0 + $1) ?? $0 }
    }
    #expect(sum("部门") == sum("项目"))
    #expect(sum("总计") == sum("项目"))
    #expect(sum("总计") == Figure("2776.5"))
  }

  @Test func theGravestFindingsComeFirst() throws {
    let rows = try RolledUp.sample().rows("问题清单")
    #expect(
      rows.map { $0["代码"] }
        == ["T004", "B001", "F012", "R002", "F009", "R005", "R005", "C002", "C002", "V005"])
    #expect(
      rows.map { $0["级别"] } == ["须改", "须改", "须改"] + Array(repeating: "须核实", count: 6) + ["提示"])
    #expect(rows[7...8].map { $0["项目编码"] } == ["QL-2024-13", "QL-2024-14"])
  }

  @Test func indicatorsAreCountedByTierAndLostPointsByBlock() throws {
    let returns = (0..<3).map { index in
      var outcome = Sample.scored("P\(index)", "名\(index)", "局", "中心")
      if index == 0 { outcome.evaluated?.scorecard.indicators[0].status = .met }
      if index == 1 { outcome.evaluated?.scorecard.indicators[0].status = .unresolved }
      return outcome
    }
    let rows = try RolledUp(returns).rows("指标分析")
    let tier = try #require(rows.first { $0["一级指标"] == "产出指标" && $0["层次"] == "一级" })
    #expect(["达标", "超额", "未达标", "无法计算"].map { tier[$0] } == ["1", "0", "1", "1"])
    #expect(tier["达标率"] == "0.5")
    #expect(tier["平均完成率"] == "0.7992")
    let execution = try #require(rows.first { $0["一级指标"] == "预算执行率" })
    #expect(execution["失分"] == "3")
    let shared = try #require(rows.first { $0["层次"] == "三级" })
    #expect(shared["项目数"] == "3")
  }

  @Test func completionBeyondTheTargetIsTakenAsWhole() throws {
    let returns = ["160", "50"].enumerated().map { index, rate in
      var outcome = Sample.scored("P\(index)", "名\(index)", "局", "中心")
      outcome.evaluated?.scorecard.indicators[0].completionRate = Figure(rate)
      return outcome
    }
    let rows = try RolledUp(returns).rows("指标分析")
    #expect(rows.first { $0["层次"] == "一级" && $0["一级指标"] == "产出指标" }?["平均完成率"] == "0.75")
  }

  @Test func theMostFrequentFindingsAreCounted() throws {
    let sheet = try RolledUp.sample().sheet("指标分析")
    let cells = sheet.rows.map { sheet.cells(inRow: $0).map { RolledUp.shown($0.value) } }
    let start = try #require(cells.firstIndex { $0.first == "高频问题" })
    #expect(cells[start + 2].prefix(3) == ["R005", "须核实", "2"])
  }

  @Test func missingProjectsAreListedWithTheirBudgets() throws {
    let summary = try RolledUp.sample()
    #expect(try summary.texts("未报", "A", 2...2) == ["截至回收截止日期2025年3月20日，2 项未报。可直接用于催报。"])
    #expect(try summary.texts("未报", "C", 4...5) == ["地质灾害群测群防项目", "社区养老服务设施补助项目"])
    #expect(try summary.texts("未报", "F", 4...5) == ["260", "780"])
  }

  @Test func aRoundWithoutProgrammeSaysThatItCannotTell() throws {
    let summary = try RolledUp([])
    #expect(try summary.texts("未报", "A", 2...2) == ["本轮没有提供下达清单，不能核对未报项目。"])
    #expect(try summary.texts("未报", "A", 4...4)[0].contains("--programme"))
  }

  @Test func unreadableFilesAreNamedWithReasonAndNextStep() throws {
    let summary = try RolledUp.sample()
    #expect(try summary.texts("无法读取", "B", 4...4) == ["应急管理局/自评表.xls"])
    #expect(try summary.texts("无法读取", "C", 4...4) == ["F003"])
    #expect(try summary.texts("无法读取", "E", 4...4)[0].hasPrefix("用Excel或WPS打开"))
  }

  @Test(arguments: ["总表", "排名", "短板", "资金对账", "问题清单", "指标分析", "未报", "无法读取"])
  func everyTableHasAFilterOverItsRows(name: String) throws {
    let bytes = try RolledUp.bytes(Sample.returns, programme: Sample.programme)
    let sheets = try RolledUp.sample().book.sheets.map(\.name)
    let number = try #require(sheets.firstIndex(of: name)) + 1
    let xml = try RolledUp.part("xl/worksheets/sheet\(number).xml", of: bytes)
    #expect(xml.contains("<autoFilter ref=\"A3:"))
    #expect(xml.contains("orientation=\"landscape\"") && xml.contains("paperSize=\"9\""))
    #expect(xml.contains("state=\"frozen\""))
  }

  @Test func rowsLeadToTheirAnnotatedCopies() throws {
    let bytes = try RolledUp.bytes([Sample.scored("P", "市民#1 100%", "局 一", "中心")])
    let xml = try RolledUp.part("xl/worksheets/_rels/sheet1.xml.rels", of: bytes)
    #expect(xml.contains("Target=\"returned/局%20一/市民%231%20100%25_批注.xlsx\""))
  }

  @Test(arguments: [5, 60]) func chartsShowBothEndsOfALongListAndSaySo(projects: Int) throws {
    let returns = (0..<projects).map { index in
      Sample.scored("P\(index)", "名\(index)", "局", "中心", total: "\(40 + index)", claimed: nil)
    }
    let sheet = try RolledUp(returns).sheet("图表")
    let names = sheet.rows.compactMap { row in
      CellReference("P\(row)").flatMap { sheet.cell($0) }.map { RolledUp.shown($0.value) }
    }
    #expect(names.count == (projects == 5 ? 6 : 32))
    #expect(names[0] == (projects == 5 ? "图一　核定总分" : "图一　核定总分：最高15项与最低15项（共60项）"))
    #expect(names[1] == "名\(projects - 1)")
    #expect(names.last == "名0")
  }

  @Test func theChartOfMoneyNamesReceiptsOnlyWhereThereAreAny() throws {
    let sheet = try RolledUp([Sample.scored("P1", "名", "局", "中心", total: "90", claimed: nil)])
      .sheet("图表")
    let shown = sheet.rows.flatMap { sheet.cells(inRow: $0) }.map { RolledUp.shown($0.value) }
    let title = try #require(shown.first { $0.contains("各来源预算") })
    #expect(title.contains("到位") == shown.contains("到位数"))
  }
}

import Evaluation
import Forms
import Testing
import TestSupport
import Workbooks

@Suite struct ReturnReaderTests {
  @Test func aFormInOrderIsReadWithoutRemarks() throws {
    let report = try FormFixture.report(FormFixture.small)
    #expect(report.remarks == [])
    #expect(report.projectName?.shown == "湿地保护")
    #expect(report.unit?.shown == "湿地管理站")
    #expect(report.department?.shown == "林业局")
    #expect(report.moneyUnit?.shown == "万元")
    #expect(report.texts.map(\.shown) == ["恢复湿地", "已恢复湿地"])
    #expect(report.totalPoints?.shown == "100")
    #expect(report.claimedTotal?.shown == "96.5")
    #expect(report.claimedTotal?.place == Place(sheet: "自评表", cell: "G15"))
  }

  @Test func everyIndicatorHasItsTiersNameAndCells() throws {
    let report = try FormFixture.report(FormFixture.small)
    #expect(
      report.indicators.map { "\($0.tier1)/\($0.tier2)/\($0.name)" } == [
        "产出指标/数量指标/恢复面积（亩）", "产出指标/数量指标/巡护次数（次）", "效益指标/生态效益/水质达标率（%）",
        "满意度指标/满意度/群众满意度",
      ])
    let first = try #require(report.indicators.first)
    #expect(first.cells[.target]?.content == .text("≥200"))
    #expect(
      first.cells[.actual]?.content == .number("180", isPercent: false, shownDecimals: nil))
    #expect(first.cells[.actual]?.place == Place(sheet: "自评表", cell: "E11"))
    #expect(
      report.indicators.last?.cells[.actual]?.content
        == .number("0.92", isPercent: true, shownDecimals: 2))
    #expect(report.indicatorColumns[.score] == Place(sheet: "自评表", cell: "G10"))
    #expect(report.indicatorColumns[.unit] == nil)
  }

  @Test func fundRowsHaveTheirRolesAndAmounts() throws {
    let report = try FormFixture.report(FormFixture.small)
    #expect(report.funds.map(\.role) == [.total, .source("current"), .source("other")])
    #expect(report.funds.map(\.label) == ["年度资金总额", "当年财政拨款", "其他资金"])
    #expect(report.funds.first?.cells[.executed]?.shown == "95")
    #expect(report.funds.first?.cells[.executionRate]?.shown == "95%")
    #expect(report.funds.last?.cells[.budget]?.isBlank == true)
    #expect(report.fundColumns[.received] == nil)
  }

  @Test func aSourceTheSchemeDoesNotKnowKeepsItsMoneyUnderItsOwnName() throws {
    let report = try FormFixture.report(FormFixture.changed("| 其他资金 | |", "| 2.县级资金 | 5 |"))
    #expect(report.funds.last?.role == .source("县级资金"))
    #expect(report.funds.last?.cells[.initialBudget]?.shown == "5")
    #expect(report.remarks.map(\.code) == [.s005])
    #expect(report.remarks.first?.found == "县级资金")
  }

  @Test func anOfWhichRowBelowASourceIsAPartOfIt() throws {
    let report = try FormFixture.report(
      FormFixture.changed("| ^ | 其他资金 |", "| ^ | 其中：待支付 | | | 3 | | | |\n| ^ | 其他资金 |"))
    #expect(report.funds.map(\.role) == [.total, .source("current"), .part, .source("other")])
    #expect(report.funds[2].label == "待支付")
    #expect(report.remarks == [])
  }

  @Test func amountsMergedOverTwoSourcesAreLost() throws {
    let report = try FormFixture.report(
      FormFixture.changed("| ^ | 其他资金 | | | |", "| ^ | 其他资金 | | | ^ |"))
    #expect(report.funds.last?.cells[.executed]?.isSwallowed == true)
    #expect(report.remarks.map(\.code) == [.s009])
    #expect(report.remarks.first?.place == Place(sheet: "自评表", cell: "E7"))
  }

  @Test func tiersBrokenUpAreInheritedWithOneRemark() throws {
    let table = FormFixture.small.replacing("| ^ | ^ | 巡护", with: "| | | 巡护")
    let report = try FormFixture.report(table)
    #expect(report.indicators[1].tier1 == "产出指标")
    #expect(report.indicators[1].tier2 == "数量指标")
    #expect(report.remarks.map(\.code) == [.s006])
    #expect(report.remarks.map(\.label) == ["一级指标、二级指标"])
    #expect(report.remarks.first?.place == Place(sheet: "自评表", cell: "A12"))
  }

  @Test func aNewFirstTierDoesNotGoOnWithTheSecondTierAbove() throws {
    let report = try FormFixture.report(FormFixture.changed("| 效益指标 | 生态效益 |", "| 效益指标 | |"))
    #expect(report.indicators[2].tier1 == "效益指标")
    #expect(report.indicators[2].tier2 == "")
    #expect(report.remarks == [])
  }

  @Test func aFirstTierRepeatedInEveryRowKeepsTheSecondTier() throws {
    let table = FormFixture.small.replacing("| ^ | ^ | 巡护", with: "| 产出指标 | | 巡护")
    let report = try FormFixture.report(table)
    #expect(report.indicators[1].tier2 == "数量指标")
    #expect(report.remarks.map(\.label) == ["二级指标"])
  }

  @Test func aTierWrittenDownItsColumnIsOneWord() throws {
    let report = try FormFixture.report(FormFixture.changed("| 产出指标 |", "| 产\\n出\\n指\\n标 |"))
    #expect(report.indicators.first?.tier1 == "产出指标")
  }

  @Test func aValueMergedOverTwoIndicatorsIsLostInTheSecond() throws {
    let report = try FormFixture.report(FormFixture.changed("| ≥12 | 12 |", "| ≥12 | ^ |"))
    let actual = try #require(report.indicators[1].cells[.actual])
    #expect(actual.isSwallowed)
    #expect(actual.isBlank)
    #expect(report.indicators[0].cells[.actual]?.shown == "180")
    #expect(
      report.remarks == [
        StructureRemark(
          .s009, at: Place(sheet: "自评表", cell: "E12"), label: "巡护次数（次）·实际完成值",
          found: "并入合并单元格E11:E12", expected: "单独的单元格", key: "actual·巡护次数(次)")
      ])
  }

  @Test func aValueMergedOverUnusedColumnsIsRead() throws {
    let table = """
      | 项目名称 | 甲 | | | | |
      | 三级指标 | < | 年度指标值 | 实际完成值 | < | 得分 |
      | 面积 | < | 10 | 9 | < | 5 |
      | 长度 | < | 10 | | 8 | 5 |
      """
    let report = try FormFixture.report(table)
    #expect(report.indicators.map { $0.cells[.actual]?.shown } == ["9", "8"])
    #expect(report.remarks == [])
  }

  @Test(arguments: ["指标2：", "……", "指标 12", "", "数量指标", "…"])
  func linesOfTheBlankAreNoIndicators(name: String) throws {
    let report = try FormFixture.report(
      FormFixture.changed("| 巡护次数（次） | ≥12 | 12 | 20 | 20 |", "| \(name) | | | | |"))
    #expect(report.indicators.count == 3)
    #expect(report.remarks == [])
  }

  @Test func aNameBehindTheNumberOfALineIsAnIndicator() throws {
    let report = try FormFixture.report(FormFixture.changed("| 巡护次数", "| 指标2：巡护次数"))
    #expect(report.indicators.count == 4)
    #expect(report.indicators[1].name == "指标2：巡护次数（次）")
  }

  @Test(arguments: ["", "指标2：", "……"])
  func figuresWithoutANameAreReported(name: String) throws {
    let report = try FormFixture.report(FormFixture.changed("| 巡护次数（次） |", "| \(name) |"))
    #expect(report.indicators.count == 3)
    #expect(report.remarks.map(\.code) == [.v001])
    #expect(report.remarks.first?.place == Place(sheet: "自评表", cell: "C12"))
  }

  @Test func indicatorsWhoseNamesWereMergedAreReported() throws {
    let report = try FormFixture.report(FormFixture.changed("| 巡护次数（次） |", "| ^ |"))
    #expect(report.indicators.count == 3)
    #expect(report.remarks.map(\.code) == [.s009])
  }

  @Test func theRowsFromTheTotalOnAreNoIndicators() throws {
    let report = try FormFixture.report(
      FormFixture.small + "\n| 填表人 | 张某 | 联系电话 | 13800000000 | 2024 | | | |")
    #expect(report.indicators.count == 4)
    #expect(report.remarks == [])
  }

  @Test func aLabelAndItsValueMayShareACell() throws {
    let report = try FormFixture.report(
      FormFixture.changed("| 项目名称 | 湿地保护 |", "| 项目名称：湿地保护 | < |"))
    #expect(report.projectName?.shown == "湿地保护")
    #expect(report.projectName?.place == Place(sheet: "自评表", cell: "A2"))
  }

  @Test func aLabelWithoutValueIsBlankAndDoesNotTakeTheNextLabel() throws {
    let report = try FormFixture.report(FormFixture.changed("| 主管部门 | 林业局 |", "| 主管部门 | |"))
    #expect(report.department?.isBlank == true)
    #expect(report.department?.place == Place(sheet: "自评表", cell: "B3"))
    #expect(report.unit?.shown == "湿地管理站")
  }

  @Test func severalFormsOfASheetKeepTheirOwnLabels() throws {
    let two =
      FormFixture.small + "\n| 注：其他需要说明事项 |\n" + FormFixture.changed("湿地保护", "公路养护")
    let workbook = try TestWorkbook.read(TestSheet("自评表", two))
    let finder = FormFinder(try FormFixture.scheme())
    let reports = finder.find(in: workbook).forms.map {
      ReturnReader(finder).read($0, in: workbook)
    }
    #expect(reports.map { $0.projectName?.shown } == ["湿地保护", "公路养护"])
    #expect(reports.map(\.indicators.count) == [4, 4])
    #expect(reports.map(\.funds.count) == [3, 3])
  }
}

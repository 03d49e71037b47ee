import Evaluation
import Figures
import Testing

/// What the forms of provinces have beside the national one.
@Suite struct FormVariantTests {
  // MARK: Adjusted targets

  private static let sichuanFunds = """
    | 资金来源 | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分 | 原因 |
    | 总额 | 100 | 100 | 100 | 100% | 10 | 10 | |
    """
  private static let sichuanHeader =
    "| 一级指标 | 三级指标 | 年初指标值 | 调整后指标值 | 完成值 | 权重 | 得分 | 未完成原因分析 |"

  @discardableResult
  private func sichuan(_ rows: String, funds: String = sichuanFunds) throws -> Evaluated {
    try expectMarked(
      [funds, Self.sichuanHeader, rows].joined(separator: "\n"), .sichuan,
      besides: [.r010, .c007])
  }

  @Test func anAdjustedTargetCountsAndTheWorkingNamesTheOneBefore() throws {
    let evaluated = try sichuan(
      """
      | 产出指标 | 培训（人） | ≥100 | ≥80 | 60 ‹R005› | 50 | 37.5 | 汛期 |
      | 产出指标 | 宣传（场） | ≥10 | | 10 | 40 | 40 | |
      """)
    let rows = evaluated.scorecard.indicators
    #expect(rows[0].score == Figure("37.5"))
    #expect(rows[0].working == "60÷80×50＝37.50，缺20；按调整后的指标值，年初为≥100")
    #expect(rows[1].working == "达标：10≥10")
  }

  @Test func anAdjustmentWithoutAReasonIsReportedWhereTheSchemeAsks() throws {
    let evaluated = try sichuan(
      """
      | 产出指标 | 培训（人） | ≥100 | ≥80 | 80 | 50 | 50 | ‹R007› |
      | 产出指标 | 宣传（场） | ≥10 | ≥10 | 10 | 40 | 40 | |
      """)
    #expect(evaluated.findings.first?.message.contains("由≥100调整为≥80") == true)
  }

  @Test func aTargetThatCannotBeReadIsReportedWhereItStands() throws {
    try sichuan(
      """
      | 产出指标 | 培训（人） | ≥100 | 约80左右若干 ‹V002› | 80 | 50 | 50 | 汛期 |
      | 产出指标 | 宣传（场） | ≥10 | | 10 | 40 | 40 | |
      """)
  }

  @Test func aBudgetChangedDuringTheYearNeedsAReason() throws {
    let rows = "| 产出指标 | 宣传（场） | ≥10 | | 10 | 90 | 90 | |"
    let changed = Self.sichuanFunds.replacing("| 100 | 100 | 100 |", with: "| 120 | 100 | 100 |")
    try sichuan(rows, funds: changed.replacing("| 10 | |", with: "| 10 | ‹R007› |"))
    try sichuan(rows, funds: changed.replacing("| 10 | |", with: "| 10 | 压减经费 |"))
  }

  // MARK: Money

  private func mof(_ funds: String, scheme: ShippedScheme, unit: String?) throws -> Evaluated {
    let table = NationalForm.funds(funds)
    var drawn = DrawnReport(table, scheme: try scheme.scheme)
    drawn.state(moneyUnit: unit)
    return Evaluator(scheme: drawn.scheme, programme: nil).evaluate(drawn.report)
  }

  @Test func theUnitThatAFormStatesCounts() throws {
    let funds = """
      | 资金来源 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
      | 年度资金总额 | 387664.62 | 387664.62 | 193832.31 | 10 | 50% | 5 |
      """
    let stated = try mof(funds, scheme: .mof, unit: "元")
    let row = stated.scorecard.funds.first
    #expect(row?.amounts[.budget] == Figure("38.766462"))
    #expect(row?.amounts[.executed] == Figure("19.383231"))
    #expect(stated.scorecard.execution?.score == Figure(5))
    #expect(stated.findings.filter { $0.code == .v004 }.map(\.found) == ["元"])
    let plain = try mof(funds, scheme: .mof, unit: nil)
    #expect(plain.scorecard.funds.first?.amounts[.budget] == Figure("387664.62"))
    #expect(!plain.findings.contains { $0.code == .v004 })
  }

  @Test func aSchemeInYuanReadsTenThousandsWhereTheFormSaysSo() throws {
    let funds = """
      | 资金来源 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
      | 年度资金总额 | 38.77 | 38.77 | 38.77 | 10 | 100% | 10 |
      """
    let evaluated = try mof(funds, scheme: .yunnan, unit: "万元")
    #expect(evaluated.scorecard.funds.first?.amounts[.budget] == Figure(387_700))
  }

  @Test func issuedBudgetsAreInTenThousandsWhateverTheForm() throws {
    let programme = Programme(
      drawn: "| 资金 | 年度资金总额 | 38.77 | 38.77 |",
      rules: try ShippedScheme.yunnan.scheme.scoring)
    var drawn = DrawnReport(
      """
      | 资金来源 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
      | 年度资金总额 | 387700 | 387700 | 193850 | 10 | 50% | 5 |
      | 一级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分 |
      | 产出指标 | 培训（人） | 100 | 100 | 90 | 90 |
      """, scheme: try ShippedScheme.yunnan.scheme)
    drawn.state(moneyUnit: "元")
    let evaluated = Evaluator(scheme: drawn.scheme, programme: programme).evaluate(drawn.report)
    #expect(evaluated.scorecard.execution?.score == Figure(5))
    #expect(evaluated.scorecard.funds.first?.issuedBudget == Figure(387_700))
    #expect(evaluated.findings.map(\.code) == [])
  }

  // MARK: Denominators

  @Test func theFirstDenominatorThatAFormHasCountsAndTheWorkingNamesIt() throws {
    let indicators = """
      | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
      | 成本指标 | 经济成本指标 | 总成本（万元） | ≤90 | 90 | 20 | 20 | |
      | 产出指标 | 数量指标 | 培训（人） | ≥90 | 90 | 40 | 40 | |
      | 效益指标 | 社会效益指标 | 就业（人） | ≥9 | 9 | 20 | 20 | |
      | 满意度指标 | 服务对象满意度指标 | 满意度（%） | ≥90% | 91% | 10 | 10 | |
      """
    let initial = try expectMarked(
      """
      | 资金来源 | 年初预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
      | 年度资金总额 | 100 | 90 | 10 | 90% | 9 |
      """ + "\n" + indicators, .cost)
    #expect(initial.scorecard.execution?.working == "90÷100×10＝9.00（按年初预算数）")
    #expect(initial.scorecard.funds.first?.executionRate == Figure(90))
    let both = try expectMarked(
      """
      | 资金来源 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
      | 年度资金总额 | 200 | 100 | 90 | 10 | 90% | 9 |
      """ + "\n" + indicators, .cost)
    #expect(both.scorecard.execution?.working == "90÷100×10＝9.00")
  }

  // MARK: Points printed twice

  @Test func pointsBesideATierThatItsRowsDoNotMakeUpAreReported() throws {
    let evaluated = try expectMarked(
      NationalForm.outputs(
        """
        | 产出指标（60分） ‹T003› | 数量指标 | 培训人数（人） | 100 | 100 | 50 | 50 | |
        """))
    #expect(evaluated.findings.first?.message == "产出指标标明60分，所属各项分值合计50分。")
  }

  @Test func aPrintedTotalThatTheRowsExceedIsNamedWithTheirSum() throws {
    let evaluated = try expectMarked(
      NationalForm.outputs(
        """
        | 产出指标（60分） | 数量指标 | 培训人数（人） | 100 | 100 | 60 | 60 | |
        """) + "\n| 总分 | | | | | 100 ‹T003› | 109 | |")
    let message = evaluated.findings.first?.message ?? ""
    #expect(message.contains("分值合计110，应为100") && message.contains("总分行标明100"))
  }

  // MARK: Reasons for all rows

  @Test(arguments: [("", true), ("雨季停工，已补测", false)])
  func oneTextGivesTheReasonsForAllRows(_ text: String, _ isMissing: Bool) throws {
    var drawn = DrawnReport(
      """
      | 资金来源 | 预算数 | 执行数 | 执行率 | 得分 |
      | 年度财政资金总额 | 10 | 10 | 100% | 20 |
      | 一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分 |
      | 年度绩效目标（80分） |
      | 产出指标 | 数量 | 甲（个） | 4 | 2 | 20 |
      | 效益指标 | 效益 | 乙（个） | 4 | 3 | 30 |
      """, scheme: try ShippedScheme.hubei.scheme)
    drawn.give(reasons: text, at: "B20")
    let evaluated = Evaluator(scheme: drawn.scheme, programme: nil).evaluate(drawn.report)
    let missing = evaluated.findings.filter { $0.code == .r007 }
    #expect(missing.map { $0.place?.cell } == (isMissing ? ["B20"] : []))
    #expect(missing.allSatisfy { $0.advice.contains("在“偏差大或目标未完成原因分析”栏") })
    #expect(evaluated.findings.filter { $0.code == .r005 }.count == (isMissing ? 0 : 2))
  }
}

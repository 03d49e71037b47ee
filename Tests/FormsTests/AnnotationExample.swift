import Evaluation
import Figures

@testable import Evaluation
@testable import Forms
@testable import Workbooks

/// The invented project of the drawn examples, scored by hand.
enum AnnotationExample {
  static let sheetName = "项目支出绩效自评表"

  static func place(_ cell: String?, on sheet: String = sheetName) -> Place {
    Place(sheet: sheet, cell: cell)
  }

  static func figure(_ text: String?) -> Figure? { text.flatMap { Figure($0) } }

  static func finding(
    _ code: FindingCode, _ cell: String?, indicator: String? = nil, label: String = "",
    found: String = "", expected: String = "", _ message: String, advice: String = "",
    severity: Severity? = nil, sheet: String = sheetName
  ) -> Finding {
    Finding(
      id: code.rawValue + (cell ?? ""), code: code, severity: severity ?? code.severity,
      place: place(cell, on: sheet), indicator: indicator, label: label, found: found,
      expected: expected, message: message, advice: advice)
  }

  static func indicator(
    _ row: Int, _ tier1: String, _ name: String, rate: String?, points: String? = "4",
    score: String?, claimed: String? = nil, status: RowStatus = .met, _ working: String
  ) -> IndicatorResult {
    IndicatorResult(
      id: id(ofRow: row), tier1: tier1, tier2: "", name: name, unit: "", target: nil, actual: nil,
      completionRate: figure(rate), claimedRate: nil, points: figure(points),
      score: figure(score), claimedScore: figure(claimed), status: status, working: working,
      place: place("F\(row)"))
  }

  static func id(ofRow row: Int) -> String { "I\(row - 13)" }

  static func fund(
    _ role: FundLine.Role, _ row: Int, _ source: String, issued: String?, budget: String?,
    executed: String?, rate: String?, _ working: String
  ) -> FundResult {
    var amounts: [FundColumn: Figure] = [:]
    amounts[.budget] = figure(budget)
    amounts[.executed] = figure(executed)
    return FundResult(
      role: role, source: source, place: place("B\(row)"), amounts: amounts,
      issuedBudget: figure(issued), executionRate: figure(rate), arrivalRate: nil, working: working)
  }

  static func block(
    _ name: String, _ points: String, _ score: String, _ claimed: String?, at cell: String?
  ) -> BlockResult {
    BlockResult(
      name: name, points: figure(points) ?? .zero, score: figure(score) ?? .zero,
      claimedScore: figure(claimed), place: cell.map { place($0) })
  }

  static let funds = [
    fund(
      .total, 7, "年度资金总额", issued: "1496.5", budget: "1496.5", executed: "1431.06",
      rate: "95.63", "结余65.44"),
    fund(
      .source("fiscal"), 8, "当年财政拨款", issued: "1280", budget: "1280", executed: "1198.36",
      rate: "93.62", "结余81.64"),
    fund(
      .source("carried"), 9, "上年结转资金", issued: "96.5", budget: "96.5", executed: "96.5",
      rate: "100", "支付数与预算数一致"),
    fund(
      .source("other"), 10, "其他资金", issued: "120", budget: "120", executed: "118.2",
      rate: "98.5", "结余1.80"),
  ]

  static let indicators = [
    indicator(
      14, "产出指标", "城镇新增就业人数（人）", rate: "109.61", score: "4", claimed: "4", "达标：5590≥5100"),
    indicator(
      15, "产出指标", "城乡居民养老保险续保人数（人）", rate: "79.92", points: "8", score: "6.39",
      claimed: "8", status: .shortfall, "5123÷6410×8＝6.39，缺1287"),
    indicator(
      16, "产出指标", "补贴性职业技能培训人次（人次）", rate: "102.71", score: "4", claimed: "4",
      "达标：1402≥1365"),
    indicator(
      17, "产出指标", "劳动保障主动监察户数（户）", rate: "83.33", score: "3.33", claimed: "3.33",
      status: .shortfall, "125÷150×4＝3.33，缺25"),
    indicator(
      18, "产出指标", "高校毕业生就业服务人次（万人次）", rate: "160", score: "4", claimed: "4",
      status: .over, "12÷7.5＝160.00%，超过130%；满分"),
    indicator(
      19, "产出指标", "接受培训后取得职业资格证书（或专项能力证书）人员比例（%）", rate: "100.09",
      score: "4", claimed: "4", "达标：95.09%≥95%"),
    indicator(
      20, "产出指标", "补贴资金审核准确率（%）", rate: "100.9", score: "4", claimed: "4",
      "98.88%≥98%，达标"),
    indicator(
      21, "产出指标", "“一网通办”就业服务平台建成并通过验收（是/否）", rate: "0", score: "0",
      claimed: "0", status: .shortfall, "未完成，不得分；已说明"),
    indicator(
      22, "产出指标", "补贴资金按时拨付率（%）", rate: "100", score: "4", claimed: "4",
      "达标：100%≥100%"),
    indicator(
      23, "产出指标", "平台上线试运行时间（期限）", rate: "100", score: "4", claimed: "4",
      "达标：2024-11-18，早于期限"),
    indicator(
      24, "产出指标", "人均培训补贴标准（元/人）", rate: "95.02", points: "3", score: "2.85",
      claimed: "3", status: .shortfall, "1335÷1405×3＝2.85，超70"),
    indicator(
      25, "产出指标", "平台建设成本（万元）", rate: "100.97", points: "3", score: "3", claimed: "3",
      "达标：1386.5≤1400"),
    indicator(
      26, "效益指标", "带动创业担保贷款发放额（万元）", rate: "112.4", points: "6", score: "6",
      claimed: "6", "达标：2810≥2500"),
    indicator(
      27, "效益指标", "零就业家庭动态清零率（%）", rate: "100", points: "6", score: "6", claimed: "6",
      "达标：100%≥100%"),
    indicator(
      28, "效益指标", "因就业问题引发的重大群体性事件（起）", rate: "100", points: "6", score: "6",
      claimed: "6", "达标：0≤0"),
    indicator(
      29, "效益指标", "线上办件替代纸质材料比例（%）", rate: "96.67", points: "6", score: "5.8",
      claimed: "5.8", status: .shortfall, "58÷60×6＝5.80，缺2个百分点"),
    indicator(
      30, "效益指标", "公共就业服务长效机制健全程度（定性）", rate: nil, points: "6", score: "0",
      claimed: "5.5", status: .unresolved, ""),
    indicator(
      31, "满意度指标", "服务对象满意度（%）", rate: "101.22", points: "10", score: "10",
      claimed: "10", "达标：99.2%≥98%（文本，已换算）"),
  ]

  static let findings = [
    finding(
      .b001, "F7", label: "年度资金总额·全年执行数", found: "1,431.06", expected: "1,413.06",
      "总额比来源之和多18.00，疑两位数字写反。", advice: "改为1413.06，或恢复公式。"),
    finding(
      .r007, "I17", indicator: "I4", label: "劳动保障主动监察户数（户）", expected: "原因及措施",
      "125÷150，缺25户，未说明原因。", advice: "补填偏差原因及改进措施。"),
    finding(
      .t001, "E20", indicator: "I7", label: "补贴资金审核准确率（%）", found: "≥95%",
      expected: "≥98%", "年度指标值与下达的不一致。", advice: "恢复为≥98%；确需调整的先报批。"),
    finding(
      .v016, "F30", indicator: "I17", label: "公共就业服务长效机制健全程度（定性）", found: "基本健全",
      expected: "从下拉中选择", "不是规定等次，暂不计分。", advice: "选：达成、部分达成或未达成。"),
    finding(
      .r005, "F15", indicator: "I2", label: "城乡居民养老保险续保人数（人）", found: "5123",
      expected: "6410", "未达标，缺1287人；已说明原因。", advice: "核实措施和时限。"),
    finding(
      .r002, "H15", indicator: "I2", label: "城乡居民养老保险续保人数（人）", found: "8.00",
      expected: "6.39", "自评得分偏高1.61分。", advice: "按6.39分改，或说明依据。"),
    finding(
      .r006, "F18", indicator: "I5", label: "高校毕业生就业服务人次（万人次）", found: "12",
      expected: "7.5", "完成160.00%，超过130%；已说明原因。", advice: "下年度请调高年度指标值。"),
    finding(
      .r005, "F21", indicator: "I8", label: "“一网通办”就业服务平台建成并通过验收（是/否）",
      found: "否", expected: "是", "未完成；已说明原因。", advice: "验收后补报结果。"),
    finding(
      .r005, "F24", indicator: "I11", label: "人均培训补贴标准（元/人）", found: "1405",
      expected: "1335", "成本超出70元；已说明原因。", advice: "核实分工种标准。"),
    finding(
      .r002, "H24", indicator: "I11", label: "人均培训补贴标准（元/人）", found: "3.00",
      expected: "2.85", "自评得分偏高0.15分。", advice: "按2.85分改，或说明依据。"),
    finding(
      .r005, "F29", indicator: "I16", label: "线上办件替代纸质材料比例（%）", found: "58%",
      expected: "60%", "未达标，缺2个百分点；已说明原因。", advice: "核实措施和时限。"),
    finding(
      .s007, nil, label: "全表", found: "保护已取消", "工作表保护被取消。", advice: "不必处理。"),
    finding(
      .v006, "F31", indicator: "I18", label: "服务对象满意度（%）", found: "99.2%",
      expected: "0.992", "百分数以文本填写，已按99.2%计。", advice: "不必处理。"),
  ]

  static var card: Scorecard {
    Scorecard(
      project: ProjectIdentity(
        id: "QL-2024-03", name: "公共就业服务能力提升项目", unit: "青岚市劳动就业服务中心", department: ""),
      funds: funds,
      execution: ExecutionResult(
        rate: figure("95.63"), points: Figure(10), score: figure("9.56"),
        claimedScore: figure("9.56"), status: .shortfall, working: "1431.06÷1496.50×10＝9.56",
        place: place("H7")),
      indicators: indicators,
      blocks: [
        block("预算执行率", "10", "9.56", "9.56", at: "H7"),
        block("产出指标", "50", "43.57", "45.33", at: "B14"),
        block("效益指标", "30", "23.8", "29.3", at: "B26"),
        block("满意度指标", "10", "10", "10", at: "B31"),
      ],
      total: figure("86.93"), totalPoints: Figure(100), claimedTotal: figure("94.19"), grade: "良")
  }

  static var form: FoundForm {
    FoundForm(
      sheet: sheetName, number: 1, table: range("A4:I32"), fundHeaderRow: 6,
      indicatorHeaderRow: 13, totalRow: 32)
  }

  static var sheet: FormSheet {
    FormSheet(
      name: sheetName, merges: [range("A2:I2"), range("A13:A31"), range("B14:B25")],
      neighbours: [.clear, .clear, .clear, .clear], firstBeyond: 10,
      title: CellReference("A2"), visibleSheets: [sheetName])
  }

  static func subject(
    card: Scorecard = card, findings: [Finding] = findings, form: FoundForm = form
  ) -> ScoredForm {
    var report = Report()
    report.fundColumns = [.budget: place("E6"), .executed: place("F6")]
    report.indicatorColumns = [.tier1: place("B13"), .actual: place("F13"), .reason: place("I13")]
    report.indicators = [
      IndicatorLine(
        tier1: "产出指标", tier2: "数量指标", name: "高校毕业生就业服务人次（万人次）",
        cells: [
          .actual: Typed(.number("12", isPercent: false, shownDecimals: nil), at: place("F18")),
          .reason: Typed(.text("年中增办直播带岗活动63场。"), at: place("I18")),
        ])
    ]
    let verdict: Verdict = findings.contains { $0.severity == .error } ? .sendBack : .accept
    return ScoredForm(
      form: form, report: report,
      evaluated: Evaluated(scorecard: card, findings: findings, verdict: verdict),
      occasion: "2024年度市级项目支出绩效自评", fundUnit: "万元")
  }

  static func range(_ text: String) -> CellRange {
    CellRange(text) ?? CellRange(corner, corner)
  }

  static func cell(_ text: String) -> CellReference { range(text).first }

  /// Stands in for a misspelt reference, so that the test which uses it fails.
  private static let corner = CellReference(uncheckedRow: 1, column: 1)
}

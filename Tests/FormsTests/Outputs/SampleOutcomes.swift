import Figures
import Forms

@testable import Evaluation

/// Invented outcomes for tests of outputs.
enum Sample {
  static func figure(_ text: String?) -> Figure? { text.flatMap { Figure($0) } }

  static func finding(
    _ code: FindingCode, _ severity: Severity? = nil, cell: String? = nil, indicator: String? = nil,
    label: String = "续保人数（人）·实际完成值", found: String = "5123", expected: String = "6410",
    message: String = "未达标，缺1287人；已说明原因。", advice: String = "核对后改正。"
  ) -> Finding {
    Finding(
      id: "\(code.rawValue)-1a2b", code: code, severity: severity ?? code.severity,
      place: cell.map { Place(sheet: "项目支出绩效自评表", cell: $0) }, indicator: indicator,
      label: label, found: found, expected: expected, message: message, advice: advice)
  }

  static func place(_ cell: String) -> Place { Place(sheet: "项目支出绩效自评表", cell: cell) }

  static func fund(budget: String?, executed: String?, rate: String?) -> FundResult {
    var amounts: [FundColumn: Figure] = [:]
    amounts[.initialBudget] = figure(budget)
    amounts[.budget] = figure(budget)
    amounts[.executed] = figure(executed)
    return FundResult(
      role: .total, source: "年度资金总额", place: place("A6"), amounts: amounts, issuedBudget: nil,
      executionRate: figure(rate), arrivalRate: nil, working: "")
  }

  static let indicator = IndicatorResult(
    id: "I01", tier1: "产出指标", tier2: "数量指标", name: "续保人数（人）", unit: "人",
    target: .atLeast(Figure(6410)), actual: "5123", completionRate: figure("79.92"),
    claimedRate: nil, points: Figure(8), score: figure("6.39"), claimedScore: Figure(8),
    status: .shortfall, working: "5123÷6410×8＝6.39，缺1287", place: place("F18"))

  static func card(
    _ project: ProjectIdentity, budget: String? = "100", executed: String? = "90",
    rate: String? = "90", total: String? = "97.39", claimed: String? = "99", grade: String? = "优"
  ) -> Scorecard {
    Scorecard(
      project: project, funds: [fund(budget: budget, executed: executed, rate: rate)],
      execution: ExecutionResult(
        rate: figure(rate), points: Figure(10), score: Figure(9), claimedScore: Figure(9),
        status: .shortfall, working: "90÷100×10＝9.00", place: place("H6")),
      indicators: [indicator],
      blocks: total == nil
        ? []
        : [
          BlockResult(name: "预算执行率", points: Figure(10), score: Figure(9), claimedScore: nil),
          BlockResult(
            name: "产出指标", points: Figure(50), score: figure("48.39") ?? .zero, claimedScore: nil),
          BlockResult(name: "效益指标", points: Figure(30), score: Figure(30), claimedScore: nil),
          BlockResult(name: "满意度指标", points: Figure(10), score: Figure(10), claimedScore: nil),
        ],
      total: figure(total), totalPoints: total == nil ? nil : .hundred,
      claimedTotal: figure(claimed), grade: grade)
  }

  static func scored(
    _ id: String, _ name: String, _ department: String, _ unit: String, file: String? = nil,
    budget: String? = "100", executed: String? = "90", rate: String? = "90",
    total: String? = "97.39", claimed: String? = "99", grade: String? = "优",
    findings: [Finding] = [], counts: Bool = true, fundUnit: String = "万元"
  ) -> ReturnOutcome {
    let card = card(
      ProjectIdentity(id: id, name: name, unit: unit, department: department), budget: budget,
      executed: executed, rate: rate, total: total, claimed: claimed, grade: grade)
    let isError = findings.contains { $0.severity == .error }
    return ReturnOutcome(
      file: file ?? "\(department)/\(name).xlsx", form: 1,
      sha256: String(repeating: "ab", count: 32),
      evaluated: Evaluated(
        scorecard: card, findings: findings, verdict: isError ? .sendBack : .accept),
      findings: findings, counts: counts, fundUnit: fundUnit,
      annotated: "returned/\(department)/\(name)_批注.xlsx")
  }

  static func rejected(_ file: String) -> ReturnOutcome {
    ReturnOutcome(
      file: file, form: 1, sha256: String(repeating: "cd", count: 32), evaluated: nil,
      findings: [
        RoundFindings.rejected(
          .f003, file: file, found: "旧版表格（.xls或.et）",
          message: "文件实际是旧版表格（.xls或.et），不是.xlsx，改扩展名无效。",
          advice: "用Excel或WPS打开，另存为“Excel工作簿（*.xlsx）”后再报。")
      ],
      counts: false, fundUnit: "", annotated: nil)
  }

  static func project(
    _ id: String, _ name: String, _ department: String, _ unit: String, budget: String = "260"
  ) -> Programme.Project {
    Programme.Project(
      id: id, name: name, department: department, unit: unit,
      funds: [.init(source: "市级财政", initialBudget: nil, budget: figure(budget))])
  }

  static let programme = Programme(
    year: "2024", title: "市级项目支出绩效自评", details: ["回收截止日期": "2025年3月20日"],
    projects: [
      project("QL-2024-01", "城乡居民养老保险扩面项目", "人社局", "社会保险服务中心"),
      project("QL-2024-02", "零工市场建设项目", "人社局", "人力资源市场服务中心"),
      project("QL-2024-03", "公共就业服务能力提升项目", "人社局", "劳动就业服务中心"),
      project("QL-2024-13", "地质灾害群测群防项目", "自然资源局", "地质环境监测站"),
      project("QL-2024-14", "社区养老服务设施补助项目", "民政局", "养老服务指导中心", budget: "780"),
    ], sha256: String(repeating: "ef", count: 32))

  /// A round with everything in it: accepted, sent back, superseded, unknown, unreadable, missing.
  static let round = RoundOutcome(
    scheme: "mof-2020", programme: programme, missing: ["QL-2024-13", "QL-2024-14"],
    findings: programme.projects.suffix(2).map { RoundFindings.missing($0) }, returns: returns)

  /// Each a file of its own; the one that does not count was saved before the one that does.
  static let returns = drawn.enumerated().map { index, outcome in
    var outcome = outcome
    outcome.sha256 = String(repeating: "\(index)b", count: 32)
    outcome.modified = outcome.file.contains("旧") ? "2025-03-01T08:00:00Z" : "2025-03-02T08:00:00Z"
    return outcome
  }

  private static let drawn = [
    scored(
      "QL-2024-03", "公共就业服务能力提升项目", "人社局", "劳动就业服务中心", budget: "1496.5", executed: "1431.06",
      rate: "95.63", total: "86.93", claimed: "94.19", grade: "良",
      findings: [
        finding(
          .b001, cell: "F7", label: "年度资金总额·全年执行数", found: "1431.06", expected: "1413.06",
          message: "合计与三项来源之和差18.00万元，疑两位数字写反。"),
        finding(.r005, cell: "F15", indicator: "I01"),
        finding(
          .r005, cell: "F21", indicator: "I07", label: "“一网通办”就业服务平台建成并通过验收（是/否）", found: "否",
          expected: "是", message: "未完成；已说明原因。"),
        finding(
          .v005, cell: "F16", indicator: "I02", found: "12,300", expected: "12300",
          message: "数字存为文本，已按数字读取。"),
      ]),
    scored(
      "QL-2024-01", "城乡居民养老保险扩面项目", "人社局", "社会保险服务中心", budget: "860", executed: "851.2",
      rate: "98.98", total: "97.35", claimed: "98.5",
      findings: [finding(.r002, cell: "H15", indicator: "I01", found: "8", expected: "6.39")]),
    scored(
      "QL-2024-02", "零工市场建设项目", "人社局", "人力资源市场服务中心", budget: "420", executed: "302.4",
      rate: "72", total: "85.06", claimed: nil, grade: "良",
      findings: [finding(.t004, cell: "E8", label: "当年财政拨款·全年预算数", found: "402", expected: "420")]),
    scored(
      "QL-2024-02", "零工市场建设项目", "人社局", "人力资源市场服务中心", file: "人社局/零工市场（旧）.xlsx",
      budget: "402", executed: "302.4", rate: "75.22", total: "90", claimed: "95.2",
      findings: [finding(.f009, label: "整份报表", found: "同一项目报送多份", expected: "一个项目一份")],
      counts: false),
    scored(
      "", "市民公园#1期 & 配套", "城管局", "园林绿化中心", budget: nil, executed: "12",
      rate: nil, total: "60", claimed: "100", grade: "中",
      findings: [finding(.f012, cell: "B3", label: "项目名称", found: "=HYPERLINK(1)", expected: "")],
      counts: false),
    rejected("应急管理局/自评表.xls"),
  ]
}

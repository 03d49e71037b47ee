import Evaluation
import TestSupport
import Workbooks

@testable import Forms

/// A blank of the small scheme as it is handed out and honestly filled in, to be changed in one
/// place: the form, its names, its manifest.
struct DrawnBlank {
  /// The form; the indicators stand in rows 11 to 14.
  var form: TestSheet
  /// What stands on `_scorebook`; `nil` where the sheet is gone.
  var manifest: [[String]]?
  /// The names of cells, with what they stand for.
  var names: [String: String]

  static let indicatorRows = [11, 12, 13, 14]

  private static let filled = """
    | 项目支出绩效自评表 | < | < | < | < | < | < | < |
    | 项目名称 | 湿地保护 | < | < | < | < | < | < |
    | 主管部门 | 林业局 | < | < | 实施单位 | 湿地管理站 | < | < |
    | 项目资金\\n（万元） | < | 年初预算数 | 全年预算数（A） | 全年执行数（B） | 分值 | 执行率（B/A） | 得分 |
    | ^ | 年度资金总额 | 90 | 100 | 95 | 10 | =E5/D5→0.95 | =ROUND(F5*G5,2)→9.5 |
    | ^ | 其中：当年财政拨款 | 90 | 100 | 95 | — | =E6/D6→0.95 | — |
    | ^ | 其他资金 | | | | — | | — |
    | 年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | < | < |
    | ^ | 恢复湿地 | < | < | 已恢复湿地 | < | < | < |
    | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
    | 产出指标 | 数量指标 | 恢复面积（亩） | ≥200 | 200 | 30 | =F11*MIN(1,E11/200)→30 | |
    | 产出指标 | 数量指标 | 巡护次数（次） | ≥12 | 12 | 20 | =F12*MIN(1,E12/12)→20 | |
    | 效益指标 | 生态效益 | 水质达标率（%） | ≥95% | %0.955 | 30 | =F13*MIN(1,E13/0.95)→30 | |
    | 满意度指标 | 满意度 | 群众满意度（%） | ≥90% | %0.92 | 10 | =F14*MIN(1,E14/0.9)→10 | |
    | 总分 | < | < | < | < | 100 | =H5+SUM(G11:G14)→99.5 | |
    """

  init(_ issued: IssuedForm? = nil) throws {
    form = TestSheet(
      "自评表",
      Self.filled.replacing("| 9.8 | 略 |", with: "| =F14*1→10 | |")
        .replacing("→100", with: "→100"))
    form.isProtected = true
    form.dropDowns = ["E5:E7", "E11:E14"]
    manifest = Manifest.rows(try issued ?? IssuedFixture.issued(), fields: Self.fields)
    names = Self.cells.mapValues { "自评表!\($0)" }
  }

  /// The named cells, where they stand as issued.
  static let cells: [String: String] = {
    var cells = [
      "sb_project_name": "$B$2", "sb_project_unit": "$F$3", "sb_total_score": "$G$15",
      "sb_fund_total_executed": "$E$5", "sb_fund_current_executed": "$E$6",
      "sb_fund_total_executionRate": "$G$5", "sb_fund_total_score": "$H$5",
    ]
    for (index, row) in indicatorRows.enumerated() {
      cells["sb_I0\(index + 1)_actual"] = "$E$\(row)"
      cells["sb_I0\(index + 1)_score"] = "$G$\(row)"
      cells["sb_I0\(index + 1)_reason"] = "$H$\(row)"
      cells["sb_I0\(index + 1)_points"] = "$F$\(row)"
    }
    return cells
  }()

  private static var fields: [BlankField] {
    cells.keys.sorted().map { name in
      let isFormula = name.hasSuffix("_score") || name.hasSuffix("Rate")
      let isRuled = name.hasSuffix("_actual") || name.hasSuffix("_executed")
      let isFree = name.hasSuffix("_reason")
      return BlankField(name, isFormula ? .formula : isRuled ? .rule : isFree ? .free : .fixed)
    }
  }

  /// The sheet `_scorebook`.
  static func sheet(_ rows: [[String]], state: String = "veryHidden") -> TestSheet {
    let lines = rows.map { row in
      "| " + row.map { $0.isEmpty ? "" : "'" + $0 }.joined(separator: " | ") + " |"
    }
    var sheet = TestSheet(Manifest.sheetName, lines.joined(separator: "\n"))
    sheet.state = state
    return sheet
  }

  /// The file.
  func bytes(state: String = "veryHidden", beside others: [TestSheet] = []) throws -> [UInt8] {
    let carried = manifest.map { [Self.sheet($0, state: state)] } ?? []
    return try TestWorkbook.bytes([form] + others + carried, names: names)
  }

  /// What comes of it: the forms of the file, scored or rejected.
  func outcomes(
    programme: Programme? = nil, state: String = "veryHidden", beside others: [TestSheet] = []
  ) throws -> [ReturnOutcome] {
    try ReturnProcessor(scheme: FormFixture.scheme(), programme: programme)
      .process(bytes(state: state, beside: others), file: "a.xlsx", annotated: nil)
      .forms.map(\.outcome)
  }

  /// The findings of the one form, as `S005 C11`.
  func findings(programme: Programme? = nil, state: String = "veryHidden") throws -> [String] {
    try outcomes(programme: programme, state: state).flatMap(\.findings).map { finding in
      "\(finding.code.rawValue) \(finding.place?.cell ?? "-")"
    }
  }

  /// For each row of the form the indicator it was taken for: `I01`; `N01` for none.
  func matched(programme: Programme? = nil) throws -> [String: String] {
    let card = try outcomes(programme: programme).first?.evaluated?.scorecard
    var matched: [String: String] = [:]
    for indicator in card?.indicators ?? [] { matched[indicator.place?.cell ?? "-"] = indicator.id }
    return matched
  }
}

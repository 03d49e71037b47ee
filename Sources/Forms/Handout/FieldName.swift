internal import Evaluation

/// The defined name of a field of a blank: it follows its cell when rows are inserted or moved.
///
/// `sb_` stands in front, since a name such as `I01` would be a cell.
enum FieldName {
  /// A cell of an indicator's row: `sb_I01_actual`. An id with other characters than letters,
  /// digits and `_` gives way to the row's number among the indicators, from 1: `sb_row3_actual`.
  static func indicator(_ id: String, number: Int, _ column: IndicatorColumn) -> String {
    "sb_\(Programme.Indicator.key(id: id, number: number))_\(column.rawValue)"
  }

  /// A cell of a row of the fund block: `sb_fund_total_executed`, `sb_fund_current_executed`. A
  /// source that the scheme does not know gives way to the row's number among the sources, from 1:
  /// `sb_fund_row4_executed`.
  static func fund(_ role: FundLine.Role, _ column: FundColumn, number: Int = 0) -> String? {
    switch role {
    case .total: return "sb_fund_total_\(column.rawValue)"
    case .source(let id), .group(let id):
      let plain = id.split(separator: "-").joined(separator: "_")
      return
        "sb_fund_\(Programme.Indicator.isPlain(plain) ? plain : "row\(number)")_\(column.rawValue)"
    case .part: return nil
    }
  }

  /// A line below the table, from 1: 填表人, 填报日期.
  static func signature(_ number: Int) -> String { "sb_signature_\(number)" }

  /// A label beside the project's names, from 1: 负责人及电话.
  static func field(_ number: Int) -> String { "sb_field_\(number)" }

  /// A text beside the tables, from 1: 资金管理情况.
  static func text(_ number: Int) -> String { "sb_text_\(number)" }

  /// 项目编码.
  static let projectCode = "sb_project_code"
  /// 项目名称.
  static let projectName = "sb_project_name"
  /// 实施单位.
  static let unit = "sb_project_unit"
  /// 年度, in a form that was handed out without one.
  static let year = "sb_year"
  /// 主管部门.
  static let department = "sb_project_department"
  /// The unit's own total.
  static let totalScore = "sb_total_score"
  /// 年度总体目标的实际完成情况.
  static let goalResult = "sb_goal_result"
  /// Why the goal was not reached.
  static let goalReason = "sb_goal_reason"

  /// The column of the fund block that a name is of; `nil` for the names of other cells.
  static func fundColumn(in name: String) -> FundColumn? {
    guard name.hasPrefix("sb_fund_"), let mark = name.lastIndex(of: "_") else { return nil }
    return FundColumn(rawValue: String(name[name.index(after: mark)...]))
  }

  /// The indicator and column that a name is of; `nil` for the names of other cells.
  static func indicator(in name: String) -> (key: String, column: IndicatorColumn)? {
    guard name.hasPrefix("sb_"), let mark = name.lastIndex(of: "_"),
      let column = IndicatorColumn(rawValue: String(name[name.index(after: mark)...]))
    else { return nil }
    let key = name[..<mark].dropFirst(3)
    guard !key.isEmpty, !Programme.Indicator.isReserved(String(key)) else { return nil }
    return (String(key), column)
  }
}

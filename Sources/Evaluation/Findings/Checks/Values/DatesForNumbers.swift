/// V011: a date stands where a number is due.
enum DatesForNumbers: ValueRule {
  static let code = FindingCode.v011

  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    ("此处应填数字，填的是日期\(remark.found)。", "把单元格格式改为“数值”，重新填数。")
  }
}

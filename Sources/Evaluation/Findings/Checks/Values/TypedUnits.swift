/// V004: a unit typed into the cell (5.59万, 217人), converted to the row's own.
enum TypedUnits: ValueRule {
  static let code = FindingCode.v004

  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    (
      "“\(remark.found)”带有单位，已按\(remark.expected)读取。",
      "核对\(remark.expected)是否正确；下次只填数字，单位见指标名称或单位栏。"
    )
  }
}

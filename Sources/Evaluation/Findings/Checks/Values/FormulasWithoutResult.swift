/// V009: a formula came without its stored value and is beyond what is worked out here.
enum FormulasWithoutResult: ValueRule {
  static let code = FindingCode.v009

  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    ("公式没有保存计算结果，未计。", "用Excel或WPS打开，按F9重算并保存；算不出的直接填数。")
  }
}

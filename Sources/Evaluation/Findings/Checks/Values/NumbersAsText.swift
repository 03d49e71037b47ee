/// V005: a number stored as text, with separators or spaces.
enum NumbersAsText: ValueRule {
  static let code = FindingCode.v005

  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    ("“\(remark.found)”是文本，不是数值，已按\(remark.expected)读取。", "知悉即可；下次把单元格格式设为“数值”再填，不加逗号和空格。")
  }
}

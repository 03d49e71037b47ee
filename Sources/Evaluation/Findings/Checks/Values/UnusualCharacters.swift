/// V003: full-width or other unusual characters, read as the plain ones.
enum UnusualCharacters: ValueRule {
  static let code = FindingCode.v003

  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    ("“\(remark.found)”含全角或特殊字符，已按\(remark.expected)读取。", "知悉即可；下次切换到半角输入数字。")
  }
}

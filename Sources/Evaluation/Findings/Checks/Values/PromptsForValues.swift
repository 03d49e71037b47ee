/// V014: a prompt of the blank was left where a value is due.
enum PromptsForValues: ValueRule {
  static let code = FindingCode.v014

  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    ("填表提示“\(remark.found)”未替换。", "改填实际内容。")
  }
}

/// V002: no one clear number stands where a number is due, or one out of range.
enum UnclearNumbers: ValueRule {
  static let code = FindingCode.v002

  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    (
      "“\(remark.found)”不是一个明确的数，未计。",
      "改为\(remark.expected.isEmpty ? "数字" : remark.expected)，不带文字说明。"
    )
  }
}

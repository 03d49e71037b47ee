/// V016: a word that is no level of the scheme.
enum UnknownLevels: ValueRule {
  static let code = FindingCode.v016

  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    ("“\(remark.found)”不是规定等次，未计。", "从下列等次中选填：\(remark.expected)。")
  }
}

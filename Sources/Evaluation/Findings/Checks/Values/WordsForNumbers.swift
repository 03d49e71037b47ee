/// V013: a yes, a no or a level stands where a number is due.
enum WordsForNumbers: ValueRule {
  static let code = FindingCode.v013

  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    ("此处应填数字，“\(remark.found)”无法计算。", "改填实际完成的数值。")
  }
}

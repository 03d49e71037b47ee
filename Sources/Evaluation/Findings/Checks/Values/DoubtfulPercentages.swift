/// V007: the scale of a percentage is doubtful: the evident reading counts, both are named.
enum DoubtfulPercentages: ValueRule {
  static let code = FindingCode.v007

  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    ("\(remark.found)可能多写了一百倍，已按\(remark.expected)计。", "核对后填\(remark.expected)；原数无误的，说明依据。")
  }
}

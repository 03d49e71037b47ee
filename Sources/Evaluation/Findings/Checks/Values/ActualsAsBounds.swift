/// V015: the actual was given as a bound (≥266米); its number counts.
enum ActualsAsBounds: ValueRule {
  static let code = FindingCode.v015

  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    ("“\(remark.found)”写成了范围，已按\(remark.expected)计。", "核对\(remark.expected)是否为实际完成的数；下次不加≥、≤等符号。")
  }
}

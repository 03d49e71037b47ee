/// V006: a percentage typed as text (95.09%).
enum PercentagesAsText: ValueRule {
  static let code = FindingCode.v006

  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    ("“\(remark.found)”是文本，不是数值，已按\(remark.expected)读取。", "知悉即可；下次把单元格格式设为“百分比”再填。")
  }
}

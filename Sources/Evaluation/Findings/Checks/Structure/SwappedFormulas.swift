/// S011: an issued formula was overwritten by a constant, or the reverse.
enum SwappedFormulas: StructureRule {
  static let code = FindingCode.s011

  static func words(_ remark: StructureRemark) -> StructureRule.Words {
    remark.found.hasPrefix("=")
      ? (
        "下发的固定值被改成公式“\(remark.found)”，按其结果核对。",
        "从下发的空表复制原值，粘贴为数值。"
      )
      : (
        "下发的公式被改成固定值\(remark.found)，不再随填报内容变化。",
        "从下发的空表复制本格的公式粘贴回来，核对结果。"
      )
  }
}

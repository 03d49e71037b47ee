/// S002: labelled columns stand in another order than the scheme's, or the table was
/// shifted.
enum ReorderedColumns: StructureRule {
  static let code = FindingCode.s002

  static func words(_ remark: StructureRemark) -> StructureRule.Words {
    ("\(remark.label)与规定的不同，已按栏名读取。", "知悉即可；下次按下发的样式填报。")
  }
}

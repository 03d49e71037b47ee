/// S009: cells of different indicators were merged; the swallowed value is lost.
enum MergedIndicators: StructureRule {
  static let code = FindingCode.s009

  static func words(_ remark: StructureRemark) -> StructureRule.Words {
    (
      "不同指标的单元格被合并，本格的内容已丢失（\(remark.found)）。",
      "选中合并的单元格，点“合并后居中”取消合并，逐行补填。"
    )
  }
}

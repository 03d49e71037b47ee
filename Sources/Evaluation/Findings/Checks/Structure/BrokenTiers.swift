/// S006: merged tier cells were broken up; tiers are inherited.
enum BrokenTiers: StructureRule {
  static let code = FindingCode.s006

  static func words(_ remark: StructureRemark) -> StructureRule.Words {
    (
      "合并的指标层级被拆开，\(remark.found)已按上面一格的层级计。",
      "知悉即可；可重新合并，或逐行填写\(remark.label)。"
    )
  }
}

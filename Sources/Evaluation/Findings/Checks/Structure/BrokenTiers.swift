/// S006: tier cells are blank and not merged, since merges were broken up or a row was inserted;
/// tiers are inherited.
enum BrokenTiers: StructureRule {
  static let code = FindingCode.s006

  static func words(_ remark: StructureRemark) -> StructureRule.Words {
    (
      "指标层级没有合并（合并被拆开，或插入了行），\(remark.found)已按上面一格的层级计。",
      "知悉即可；可重新合并，或逐行填写\(remark.label)。"
    )
  }
}

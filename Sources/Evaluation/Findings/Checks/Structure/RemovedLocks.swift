/// S007: locks or drop-downs of a blank were removed, or its hidden sheet.
enum RemovedLocks: StructureRule {
  static let code = FindingCode.s007

  static func words(_ remark: StructureRemark) -> StructureRule.Words {
    (
      "\(remark.label)：\(remark.found)。",
      "知悉即可；下次直接在下发的空表上填写，不要撤销保护，也不要复制到新表。"
    )
  }
}

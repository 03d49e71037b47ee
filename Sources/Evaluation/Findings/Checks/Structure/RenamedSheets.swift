/// S001: the form's sheet was renamed.
enum RenamedSheets: StructureRule {
  static let code = FindingCode.s001

  static func words(_ remark: StructureRemark) -> StructureRule.Words {
    (
      "工作表改名为“\(remark.found)”，已按内容找到。",
      "知悉即可；下次保留原工作表名“\(remark.expected)”。"
    )
  }
}

/// F007: zip entries with unsafe or duplicate names, ignored and left out of the copy.
enum IgnoredEntries: StructureRule {
  static let code = FindingCode.f007

  static func words(_ remark: StructureRemark) -> StructureRule.Words {
    (
      "文件里有部件未读取，也未带入批注件（\(remark.found)）。",
      "用Excel或WPS打开，另存一份，核对内容无缺后再报。"
    )
  }
}

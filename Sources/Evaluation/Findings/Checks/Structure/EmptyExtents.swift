/// F010: many empty formatted rows or columns beyond the form, ignored.
enum EmptyExtents: StructureRule {
  static let code = FindingCode.f010

  static func words(_ remark: StructureRemark) -> StructureRule.Words {
    (
      "表外有大量只有格式的空行或空列，未读取：\(remark.found)。",
      "知悉即可；可选中表外的空行、空列删除后保存，文件会变小。"
    )
  }
}

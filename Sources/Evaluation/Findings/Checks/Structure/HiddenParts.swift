/// S008: hidden rows, columns or sheets inside the form.
enum HiddenParts: StructureRule {
  static let code = FindingCode.s008

  static func words(_ remark: StructureRemark) -> StructureRule.Words {
    (
      "表内有\(remark.label)：\(remark.found)，其中的内容照样计入。",
      "选中相邻的行、列或工作表标签，点右键“取消隐藏”，核对内容；不需要的删去。"
    )
  }
}

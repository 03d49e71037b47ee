/// V001: a required cell is blank, or holds only a mark for nothing (—, /, 无).
enum BlankCells: ValueRule {
  static let code = FindingCode.v001

  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    ("必填的\(column)未填。", "在本格补填\(column)；确无数据的，报主管部门说明。")
  }
}

/// A row with figures and no name, a case of V001: it is no indicator, and is not passed over.
enum NamelessRows: StructureRule {
  static let code = FindingCode.v001

  static func words(_ remark: StructureRemark) -> StructureRule.Words {
    (
      "必填的\(remark.expected)未填（\(remark.found)），本行未计。",
      "补填\(remark.expected)；本行不是指标的，删去所填的数。"
    )
  }
}

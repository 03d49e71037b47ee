/// F and S: what reading found out about the file and the form's structure.
enum StructureRemarks: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    assessment.report.remarks.filter { !isIssuedSource($0, assessment) }.map { remark in
      let (message, advice) = words(remark)
      return Draft(
        remark.code, at: remark.place,
        .init(
          indicator: nil, key: "structure/" + remark.key, field: remark.code.rawValue,
          label: remark.label),
        found: remark.found, expected: remark.expected, message, advice: advice)
    }
  }

  /// A source that no scheme names, but that was issued so.
  private static func isIssuedSource(
    _ remark: StructureRemark, _ assessment: Assessment
  ) -> Bool {
    guard remark.code == .s005, remark.key.hasPrefix("fund.") else { return false }
    let label = Wording.label(remark.found)
    return assessment.issued?.funds.contains { Wording.label($0.source) == label } ?? false
  }

  private static func words(_ remark: StructureRemark) -> (String, String) {
    switch remark.code {
    case .f007: ("压缩包内有不安全或重名的条目，未带入批注件：\(remark.found)。", "用Excel或WPS另存一份后再报。")
    case .f010: ("表外有大量只有格式的空行或空列，未读取：\(remark.found)。", "可删去多余行列，文件会变小。")
    case .s001: ("工作表改了名，已按内容找到。", "下次保留原工作表名“\(remark.expected)”。")
    case .s002: ("栏次与规定的顺序不同，或整表移了位置，已按栏名读取。", "下次按下发的样式填报。")
    case .s005 where remark.label == StructureRemark.carried:
      ("\(remark.found)，未采用，改按\(remark.expected)核对。", "请填报单位说明；必要时重新下发空表。")
    case .s005:
      ("“\(remark.found)”与规定的名称“\(remark.expected)”不同，已按内容读取。", "恢复为规定的名称。")
    case .s006: ("合并的指标层级被拆开，空格已按上一行的层级计。", "可恢复合并，或逐行填写层级。")
    case .s007: ("\(remark.label)：\(remark.found)。", "下次直接在下发的空表上填写，不要撤销保护或另行粘贴。")
    case .s008: ("表内有隐藏的行、列或工作表：\(remark.found)。", "取消隐藏，核对内容后再报。")
    case .s009: ("不同指标的单元格被合并，被并入的内容已丢失。", "取消合并，逐项补填。")
    case .s011 where remark.found.hasPrefix("="):
      ("下发的固定值被改成公式“\(remark.found)”，按其结果核对。", "恢复为下发的固定值。")
    case .s011:
      ("下发的公式被改成固定值\(remark.found)，不再随填报内容变化。", "从空表复制原公式恢复，核对结果。")
    default: (remark.found, "")
    }
  }
}

/// S005: a fixed label was changed.
enum RewordedLabels: StructureRule {
  static let code = FindingCode.s005

  static func words(_ remark: StructureRemark) -> StructureRule.Words {
    remark.label == StructureRemark.carried
      ? (
        "\(remark.found)，未采用，改按\(remark.expected)核对。",
        "请填报单位说明这份空表从何而来；必要时重新下发空表。"
      )
      : (
        "“\(remark.found)”与规定的名称“\(remark.expected)”不同，已按内容读取。",
        "改回“\(remark.expected)”，并核对这一栏填的是不是该填的内容。"
      )
  }
}

/// S002: rows of a blank stand elsewhere than it has them, or the names of its cells say so.
enum MovedRows: Check {
  /// How many of them are named.
  private static let listed = 6

  static func findings(in assessment: Assessment) -> [Draft] {
    let rows = assessment.moved.filter { assessment.indicators.indices.contains($0) }
      .map { assessment.indicators[$0] }
    guard !rows.isEmpty else { return [] }
    let names = rows.prefix(listed).map(\.name).joined(separator: "、")
    let found = rows.count > listed ? "\(names)等\(rows.count)行" : names
    return [
      Draft(
        .s002, at: assessment.report.indicatorColumns[.name],
        assessment.subject(form: "rows", label: "指标的行次"),
        found: found, expected: "下发时的行次",
        "指标的行次或单元格名称与下发时不同，已逐行核对归位：\(found)。", advice: "知悉即可；下次不要移动、排序指标行，也不要改动单元格名称。")
    ]
  }
}

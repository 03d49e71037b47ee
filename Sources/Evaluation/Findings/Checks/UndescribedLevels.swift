/// V001, as a warning: a judged level without a word on what was done, where the scheme asks for
/// one.
///
/// Source: check rule of a provincial platform, 定性指标须填完成情况简要描述.
enum UndescribedLevels: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    guard assessment.scheme.scoring.levelNeedsSummary else { return [] }
    return assessment.indicators.compactMap { row in
      guard case .level = row.target, row.actual != nil, !row.isExcluded,
        assessment.has(.summary, beside: row),
        row.cell(.summary).map(assessment.values.isBlank) ?? true
      else { return nil }
      let label = assessment.scheme.form.label(.summary, of: row.table)
      return Draft(
        .v001, .warning, at: assessment.place(row, .summary), assessment.subject(row, .summary),
        found: "（空）", expected: label, "定性指标的\(label)未填，等次没有依据。",
        advice: "在本格写明完成情况和评定等次的依据。")
    }
  }
}

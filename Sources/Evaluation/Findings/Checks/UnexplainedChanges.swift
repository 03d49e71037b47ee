/// R007: a target or budget that was changed during the year without a reason, where the scheme
/// asks for one and the form has a place for it.
enum UnexplainedChanges: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    guard assessment.scheme.scoring.changeNeedsReason else { return [] }
    return budget(assessment) + assessment.indicators.compactMap { target($0, assessment) }
  }

  private static func target(_ row: AssessedIndicator, _ assessment: Assessment) -> Draft? {
    guard let before = row.adjustedFrom, !row.hasReason, assessment.has(.reason, beside: row),
      !row.isExcluded
    else { return nil }
    let after = Assessment.shown(row.cell(.adjustedTarget))
    return Draft(
      .r007, at: assessment.place(row, .reason), assessment.subject(row, .reason), found: "（空）",
      expected: "调整原因", "指标值由\(before)调整为\(after)，未说明原因。", advice: "补填调整原因，附批复。")
  }

  private static func budget(_ assessment: Assessment) -> [Draft] {
    guard let total = assessment.funds.total, let before = total.amount(.initialBudget),
      let after = total.amount(.budget), before != after,
      let reason = total.line.cell(.reason), !assessment.values.isReason(reason)
    else { return [] }
    let form = assessment.scheme.form
    return [
      Draft(
        .r007, at: reason.place, assessment.subject(total, .reason), found: "（空）", expected: "调整原因",
        "\(form.label(FundColumn.initialBudget))\(before)，\(form.label(FundColumn.budget))\(after)，"
          + "未说明调整原因。", advice: "补填年中调整的原因。")
    ]
  }
}

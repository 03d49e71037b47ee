internal import Figures

/// B008: an execution rate under the scheme's limit without a reason.
enum LowExecution: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    guard let limit = assessment.scheme.scoring.executionReasonBelow,
      let rate = assessment.execution?.scored?.rate, rate < limit,
      let row = assessment.funds.total
    else { return [] }
    if assessment.values.isReason(row.line.cell(.reason)) { return [] }
    let shown = rate.text(places: assessment.scheme.scoring.ratePlaces)
    return [
      Draft(
        .b008, at: assessment.place(row, assessment.has(FundColumn.reason) ? .reason : .executed),
        assessment.subject(row, .reason), found: shown + "%", expected: "≥\(limit)%",
        "预算执行率\(shown)%，低于\(limit)%，未说明原因。", advice: "补充说明执行率低的原因和改进措施。")
    ]
  }
}

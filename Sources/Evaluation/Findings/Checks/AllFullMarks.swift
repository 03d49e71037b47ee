internal import Figures

/// R010: every row claims full marks.
enum AllFullMarks: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    guard assessment.hasPoints else { return [] }
    var count = 0
    for row in assessment.indicators
    where row.line != nil && row.table == nil && !row.isExcluded {
      guard isFull(row.claimedScore, row.ownPoints, row.points) else { return [] }
      count += 1
    }
    if let execution = assessment.execution, execution.points != nil {
      guard isFull(execution.claimedScore, execution.ownPoints, execution.points) else {
        return []
      }
      count += 1
    }
    guard count > 1 else { return [] }
    return [
      Draft(
        .r010, at: assessment.report.indicatorColumns[.score],
        assessment.subject(
          form: "fullMarks", label: assessment.scheme.form.label(IndicatorColumn.score)),
        found: "各项均为满分", "各项自评得分均为满分。", advice: "抽查佐证材料。")
    ]
  }

  private static func isFull(_ claim: Reading?, _ own: Reading?, _ points: Figure?) -> Bool {
    guard let claim = claim?.figure else { return false }
    return claim == own?.figure ?? points
  }
}

internal import Figures

/// R010: every row claims full marks.
enum AllFullMarks: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    guard assessment.hasPoints else { return [] }
    var rows = assessment.indicators.filter { $0.line != nil && $0.table == nil && !$0.isExcluded }
      .map { row in
        (row.claimedScore?.figure, row.ownPoints?.figure ?? row.points)
      }
    if let execution = assessment.execution, execution.points != nil {
      rows.append(
        (execution.claimedScore?.figure, execution.ownPoints?.figure ?? execution.points))
    }
    guard rows.count > 1, rows.allSatisfy({ $0.0 != nil && $0.0 == $0.1 }) else { return [] }
    return [
      Draft(
        .r010, at: assessment.report.indicatorColumns[.score],
        assessment.subject(
          form: "fullMarks", label: assessment.scheme.form.label(IndicatorColumn.score)),
        found: "各项均为满分", "各项自评得分均为满分。", advice: "抽查佐证材料。")
    ]
  }
}

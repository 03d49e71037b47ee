internal import Figures

/// R008: no score can be computed, and nothing else says why.
enum Unresolved: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    execution(assessment)
      + assessment.indicators.compactMap { row in
        guard row.scored == nil, row.line != nil, !row.isExcluded, !isSwallowed(row) else {
          return nil
        }
        return Draft(
          .r008, at: assessment.place(row, .actual), assessment.subject(row, .actual),
          found: Assessment.shown(row.cell(.actual)), expected: row.target?.text ?? "指标值",
          row.table == nil ? "无法计算得分，按0分计。" : "无法计算完成率。",
          advice:
            "核对\(assessment.scheme.form.label(.target, of: row.table))和\(assessment.scheme.form.label(.actual, of: row.table))，改成可以相比的数、日期或等次。"
        )
      }
  }

  /// Whether a merge swallowed what the score rests on: S009 says so where the merge stands.
  private static func isSwallowed(_ row: AssessedIndicator) -> Bool {
    let cells: [IndicatorColumn] = row.isJudged ? [.score] : [.actual, .target]
    return cells.contains { row.cell($0)?.isSwallowed == true }
  }

  private static func execution(_ assessment: Assessment) -> [Draft] {
    guard let execution = assessment.execution, execution.scored == nil else { return [] }
    let row = assessment.funds.total
    let column = assessment.denominator
    // A blank or unreadable amount is said where it stands (V).
    if let row, !assessment.funds.sourcesStandForTotal,
      row.amount(column) == nil && row.readings[column] != nil && row.issued?.budget == nil
        || row.amount(.executed) == nil && row.readings[.executed] != nil
    {
      return []
    }
    let name = assessment.scheme.scoring.execution?.name ?? ""
    let budget = execution.budget.map(\.description) ?? "（空）"
    return [
      Draft(
        .r008, at: row.map { assessment.place($0, column) },
        .init(indicator: nil, key: "fund/execution", field: column.rawValue, label: name),
        found: budget, expected: "大于0的预算数", "预算数为\(budget)，无法计算\(name)。",
        advice: "核对预算数；没有预算的项目，报主管部门说明。")
    ]
  }
}

internal import Figures

/// 预算执行率, as a row of the form.
extension Assessor {
  func execution(in assessment: Assessment) throws(FigureOverflow) -> AssessedExecution? {
    guard let rule = scheme.scoring.execution, scheme.form.funds != nil else { return nil }
    let row = assessment.funds.total
    let ownPoints = row?.line.cell(.points).flatMap { values.isBlank($0) ? nil : readPoints($0) }
    let points = executionPoints(rule, own: ownPoints, assessment: assessment)
    let executed = try assessment.funds.whole(.executed)
    let denominator = rule.denominator(among: assessment.report.fundColumns)
    let own = try assessment.funds.whole(denominator)
    let budget = denominator == .received ? own : issued(denominator, row) ?? own
    let claimed = row?.line.cell(.score).map { values.number($0, as: Self.points) }
    return AssessedExecution(
      points: points, ownPoints: ownPoints, claimedScore: claimed,
      claimedRate: row?.line.cell(.executionRate).map { values.number($0, as: .percent) },
      scored: try? executionRow(executed, over: budget, points: points),
      own: try? executionRow(executed, over: own, points: ownPoints?.figure ?? points),
      executed: executed, budget: budget,
      otherDenominator: denominator == rule.denominator ? nil : denominator)
  }

  private func issued(_ column: FundColumn, _ row: FundRow?) -> Figure? {
    column == .budget ? row?.issued?.budget : row?.issued?.initialBudget
  }

  private func executionPoints(
    _ rule: ScoringRules.Execution, own: Reading?, assessment: Assessment
  ) -> Figure? {
    guard let due = rule.points, assessment.hasPoints else { return nil }
    return assessment.issued == nil ? own?.figure ?? due : due
  }

  private func executionRow(_ executed: Figure?, over budget: Figure?, points: Figure?)
    throws(FigureOverflow) -> ScoredRow?
  {
    guard let executed, let budget, let rules = scheme.scoring.execution?.rules else { return nil }
    return try scheme.scoring.scored(executed, over: budget, points, by: rules)
  }
}

internal import Figures

/// B005: the claimed execution rate is wrong, held against the return's own figures.
///
/// A rate that a formula of the blank works out is not held against amounts that count otherwise
/// than they stand: that is said where they stand.
enum ClaimedExecutionRate: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    let places = assessment.scheme.scoring.ratePlaces
    let denominator = assessment.denominator
    return try assessment.funds.rows.compactMap { row in
      guard let typed = row.line.cell(.executionRate),
        !(assessment.report.issuedFormulas.contains(typed.place) && assessment.funds.hasDoubts)
      else { return nil }
      let claim = assessment.values.number(typed, as: .percent)
      guard claim.figure != nil, let executed = try executed(row, assessment),
        let budget = try own(row, denominator, assessment), budget > .zero,
        let rate = try Ratio(executed, over: budget), try !ClaimedRate.agrees(claim, with: rate)
      else { return nil }
      let computed = try rate.percent(places: places).text(places: places)
      return Draft(
        .b005, at: typed.place, assessment.subject(row, .executionRate), found: typed.shown,
        expected: computed + "%",
        "\(row.name)执行率填的是\(typed.shown)，应为\(executed)÷\(budget)＝\(computed)%。",
        advice: "改为\(computed)%，或恢复公式。")
    }
  }

  private static func executed(_ row: FundRow, _ assessment: Assessment) throws -> Figure? {
    row.role == .total ? try assessment.funds.whole(.executed) : row.amount(.executed)
  }

  private static func own(_ row: FundRow, _ column: FundColumn, _ assessment: Assessment) throws
    -> Figure?
  {
    row.role == .total ? try assessment.funds.whole(column) : row.amount(column)
  }
}

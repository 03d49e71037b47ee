internal import Figures

extension AssessedExecution {
  /// The working of the budget execution rate.
  func working(rules: Working.Terms, rows: RowRules?) -> String {
    guard let scored, let executed, let budget, let rate = scored.rate else { return "" }
    let quotient = "\(executed)÷\(budget)"
    let percent = "\(rate.text(places: rules.ratePlaces))%"
    guard let points, let score = scored.score else { return "\(quotient)＝\(percent)" }
    if let graded = graded(scored, points, score, rules, rows) {
      return "\(quotient)＝\(percent)，\(graded)"
    }
    if let exact = scored.exactRate, exact > .one { return "\(quotient)＝\(percent)，满分" }
    return "\(quotient)×\(points)＝\(score.text(places: rules.scorePlaces))"
  }

  /// What gate, bands or rounding make of the rate; `nil` where there are none.
  private func graded(
    _ scored: ScoredRow, _ points: Figure, _ score: Figure, _ rules: Working.Terms,
    _ rows: RowRules?
  ) -> String? {
    switch scored.way {
    case .plain, .over, .overBy, .late: return nil
    case .rounded, .gated, .band, .steps: break
    }
    let working = Working(
      rules: rules, rows: rows.map { SharedRowRules($0) } ?? .national, isPercent: true,
      points: points,
      score: score, rate: scored.rate)
    switch scored.way {
    case .rounded(let share): return Working.byRounded(share, working)
    case .gated(_, let gate): return "低于\(gate)%，不得分"
    case .band, .steps:
      return rows?.scale.map { working.graded($0, scored.way) }
    case .plain, .over, .overBy, .late: return nil
    }
  }
}

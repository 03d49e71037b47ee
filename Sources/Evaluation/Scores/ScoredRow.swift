internal import Figures

extension ScoringRules {
  /// Scores an actual against a target; `nil` where the two cannot be compared.
  ///
  /// - Parameters:
  ///   - rules: the rules of the row; `nil` for the scheme's own.
  ///   - baseline: what the row is measured from, where its rules say so.
  func scored(
    _ actual: Actual, against target: Target, points: Figure?, claimed: Figure?, year: Int?,
    by rules: RowRules? = nil, from baseline: Figure? = nil
  ) throws(FigureOverflow) -> ScoredRow? {
    let rules = rules ?? rows
    if case .level(let level) = actual, case .level = target {
      if let fixed = try fixed(level, rules, points: points) {
        return try fixed.atMost(rules.mostPoints)
      }
      return try scoredLevel(level, points: points, claimed: claimed)?.atMost(rules.mostPoints)
    }
    if case .reached(let percent) = actual, case .level = target {
      return try reached(percent, points: points).atMost(rules.mostPoints)
    }
    let outcome = try rules.outcome(
      of: actual, against: target, year: year, baseline: rules.usedBaseline(baseline, target))
    guard let outcome else { return nil }
    var row = try scored(outcome, points: points)
    row.isOver = try isOver(outcome, target, rules)
    return try row.atMost(rules.mostPoints)
  }

  /// Points × rate, between 0 and the points, unless the rules say otherwise; `nil` where nothing
  /// can be divided. Source: interface, 预算执行率.
  func scored(
    _ executed: Figure, over budget: Figure, _ points: Figure?, by rules: RowRules
  ) throws(FigureOverflow) -> ScoredRow? {
    guard budget > .zero, let rate = try Ratio(executed, over: budget) else { return nil }
    let plain = Outcome(isMet: rate >= .one, rate: rate, share: min(max(rate, .zero), .one))
    return try scored(rules.graded(plain, executed, .atLeast(budget)), points: points)
  }

  /// A row with the points of an outcome, rounded once.
  func scored(_ outcome: Outcome, points: Figure?) throws(FigureOverflow) -> ScoredRow {
    let exact = try points.map { points throws(FigureOverflow) in
      try outcome.earned.score(of: points)
    }
    return ScoredRow(
      isMet: outcome.isMet, exactRate: outcome.rate,
      rate: try outcome.rate.percent(places: ratePlaces),
      score: try exact?.rounded(to: scorePlaces), exactScore: exact, way: outcome.way,
      judged: nil, isOver: false)
  }

  /// A level that earns a fixed part of the points; `nil` where the unit types its score.
  private func fixed(_ level: Level, _ rules: RowRules, points: Figure?) throws(FigureOverflow)
    -> ScoredRow?
  {
    guard let percent = rules.percent(of: level), points.map({ !$0.isZero }) ?? false else {
      return nil
    }
    let share = Ratio(try percent.shifted(right: 2))
    let isMet = level.name == levels.first?.name
    return try scored(Outcome(isMet: isMet, rate: share, share: share), points: points)
  }

  /// A completion in percent in the place of a level: met where it lies in the best one's band.
  private func reached(_ percent: Figure, points: Figure?) throws(FigureOverflow) -> ScoredRow {
    let rate = max(.zero, Ratio(try percent.shifted(right: 2)))
    let isMet = levels.first.map { percent >= $0.lower } ?? false
    return try scored(Outcome(isMet: isMet, rate: rate, share: min(rate, .one)), points: points)
  }

  private func scoredLevel(_ level: Level, points: Figure?, claimed: Figure?)
    throws(FigureOverflow) -> ScoredRow?
  {
    let isMet = level.name == levels.first?.name
    guard let points, !points.isZero else {
      return ScoredRow(
        isMet: isMet, exactRate: nil, rate: nil, score: points, judged: nil, isOver: false)
    }
    let judged = try judged(level, claimed: claimed, points: points)
    let rate = try Ratio(judged.score, over: points)
    return ScoredRow(
      isMet: isMet, exactRate: rate, rate: try rate?.percent(places: ratePlaces),
      score: judged.score, judged: judged, isOver: false)
  }

  private func isOver(_ outcome: Outcome, _ target: Target, _ rules: RowRules)
    throws(FigureOverflow) -> Bool
  {
    guard rules.isOpenAbove(target), outcome.isMet, let overLimit else { return false }
    return try outcome.rate * Figure.hundred > Ratio(overLimit)
  }
}

extension ScoredRow {
  /// The row with so many points at most; `nil`: as many as it has.
  fileprivate func atMost(_ most: Figure?) throws(FigureOverflow) -> ScoredRow {
    guard let most, let score, score > most else { return self }
    var row = self
    row.score = most
    row.exactScore = exactScore.map { _ in Ratio(most) }
    row.isCapped = true
    return row
  }
}

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
    let isOver = try isOver(outcome, target, rules)
    return try scored(outcome, points: points, isOver: isOver).atMost(rules.mostPoints)
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
  func scored(
    _ outcome: Outcome, points: Figure?, isOver: Bool = false
  ) throws(FigureOverflow) -> ScoredRow {
    let exact = try points.map { points throws(FigureOverflow) in
      try outcome.earned.score(of: points)
    }
    return ScoredRow(
      isMet: outcome.isMet, exactRate: outcome.rate,
      rate: try outcome.rate.percent(places: ratePlaces),
      score: try exact?.rounded(to: scorePlaces), exactScore: exact, way: outcome.way,
      judged: nil, isOver: isOver)
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
    return with { row in
      row.score = most
      row.exactScore = exactScore.map { _ in Ratio(most) }
      row.isCapped = true
    }
  }
}

/// A row with its rate and score, rounded once from the exact value. Handed on by reference: every
/// check looks at it. Nobody changes one but a copy of its own.
final class ScoredRow {
  var isMet: Bool
  /// The exact completion rate, 1 for 100 %; `nil` where it has none.
  let exactRate: Ratio?
  /// The completion rate in percent, rounded.
  let rate: Figure?
  /// The score, rounded; `nil` where the form has no points.
  var score: Figure?
  /// The exact score, where it was computed; `nil` where it was given.
  var exactScore: Ratio?
  /// By which rule it came about.
  let way: Way
  /// Whether its rules let it earn less than it would have.
  var isCapped: Bool
  /// For a judged level: its band and what was made of the unit's own score.
  let judged: JudgedScore?
  /// Met, and beyond the limit that asks for a reason.
  var isOver: Bool
  /// What the unit took off the score; `nil` where nothing was.
  var deduction: Deduction?

  /// The score before the unit took something off: what its own score is held against.
  var earned: Figure? { deduction?.from ?? score }

  init(
    isMet: Bool, exactRate: Ratio?, rate: Figure?, score: Figure?, exactScore: Ratio? = nil,
    way: Way = .plain, isCapped: Bool = false, judged: JudgedScore? = nil, isOver: Bool,
    deduction: Deduction? = nil
  ) {
    (self.isMet, self.exactRate, self.rate) = (isMet, exactRate, rate)
    (self.score, self.exactScore, self.way) = (score, exactScore, way)
    (self.isCapped, self.judged, self.isOver) = (isCapped, judged, isOver)
    self.deduction = deduction
  }

  /// A copy in which something is otherwise.
  func with(_ change: (ScoredRow) -> Void) -> ScoredRow {
    let copy = ScoredRow(
      isMet: isMet, exactRate: exactRate, rate: rate, score: score, exactScore: exactScore,
      way: way, isCapped: isCapped, judged: judged, isOver: isOver, deduction: deduction)
    change(copy)
    return copy
  }
}

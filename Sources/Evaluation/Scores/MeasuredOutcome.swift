internal import Figures

// Rows measured from a baseline, and rows that come too late.
extension RowRules {
  /// The baseline that a row is measured from; `nil` where its target does not lie beyond one.
  func usedBaseline(_ baseline: Figure?, _ target: Target) -> Figure? {
    guard fromBaseline, let baseline else { return nil }
    switch target {
    case .atLeast(let target): return target > baseline ? baseline : nil
    case .atMost(let target): return target < baseline ? baseline : nil
    case .equal, .between, .yesNo, .level, .by: return nil
    }
  }

  /// How far an actual came on the way from a baseline to its target:
  /// (actual − baseline) ÷ (target − baseline), bounded below by 0.
  ///
  /// Source: results frameworks of development banks; docs/scoring.md, increases.
  func measured(_ actual: Figure, _ target: Target, from baseline: Figure) throws(FigureOverflow)
    -> Outcome?
  {
    guard let baseline = usedBaseline(baseline, target) else { return nil }
    switch target {
    case .atLeast(let due):
      let rate = try Ratio(actual - baseline, over: due - baseline) ?? .zero
      return on(rate, isMet: actual >= due, atLeast)
    case .atMost(let due):
      let rate = try Ratio(baseline - actual, over: baseline - due) ?? .zero
      return on(rate, isMet: actual <= due, atMost)
    case .equal, .between, .yesNo, .level, .by: return nil
    }
  }

  private func on(_ rate: Ratio, isMet: Bool, _ rule: ScoringRules.ShortfallRule) -> Outcome {
    let rate = max(.zero, rate)
    if isMet { return Outcome(isMet: true, rate: rate, share: .one) }
    return Outcome(isMet: false, rate: rate, share: rule == .none ? .zero : rate)
  }

  /// What is left so many days after a deadline.
  func overdue(_ days: Int) throws(FigureOverflow) -> Outcome {
    guard let late else { return .nothing }
    let count = try late.count(Ratio(Figure(days)))
    var outcome = Outcome.nothing
    outcome.earned = try late.takes.left(count)
    outcome.way = .late(days: Figure(days), steps: count)
    return outcome
  }
}

extension CalendarDay {
  /// The days from another day to this one.
  func days(after other: CalendarDay) -> Int { ordinal - other.ordinal }

  /// The number of the day, counted from 1 March of the year 0, so that leap days come last.
  private var ordinal: Int {
    let years = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    return 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1
  }
}

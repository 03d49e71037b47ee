internal import Figures

// The rules that change what a direction's own rule gives: scales, gates, rounded shares, and what
// is taken off for passing a target by far.
extension RowRules {
  /// The outcome of a number by a scale, or else by the direction's rule with gate and rounding.
  func graded(_ outcome: Outcome, _ actual: Figure, _ target: Target) throws(FigureOverflow)
    -> Outcome
  {
    if let scale, let measured = try scale.measured(outcome.rate, actual, target) {
      return try scale.graded(outcome, measured)
    }
    return outcome.isMet ? try withoutExcess(outcome, target) : try passed(outcome)
  }

  /// A miss that has to pass the gate, and whose share may be rounded.
  func passed(_ outcome: Outcome) throws(FigureOverflow) -> Outcome {
    guard case .share(let share) = outcome.earned else { return outcome }
    var outcome = outcome
    if let passGate, share > .zero, try share * Figure.hundred < Ratio(passGate) {
      outcome.earned = .share(.zero)
      outcome.way = .gated(share, passGate)
    } else if let rateRoundedTo {
      let rounded = try Ratio(share.percent(places: rateRoundedTo).shifted(right: 2))
      guard rounded != share else { return outcome }
      outcome.earned = .share(min(rounded, .one))
      outcome.way = .rounded(share)
    }
    return outcome
  }

  private func withoutExcess(_ outcome: Outcome, _ target: Target) throws(FigureOverflow)
    -> Outcome
  {
    guard let over, isOpenAbove(target) else { return outcome }
    var outcome = outcome
    let percent = try outcome.rate * Figure.hundred
    switch over {
    case .steps(let steps):
      guard let step = steps.last(where: { percent > Ratio($0.above) }) else { return outcome }
      outcome.earned = try step.takes.left()
      outcome.way = .over(step)
    case .deviation(let above, let takes):
      guard percent > Ratio(above) else { return outcome }
      let taken = try (percent - Ratio(above)) * takes.shifted(right: 2)
      outcome.earned = .share(max(.zero, try .one - taken))
      outcome.way = .overBy(above: above, takes: takes)
    }
    return outcome
  }
}

extension Portion {
  /// What is earned where this is given.
  var earned: Earned {
    get throws(FigureOverflow) {
      switch self {
      case .percent(let percent): .share(Ratio(try percent.shifted(right: 2)))
      case .points(let points): .points(Ratio(points))
      }
    }
  }

  /// What is earned where this is taken, `count` times.
  func left(_ count: Figure = .one) throws(FigureOverflow) -> Earned {
    switch self {
    case .percent(let percent):
      .share(max(.zero, try .one - Ratio((percent * count).shifted(right: 2))))
    case .points(let points): .allBut(Ratio(try points * count))
    }
  }
}

extension Scale {
  /// What is measured of an actual; `nil` where a target of its kind has nothing of it.
  func measured(_ rate: Ratio, _ actual: Figure, _ target: Target) throws(FigureOverflow)
    -> Ratio?
  {
    switch (measure, target) {
    case (.completion, _): return try rate * Figure.hundred
    case (.actual, _): return Ratio(actual)
    case (.deviation, .atLeast(let figure)), (.deviation, .atMost(let figure)),
      (.deviation, .equal(let figure)):
      guard figure > .zero else { return nil }
      let apart = try (actual - figure).magnitude()
      return try Ratio(apart, over: figure).map { share throws(FigureOverflow) in
        try share * Figure.hundred
      }
    case (.deviation, _): return nil
    }
  }

  /// An outcome with the points of the band or step that a measured value reaches.
  func graded(_ outcome: Outcome, _ measured: Ratio) throws(FigureOverflow) -> Outcome {
    var outcome = outcome
    switch kind {
    case .bands(let bands):
      let index = bands.firstIndex { $0.bound?.holds(measured) ?? true }
      guard let index else { return outcome }
      outcome.earned = try bands[index].earns.earned
      outcome.way = .band(index, measured: measured)
    case .steps(let steps):
      let count = try steps.count(measured)
      outcome.earned = try steps.takes.left(count)
      outcome.way = .steps(count, measured: measured)
    }
    return outcome
  }
}

extension Scale.Bound {
  /// Whether a value lies on the better side.
  func holds(_ value: Ratio) -> Bool {
    switch self {
    case .from(let bound): value >= Ratio(bound)
    case .to(let bound): value <= Ratio(bound)
    }
  }

  /// How far a value lies on the worse side; 0 or less where it does not.
  func miss(_ value: Ratio) throws(FigureOverflow) -> Ratio {
    switch self {
    case .from(let bound): try Ratio(bound) - value
    case .to(let bound): try value - Ratio(bound)
    }
  }
}

extension Scale.Steps {
  /// How many steps a value lies below all points.
  func count(_ value: Ratio) throws(FigureOverflow) -> Figure {
    let miss = try start.miss(value)
    guard miss > .zero, let steps = try miss.divided(by: Ratio(every)) else { return .zero }
    let (whole, rest) = steps.numerator.quotientAndRemainder(dividingBy: steps.denominator)
    return Figure(significand: countsBegun && rest > 0 ? whole + 1 : whole, scale: 0) ?? .zero
  }
}

internal import Figures

/// An actual as understood, in the terms of its target.
enum Actual: Hashable {
  case number(Figure)
  case answer(Bool)
  case level(ScoringRules.Level)
  case day(CalendarDay)

  /// The actual as results state it.
  var text: String {
    switch self {
    case .number(let figure): figure.description
    case .answer(let answer): answer ? "是" : "否"
    case .level(let level): level.name
    case .day(let day): day.description
    }
  }
}

/// What an actual makes of its target, before points: exact, nothing rounded.
struct Outcome: Hashable {
  /// Whether the target is met.
  var isMet: Bool
  /// The completion rate, 1 for 100 %.
  var rate: Ratio
  /// The share of the points earned, 0 through 1.
  var share: Ratio

  static let full = Outcome(isMet: true, rate: .one, share: .one)
  static let nothing = Outcome(isMet: false, rate: .zero, share: .zero)
}

extension ScoringRules {
  /// What `actual` makes of `target`; `nil` where the two are of different kinds, or a level,
  /// which is judged (``judged(_:claimed:points:)``).
  ///
  /// Source: 财预〔2020〕10号, quantitative indicators; docs/scoring.md, clause by clause.
  func outcome(of actual: Actual, against target: Target, year: Int?) throws(FigureOverflow)
    -> Outcome?
  {
    switch (target, actual) {
    case (.atLeast(let target), .number(let actual)): try least(actual, target)
    case (.atMost(let target), .number(let actual)): try most(actual, target)
    case (.equal(let target), .number(let actual)): try equal(actual, target)
    case (.between(let low, let high), .number(let actual)): try between(actual, low, high)
    case (.yesNo(let wanted), .answer(let answer)): wanted == answer ? .full : .nothing
    case (.by(let deadline), .day(let day)):
      deadline.lastDay(in: year ?? day.year).map { day <= $0 ? .full : .nothing }
    default: nil
    }
  }

  private func least(_ actual: Figure, _ target: Figure) throws(FigureOverflow) -> Outcome {
    if target.isZero { return actual.isNegative ? .nothing : .full }
    let isMet = actual >= target
    let counted = max(actual, .zero)
    guard let rate = try Ratio(counted, over: target), !target.isNegative else {
      return isMet ? .full : .nothing
    }
    if isMet { return Outcome(isMet: true, rate: rate, share: .one) }
    return Outcome(isMet: false, rate: rate, share: atLeast == .none ? .zero : rate)
  }

  private func most(_ actual: Figure, _ target: Figure) throws(FigureOverflow) -> Outcome {
    let isMet = actual <= target
    if target.isZero || target.isNegative { return isMet ? .full : .nothing }
    guard !actual.isNegative, let rate = try Ratio(target, over: actual) else { return .full }
    if isMet { return Outcome(isMet: true, rate: rate, share: .one) }
    return Outcome(isMet: false, rate: rate, share: try excess(actual, target, inverse: rate))
  }

  /// What an actual beyond an upper limit earns.
  private func excess(_ actual: Figure, _ target: Figure, inverse: Ratio) throws(FigureOverflow)
    -> Ratio
  {
    switch atMost {
    case .none: return .zero
    case .ratio: return inverse
    case .linear:
      let left = try target + target - actual
      return left.isNegative ? .zero : try Ratio(left, over: target) ?? .zero
    }
  }

  private func equal(_ actual: Figure, _ target: Figure) throws(FigureOverflow) -> Outcome {
    if target.isZero || target.isNegative { return actual == target ? .full : .nothing }
    let counted = max(actual, .zero)
    guard let rate = try Ratio(counted, over: target) else { return .nothing }
    if actual == target { return .full }
    let inverse = try Ratio(target, over: counted) ?? .zero
    return Outcome(isMet: false, rate: rate, share: min(rate, inverse))
  }

  private func between(_ actual: Figure, _ low: Figure, _ high: Figure) throws(FigureOverflow)
    -> Outcome
  {
    if actual >= low, actual <= high { return .full }
    let counted = max(actual, .zero)
    let ratio = actual < low ? try Ratio(counted, over: low) : try Ratio(high, over: counted)
    guard let ratio, ratio >= .zero, ratio <= .one else { return .nothing }
    return Outcome(isMet: false, rate: ratio, share: ratio)
  }
}

extension ScoringRules.Level: Hashable {
  /// Levels are told apart by name.
  public static func == (left: Self, right: Self) -> Bool { left.name == right.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

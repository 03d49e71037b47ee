internal import Figures

/// An actual as understood, in the terms of its target.
enum Actual: Hashable {
  case number(Figure)
  case answer(Bool)
  case level(ScoringRules.Level)
  case day(CalendarDay)
  /// How far a judged level was reached, in percent.
  case reached(Figure)

  /// The actual as results state it.
  var text: String {
    switch self {
    case .number(let figure): figure.description
    case .answer(let answer): answer ? "是" : "否"
    case .level(let level): level.name
    case .day(let day): day.description
    case .reached(let percent): percent.description
    }
  }
}

/// What an actual makes of its target, before points: exact, nothing rounded.
struct Outcome: Hashable {
  /// Whether the target is met.
  var isMet: Bool
  /// The completion rate, 1 for 100 %.
  var rate: Ratio
  /// The part of the points earned.
  var earned: Earned
  /// By which rule, where it is another than the direction's own.
  var way = Way.plain

  init(isMet: Bool, rate: Ratio, share: Ratio) {
    self.isMet = isMet
    self.rate = rate
    earned = .share(share)
  }

  static let full = Outcome(isMet: true, rate: .one, share: .one)
  static let nothing = Outcome(isMet: false, rate: .zero, share: .zero)
}

/// The part of a row's points that is earned.
enum Earned: Hashable {
  /// A share of them, 0 through 1.
  case share(Ratio)
  /// So many, and at most all of them.
  case points(Ratio)
  /// All but so many, and at least none.
  case allBut(Ratio)

  /// The exact score out of some points.
  func score(of points: Figure) throws(FigureOverflow) -> Ratio {
    switch self {
    case .share(let share): share == .one ? Ratio(points) : try share * points
    case .points(let earned): min(earned, Ratio(points))
    case .allBut(let taken): max(.zero, try Ratio(points) - taken)
    }
  }
}

/// By which rule a row earned its points, for its working.
enum Way: Hashable {
  /// The direction's own.
  case plain
  /// Its share, exactly, was rounded before it earned points.
  case rounded(Ratio)
  /// Its share, exactly, stayed under the gate.
  case gated(Ratio, Figure)
  /// A band of a scale, by its place, and what was measured.
  case band(Int, measured: Ratio)
  /// So many steps of a scale down from all points, and what was measured.
  case steps(Figure, measured: Ratio)
  /// It passed its target by far, and a step says what that takes.
  case over(OverRule.Step)
  /// It passed its target by far, and each percentage point takes something.
  case overBy(above: Figure, takes: Figure)
  /// So many days after its deadline, and so many steps.
  case late(days: Figure, steps: Figure)
}

extension RowRules {
  /// What `actual` makes of `target`; `nil` where the two are of different kinds, or a level,
  /// which is judged (``ScoringRules/judged(_:claimed:points:)``).
  ///
  /// Source: 财预〔2020〕10号, quantitative indicators; docs/scoring.md, clause by clause.
  ///
  /// - Parameter baseline: what the row is measured from; `nil` where it is nothing.
  func outcome(
    of actual: Actual, against target: Target, year: Int?, baseline: Figure? = nil
  ) throws(FigureOverflow) -> Outcome? {
    switch (target, actual) {
    case (.atLeast, .number(let figure)), (.atMost, .number(let figure)),
      (.equal, .number(let figure)), (.between, .number(let figure)):
      let increase = try baseline.flatMap { from throws(FigureOverflow) in
        try measured(figure, target, from: from)
      }
      if let increase { return try graded(increase, figure, target) }
      guard let outcome = try plain(figure, target) else { return nil }
      return try graded(outcome, figure, target)
    case (.yesNo(let wanted), .answer(let answer)): return wanted == answer ? .full : .nothing
    case (.by(let deadline), .day(let day)):
      return try deadline.lastDay(in: year ?? day.year).map { last throws(FigureOverflow) in
        day <= last ? .full : try overdue(day.days(after: last))
      }
    default: return nil
    }
  }

  /// By the direction's own rule.
  private func plain(_ actual: Figure, _ target: Target) throws(FigureOverflow) -> Outcome? {
    switch target {
    case .atLeast(let target): try least(actual, target)
    case .atMost(let target): try most(actual, target)
    case .equal(let target): try equal(actual, target)
    case .between(let low, let high): try between(actual, low, high)
    case .yesNo, .level, .by: nil
    }
  }

  private func least(_ actual: Figure, _ target: Figure) throws(FigureOverflow) -> Outcome {
    if target.isZero { return meetsZero(actual, bySign: !actual.isNegative) ? .full : .nothing }
    let isMet = actual >= target
    let counted = max(actual, .zero)
    guard let rate = try Ratio(counted, over: target), !target.isNegative else {
      return isMet ? .full : .nothing
    }
    if isMet { return Outcome(isMet: true, rate: rate, share: .one) }
    return Outcome(isMet: false, rate: rate, share: try short(rate))
  }

  /// What an actual short of its target earns; the miss in proportion is what is left.
  private func short(_ rate: Ratio) throws(FigureOverflow) -> Ratio {
    atLeast == .none ? .zero : rate
  }

  private func meetsZero(_ actual: Figure, bySign: Bool) -> Bool {
    zeroTarget == .bySign ? bySign : actual <= .zero
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
    if target.isZero { return meetsZero(actual, bySign: actual.isZero) ? .full : .nothing }
    if target.isNegative { return actual == target ? .full : .nothing }
    if self.equal == .atLeast { return try least(actual, target) }
    let counted = max(actual, .zero)
    guard let rate = try Ratio(counted, over: target) else { return .nothing }
    if actual == target { return .full }
    guard self.equal == .nearer else { return Outcome(isMet: false, rate: rate, share: .zero) }
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
    return Outcome(isMet: false, rate: ratio, share: self.between == .none ? .zero : ratio)
  }
}

extension ScoringRules.Level: Hashable {
  /// Levels are told apart by name.
  public static func == (left: Self, right: Self) -> Bool { left.name == right.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

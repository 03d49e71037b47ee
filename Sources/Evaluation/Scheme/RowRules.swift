public import Figures

/// The rules by which the rows of a form earn their points: the scheme's for all rows, or those
/// of ``SpecialRows``.
public struct RowRules: Hashable, Sendable {
  /// What an actual short of an `atLeast` target earns.
  public var atLeast = ScoringRules.ShortfallRule.ratio
  /// What an actual beyond an `atMost` target earns.
  public var atMost = ScoringRules.ShortfallRule.ratio
  /// What an actual other than an `equal` target earns.
  public var equal = EqualRule.nearer
  /// What an actual outside a range earns.
  public var between = RangeRule.ratio
  /// What meets a target of 0.
  public var zeroTarget = ZeroTargetRule.bySign
  /// The share of the points, in percent, under which a miss earns nothing; `nil`: none.
  public var passGate: Figure?
  /// Decimals in percent to which a share is rounded before it earns points; `nil`: it is exact.
  public var rateRoundedTo: Int?
  /// What is taken off for passing the target by far; `nil`: nothing.
  public var over: OverRule?
  /// Bands or steps in the place of the proportional rules; `nil`: none.
  public var scale: Scale?
  /// The most a row may earn, in points; `nil`: its own points.
  public var mostPoints: Figure?
  /// Whether a row with a value to begin from is measured from there.
  public var fromBaseline = false
  /// What a judged level earns.
  public var levelScore = LevelRule.typed
  /// Whether a completion in percent may stand in the place of a judged level.
  public var levelTakesPercent = false
  /// What each day or so after a deadline takes; `nil`: being late earns nothing.
  public var late: Scale.Steps?

  /// The rules of the national form: in proportion, and nothing taken off.
  public init() {}

  /// What an actual other than an `equal` target earns.
  public enum EqualRule: String, CaseIterable, Sendable {
    /// The smaller of actual ÷ target and target ÷ actual.
    case nearer
    /// The same as an `atLeast` target: to pass it is to meet it.
    case atLeast
    /// Nothing.
    case exact
  }

  /// What an actual outside a range earns.
  public enum RangeRule: String, CaseIterable, Sendable {
    /// In proportion to the nearer bound.
    case ratio
    /// Nothing.
    case none
  }

  /// What meets a target of 0.
  public enum ZeroTargetRule: String, CaseIterable, Sendable {
    /// What its sign says: ≤ 0 from 0 down, = 0 only 0, ≥ 0 from 0 up.
    case bySign
    /// 0 or less, whatever the sign.
    case nonPositive
  }
}

extension RowRules {
  /// Whether passing a target of this kind can be too much.
  public func isOpenAbove(_ target: Target) -> Bool {
    switch target {
    case .atLeast: true
    case .equal(let figure): equal == .atLeast && figure > .zero
    case .atMost, .between, .yesNo, .level, .by: false
    }
  }
}

extension Scale {
  /// Whether there is something to measure of a number held against a target of this kind.
  public func applies(to target: Target) -> Bool {
    switch (measure, target) {
    case (_, .yesNo), (_, .level), (_, .by): false
    case (.deviation, .atLeast(let figure)), (.deviation, .atMost(let figure)),
      (.deviation, .equal(let figure)):
      figure > .zero
    case (.deviation, .between): false
    case (.completion, _), (.actual, _): true
    }
  }
}

extension RowRules {
  /// What a judged level earns.
  public enum LevelRule: String, CaseIterable, Sendable {
    /// The score the unit typed where it lies in the level's band, else the band's upper bound.
    case typed
    /// The upper bound of its band.
    case upper
    /// The middle of its band.
    case middle
    /// The lower bound of its band.
    case lower
  }

  /// The percent of its points that a level earns; `nil` where the unit types its score.
  public func percent(of level: ScoringRules.Level) -> Figure? {
    switch levelScore {
    case .typed: nil
    case .upper: level.upper
    case .lower: level.lower
    case .middle:
      (try? level.upper + level.lower).flatMap { sum in
        (try? sum * Figure(5))?.tenth
      }
    }
  }
}

extension Figure {
  fileprivate var tenth: Figure? { try? shifted(right: 1) }
}

/// Points given or taken: so many, or a part of the row's.
public enum Portion: Hashable, Sendable {
  /// In percent of the row's points.
  case percent(Figure)
  /// In points.
  case points(Figure)
}

/// What is taken off the points of a row whose completion passes its target by far.
public enum OverRule: Hashable, Sendable {
  /// By steps of completion, the lowest first: of those passed the last one counts.
  case steps([Step])
  /// For each percentage point of completion beyond `above`, `takes` percent of the points.
  case deviation(above: Figure, takes: Figure)

  /// Completion in percent, and what is taken off beyond it.
  public struct Step: Hashable, Sendable {
    /// The completion in percent that has to be passed.
    public var above: Figure
    /// What is taken off then.
    public var takes: Portion
  }
}

/// Points by bands or by steps of a measured value.
public struct Scale: Hashable, Sendable {
  /// What is measured.
  public var measure: Measured
  /// What it earns.
  public var kind: Kind

  /// What is measured.
  public enum Measured: String, CaseIterable, Sendable {
    /// The completion rate in percent.
    case completion
    /// The actual itself, in the unit of its row.
    case actual
    /// How far the actual lies from the target, either way, in percent of the target.
    case deviation
  }

  /// What a measured value earns.
  public enum Kind: Hashable, Sendable {
    /// The first band that it reaches.
    case bands([Band])
    /// All points, less something for each step.
    case steps(Steps)
  }

  /// Where a band or the first step begins.
  public enum Bound: Hashable, Sendable {
    /// From this value up, included.
    case from(Figure)
    /// Up to this value, included.
    case to(Figure)

    /// The value itself.
    public var figure: Figure {
      switch self {
      case .from(let bound), .to(let bound): bound
      }
    }
  }

  /// A band.
  public struct Band: Hashable, Sendable {
    /// Where it begins; `nil` for the last, which takes what is left.
    public var bound: Bound?
    /// What it earns.
    public var earns: Portion
  }

  /// Steps down from all points.
  public struct Steps: Hashable, Sendable {
    /// What still earns all points.
    public var start: Bound
    /// The size of a step.
    public var every: Figure
    /// What each step takes.
    public var takes: Portion
    /// Whether a step that has begun counts as a whole one.
    public var countsBegun: Bool
  }
}

/// Rows that are scored by rules of their own, chosen by words and directions.
public struct SpecialRows: Sendable {
  /// What they are called in outputs (满意度).
  public var title: String
  /// Where their rules come from; `nil` where the scheme's sources say it.
  public var source: String?
  /// Words of which the first tier holds one; none: any.
  public var tier1: [String]
  /// Words of which the second tier holds one; none: any.
  public var tier2: [String]
  /// Words of which the name holds one; none: any.
  public var name: [String]
  /// The directions of their targets; none: any.
  public var directions: [Target.Direction]
  /// Their rules.
  public var rules: RowRules
}

extension ScoringRules {
  /// The rules of a row: those of the first special rows that it is one of, else the scheme's.
  public func rules(
    tier1: String, tier2: String, name: String, direction: Target.Direction?
  ) -> RowRules {
    guard !special.isEmpty else { return rows }
    let chosen = special.first { rows in
      rows.holds(tier1, rows.tier1) && rows.holds(tier2, rows.tier2)
        && rows.holds(name, rows.name)
        && (rows.directions.isEmpty || direction.map(rows.directions.contains) == true)
    }
    return chosen?.rules ?? rows
  }
}

extension SpecialRows {
  fileprivate func holds(_ text: String, _ words: [String]) -> Bool {
    if words.isEmpty { return true }
    let key = Wording.key(text)
    return words.contains { Wording.holds(key, Wording.key($0)) }
  }
}

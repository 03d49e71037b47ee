public import Figures

/// How figures become scores. The rules and their sources stand in docs/scoring.md.
public struct ScoringRules: Sendable {
  /// Where the scores of the indicator block come from.
  public var mode = Mode.computed
  /// The points of the whole form (100); `nil` where the form has no points.
  public var totalPoints: Figure?
  /// The budget execution rate as a scored row; `nil` where it is none.
  public var execution: Execution?
  /// The blocks (一级指标) and their shares.
  public var blocks: [Block]
  /// How rows earn their points.
  public var rows: RowRules
  /// The judged levels, best first.
  public var levels: [Level]
  /// Words for yes, the scheme's own first.
  public var yes: [String]
  /// Words for no, the scheme's own first.
  public var no: [String]
  /// Completion in percent above which an `atLeast` target asks for a reason (130).
  public var overLimit: Figure?
  /// Whether a shortfall needs a reason, where the form has a column for it.
  public var shortfallNeedsReason: Bool
  /// Whether completion above ``overLimit`` needs a reason, where the form has a column for it.
  public var overNeedsReason: Bool
  /// Whether a target or budget that was changed during the year needs a reason, where the form
  /// has a column for it.
  public var changeNeedsReason = false
  /// Execution rate in percent under which a reason is asked for (B008); `nil`: never.
  public var executionReasonBelow: Figure?
  /// Decimals of rates in percent.
  public var ratePlaces: Int
  /// Decimals of scores.
  public var scorePlaces: Int
  /// The grades, best first; the last has no lower bound.
  public var grades: [Grade]
  /// Beginnings of texts that stand in a blank as prompts (V014).
  public var placeholders: [String]
  /// Words of the second tier that mark a cost (T005).
  public var costWords: [String]
  /// Pairs of indicators of which one is a part of the other (C003).
  public var parts: [PartOfWhole] = []
  /// How likely it is that a target will be met, in words (完成目标可能性).
  public var likelihood = Likelihood()

  /// The words for how likely a target is to be met, the scheme's own first.
  public struct Likelihood: Hashable, Sendable {
    /// For certain.
    public var certain: [String] = []
    /// Perhaps.
    public var possible: [String] = []
    /// Not at all.
    public var impossible: [String] = []

    /// No words.
    public init() {}
  }
  /// Whether rows of the form earn points.
  public var earnsPoints: Bool { totalPoints != nil && mode.givesScores }
  /// Rows that have rules of their own.
  public var special: [SpecialRows] = []
  /// Whether points that were lost though the target was met need a reason, where the form has a
  /// column for it.
  public var lostPointsNeedReason = false
  /// Whether a judged level needs a word on what was done, in the form's column for it.
  public var levelNeedsSummary = false
  /// What becomes of indicators that do not apply; `nil` where none may be left out so.
  public var notApplicable: NotApplicable?
  /// What becomes of an indicator without a target.
  public var missingTarget = MissingTarget.error
  /// What the total is the sum of.
  public var totalFrom = TotalSource.roundedScores

  /// Indicators that do not apply to a project: by which words they are known in 实际完成值, and
  /// what becomes of their points.
  public struct NotApplicable: Hashable, Sendable {
    /// Whole answers that say so (不适用).
    public var words: [String]
    /// What becomes of the points.
    public var points: Policy

    /// What becomes of the points of an indicator that does not apply.
    public enum Policy: String, CaseIterable, Sendable {
      /// The other indicators of its block share them in proportion.
      case redistribute
      /// The total is scaled from the points that apply to all of them.
      case rescale
      /// It earns none of them.
      case zero
      /// It earns all of them.
      case full
    }
  }

  /// What becomes of an indicator without a target.
  public enum MissingTarget: String, CaseIterable, Sendable {
    /// It earns nothing, and the return goes back.
    case error
    /// It earns nothing, with a warning.
    case zero
    /// It is listed and neither scored nor in totals.
    case excluded
    /// It is taken for one that does not apply.
    case notApplicable
  }

  /// What the total is the sum of.
  public enum TotalSource: String, CaseIterable, Sendable {
    /// The scores of the rows as they are shown, rounded.
    case roundedScores
    /// The exact scores; only the total is rounded.
    case exactScores
  }

  /// Where the points of rows come from in a form that prints none.
  public var unstatedPoints = UnstatedPoints.unscored
  /// The tiers among which the points of a goal or block are shared out before the rows of each
  /// get theirs; see ``UnstatedPoints/equalShares``.
  public var sharedBy: [IndicatorColumn] = []

  /// Where the points of rows come from in a form that has no column for them. What a programme
  /// issues counts in any case.
  public enum UnstatedPoints: String, CaseIterable, Sendable {
    /// There are none: rates and shortfalls only.
    case unscored
    /// What the goal or block has, in equal shares; the last takes what rounding leaves.
    case equalShares
  }

  /// Where the scores of the indicator block come from.
  public enum Mode: String, CaseIterable, Sendable {
    /// From targets and actuals.
    case computed
    /// From the evaluator: what stands in the column of scores is the score, within its points.
    case judged
    /// There are none: targets, points and money are filed, to be checked before the year begins.
    case filed
    /// There are none: what was reached so far and what the year is expected to come to are held
    /// against the target.
    case forecast
    /// From the reviewer: the reviewed score counts, within its points, and without one what the
    /// reviewed actual earns. The unit's own stands beside it.
    case reviewed

    /// Whether rows earn anything.
    public var givesScores: Bool { self != .filed && self != .forecast }
  }

  /// The budget execution rate as a scored row.
  public struct Execution: Sendable {
    /// The row's name in outputs (预算执行率).
    public var name: String
    /// Its points; `nil` where it is shown and not scored.
    public var points: Figure?
    /// The columns it may be divided by: the first that a form has counts. At least one.
    public var denominators: [FundColumn]

    /// The scheme's own: the first of them.
    public var denominator: FundColumn { denominators.first ?? .budget }

    /// The column it is divided by in a form with these columns.
    func denominator(among columns: [FundColumn: Place]) -> FundColumn {
      denominators.first { columns[$0] != nil } ?? denominator
    }
    /// How the rate earns its points: gate, bands, rounding.
    public var rules = RowRules()
  }

  /// A block of indicators.
  public struct Block: Sendable {
    /// The words of its first tier, the scheme's own first.
    public var labels: [String]
    /// Its share of the points; `nil` where shares are free.
    public var points: Figure?
    /// The rows the form prints in it, where they are the same for every project.
    public var items: [Item] = []
  }

  /// A row of a block whose scores are judged.
  public struct Item: Hashable, Sendable {
    /// The second tier it stands in.
    public var tier2: String
    /// The words of its third tier, the scheme's own first.
    public var labels: [String]
    /// 指标解释: what is judged; `nil` where the form says nothing.
    public var explanation: String?
    /// Its points; `nil` where only the block's are given.
    public var points: Figure?
    /// The amounts of the fund block that its score rests on (R011).
    public var restsOn: [FundColumn]
    /// Whether a return may have another row in its place.
    public var isExample: Bool
  }

  /// A judged level and the band of points it may earn, in percent of the points.
  public struct Level: Sendable {
    /// Its name (达成).
    public var name: String
    /// Words at the beginning of a cell that mean it, the one to choose in a form first. Of all
    /// levels' words the longest that fits counts.
    public var words: [String]
    /// The band's upper bound, included.
    public var upper: Figure
    /// The band's lower bound, included.
    public var lower: Figure
  }

  /// What a miss earns.
  public enum ShortfallRule: String, CaseIterable, Sendable {
    /// `actual ÷ target` (or `target ÷ actual` for an upper limit).
    case ratio
    /// `1 − (actual − target) ÷ target`, 0 from twice the target.
    case linear
    /// Nothing.
    case none
  }

  /// A grade.
  public struct Grade: Sendable {
    /// Its name (优).
    public var name: String
    /// The least total that earns it, included; `nil` for the last.
    public var from: Figure?
  }
}

extension ScoringRules {
  /// What an actual short of an `atLeast` target earns.
  public var atLeast: ShortfallRule {
    get { rows.atLeast }
    set { rows.atLeast = newValue }
  }

  /// What an actual beyond an `atMost` target earns.
  public var atMost: ShortfallRule {
    get { rows.atMost }
    set { rows.atMost = newValue }
  }

  /// Whether the total is always the sum of the scores that the rows show.
  public var totalIsSumOfRows: Bool {
    guard totalFrom == .roundedScores else { return false }
    switch notApplicable?.points {
    case .redistribute, .rescale: return false
    case .zero, .full, nil: return missingTarget != .notApplicable || notApplicable != nil
    }
  }

  /// The grade of a total.
  public func grade(of total: Figure) -> String? {
    grades.first { grade in grade.from.map { total >= $0 } ?? true }?.name
  }
}

extension ScoringRules {
  /// The row of a judged form that a third-level text names.
  func item(named name: String) -> Item? {
    guard mode == .judged else { return nil }
    let label = Wording.label(name)
    guard !label.isEmpty else { return nil }
    return blocks.lazy.flatMap(\.items).first { item in
      item.labels.contains { Wording.label($0) == label }
    }
  }
}

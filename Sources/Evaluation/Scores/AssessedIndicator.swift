internal import Figures

/// One indicator with its figures understood and scored: what the checks look at. The assessor
/// makes it and completes it; afterwards it is only read.
final class AssessedIndicator {
  /// The issued code, or `I01` by position.
  var id: String
  /// A name for finding ids that depends on words only, never on position.
  var key: String
  /// The row of the return; `nil` for an issued indicator that is missing.
  var line: IndicatorLine?
  /// What was issued; `nil` where nothing was, and for a row that was not issued.
  var issued: Programme.Indicator?
  /// The same indicator as the return's blank has it; `nil` where the return carries none.
  var blank: Programme.Indicator?
  /// Whether a programme issued indicators and this is none of them.
  var isUnissued: Bool
  /// Whether its score is the evaluator's, not computed.
  var isJudged = false
  /// Where its score comes from; of a further table's row always from target and actual.
  var mode = ScoringRules.Mode.computed
  /// The row of the scheme that it is; `nil` where the scheme lists none such.
  var item: ScoringRules.Item?
  /// Whether it states no target and need not: listed, not rated.
  var isWithoutTarget = false
  /// The words that say it does not apply; `nil` where it does.
  var inapplicable: String?
  /// Whether its points are not its own to earn, since it does not apply.
  var isLeftOut = false
  /// The rules it is scored by.
  var rules: RowRules { shared.rules }
  /// The same, as rows have them in common.
  var shared = SharedRowRules.national
  /// The unit it is read in.
  var unit: String
  /// The return's own target.
  var ownTarget: TargetParser.Result
  /// Whether that is the target as issued, and the row's name the issued one: so are nearly all,
  /// and many checks have nothing to say then.
  var hasIssuedTarget = false
  var hasIssuedName = false
  /// The target before its adjustment, as typed; `nil` where the row has none that is filled in and
  /// differs from it.
  var adjustedFrom: String?
  /// The target that is scored: issued, else the return's own.
  var target: Target?
  /// The actual as understood.
  var actual: Actual?
  /// What there is to say about how the actual was read.
  var actualRemarks: [Reading.Remark] = []
  /// The return's own points.
  var ownPoints: Reading?
  /// The points that are scored: issued, else the return's own.
  var points: Figure?
  /// How its points came about, where the form prints none and the scheme shares them out.
  var share: SharedPoints.Share?
  /// The unit's own score; `nil` where the form has no column for it.
  var claimedScore: Reading?
  /// What the year is expected to come to; `nil` where the form does not ask, or it is unreadable.
  var forecast: Actual?
  /// What there is to say about how the forecast was read.
  var forecastRemarks: [Reading.Remark] = []
  /// What the forecast makes of the target.
  var expected: ScoredRow?
  /// The review of the unit's own score; `nil` where the form is none of a review.
  var review: Review?
  /// What an increase is measured from; `nil` where the form has no column for it.
  var baseline: Reading?
  /// What the unit takes off the score; `nil` where the form has no column for it.
  var deduction: Reading?
  /// The unit's own completion rate; `nil` where the form has no column for it.
  var claimedRate: Reading?
  /// By the issued figures.
  var scored: ScoredRow?
  /// By the return's own figures: what its claims are checked against.
  var own: ScoredRow?
  /// The working of its score, once it was put into words.
  var knownWorking: String?
  /// Whether a reason was given.
  var hasReason = false
  /// The year that a day without one belongs to; `nil` where nothing tells.
  var year: Int?

  init(
    id: String, key: String, line: IndicatorLine?, issued: Programme.Indicator?, isUnissued: Bool,
    unit: String, ownTarget: TargetParser.Result
  ) {
    (self.id, self.key, self.line, self.issued) = (id, key, line, issued)
    (self.isUnissued, self.unit, self.ownTarget) = (isUnissued, unit, ownTarget)
  }

  /// The cell of a column; `nil` where the form or the row has none.
  func cell(_ column: IndicatorColumn) -> Typed? { line?.cell(column) }

  /// Whether it is listed and neither scored nor rated.
  var isExcluded: Bool { isUnissued || isWithoutTarget || isLeftOut || isFiled }

  /// Whether it is a target that was filed, and can be read: there is nothing to rate yet.
  var isFiled: Bool { mode == .filed && ownTarget.target != nil }

  /// What its own score is held against: what the unit's own figures earn.
  var claimable: ScoredRow? { review == nil ? own : review?.selfEarned }

  /// The column that stands for the row in results.
  var placeColumn: IndicatorColumn { isJudged ? .score : mode == .filed ? .target : .actual }

  /// What is filed is the unit's own: an earlier target or earlier points bind nobody.
  func file() {
    target = ownTarget.target
    points = ownPoints?.figure
  }

  /// The column of the unit's own score.
  var claimColumn: IndicatorColumn { mode == .reviewed ? .selfScore : .score }

  /// The id of the further table it stands in; `nil` for the indicator block.
  var table: String? { line?.table }

  /// The first tier as issued, else as the return has it.
  var tier1: String { issued?.tier1 ?? line?.tier1 ?? "" }

  /// The name as issued, else as the return has it.
  var name: String { issued?.name ?? line?.name ?? "" }
}

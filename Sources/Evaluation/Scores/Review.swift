internal import Figures

/// What a reviewer made of a row, beside what the unit made of it. By reference: most forms are
/// none of a review, and every row asks.
final class Review {
  /// 复核得分, as it was read.
  let given: Reading
  /// What the reviewed actual earns by the rules; `nil` where it cannot be read.
  let computed: ScoredRow?
  /// The unit's own actual.
  let selfActual: Actual?
  /// What there is to say about how that was read.
  let selfRemarks: [Reading.Remark]
  /// What the unit's own actual earns: what its own score is held against.
  let selfEarned: ScoredRow?
  /// Whether something stands under 备注.
  let hasRemark: Bool

  init(
    given: Reading, computed: ScoredRow?, selfActual: Actual?, selfRemarks: [Reading.Remark],
    selfEarned: ScoredRow?, hasRemark: Bool
  ) {
    (self.given, self.computed) = (given, computed)
    (self.selfActual, self.selfRemarks) = (selfActual, selfRemarks)
    (self.selfEarned, self.hasRemark) = (selfEarned, hasRemark)
  }

  /// Whether the reviewer gave a score that counts: the computed one does not.
  func counts(within points: Figure?) -> Bool {
    guard let score = given.figure, !score.isNegative else { return false }
    return points.map { score <= $0 } ?? true
  }
}

extension Assessor {
  /// The reviewer's score of a row, where the form has one.
  func reviewedScore(of row: AssessedIndicator) -> Figure? {
    row.cell(.score).flatMap { values.number($0, as: .quantity(unit: "分")).figure }
  }

  /// Lets the reviewed figures of a row count, and sets the unit's own beside them.
  ///
  /// The reviewer judges: no evidence earns nothing, whatever the actual says. Source: review
  /// worksheets of self-evaluations, and a district's handbook for them.
  func review(_ row: AssessedIndicator, year: Int?) throws(FigureOverflow) {
    guard let target = row.target, let line = row.line else { return }
    let given = line.cell(.score).map { values.number($0, as: .quantity(unit: "分")) }
    let reader = ActualReader(values: values, unit: row.unit, year: year)
    let (own, remarks) = try reader.read(line.cell(.selfActual), against: target)
    let claimed = row.claimedScore?.figure
    let points = row.points
    let rules = row.rules
    let earned = try own.flatMap { (actual) throws(FigureOverflow) in
      try scheme.scoring.scored(
        actual, against: target, points: points, claimed: claimed, year: year, by: rules)
    }
    let review = Review(
      given: given ?? .failed(.v001, found: "", expected: ""), computed: row.scored,
      selfActual: own, selfRemarks: remarks, selfEarned: earned,
      hasRemark: line.cell(.remark).map { !values.isBlank($0) } ?? false)
    row.review = review
    row.hasReason = review.hasRemark
    guard review.counts(within: points), let score = review.given.figure else { return }
    row.scored = try reviewed(row.scored, score, points)
    row.own = try reviewed(row.own, score, points)
  }

  private func reviewed(
    _ row: ScoredRow?, _ score: Figure, _ points: Figure?
  ) throws(FigureOverflow) -> ScoredRow {
    let given = try scheme.scoring.given(score, of: points)
    guard let row else { return given }
    return row.with { row in
      row.score = given.score
      row.isMet = given.isMet
      row.isOver = row.isOver && given.isMet
    }
  }
}

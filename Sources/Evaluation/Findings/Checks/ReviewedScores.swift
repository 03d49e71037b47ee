internal import Figures

/// R002, R003, R004, R012 on the reviewer's own scores, beside the unit's.
///
/// A reviewer may give another score than the reviewed actual earns, and says why under 备注.
enum ReviewedScores: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    guard assessment.scheme.scoring.mode == .reviewed else { return [] }
    return try assessment.indicators.compactMap { row in
      guard !row.isUnissued, let review = row.review, let typed = row.cell(.score) else {
        return nil
      }
      return row.review?.given.figure == nil
        ? blank(row, review, typed, assessment) : given(row, review, typed, assessment)
    } + total(assessment)
  }

  private static func blank(
    _ row: AssessedIndicator, _ review: Review, _ typed: Typed, _ assessment: Assessment
  ) -> Draft? {
    guard review.given.remarks.first?.code == .v001, !typed.isSwallowed else { return nil }
    let label = assessment.scheme.form.label(IndicatorColumn.score)
    let places = assessment.scheme.scoring.scorePlaces
    let counted = review.computed?.score.map { "，按复核完成值计\($0.text(places: places))分" } ?? ""
    return Draft(
      .r012, at: typed.place, assessment.subject(row, .score), found: "（空）", expected: label,
      "\(label)未填\(counted)。", advice: "补填\(label)。")
  }

  private static func given(
    _ row: AssessedIndicator, _ review: Review, _ typed: Typed, _ assessment: Assessment
  ) -> Draft? {
    guard let score = review.given.figure else { return nil }
    let label = assessment.scheme.form.label(IndicatorColumn.score)
    let places = assessment.scheme.scoring.scorePlaces
    guard review.counts(within: row.points) else {
      let range = "0～\(row.points?.description ?? "")"
      return Draft(
        .r004, at: typed.place, assessment.subject(row, .score), found: typed.shown,
        expected: range, "\(label)\(score)超出\(range)的范围，按复核完成值计。", advice: "改为\(range)之间的得分。")
    }
    guard !review.hasRemark, let due = review.computed?.score, due != score.rounded(to: places)
    else { return nil }
    let earned = due.text(places: places)
    return Draft(
      .r002, at: typed.place, assessment.subject(row, .score), found: typed.shown,
      expected: earned, "\(label)\(score)分，按复核完成值得\(earned)分，备注没有说明。",
      advice: "在备注里写明依据，或改为\(earned)分。")
  }

  /// The reviewer's total and the sum of the scores above it.
  private static func total(_ assessment: Assessment) throws -> [Draft] {
    guard let typed = assessment.report.reviewedTotal, !assessment.values.isBlank(typed),
      let total = assessment.values.number(typed, as: .quantity(unit: "分")).figure
    else { return [] }
    let scores = assessment.indicators.compactMap(\.review).map(\.given.figure)
    guard !scores.isEmpty, scores.allSatisfy({ $0 != nil }) else { return [] }
    let sum = try Figure.sum(scores.compactMap(\.self))
    let places = assessment.scheme.scoring.scorePlaces
    guard total.rounded(to: places) != sum.rounded(to: places) else { return [] }
    let label = assessment.scheme.form.label(IndicatorColumn.score)
    let computed = sum.text(places: places)
    return [
      Draft(
        .r003, at: typed.place,
        assessment.subject(form: "reviewedTotal", label: "总分·\(label)"),
        found: total.description, expected: computed, "\(label)合计与各项之和\(computed)不符。",
        advice: "核对各项\(label)，使合计等于其和。")
    ]
  }
}

/// R012: the unit left its own score blank: one finding a cell, or one at the header where all are.
enum BlankScores: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    let claims = assessment.claims
    guard claims.contains(where: \.isBlank) else { return [] }
    let rows = claims.filter { $0.row != nil }
    guard rows.count > 1, rows.allSatisfy(\.isBlank) else {
      return claims.filter(\.isBlank).map { blank($0, assessment) }
    }
    return [allBlank(assessment)]
  }

  private static func blank(_ claim: ScoreClaim, _ assessment: Assessment) -> Draft {
    Draft(
      .r012, at: claim.typed.place, claim.subject(in: assessment), found: "（空）", expected: "自评得分",
      "自评得分未填。",
      advice: "补填自评得分。")
  }

  private static func allBlank(_ assessment: Assessment) -> Draft {
    Draft(
      .r012, at: assessment.report.indicatorColumns[.score],
      assessment.subject(
        form: "scores", label: assessment.scheme.form.label(IndicatorColumn.score)),
      found: "（全空）", expected: "自评得分", "各项自评得分均未填。", advice: "补填各项自评得分。")
  }
}

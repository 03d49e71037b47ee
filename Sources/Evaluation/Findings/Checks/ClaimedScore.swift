internal import Figures

/// R002: the unit's own score differs from what the row earns by the return's own figures.
enum ClaimedScore: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    let places = assessment.scheme.scoring.scorePlaces
    return assessment.claims.compactMap { claim in
      // A judged score outside its band is R009.
      guard !claim.typed.isSwallowed, let figure = claim.reading.figure,
        !ScoresBeyondPoints.isOutOfRange(claim), let own = claim.own, own.judged == nil,
        let earned = own.earned
      else { return nil }
      return compare(claim, figure, earned, places: places, assessment)
    }
  }

  private static func compare(
    _ claim: ScoreClaim, _ figure: Figure, _ earned: Figure, places: Int, _ assessment: Assessment
  ) -> Draft? {
    let claimed = figure.rounded(to: places)
    guard claimed != earned, let difference = try? (claimed - earned).magnitude(),
      difference > claim.share?.slack ?? .zero
    else { return nil }
    let computed = earned.text(places: places)
    let gap = difference.text(places: places)
    if claimed < earned {
      return Draft(
        .r002, .note, at: claim.typed.place, claim.subject(in: assessment),
        found: claim.typed.shown,
        expected: computed,
        "自评得分\(figure)，偏低\(gap)分，按规则可得\(computed)分\(claim.origin)。",
        advice: "知悉即可；可改为\(computed)分。")
    }
    return Draft(
      .r002, at: claim.typed.place, claim.subject(in: assessment), found: claim.typed.shown,
      expected: computed,
      "自评得分\(figure)，偏高\(gap)分，按规则得\(computed)分\(claim.origin)。",
      advice: "改为\(computed)分，或说明依据。")
  }
}

internal import Figures

/// R002, R004, R012: the unit's own score is wrong, out of range, or left blank.
enum ClaimedScore: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    guard assessment.hasPoints else { return [] }
    let claims = self.claims(assessment).filter { !isFormulaOfTheBlank($0, assessment) }
    let places = assessment.scheme.scoring.scorePlaces
    let rows = claims.filter { $0.subject.indicator != nil }
    guard rows.count > 1, rows.allSatisfy(\.isBlank) else {
      return claims.compactMap { $0.typed.isSwallowed ? nil : check($0, places: places) }
    }
    let execution = claims.filter { $0.subject.indicator == nil && !$0.isBlank }
    return [allBlank(assessment)] + execution.compactMap { check($0, places: places) }
  }

  private struct Claim {
    var reading: Reading
    var typed: Typed
    var points: Figure?
    /// By the return's own figures.
    var own: ScoredRow?
    /// By the issued figures.
    var scored: ScoredRow?
    /// Whether a figure it rests on was read in another unit than it stands in (V007, V008).
    var isDoubted: Bool
    var subject: Draft.Subject
    /// How its points came about, where the form prints none.
    var share: SharedPoints.Share?

    /// The most that can be claimed.
    var most: Figure? {
      guard let share, let points else { return points }
      return try? points + share.slack
    }

    /// For the end of a message.
    var origin: String { share.map { "（分值\($0.points)由\($0.working)推算）" } ?? "" }

    var isBlank: Bool { reading.remarks.first?.code == .v001 && !typed.isSwallowed }
  }

  /// A score that a formula of the blank works out is blank or off only where what it rests on
  /// is: the actual is a text, or stands in the wrong unit, and that is said there. And it goes by
  /// the issued target, whatever the unit made of that.
  private static func isFormulaOfTheBlank(_ claim: Claim, _ assessment: Assessment) -> Bool {
    guard assessment.report.issuedFormulas.contains(claim.typed.place) else { return false }
    return claim.isBlank || claim.isDoubted
      || claim.reading.figure.map { $0 == claim.scored?.score } ?? false
  }

  private static func claims(_ assessment: Assessment) -> [Claim] {
    var claims: [Claim] = []
    if let execution = assessment.execution, let reading = execution.claimedScore,
      let row = assessment.funds.total, let typed = row.line.cells[.score]
    {
      claims.append(
        Claim(
          reading: reading, typed: typed,
          points: execution.ownPoints?.figure ?? execution.points, own: execution.own,
          scored: execution.scored, isDoubted: assessment.funds.hasDoubts,
          subject: assessment.subject(row, .score)))
    }
    for row in assessment.indicators where !row.isUnissued {
      guard let reading = row.claimedScore, let typed = row.cell(.score) else { continue }
      // A judged row without a score has none at all, and V says why.
      if row.isJudged, reading.figure == nil { continue }
      claims.append(
        Claim(
          reading: reading, typed: typed,
          points: row.ownPoints?.figure ?? row.points, own: row.own,
          scored: row.scored, isDoubted: row.actualRemarks.contains { $0.code == .v007 },
          subject: assessment.subject(row, .score), share: row.share))
    }
    return claims
  }

  private static func check(_ claim: Claim, places: Int) -> Draft? {
    guard let figure = claim.reading.figure else {
      guard claim.reading.remarks.first?.code == .v001 else { return nil }
      return Draft(
        .r012, at: claim.typed.place, claim.subject, found: "（空）", expected: "自评得分", "自评得分未填。",
        advice: "补填自评得分。")
    }
    if figure.isNegative || claim.most.map({ figure > $0 }) ?? false {
      let points = claim.points?.description ?? ""
      return Draft(
        .r004, claim.share == nil || figure.isNegative ? nil : .warning, at: claim.typed.place,
        claim.subject, found: claim.typed.shown,
        expected: "0～\(points)",
        "自评得分\(figure)超出0～\(points)分的范围\(claim.origin)。", advice: "改为0～\(points)分之间的得分。")
    }
    // A judged score outside its band is R009.
    guard let own = claim.own, own.judged == nil, let earned = own.score else { return nil }
    return compare(claim, figure, earned, places: places)
  }

  private static func compare(_ claim: Claim, _ figure: Figure, _ earned: Figure, places: Int)
    -> Draft?
  {
    let claimed = figure.rounded(to: places)
    guard claimed != earned, let difference = try? (claimed - earned).magnitude(),
      difference > claim.share?.slack ?? .zero
    else { return nil }
    let computed = earned.text(places: places)
    let gap = difference.text(places: places)
    if claimed < earned {
      return Draft(
        .r002, .note, at: claim.typed.place, claim.subject, found: claim.typed.shown,
        expected: computed,
        "自评得分偏低\(gap)分，按规则可得\(computed)分\(claim.origin)。", advice: "知悉即可；可改为\(computed)分。")
    }
    return Draft(
      .r002, at: claim.typed.place, claim.subject, found: claim.typed.shown, expected: computed,
      "自评得分偏高\(gap)分，按规则得\(computed)分\(claim.origin)。", advice: "改为\(computed)分，或说明依据。")
  }

  private static func allBlank(_ assessment: Assessment) -> Draft {
    Draft(
      .r012, at: assessment.report.indicatorColumns[.score],
      assessment.subject(
        form: "scores", label: assessment.scheme.form.label(IndicatorColumn.score)),
      found: "（全空）", expected: "自评得分", "各项自评得分均未填。", advice: "补填各项自评得分。")
  }
}

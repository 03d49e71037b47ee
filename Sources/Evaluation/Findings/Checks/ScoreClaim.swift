internal import Figures

/// A score that the unit gave itself, with what it is held against (R002, R004, R012).
struct ScoreClaim {
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

  /// The most that can be claimed: what rounding moved from one share to another is no fault.
  var most: Figure? {
    guard let share, let points else { return points }
    return try? points + share.slack
  }

  /// For the end of a message.
  var origin: String { share.map { "（分值\($0.points)由\($0.working)推算）" } ?? "" }

  var isBlank: Bool { reading.remarks.first?.code == .v001 && !typed.isSwallowed }

  /// The claims of a report, but those that a formula of the blank works out.
  static func all(in assessment: Assessment) -> [ScoreClaim] {
    guard assessment.hasPoints else { return [] }
    return claims(assessment).filter { !isFormulaOfTheBlank($0, assessment) }
  }

  /// A score that a formula of the blank works out is blank or off only where what it rests on
  /// is: the actual is a text, or stands in the wrong unit, and that is said there. And it goes by
  /// the issued target, whatever the unit made of that.
  private static func isFormulaOfTheBlank(_ claim: ScoreClaim, _ assessment: Assessment) -> Bool {
    guard assessment.report.issuedFormulas.contains(claim.typed.place) else { return false }
    return claim.isBlank || claim.isDoubted
      || claim.reading.figure.map { $0 == claim.scored?.earned } ?? false
  }

  private static func claims(_ assessment: Assessment) -> [ScoreClaim] {
    var claims: [ScoreClaim] = []
    if let execution = assessment.execution, let reading = execution.claimedScore,
      let row = assessment.funds.total, let typed = row.line.cells[.score]
    {
      claims.append(
        ScoreClaim(
          reading: reading, typed: typed,
          points: execution.ownPoints?.figure ?? execution.points, own: execution.own,
          scored: execution.scored, isDoubted: assessment.funds.hasDoubts,
          subject: assessment.subject(row, .score)))
    }
    for row in assessment.indicators where !row.isExcluded {
      guard let reading = row.claimedScore, let typed = row.cell(row.claimColumn) else { continue }
      // A judged row without a score has none at all, and V says why.
      if row.isJudged, reading.figure == nil { continue }
      claims.append(
        ScoreClaim(
          reading: reading, typed: typed,
          points: row.ownPoints?.figure ?? row.points, own: row.claimable,
          scored: row.scored, isDoubted: row.actualRemarks.contains { $0.code == .v007 },
          subject: assessment.subject(row, row.claimColumn), share: row.share))
    }
    return claims
  }
}

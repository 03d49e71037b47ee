internal import Figures

/// A score that the unit gave itself, with what it is held against (R002, R004, R012). Handed on by
/// reference, to several checks.
final class ScoreClaim {
  let reading: Reading
  let typed: Typed
  let points: Figure?
  /// The row it stands in; `nil` for that of the budget execution rate.
  let row: AssessedIndicator?
  private let execution: AssessedExecution?
  /// Whether a figure it rests on was read in another unit than it stands in (V007, V008).
  let isDoubted: Bool

  private init(
    reading: Reading, typed: Typed, points: Figure?, row: AssessedIndicator?,
    execution: AssessedExecution?, isDoubted: Bool
  ) {
    (self.reading, self.typed, self.points) = (reading, typed, points)
    (self.row, self.execution, self.isDoubted) = (row, execution, isDoubted)
  }

  /// By the return's own figures.
  var own: ScoredRow? {
    if let row { return row.claimable }
    return execution?.own
  }
  /// By the issued figures.
  var scored: ScoredRow? {
    if let row { return row.scored }
    return execution?.scored
  }
  /// How its points came about, where the form prints none.
  var share: SharedPoints.Share? { row?.share }

  /// What a finding about it is about.
  func subject(in assessment: Assessment) -> Draft.Subject {
    if let row { return assessment.subject(row, row.claimColumn) }
    return assessment.funds.total.map { assessment.subject($0, .score) }
      ?? assessment.subject(form: "score", label: "")
  }

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
    let claims = claims(assessment)
    guard !assessment.report.issuedFormulas.isEmpty else { return claims }
    return claims.filter { !isFormulaOfTheBlank($0, assessment) }
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
    claims.reserveCapacity(assessment.indicators.count + 1)
    if let execution = assessment.execution, let reading = execution.claimedScore,
      let row = assessment.funds.total, let typed = row.line.cell(.score)
    {
      claims.append(
        ScoreClaim(
          reading: reading, typed: typed,
          points: execution.ownPoints?.figure ?? execution.points, row: nil,
          execution: execution, isDoubted: assessment.funds.hasDoubts))
    }
    for row in assessment.indicators where !row.isExcluded {
      guard let reading = row.claimedScore, let typed = row.cell(row.claimColumn) else { continue }
      // A judged row without a score has none at all, and V says why.
      if row.isJudged, reading.figure == nil { continue }
      claims.append(
        ScoreClaim(
          reading: reading, typed: typed, points: row.ownPoints?.figure ?? row.points, row: row,
          execution: nil, isDoubted: row.actualRemarks.contains { $0.code == .v007 }))
    }
    return claims
  }
}

internal import Figures

/// R003: the claimed total differs from the sum of the claimed rows.
enum ClaimedTotal: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    guard assessment.hasPoints, let claim = assessment.claimedTotal, let total = claim.figure,
      let place = assessment.report.claimedTotal?.place
    else { return [] }
    var claims = assessment.indicators.compactMap(\.claimedScore)
    if let execution = assessment.execution?.claimedScore { claims.append(execution) }
    // A blank or unreadable row is what has to be put right first.
    guard !claims.isEmpty, claims.allSatisfy({ $0.figure != nil }) else { return [] }
    var sum = Figure.zero
    for claim in claims { sum = try sum + (claim.figure ?? .zero) }
    let places = assessment.scheme.scoring.scorePlaces
    guard total.rounded(to: places) != sum.rounded(to: places) else { return [] }
    let computed = sum.text(places: places)
    return [
      Draft(
        .r003, at: place, assessment.subject(form: "total", label: "总分·得分"),
        found: total.description, expected: computed, "自评总分\(total)与各项自评得分之和\(computed)不符。",
        advice: "各项得分无误的，把总分改为\(computed)，或恢复求和公式。")
    ]
  }
}

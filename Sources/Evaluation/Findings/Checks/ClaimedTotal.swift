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
    // A total may be stated before or after what the unit took off.
    guard total.rounded(to: places) != sum.rounded(to: places),
      try total.rounded(to: places) != afterDeductions(assessment)?.rounded(to: places)
    else { return [] }
    let computed = sum.text(places: places)
    return [
      Draft(
        .r003, at: place, assessment.subject(form: "total", label: "总分·得分"),
        found: total.description, expected: computed, "自评总分\(total)与各项自评得分之和\(computed)不符。",
        advice: "各项得分无误的，把总分改为\(computed)，或恢复求和公式。")
    ]
  }

  /// The claimed rows, each less its deduction; `nil` where nothing was taken off.
  private static func afterDeductions(_ assessment: Assessment) throws -> Figure? {
    let rows = assessment.indicators
    guard rows.contains(where: { ($0.deduction?.figure ?? .zero) > .zero }) else { return nil }
    let left = try rows.compactMap { row in
      try row.claimedScore?.figure.map { claimed in
        max(.zero, try claimed - (row.deduction?.figure ?? .zero))
      }
    }
    return try Figure.sum(left) + (assessment.execution?.claimedScore?.figure ?? .zero)
  }
}

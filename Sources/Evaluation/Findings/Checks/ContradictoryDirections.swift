/// T005: the direction contradicts the indicator (≥ on a cost), written or issued.
///
/// A bare number is no contradiction: it only lacks its sign.
enum ContradictoryDirections: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    let words = assessment.scheme.scoring.costWords.map(Wording.key)
    if words.isEmpty { return [] }
    return assessment.indicators.compactMap { row in
      guard !row.isUnissued, let line = row.line, case .atLeast = row.target,
        row.issued != nil || row.ownTarget.isExplicit
      else { return nil }
      let tier = Wording.key(line.tier2)
      guard words.contains(where: { Wording.holds(tier, $0) }) else { return nil }
      return Draft(
        .t005, at: assessment.place(row, .target), assessment.subject(row, .target),
        found: Assessment.shown(row.cell(.target)), expected: "≤",
        "\(line.tier2)的指标值是“不低于”（≥），花得越多完成率越高，方向与成本控制相反。",
        advice: "核对方向；成本指标一般写成≤。")
    }
  }
}

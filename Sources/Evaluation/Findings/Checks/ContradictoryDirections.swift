/// T005: the direction contradicts the indicator (≥ on a cost), written or issued.
///
/// A bare number is no contradiction: it only lacks its sign.
enum ContradictoryDirections: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    let words = assessment.scheme.scoring.costWords.map(Wording.key)
    if words.isEmpty { return [] }
    // Rows of one tier follow each other.
    var last: (tier2: String, isCost: Bool)?
    func isCost(_ tier2: String) -> Bool {
      if let last, Wording.same(last.tier2, tier2) { return last.isCost }
      let key = Wording.key(tier2)
      let isCost = words.contains { Wording.holds(key, $0) }
      last = (tier2, isCost)
      return isCost
    }
    return assessment.indicators.compactMap { row in
      guard !row.isUnissued, let line = row.line, case .atLeast = row.target,
        row.issued != nil || row.ownTarget.isExplicit, isCost(line.tier2)
      else { return nil }
      return Draft(
        .t005, at: assessment.place(row, .target), assessment.subject(row, .target),
        found: Assessment.shown(row.cell(.target)), expected: "≤",
        "\(line.tier2)的指标值是“不低于”（≥），花得越多完成率越高，方向与成本控制相反。",
        advice: "核对方向；成本指标一般写成≤。")
    }
  }
}

/// T005: the direction contradicts the indicator (≥ on a cost).
///
/// Only where the unit wrote the sign itself: an issued direction is not the unit's to explain.
enum ContradictoryDirections: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    let words = assessment.scheme.scoring.costWords
    return assessment.indicators.compactMap { row in
      guard row.issued == nil, !row.isUnissued, row.ownTarget.isExplicit,
        case .atLeast = row.ownTarget.target, let line = row.line,
        words.contains(where: { Wording.key(line.tier2).contains(Wording.key($0)) })
      else { return nil }
      let typed = row.cell(.target)
      return Draft(
        .t005, at: assessment.place(row, .target), assessment.subject(row, .target),
        found: Assessment.shown(typed), expected: "≤",
        "\(line.tier2)写成“不低于”，方向与成本控制相反。", advice: "核对方向；成本指标一般为≤。")
    }
  }
}

internal import Figures

/// R009: a judged score outside the band of its level.
enum JudgedScores: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    assessment.indicators.compactMap { row in
      guard let judged = row.own?.judged, judged.isOutsideBand, !row.isUnissued,
        let typed = row.cell(.score), case .level(let level) = row.actual
      else { return nil }
      let band = "\(judged.lower)～\(judged.upper)"
      let counted = judged.upper.text(places: assessment.scheme.scoring.scorePlaces)
      return Draft(
        .r009, at: typed.place, assessment.subject(row, .score), found: typed.shown,
        expected: band, "“\(level.name)”的得分应在\(band)分之间，自评\(typed.shown)分，按上限\(counted)分计。",
        advice: "在\(band)分之间填写得分，或改选等次。")
    }
  }
}

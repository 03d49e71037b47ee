internal import Figures

/// R004: a claimed score above the points, or below 0; of a judged block, the sum of its rows.
enum ScoresBeyondPoints: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    try assessment.claims.compactMap { outOfRange($0, assessment) } + blocks(assessment)
  }

  /// Whether a claim is no score of its row; then nothing else is said of it.
  static func isOutOfRange(_ claim: ScoreClaim) -> Bool {
    guard let figure = claim.reading.figure else { return false }
    return figure.isNegative || claim.most.map { figure > $0 } ?? false
  }

  private static func outOfRange(_ claim: ScoreClaim, _ assessment: Assessment) -> Draft? {
    guard !claim.typed.isSwallowed, isOutOfRange(claim), let figure = claim.reading.figure else {
      return nil
    }
    let points = claim.points?.description ?? ""
    return Draft(
      .r004, claim.share == nil || figure.isNegative ? nil : .warning, at: claim.typed.place,
      claim.subject(in: assessment), found: claim.typed.shown, expected: "0～\(points)",
      "自评得分\(figure)超出0～\(points)分的范围\(claim.origin)。", advice: "改为0～\(points)分之间的得分。")
  }

  private static func blocks(_ assessment: Assessment) throws -> [Draft] {
    guard assessment.scheme.scoring.mode == .judged else { return [] }
    return assessment.blocks.compactMap { block in
      guard let share = block.share, block.hasRows, let claimed = block.claimed, claimed > share
      else { return nil }
      return Draft(
        .r004, at: block.place, assessment.subject(block, "score"), found: claimed.description,
        expected: "0～\(share)", "\(block.name)各项得分之和\(claimed)，超出该项\(share)分，按\(share)分计。",
        advice: "核对各项得分，使其和不超过\(share)分。")
    }
  }
}

internal import Figures

/// A judged level's score: the unit's own inside its band, else the band's upper bound.
struct JudgedScore: Hashable {
  var score: Figure
  /// Whether the unit typed a score outside the band.
  var isOutsideBand: Bool
  /// The band in points, rounded to the scheme's decimals.
  var lower: Figure
  /// See ``lower``.
  var upper: Figure
}

extension ScoringRules {
  /// The score of a judged level.
  ///
  /// Source: 财预〔2020〕10号, qualitative indicators: 100 %–80 %, 80 %–60 %, 60 %–0 of the
  /// points, bounds included.
  func judged(_ level: Level, claimed: Figure?, points: Figure) throws(FigureOverflow)
    -> JudgedScore
  {
    let upper = try share(level.upper, of: points)
    let lower = try share(level.lower, of: points)
    guard let claimed else {
      return JudgedScore(score: upper, isOutsideBand: false, lower: lower, upper: upper)
    }
    guard claimed >= lower, claimed <= upper else {
      return JudgedScore(score: upper, isOutsideBand: true, lower: lower, upper: upper)
    }
    let score = claimed.rounded(to: scorePlaces)
    return JudgedScore(score: score, isOutsideBand: false, lower: lower, upper: upper)
  }

  private func share(_ percent: Figure, of points: Figure) throws(FigureOverflow) -> Figure {
    try (points * percent).shifted(right: 2).rounded(to: scorePlaces)
  }
}

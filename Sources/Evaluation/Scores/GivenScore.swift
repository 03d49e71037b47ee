internal import Figures

extension ScoringRules {
  /// A score that the evaluator gave, kept between 0 and its points where these are known.
  ///
  /// Without points nothing tells whether any were lost: the row counts as met.
  func given(_ score: Figure, of points: Figure?) throws(FigureOverflow) -> ScoredRow {
    let kept = min(max(score, .zero), points ?? score).rounded(to: scorePlaces)
    let rate = try points.flatMap { points throws(FigureOverflow) in
      try Ratio(max(kept, .zero), over: points)
    }
    return ScoredRow(
      isMet: points.map { kept >= $0 } ?? true, exactRate: rate,
      rate: try rate?.percent(places: ratePlaces), score: max(kept, .zero), judged: nil,
      isOver: false)
  }
}

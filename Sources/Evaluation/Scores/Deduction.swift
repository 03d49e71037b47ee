internal import Figures

/// Points that the unit itself takes off a row's score (扣减分数).
struct Deduction: Hashable {
  /// The points taken off, above 0.
  var points: Figure
  /// The score they are taken off, rounded.
  var from: Figure
}

extension ScoredRow {
  /// The row with points taken off its score, which is never below 0.
  ///
  /// Source: the import form of a provincial platform (扣减分数): the score counted is the score
  /// without it, less it; what stands under 得分 does not include it.
  func less(_ points: Figure, places: Int) throws(FigureOverflow) -> ScoredRow {
    guard let score, points > .zero else { return self }
    let left = max(.zero, try score - points).rounded(to: places)
    return with { row in
      row.score = left
      row.deduction = Deduction(points: points, from: score)
    }
  }
}

extension ScoredRow {
  /// The score without rounding, where it was computed.
  var unrounded: Ratio? {
    get throws(FigureOverflow) {
      guard let exact = exactScore else { return score.map { Ratio($0) } }
      guard let deduction else { return exact }
      return max(.zero, try exact - Ratio(deduction.points))
    }
  }
}

extension AssessedIndicator {
  /// Whether something stands in the column of deductions that is no number of points.
  var hasUnreadDeduction: Bool {
    guard let deduction, deduction.figure == nil else { return false }
    return deduction.remarks.first?.code != .v001
  }

  /// Whether the row is measured from a baseline that cannot be read.
  var hasUnreadBaseline: Bool {
    guard shared.rules.fromBaseline, let baseline, baseline.figure == nil else { return false }
    return baseline.remarks.first?.code != .v001
  }

  /// Takes the unit's own deduction off both scores; where it cannot be read there is no score.
  func deduct(places: Int) throws(FigureOverflow) {
    if hasUnreadDeduction {
      scored = nil
      own = nil
    }
    guard let points = deduction?.figure else { return }
    scored = try scored?.less(points, places: places)
    own = try own?.less(points, places: places)
  }
}

internal import Figures

/// The total of a form from its blocks, and how it came about where that is no plain sum.
struct Totals {
  /// The total score.
  let score: Figure
  /// The points that could be earned, those of indicators that do not apply included where the
  /// rest was scaled up to them.
  let points: Figure
  /// `适用指标得分81.00÷适用分值90×100＝90.00`; `nil` where it is the sum of the blocks.
  let working: String?

  init(_ blocks: [Blocks.Block], _ rules: ScoringRules) throws(FigureOverflow) {
    var sum = ExactSum()
    var applicable = Figure.zero
    var left = Figure.zero
    for block in blocks {
      try sum.add(rules.totalFrom == .exactScores ? block.exact : Self.whole(block.score))
      applicable = try applicable + block.points
      left = try left + block.unplacedPoints
    }
    let places = rules.scorePlaces
    let whole = try applicable + left
    guard !left.isZero, let scaled = try sum.scaled(whole, over: applicable) else {
      // Judged scores may be typed finer than scores are rounded, and stay as they are.
      score =
        rules.totalFrom == .exactScores
        ? try sum.rounded(to: places) : try Figure.sum(blocks.map(\.score))
      points = applicable
      working = nil
      return
    }
    score = try scaled.rounded(to: places)
    points = whole
    let earned = try sum.rounded(to: places).text(places: places)
    working =
      "适用指标得分\(earned)÷适用分值\(applicable)×\(whole)＝\(score.text(places: places))"
  }

  private static func whole(_ score: Figure) throws(FigureOverflow) -> ExactSum {
    var sum = ExactSum()
    try sum.add(Ratio(score))
    return sum
  }
}

internal import Figures

/// A sum of exact scores that is rounded once.
///
/// It stays a fraction while one fits. Beyond that every addend is held to 30 decimals, and how far
/// the sum may be off is kept with it: a sum so near to a tie that this could matter is one, and is
/// rounded up as ties are.
struct ExactSum {
  private var sum = Ratio.zero
  /// How far off, in units of the 30th decimal.
  private var error = 0

  private static let places = 30

  mutating func add(_ addend: Ratio) throws(FigureOverflow) {
    do {
      sum = try sum + addend
    } catch {
      sum = try Self.held(sum) + Self.held(addend)
      self.error += 2
    }
  }

  mutating func add(_ other: ExactSum) throws(FigureOverflow) {
    try add(other.sum)
    error += other.error
  }

  /// The sum times `upper ÷ lower`, exactly where it fits; `nil` where `lower` is 0.
  func scaled(_ upper: Figure, over lower: Figure) throws(FigureOverflow) -> ExactSum? {
    guard let factor = try Ratio(upper, over: lower) else { return nil }
    var scaled = self
    do {
      scaled.sum = try sum * factor
    } catch {
      // Points have few digits: 20 decimals leave room for them.
      scaled.sum = try Ratio((Ratio(sum.rounded(to: 20)) * factor).rounded(to: 20))
      scaled.error = (self.error + 1) * 1_000_000_000_000
    }
    return scaled
  }

  private static func held(_ ratio: Ratio) throws(FigureOverflow) -> Ratio {
    Ratio(try ratio.rounded(to: places))
  }

  /// Half up, once.
  func rounded(to places: Int) throws(FigureOverflow) -> Figure {
    guard error > 0, let off = Figure(significand: Int128(error), scale: Self.places) else {
      return try sum.rounded(to: places)
    }
    return try (sum + Ratio(off)).rounded(to: places)
  }
}

/// An exact fraction of two figures. It stays a fraction until it is rounded, once.
public struct Ratio: Hashable, Sendable {
  /// The upper number, in lowest terms; carries the sign.
  public let numerator: Int128
  /// The lower number, in lowest terms; positive.
  public let denominator: Int128

  /// Nothing: 0.
  public static let zero = Ratio(lowest: 0, 1)
  /// A whole: 1, that is 100 %.
  public static let one = Ratio(lowest: 1, 1)

  init(lowest numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A figure as a ratio.
  public init(_ figure: Figure) {
    self.init(figure.significand, over: PowerOfTen.of(figure.scale) ?? 1)
  }

  /// `dividend ÷ divisor`.
  ///
  /// - Throws: ``FigureOverflow`` where the two cannot be brought to one scale, or the quotient has
  ///   no lowest terms that fit.
  /// - Returns: `nil` where the divisor is 0.
  public init?(_ dividend: Figure, over divisor: Figure) throws(FigureOverflow) {
    guard !divisor.isZero else { return nil }
    let places = max(dividend.scale, divisor.scale)
    let (upper, lower) = (try dividend.scaled(to: places), try divisor.scaled(to: places))
    let common = Self.commonDivisor(upper.magnitude, lower.magnitude)
    guard let denominator = Int128(exactly: lower.magnitude / common),
      let numerator = Self.signed(upper.magnitude / common, (upper < 0) != (lower < 0))
    else { throw FigureOverflow() }
    self.init(lowest: numerator, denominator)
  }

  /// In lowest terms; `divisor` is positive.
  init(_ dividend: Int128, over divisor: Int128) {
    let common = Int128(
      truncatingIfNeeded: Self.commonDivisor(dividend.magnitude, divisor.magnitude))
    if common == 1 {
      self.init(lowest: dividend, divisor)
    } else {
      self.init(lowest: dividend / common, divisor / common)
    }
  }

  private static func signed(_ size: UInt128, _ isNegative: Bool) -> Int128? {
    guard isNegative else { return Int128(exactly: size) }
    return size == Int128.min.magnitude ? .min : Int128(exactly: size).map { -$0 }
  }

  static func commonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (large, small) = (left, right)
    while small != 0 {
      if (large | small) >> 64 == 0 {
        return UInt128(
          commonDivisor(UInt64(truncatingIfNeeded: large), UInt64(truncatingIfNeeded: small)))
      }
      (large, small) = (small, large % small)
    }
    return max(large, 1)
  }

  private static func commonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var (large, small) = (left, right)
    while small != 0 { (large, small) = (small, large % small) }
    return max(large, 1)
  }

  /// The exact product.
  ///
  /// - Throws: ``FigureOverflow`` where it does not fit.
  public static func * (left: Ratio, right: Ratio) throws(FigureOverflow) -> Ratio {
    // Cross-reduced first, so that only a result too large overflows.
    let first = Ratio(left.numerator, over: right.denominator)
    let second = Ratio(right.numerator, over: left.denominator)
    let (top, high) = first.numerator.multipliedReportingOverflow(by: second.numerator)
    let (bottom, low) = first.denominator.multipliedReportingOverflow(by: second.denominator)
    guard !high, !low else { throw FigureOverflow() }
    return Ratio(lowest: top, bottom)
  }

  /// The exact product with a figure, as in `rate × points`.
  ///
  /// - Throws: ``FigureOverflow`` where it does not fit.
  public static func * (left: Ratio, right: Figure) throws(FigureOverflow) -> Ratio {
    try left * Ratio(right)
  }

  /// Rounded half up (away from zero) to `places` decimals, once, from the exact value.
  ///
  /// - Throws: ``FigureOverflow`` where the result does not fit.
  public func rounded(to places: Int) throws(FigureOverflow) -> Figure {
    guard (0...Figure.maximumScale).contains(places), let power = PowerOfTen.of(places) else {
      throw FigureOverflow()
    }
    let (whole, rest) = Self.divided(numerator, by: denominator)
    let (shifted, overflow) = whole.multipliedReportingOverflow(by: power)
    guard !overflow else { throw FigureOverflow() }
    let (sum, carried) = shifted.addingReportingOverflow(Rounding.halfUp(rest, power, denominator))
    guard !carried else { throw FigureOverflow() }
    return Figure(trimming: sum, places)
  }

  private static func divided(_ upper: Int128, by lower: Int128) -> (Int128, Int128) {
    guard let narrow = upper.narrow, let divisor = lower.narrow else {
      let (whole, rest) = upper.quotientAndRemainder(dividingBy: lower)
      return (whole, rest)
    }
    // The divisor is positive, so that no quotient is beyond 64 bits.
    let (whole, rest) = narrow.quotientAndRemainder(dividingBy: divisor)
    return (Int128(whole), Int128(rest))
  }

  /// In percent, rounded half up, once: 5123 ÷ 6410 at 2 places is 79.92.
  ///
  /// - Throws: ``FigureOverflow`` where the result does not fit.
  public func percent(places: Int) throws(FigureOverflow) -> Figure {
    try (self * Figure.hundred).rounded(to: places)
  }
}

extension Ratio: Comparable {
  /// Whether `left` is smaller; exact, for every pair.
  public static func < (left: Ratio, right: Ratio) -> Bool {
    if let one = left.numerator.narrow, let other = right.numerator.narrow,
      let under = left.denominator.narrow, let below = right.denominator.narrow
    {
      return Int128(one) &* Int128(below) < Int128(other) &* Int128(under)
    }
    return isLessWide(left, right)
  }

  static func isLessWide(_ left: Ratio, _ right: Ratio) -> Bool {
    let leftWide = left.numerator.multipliedFullWidth(by: right.denominator)
    let rightWide = right.numerator.multipliedFullWidth(by: left.denominator)
    return (leftWide.high, leftWide.low) < (rightWide.high, rightWide.low)
  }
}

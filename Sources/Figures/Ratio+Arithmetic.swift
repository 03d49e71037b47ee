extension Ratio {
  /// The exact sum.
  ///
  /// - Throws: ``FigureOverflow`` where it does not fit.
  public static func + (left: Ratio, right: Ratio) throws(FigureOverflow) -> Ratio {
    let common = Int128(
      truncatingIfNeeded: commonDivisor(left.denominator.magnitude, right.denominator.magnitude))
    let (leftPart, high) = left.numerator
      .multipliedReportingOverflow(by: right.denominator / common)
    let (rightPart, low) = right.numerator
      .multipliedReportingOverflow(by: left.denominator / common)
    let (sum, carried) = leftPart.addingReportingOverflow(rightPart)
    let (denominator, tooFine) = (left.denominator / common)
      .multipliedReportingOverflow(by: right.denominator)
    guard !high, !low, !carried, !tooFine else { throw FigureOverflow() }
    return Ratio(sum, over: denominator)
  }

  /// The exact difference.
  ///
  /// - Throws: ``FigureOverflow`` where it does not fit.
  public static func - (left: Ratio, right: Ratio) throws(FigureOverflow) -> Ratio {
    try left + right.negated()
  }

  /// The exact quotient; `nil` where the divisor is 0.
  ///
  /// - Throws: ``FigureOverflow`` where it does not fit.
  public func divided(by divisor: Ratio) throws(FigureOverflow) -> Ratio? {
    guard divisor.numerator != 0 else { return nil }
    guard divisor.numerator > Int128.min else { throw FigureOverflow() }
    let sign: Int128 = divisor.numerator < 0 ? -1 : 1
    return try self * Ratio(lowest: divisor.denominator * sign, divisor.numerator * sign)
  }

  /// The ratio with the other sign.
  ///
  /// - Throws: ``FigureOverflow`` for the one value that has none.
  public func negated() throws(FigureOverflow) -> Ratio {
    guard numerator > Int128.min else { throw FigureOverflow() }
    return Ratio(lowest: -numerator, denominator)
  }

  /// The decimal of at most `digits` significant digits and at most `limit` decimals (and 37),
  /// rounded half up (away from zero), once.
  ///
  /// - Throws: ``FigureOverflow`` where the result does not fit.
  public func figure(
    significantDigits digits: Int, places limit: Int = 37
  ) throws(FigureOverflow) -> Figure {
    let places = min(digits - wholeDigits, limit)
    if places >= 0 { return try rounded(to: min(places, Figure.maximumScale)) }
    guard let power = PowerOfTen.of(-places) else { throw FigureOverflow() }
    let tens = try self * Ratio(lowest: 1, power)
    let (product, overflow) = try tens.rounded(to: 0).significand
      .multipliedReportingOverflow(by: power)
    guard !overflow else { throw FigureOverflow() }
    return Figure(trimming: product, 0)
  }

  /// How many digits stand before the decimal point; below 1 by as many zeros as follow it
  /// (0.05 has −1).
  private var wholeDigits: Int {
    var count = 0
    var whole = numerator.magnitude / denominator.magnitude
    if whole > 0 {
      while whole > 0 {
        whole /= 10
        count += 1
      }
      return count
    }
    guard numerator != 0 else { return 1 }
    var scaled = numerator.magnitude
    while true {
      let (tenfold, overflow) = scaled.multipliedReportingOverflow(by: 10)
      guard !overflow, tenfold < denominator.magnitude else { return count }
      scaled = tenfold
      count -= 1
    }
  }
}

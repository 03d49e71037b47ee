extension Figure {
  /// The exact sum.
  ///
  /// - Throws: ``FigureOverflow`` where it does not fit.
  public static func + (left: Figure, right: Figure) throws(FigureOverflow) -> Figure {
    let places = max(left.scale, right.scale)
    let (sum, overflow) = try left.scaled(to: places)
      .addingReportingOverflow(right.scaled(to: places))
    guard !overflow else { throw FigureOverflow() }
    return Figure(trimming: sum, places)
  }

  /// The exact sum of several; 0 of none.
  ///
  /// - Throws: ``FigureOverflow`` where it does not fit.
  public static func sum(_ figures: some Sequence<Figure>) throws(FigureOverflow) -> Figure {
    var sum = Figure.zero
    for figure in figures { sum = try sum + figure }
    return sum
  }

  /// The exact difference.
  ///
  /// - Throws: ``FigureOverflow`` where it does not fit.
  public static func - (left: Figure, right: Figure) throws(FigureOverflow) -> Figure {
    try left + right.negated()
  }

  /// The exact product.
  ///
  /// - Throws: ``FigureOverflow`` where it does not fit.
  public static func * (left: Figure, right: Figure) throws(FigureOverflow) -> Figure {
    let (product, overflow) = left.significand.multipliedReportingOverflow(by: right.significand)
    guard !overflow else { throw FigureOverflow() }
    let exact = Figure(trimming: product, left.scale + right.scale)
    guard exact.scale <= maximumScale else { throw FigureOverflow() }
    return exact
  }

  /// The figure with the other sign.
  ///
  /// - Throws: ``FigureOverflow`` for the one value that has none.
  public func negated() throws(FigureOverflow) -> Figure {
    let (negative, overflow) = Int128(0).subtractingReportingOverflow(significand)
    guard !overflow else { throw FigureOverflow() }
    return Figure(trimming: negative, scale)
  }

  /// The figure without its sign.
  ///
  /// - Throws: ``FigureOverflow`` for the one value that has none.
  public func magnitude() throws(FigureOverflow) -> Figure {
    isNegative ? try negated() : self
  }

  /// The figure divided by 10 to the `places`, exactly.
  ///
  /// - Throws: ``FigureOverflow`` where more than 37 decimals would be needed.
  public func shifted(right places: Int) throws(FigureOverflow) -> Figure {
    if isZero { return .zero }
    let (moved, overflow) = scale.addingReportingOverflow(places)
    guard !overflow, (-PowerOfTen.largest...2 * Self.maximumScale).contains(moved) else {
      throw FigureOverflow()
    }
    if moved < 0 { return Figure(trimming: try scaled(to: scale - moved), 0) }
    let exact = Figure(trimming: significand, moved)
    guard exact.scale <= Self.maximumScale else { throw FigureOverflow() }
    return exact
  }

  /// The figure rounded half up (away from zero, as Excel's ROUND) to `places` decimals.
  public func rounded(to places: Int) -> Figure {
    guard places < scale, let power = PowerOfTen.of(scale - max(places, 0)) else { return self }
    return Figure(trimming: Rounding.halfUp(significand, over: power), max(places, 0))
  }
}

extension Figure: Comparable {
  /// Whether `left` is smaller; exact, for every pair.
  public static func < (left: Figure, right: Figure) -> Bool {
    if left.scale == right.scale { return left.significand < right.significand }
    if let one = left.significand.narrow, let other = right.significand.narrow,
      let isLess = isLess(one, left.scale, other, right.scale)
    {
      return isLess
    }
    return isLessWide(left, right)
  }

  /// Of significands of 64 bits and scales that are near, the products fit 128 bits.
  private static func isLess(_ left: Int64, _ leftScale: Int, _ right: Int64, _ rightScale: Int)
    -> Bool?
  {
    let apart = leftScale - rightScale
    guard (-18...18).contains(apart), let power = PowerOfTen.of(abs(apart)) else { return nil }
    return apart < 0
      ? Int128(left) &* power < Int128(right) : Int128(left) < Int128(right) &* power
  }

  static func isLessWide(_ left: Figure, _ right: Figure) -> Bool {
    if left.significand.signum() != right.significand.signum() {
      return left.significand < right.significand
    }
    let leftPower = PowerOfTen.of(max(0, right.scale - left.scale)) ?? 1
    let rightPower = PowerOfTen.of(max(0, left.scale - right.scale)) ?? 1
    let leftWide = left.significand.multipliedFullWidth(by: leftPower)
    let rightWide = right.significand.multipliedFullWidth(by: rightPower)
    return (leftWide.high, leftWide.low) < (rightWide.high, rightWide.low)
  }
}

enum Rounding {
  /// `numerator ÷ denominator` to the nearest integer, halves away from zero.
  ///
  /// `denominator` is positive.
  static func halfUp(_ numerator: Int128, over denominator: Int128) -> Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    // remainder ≥ denominator − remainder, written so that it cannot overflow
    let size = remainder.magnitude
    guard size >= denominator.magnitude - size else { return quotient }
    return numerator < 0 ? quotient - 1 : quotient + 1
  }
  /// `rest × power ÷ denominator` to the nearest integer, halves away from zero.
  ///
  /// `rest` is smaller than `denominator`, which is positive, so that the result is at most `power`
  /// however wide the product.
  static func halfUp(_ rest: Int128, _ power: Int128, _ denominator: Int128) -> Int128 {
    let (narrow, overflow) = rest.multipliedReportingOverflow(by: power)
    guard overflow else { return halfUp(narrow, over: denominator) }
    let wide = rest.magnitude.multipliedFullWidth(by: power.magnitude)
    let (quotient, remainder) = denominator.magnitude.dividingFullWidth(wide)
    let size = remainder >= denominator.magnitude - remainder ? quotient + 1 : quotient
    let rounded = Int128(truncatingIfNeeded: size)
    return rest < 0 ? -rounded : rounded
  }
}

/// A number could not be held exactly: a sum or product left the range of 128 bits.
///
/// No figure of a real form comes near it; a caller reports it (V002) instead of trapping.
public struct FigureOverflow: Error, Equatable, Sendable {
  /// An overflow.
  public init() {}
}

/// An exact decimal number: `significand × 10^-scale`.
///
/// Figures are kept without trailing zeros, so two equal numbers are the same value
/// however they were written (`9`, `9.00`).
public struct Figure: Hashable, Sendable {
  /// The digits as an integer; negative for negative figures.
  public let significand: Int128
  /// How many of the digits stand behind the decimal point; never negative.
  public let scale: Int

  /// Nothing: 0.
  public static let zero = Figure(0)
  /// A whole: 1.
  public static let one = Figure(1)
  /// 100, the base of percentages.
  public static let hundred = Figure(100)

  /// The most decimals a figure keeps.
  static let maximumScale = 37

  /// A whole number.
  public init(_ integer: Int) {
    significand = Int128(integer)
    scale = 0
  }

  /// `significand × 10^-scale`, with trailing zeros taken off.
  ///
  /// - Precondition of use: `scale` is between 0 and 37; other values give `nil`.
  public init?(significand: Int128, scale: Int) {
    guard (0...Self.maximumScale).contains(scale) else { return nil }
    self.init(trimming: significand, scale)
  }

  init(trimming digits: Int128, _ places: Int) {
    if let narrow = digits.narrow {
      self.init(trimming: narrow, places)
    } else {
      self.init(trimmingWide: digits, places)
    }
  }

  /// Nearly every figure of a form fits 64 bits, which divide many times faster.
  init(trimming digits: Int64, _ places: Int) {
    var digits = digits
    var places = places
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    significand = Int128(digits)
    scale = places
  }

  init(trimmingWide digits: Int128, _ places: Int) {
    var digits = digits
    var places = places
    while places > 0 {
      let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: 10)
      guard remainder == 0 else { break }
      digits = quotient
      places -= 1
    }
    significand = digits
    scale = places
  }

  /// Whether the figure is below zero.
  public var isNegative: Bool { significand < 0 }
  /// Whether the figure is zero.
  public var isZero: Bool { significand == 0 }

  /// The significand as it would be with `places` decimals, where that fits.
  func scaled(to places: Int) throws(FigureOverflow) -> Int128 {
    if places == scale { return significand }
    guard let power = PowerOfTen.of(places - scale) else { throw FigureOverflow() }
    let (product, overflow) = significand.multipliedReportingOverflow(by: power)
    guard !overflow else { throw FigureOverflow() }
    return product
  }
}

extension Int128 {
  /// The value in 64 bits; `nil` where it does not fit.
  var narrow: Int64? {
    let narrow = Int64(truncatingIfNeeded: self)
    return Int128(narrow) == self ? narrow : nil
  }
}

enum PowerOfTen {
  /// The largest power that fits.
  static let largest = 38

  private static let table: [Int128] = (0...largest).map { exponent in
    (0..<exponent).reduce(Int128(1)) { power, _ in power * 10 }
  }

  /// 10 to the `exponent`, for 0 through 38.
  static func of(_ exponent: Int) -> Int128? {
    table.indices.contains(exponent) ? table[exponent] : nil
  }
}

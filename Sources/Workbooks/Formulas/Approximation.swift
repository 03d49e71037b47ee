internal import Figures

/// Arithmetic of formulas: exact while fractions fit 128 bits. Beyond that operands are rounded
/// to 18 significant digits, three more than a spreadsheet shows.
enum Approximation {
  private static let digits = 18
  private static let places = 19

  static func sum(_ left: Ratio, _ right: Ratio) -> Ratio? {
    applied(left, right) { one, other throws(FigureOverflow) in try one + other }
  }

  static func difference(_ left: Ratio, _ right: Ratio) -> Ratio? {
    applied(left, right) { one, other throws(FigureOverflow) in try one - other }
  }

  static func product(_ left: Ratio, _ right: Ratio) -> Ratio? {
    applied(left, right) { one, other throws(FigureOverflow) in try one * other }
  }

  static func quotient(_ left: Ratio, _ right: Ratio) -> Ratio? {
    applied(left, right) { one, other throws(FigureOverflow) in try one.divided(by: other) }
  }

  /// `base` to a whole power; `nil` where the exponent is no whole number of at most 64.
  static func power(_ base: Ratio, _ exponent: Ratio) -> Ratio? {
    guard exponent.denominator == 1, let count = Int(exactly: exponent.numerator),
      -64...64 ~= count, count > 0 || base != .zero
    else { return nil }
    var result = Ratio.one
    for _ in 0..<abs(count) {
      guard let next = product(result, base) else { return nil }
      result = next
    }
    return count < 0 ? quotient(.one, result) : result
  }

  private static func applied(
    _ left: Ratio, _ right: Ratio,
    _ operation: (Ratio, Ratio) throws(FigureOverflow) -> Ratio?
  ) -> Ratio? {
    do throws(FigureOverflow) {
      return try operation(left, right)
    } catch {
      return rounded(left, right, operation)
    }
  }

  private static func rounded(
    _ left: Ratio, _ right: Ratio,
    _ operation: (Ratio, Ratio) throws(FigureOverflow) -> Ratio?
  ) -> Ratio? {
    do throws(FigureOverflow) {
      let one = try left.figure(significantDigits: digits, places: places)
      let other = try right.figure(significantDigits: digits, places: places)
      // A small operand that is rounded away would make a quotient of nothing.
      guard one.isZero == (left == .zero), other.isZero == (right == .zero) else { return nil }
      return try operation(Ratio(one), Ratio(other))
    } catch {
      return nil
    }
  }
}

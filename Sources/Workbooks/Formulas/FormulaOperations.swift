internal import Figures

extension FormulaStep.Arithmetic {
  func applied(_ left: Ratio?, _ right: Ratio?) -> Ratio? {
    guard let left, let right else { return nil }
    return switch self {
    case .sum: Approximation.sum(left, right)
    case .difference: Approximation.difference(left, right)
    case .product: Approximation.product(left, right)
    case .quotient: Approximation.quotient(left, right)
    case .power: Approximation.power(left, right)
    }
  }
}

extension FormulaStep.Comparison {
  /// As Excel compares: numbers before texts before truth values, texts without case, a blank
  /// equal to 0, "" and FALSE.
  func applied(_ left: FormulaValue, _ right: FormulaValue) -> FormulaValue {
    guard let order = Self.order(left, right) else { return .unresolved }
    return switch self {
    case .equal: .boolean(order == 0)
    case .unequal: .boolean(order != 0)
    case .below: .boolean(order < 0)
    case .above: .boolean(order > 0)
    case .atMost: .boolean(order <= 0)
    case .atLeast: .boolean(order >= 0)
    }
  }

  /// Below, at or above 0 as `left` is smaller, equal or larger; `nil` for what has no order.
  private static func order(_ left: FormulaValue, _ right: FormulaValue) -> Int? {
    switch (left, right) {
    case (.unresolved, _), (_, .unresolved), (.cells, _), (_, .cells), (.array, _), (_, .array):
      nil
    case (.blank, .blank): 0
    case (.blank, _): order(empty(like: right), right)
    case (_, .blank): order(left, empty(like: left))
    case (.number(let one), .number(let other)): one == other ? 0 : (one < other ? -1 : 1)
    case (.text(let one), .text(let other)): order(one, other)
    case (.boolean(let one), .boolean(let other)): one == other ? 0 : (other ? -1 : 1)
    default: rank(left) - rank(right)
    }
  }

  /// Letters without case; whether two texts of a language that Excel sorts by its own rules
  /// come in this order is left open.
  private static func order(_ left: String, _ right: String) -> Int? {
    let (one, other) = (left.lowercased(), right.lowercased())
    return one == other ? 0 : (one < other ? -1 : 1)
  }

  private static func empty(like value: FormulaValue) -> FormulaValue {
    switch value {
    case .text: .text("")
    case .boolean: .boolean(false)
    default: .number(.zero)
    }
  }

  private static func rank(_ value: FormulaValue) -> Int {
    switch value {
    case .text: 1
    case .boolean: 2
    default: 0
    }
  }
}

extension FormulaStep.Function {
  /// SUM, AVERAGE, COUNT, MIN or MAX of some numbers; `nil` where there is none such.
  func folded(_ figures: [Ratio]) -> Ratio? {
    switch self {
    case .sum: Self.sum(figures)
    case .average:
      Self.sum(figures).flatMap { Approximation.quotient($0, Ratio(Figure(figures.count))) }
    case .count: Ratio(Figure(figures.count))
    case .minimum: figures.min() ?? .zero
    case .maximum: figures.max() ?? .zero
    case .round, .condition, .sumOfProducts: nil
    }
  }

  private static func sum(_ figures: [Ratio]) -> Ratio? {
    var sum = Ratio.zero
    for figure in figures {
      guard let next = Approximation.sum(sum, figure) else { return nil }
      sum = next
    }
    return sum
  }
}

extension Approximation {
  /// Rounded half away from zero to `places` decimals; below 0 to tens, hundreds….
  static func rounded(_ number: Ratio, _ places: Int) -> Ratio? {
    if places >= 0 { return (try? number.rounded(to: places)).map { Ratio($0) } }
    guard let power = Figure(significand: 1, scale: -places).map({ Ratio($0) }),
      let tens = product(number, power), let whole = try? tens.rounded(to: 0)
    else { return nil }
    return quotient(Ratio(whole), power)
  }
}

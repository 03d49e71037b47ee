public import Figures

/// Money in one unit as money in another: 万元 is 元, four places to the right.
public enum MoneyUnit {
  /// An amount in 万元; as it is where the unit is no unit of money, `nil` where it has too many
  /// digits for that.
  public static func tenThousandYuan(_ amount: Figure, in unit: String) -> Figure? {
    guard unit != issued, let places = shift(from: unit, to: issued) else { return amount }
    return try? amount.shifted(right: places)
  }

  /// The unit that programmes issue money in.
  static let issued = "万元"

  /// How far the point moves from one unit to the other; `nil` where either is no unit of money.
  static func shift(from unit: String, to other: String) -> Int? {
    if let from = power(of: unit), let to = power(of: other) { return to - from }
    let (from, to) = (UnitText(unit), UnitText(other))
    guard from.isYuan, to.isYuan else { return nil }
    return to.power - from.power
  }

  /// The power of ten of the units that schemes name, as ``UnitText`` reads them: every amount is
  /// in one of these, and reading a unit takes long.
  private static func power(of unit: String) -> Int? { powers.value(from: 0, in: unit.utf8.span) }

  private static let powers = WordTable([("元", 0), ("千元", 3), ("万元", 4), ("亿元", 8)])
}

extension FundLayout {
  /// An amount as issued, which is in 万元, in the unit of this form; `nil` where it has too many
  /// digits for that.
  public func inOwnUnit(issued amount: Figure?) -> Figure? {
    guard let amount, let places = MoneyUnit.shift(from: MoneyUnit.issued, to: moneyUnit) else {
      return amount
    }
    return try? amount.shifted(right: places)
  }

  func inOwnUnit(_ fund: Programme.Fund?) -> Programme.Fund? {
    fund.map {
      Programme.Fund(
        source: $0.source, initialBudget: inOwnUnit(issued: $0.initialBudget),
        budget: inOwnUnit(issued: $0.budget))
    }
  }
}

extension Reading {
  /// The reading with the point of its figure moved, as from 元 to 万元.
  func shifted(right places: Int) -> Reading {
    var moved = self
    moved.figure = figure.flatMap { try? $0.shifted(right: places) }
    moved.decimals = max(0, decimals + places)
    return moved
  }
}

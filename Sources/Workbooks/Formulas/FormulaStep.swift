internal import Figures

/// One step of a formula in the order in which it is worked out: operands come before what is
/// done with them.
enum FormulaStep: Equatable {
  case number(Figure)
  case text(String)
  case boolean(Bool)
  /// An argument left out: `IF(A1,,2)`.
  case missing
  /// Cells; `sheet` is `nil` for those of the formula's own sheet.
  case cells(CellRange, sheet: String?)
  case negate
  case percent
  case arithmetic(Arithmetic)
  case compare(Comparison)
  case call(Function, count: Int)
  /// Takes `count` operands and gives what cannot be worked out.
  case unknown(count: Int)

  enum Arithmetic: Equatable { case sum, difference, product, quotient, power }

  enum Comparison: Equatable { case equal, unequal, below, above, atMost, atLeast }

  enum Function: String, Equatable {
    case sum = "SUM"
    case average = "AVERAGE"
    case count = "COUNT"
    case minimum = "MIN"
    case maximum = "MAX"
    case round = "ROUND"
    case condition = "IF"
    case sumOfProducts = "SUMPRODUCT"
  }
}

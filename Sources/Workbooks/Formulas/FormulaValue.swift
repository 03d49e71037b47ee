internal import Figures

/// What a part of a formula comes to.
///
/// What cannot be worked out is a value, too: a branch that a condition does not take does no
/// harm.
enum FormulaValue {
  case blank
  case number(Ratio)
  case text(String)
  case boolean(Bool)
  /// Cells of a sheet (by its place in the workbook), not looked at yet.
  case cells(CellRange, sheet: Int)
  /// Values row by row, as SUMPRODUCT takes them; never empty, never cells, never an array.
  case array([FormulaValue], columns: Int)
  /// An error value, or something this reader does not work out.
  case unresolved
}

extension FormulaValue {
  /// A number for arithmetic: a blank is 0, TRUE is 1, a text that is a plain number is that
  /// number; `nil` for all else.
  var number: Ratio? {
    switch self {
    case .blank: .zero
    case .number(let number): number
    case .boolean(let value): value ? .one : .zero
    case .text(let text): Figure(text).map { Ratio($0) }
    case .cells, .array, .unresolved: nil
    }
  }

  /// Whether a condition holds; `nil` where it is none.
  var condition: Bool? {
    switch self {
    case .blank: false
    case .number(let number): number != .zero
    case .boolean(let value): value
    case .text, .cells, .array, .unresolved: nil
    }
  }

  /// The values of an array, or the one value; `nil` for cells.
  var elements: (values: [FormulaValue], columns: Int)? {
    switch self {
    case .array(let values, let columns): (values, columns)
    case .cells: nil
    default: ([self], 1)
    }
  }

  init(_ number: Ratio?) { self = number.map { .number($0) } ?? .unresolved }
}

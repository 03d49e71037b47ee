/// What a cell holds, as stored: nothing is rounded or converted on the way.
public enum CellValue: Hashable, Sendable {
  /// Nothing, or nothing but a format.
  case blank
  /// A number, as the digits in the file (`0.9`, `1.5E-3`).
  case number(String)
  /// A text, runs of formatting joined.
  case text(String)
  /// TRUE or FALSE.
  case boolean(Bool)
  /// An error value (`#DIV/0!`).
  case error(String)
}

/// One cell of a sheet, decoded.
public struct Cell: Hashable, Sendable {
  /// Where it stands.
  public let reference: CellReference
  /// What it holds; for a formula, the value stored with it.
  public let value: CellValue
  /// The formula without `=`; `nil` where there is none. A follower of a shared formula has "".
  public let formula: String?
  /// How its number is shown.
  public let format: NumberFormat

  /// A cell of these parts.
  public init(
    reference: CellReference, value: CellValue, formula: String? = nil,
    format: NumberFormat = .general
  ) {
    self.reference = reference
    self.value = value
    self.formula = formula
    self.format = format
  }
}

/// How a number format shows a number: as much of it as reading a form needs.
public struct NumberFormat: Hashable, Sendable {
  /// What the number stands for.
  public enum Kind: Hashable, Sendable {
    /// A plain number, of whatever look.
    case number
    /// A fraction shown in percent: 0.9 is seen as 90 %.
    case percent
    /// A serial number shown as a date or time.
    case date
    /// A text format (`@`).
    case text
  }

  /// What the number stands for.
  public let kind: Kind
  /// The decimals the format shows; `nil` where it shows as many as there are (General).
  public let decimals: Int?
  /// What the format writes before the number, where that says something (`≤`); "" for nothing.
  public let before: String
  /// What it writes behind the number, such as a unit (`万元`); "" for nothing.
  public let after: String
  /// The power of ten by which the number shown is smaller than the one stored (3 for `0.0,`).
  public let power: Int

  /// A format.
  public init(
    kind: Kind, decimals: Int?, before: String = "", after: String = "", power: Int = 0
  ) {
    self.kind = kind
    self.decimals = decimals
    self.before = before
    self.after = after
    self.power = power
  }

  /// The General format.
  public static let general = NumberFormat(kind: .number, decimals: nil)
}

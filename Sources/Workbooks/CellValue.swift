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

/// A cell as it is shown, without its place and formula: what most readers ask for.
public struct ShownCell: Sendable {
  /// What it holds; for a formula, the value stored with it.
  public let value: CellValue
  /// How its number is shown.
  public let format: NumberFormat
  /// Whether it has a formula and no value was stored with it.
  public let lacksValue: Bool
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
  /// What the format writes around the number; `nil` for nothing, as nearly all do.
  public let frame: Frame?
  /// The power of ten by which the number shown is smaller than the one stored (3 for `0.0,`).
  public let power: Int

  /// What the format writes before the number, where that says something (`≤`); "" for nothing.
  public var before: String { frame?.before ?? "" }
  /// What it writes behind the number, such as a unit (`万元`); "" for nothing.
  public var after: String { frame?.after ?? "" }

  /// What a format writes around a number. Formats are handed on with every cell: by reference.
  public final class Frame: Hashable, Sendable {
    /// Before the number.
    public let before: String
    /// Behind it.
    public let after: String

    init(before: String, after: String) {
      (self.before, self.after) = (before, after)
    }

    /// Whether both write the same.
    public static func == (left: Frame, right: Frame) -> Bool {
      left === right || left.before == right.before && left.after == right.after
    }

    /// Hashes what it writes.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(before)
      hasher.combine(after)
    }
  }

  /// A format.
  public init(
    kind: Kind, decimals: Int?, before: String = "", after: String = "", power: Int = 0
  ) {
    self.kind = kind
    self.decimals = decimals
    frame = before.isEmpty && after.isEmpty ? nil : Frame(before: before, after: after)
    self.power = power
  }

  /// The General format.
  public static let general = NumberFormat(kind: .number, decimals: nil)
}

/// A rule about what may be typed into some cells; a list is a drop-down.
public struct DataValidation: Hashable, Sendable {
  /// What is allowed.
  public enum Kind: String, Hashable, Sendable {
    /// Anything; there is only a prompt.
    case any = "none"
    /// Whole numbers.
    case whole
    /// Numbers.
    case decimal
    /// One of a list.
    case list
    /// Dates.
    case date
    /// Times.
    case time
    /// Texts of a length.
    case textLength
    /// Whatever makes a formula true.
    case custom
  }

  /// The cells it governs.
  public let ranges: [CellRange]
  /// What is allowed.
  public let kind: Kind
  /// The comparison (`between`, `greaterThanOrEqual`, …); `between` where none is stated.
  public let comparison: String
  /// The first formula: of a list, its items in quotes or where they stand.
  public let formula1: String?
  /// The second formula, of a comparison with two bounds.
  public let formula2: String?
  /// The title of the prompt.
  public let promptTitle: String?
  /// The prompt shown at the cell.
  public let prompt: String?
}

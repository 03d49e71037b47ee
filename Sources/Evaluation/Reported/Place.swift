/// Where something stands in a return: a sheet and a cell, in the words of the workbook.
///
/// Evaluation never looks inside: it passes a place on from what was read to what is said of it.
public struct Place: Hashable, Sendable {
  /// The sheet's name.
  public let sheet: String
  /// The cell (`F18`); `nil` for the sheet as a whole.
  public let cell: String?

  /// A place.
  public init(sheet: String, cell: String?) {
    self.sheet = sheet
    self.cell = cell
  }

  /// Hashes the cell: most places of a return are on one sheet.
  public func hash(into hasher: inout Hasher) { hasher.combine(cell) }
}

internal import Workbooks

/// What the annotation must know of the sheet a form stands on, beside the form itself.
struct FormSheet: Sendable {
  /// What stands in a column right of the table.
  enum Column: Sendable {
    /// Nothing.
    case clear
    /// Cells in rows of the table that hold a look and nothing else.
    case formatted
    /// A value, or part of a merged cell.
    case taken
  }

  /// The sheet's name.
  var name: String
  /// Merged cells.
  var merges: [CellRange] = []
  /// The columns next to the table, from the first right of it.
  var neighbours: [Column] = []
  /// The first column right of everything on the sheet, 1-based.
  var firstBeyond: Int
  /// Heights of rows in points, where they are set.
  var rowHeights: [Int: Double] = [:]
  /// The form's title above the table.
  var title: CellReference?
  /// The sheets of the workbook on which a note can be seen.
  var visibleSheets: Set<String> = []

  /// How many columns right of the table are looked at.
  static let window = 24

  /// The merged cells a cell belongs to, or the cell alone.
  func area(of cell: CellReference) -> CellRange {
    merges.first { $0.contains(cell) } ?? CellRange(cell, cell)
  }
}

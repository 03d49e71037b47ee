/// The cells of one row by the meaning of their columns. A row has a dozen at most, which are found
/// sooner by looking at each than by hashing.
struct RowCells<Column: Hashable & Sendable>: Sendable {
  private let cells: [(column: Column, typed: Typed)]
  /// Whether a formula in one of them had no stored value.
  let isWorkedOut: Bool

  init(_ cells: [Column: Typed]) {
    self.cells = cells.map { ($0.key, $0.value) }
    isWorkedOut = cells.values.contains { $0.workedOutFrom != nil }
  }

  /// Cells whose columns differ.
  init(_ cells: [(column: Column, typed: Typed)]) {
    self.cells = cells
    isWorkedOut = cells.contains { $0.typed.workedOutFrom != nil }
  }

  subscript(_ column: Column) -> Typed? {
    for index in cells.indices where cells[index].column == column { return cells[index].typed }
    return nil
  }

  /// All of them.
  var all: [Column: Typed] {
    Dictionary(cells.map { ($0.column, $0.typed) }, uniquingKeysWith: { first, _ in first })
  }
}

/// The corners of all cells met.
struct Corners {
  private var first = CellStore.Place(row: .max, column: .max)
  private var last = CellStore.Place(row: 0, column: 0)

  @inline(__always)
  mutating func include(_ place: CellStore.Place) {
    first = .init(row: min(first.row, place.row), column: min(first.column, place.column))
    last = .init(row: max(last.row, place.row), column: max(last.column, place.column))
  }

  var range: CellRange? { last.row == 0 ? nil : CellRange(first.reference, last.reference) }
}

internal import Workbooks

/// The merged ranges of some rows, found by row; handed on by reference.
///
/// Bounded in size: ranges that overlap, which no spreadsheet program writes, may be dropped.
final class MergeMap: Sendable {
  private let few: [CellRange]
  private let byRow: [Int: [CellRange]]
  private let cover: MergeCover?

  private static let fewEnough = 64
  private static let mostEntries = 200_000

  /// The merges of a sheet that touch these rows, but for those within an earlier annotation.
  init(_ sheet: Sheet, rows: ClosedRange<Int>, ignoring ignored: [CellRange] = []) {
    let merges = sheet.merges
    var few: [CellRange] = []
    few.reserveCapacity(min(merges.count, Self.fewEnough))
    for merge in merges
    where merge.first.row <= rows.upperBound && merge.last.row >= rows.lowerBound
      && !ignored.contains(where: { $0.contains(merge.first) })
    {
      few.append(merge)
    }
    let areFew = few.count <= Self.fewEnough
    cover = areFew ? MergeCover(few) : nil
    byRow = areFew ? [:] : Self.byRow(few, rows)
    self.few = areFew ? few : []
  }

  private static func byRow(_ merges: [CellRange], _ rows: ClosedRange<Int>) -> [Int: [CellRange]] {
    var byRow: [Int: [CellRange]] = [:]
    var entries = 0
    for merge in merges {
      let touched = max(merge.first.row, rows.lowerBound)...min(merge.last.row, rows.upperBound)
      entries += touched.count
      guard entries <= mostEntries else { break }
      for row in touched { byRow[row, default: []].append(merge) }
    }
    return byRow
  }

  /// Whether there is none.
  var isEmpty: Bool { few.isEmpty && byRow.isEmpty }

  /// The merged range a cell belongs to; `nil` for a cell by itself.
  func merge(containing place: CellReference) -> CellRange? {
    if let cover { return cover[place].map { few[$0] } }
    let candidates = byRow.isEmpty ? few : byRow[place.row] ?? []
    return candidates.first { $0.contains(place) && $0.first != $0.last }
  }

  /// Goes through the merged ranges that touch a row.
  func forEachMerge(inRow row: Int, _ take: (CellRange) -> Void) {
    for merge in byRow.isEmpty ? few : byRow[row] ?? []
    where merge.first.row <= row && row <= merge.last.row {
      take(merge)
    }
  }
}

/// Which of a few merged ranges covers each cell of the rectangle around them.
private struct MergeCover: Sendable {
  private let rows: Range<Int>
  private let columns: Range<Int>
  /// By row and column, counted from 1; 0 for none.
  private var numbers: [UInt8]

  private static let mostCells = 1 << 13

  /// The cover of at most 255 ranges; `nil` where the rectangle is too large.
  init?(_ merges: [CellRange]) {
    guard merges.count < UInt8.max, let first = merges.first else { return nil }
    var (rows, columns) = (first.first.row...first.last.row, first.first.column...first.last.column)
    for merge in merges {
      rows = min(rows.lowerBound, merge.first.row)...max(rows.upperBound, merge.last.row)
      columns =
        min(columns.lowerBound, merge.first.column)...max(columns.upperBound, merge.last.column)
    }
    guard rows.count * columns.count <= Self.mostCells else { return nil }
    self.rows = Range(rows)
    self.columns = Range(columns)
    numbers = [UInt8](repeating: 0, count: rows.count * columns.count)
    // The first of two that overlap counts.
    for index in merges.indices.reversed() where merges[index].first != merges[index].last {
      mark(merges[index], UInt8(truncatingIfNeeded: index + 1))
    }
  }

  private mutating func mark(_ merge: CellRange, _ number: UInt8) {
    for row in merge.first.row...merge.last.row {
      let start = (row - rows.lowerBound) * columns.count - columns.lowerBound
      for column in merge.first.column...merge.last.column { numbers[start + column] = number }
    }
  }

  /// The place of the range that covers a cell; `nil` for none.
  subscript(_ place: CellReference) -> Int? {
    guard rows.contains(place.row), columns.contains(place.column) else { return nil }
    let number = numbers[
      (place.row - rows.lowerBound) * columns.count + place.column - columns.lowerBound]
    return number == 0 ? nil : Int(number) - 1
  }
}

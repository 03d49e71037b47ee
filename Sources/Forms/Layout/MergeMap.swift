internal import Workbooks

/// The merged ranges of some rows, found by row.
///
/// Bounded in size: ranges that overlap, which no spreadsheet program writes, may be dropped.
struct MergeMap {
  private var few: [CellRange] = []
  private var byRow: [Int: [CellRange]] = [:]

  private static let fewEnough = 64
  private static let mostEntries = 200_000

  /// The merges of a sheet that touch these rows, but for those within an earlier annotation.
  init(_ sheet: Sheet, rows: ClosedRange<Int>, ignoring ignored: [CellRange] = []) {
    for merge in sheet.merges
    where merge.first.row <= rows.upperBound && merge.last.row >= rows.lowerBound
      && !ignored.contains(where: { $0.contains(merge.first) })
    {
      few.append(merge)
    }
    guard few.count > Self.fewEnough else { return }
    var entries = 0
    for merge in few {
      let touched = max(merge.first.row, rows.lowerBound)...min(merge.last.row, rows.upperBound)
      entries += touched.count
      guard entries <= Self.mostEntries else { break }
      for row in touched { byRow[row, default: []].append(merge) }
    }
    few = []
  }

  /// The merged range a cell belongs to; `nil` for a cell by itself.
  func merge(containing place: CellReference) -> CellRange? {
    let candidates = byRow.isEmpty ? few : byRow[place.row] ?? []
    return candidates.first { $0.contains(place) && $0.first != $0.last }
  }

  /// The merged ranges that touch a row.
  func merges(inRow row: Int) -> [CellRange] {
    byRow.isEmpty
      ? few.filter { $0.first.row <= row && row <= $0.last.row } : byRow[row] ?? []
  }
}

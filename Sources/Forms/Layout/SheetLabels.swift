internal import Workbooks

/// The labels of a sheet in reading order, as finding its forms met them: reading asks for the same
/// cells again.
final class SheetLabels: Sendable {
  let hits: [SheetScan.Hit]
  /// The merges of its rows, as far as these were made for all of them.
  private let merges: (map: MergeMap, rows: ClosedRange<Int>)?

  init(_ hits: [SheetScan.Hit]) {
    self.hits = hits
    merges = nil
  }

  /// The same labels with all merges that touch these rows.
  init(_ labels: SheetLabels, _ merges: MergeMap, of rows: ClosedRange<Int>) {
    hits = labels.hits
    self.merges = (merges, rows)
  }

  /// The merges that touch these rows; `nil` where they were made for others.
  func merges(in rows: ClosedRange<Int>) -> MergeMap? {
    merges.flatMap { $0.rows == rows ? $0.map : nil }
  }

  /// What the label in a cell stands for; `nil` where none was met.
  func word(at place: CellReference) -> FormLexicon.Word? {
    let index = Ascending.firstIndex(hits.count) { hits[$0].place >= place }
    guard index < hits.count, hits[index].place == place else { return nil }
    return hits[index].word
  }
}

/// What was met on the way makes no two forms differ.
extension SheetLabels: Hashable {
  static func == (left: SheetLabels, right: SheetLabels) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}

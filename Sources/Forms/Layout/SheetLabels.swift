internal import Workbooks

/// The labels of a sheet in reading order, as finding its forms met them: reading asks for the same
/// cells again.
final class SheetLabels: Sendable {
  let hits: [SheetScan.Hit]

  init(_ hits: [SheetScan.Hit]) { self.hits = hits }

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

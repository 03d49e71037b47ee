internal import Evaluation
internal import Workbooks

/// A sheet as its reader sees it: cells with their merges, as typed values with their place. Handed on
/// by reference, to every reader of a block.
final class FormGrid {
  let sheet: Sheet
  let stored: TypedCells
  let merges: MergeMap
  /// The columns of the form. What stands right of them (an earlier annotation, a unit's own
  /// notes) is never read as an answer.
  let columns: ClosedRange<Int>
  private let lexicon: FormLexicon
  private let labels: SheetLabels?

  init(
    sheet: Sheet, stored: TypedCells, merges: MergeMap, columns: ClosedRange<Int>,
    lexicon: FormLexicon, labels: SheetLabels?
  ) {
    self.sheet = sheet
    self.stored = stored
    self.merges = merges
    self.columns = columns
    self.lexicon = lexicon
    self.labels = labels
  }

  /// What the text of a cell stands for; `nil` where it is no label.
  func word(of text: String, at place: CellReference) -> FormLexicon.Word? {
    labels?.word(at: place) ?? lexicon.word(of: text)
  }

  /// What the label in a cell stands for, as far as it was met when the form was found.
  func knownWord(at place: CellReference) -> FormLexicon.Word? { labels?.word(at: place) }

  /// A column of a block: where it stands, and how far its header is merged to the right.
  struct Column<Meaning: Hashable & Sendable> {
    let meaning: Meaning
    let column: Int
    let span: ClosedRange<Int>
  }

  /// What stands in a column of a row.
  enum Slot {
    /// A cell of its own, or one merged over unused columns beside it.
    case own(Typed)
    /// A part of a merge that begins in a row above.
    case swallowed(by: CellRange, at: Place)
  }

  /// The columns of a block, from the left.
  func blockColumns<Meaning: Hashable & Sendable>(
    _ headers: [Meaning: CellReference]
  ) -> [Column<Meaning>] {
    headers.map { meaning, place in
      let right = merges.merge(containing: place)?.last.column ?? place.column
      return Column(
        meaning: meaning, column: place.column, span: place.column...max(place.column, right))
    }.sorted { $0.column < $1.column }
  }

  /// What stands in a column of a row.
  ///
  /// - Parameter used: the columns that have a meaning of their own.
  func slot<Meaning>(_ row: Int, _ column: Column<Meaning>, used: ColumnSet) -> Slot {
    guard let reference = CellReference(row: row, column: column.column) else {
      let letters = CellReference.letters(ofColumn: column.column)
      return .own(Typed(.blank, at: Place(sheet: sheet.name, cell: letters + String(row))))
    }
    let place = place(reference)
    guard let merge = merges.merge(containing: reference), merge.first != reference else {
      let typed = typed(reference, at: place)
      guard column.span.count > 1, typed.content == .blank else { return .own(typed) }
      return .own(besideHeader(row, column, used) ?? typed)
    }
    if merge.first.row < row { return .swallowed(by: merge, at: place) }
    if used.contains(merge.first.column) { return .own(Typed(.blank, at: place)) }
    return .own(typed(merge.first))
  }

  /// A value typed under a header that is merged over several columns, in one of the others.
  private func besideHeader<Meaning>(
    _ row: Int, _ column: Column<Meaning>, _ used: ColumnSet
  ) -> Typed? {
    for other in column.span.dropFirst() where !used.contains(other) {
      guard let place = CellReference(row: row, column: other) else { continue }
      let typed = typed(place)
      if !typed.isBlank { return typed }
    }
    return nil
  }

  /// The value of one cell, merges left aside.
  func typed(_ place: CellReference) -> Typed {
    typed(place, at: self.place(place))
  }

  /// A cell in the words of findings.
  func place(_ place: CellReference) -> Place {
    Place(sheet: sheet.name, cell: place.description)
  }

  /// The rows of these that hold something, ascending.
  func rows(in range: ClosedRange<Int>) -> ArraySlice<Int> {
    let rows = sheet.rows
    let first = Ascending.firstIndex(rows.count) { rows[$0] >= range.lowerBound }
    let end = Ascending.firstIndex(rows.count) { rows[$0] > range.upperBound }
    return rows[first..<max(first, end)]
  }

  /// The cells of a row within the form that hold something.
  func cells(inRow row: Int) -> [Cell] {
    sheet.cells(inRow: row, columns: columns)
  }

  /// The texts of a row within the form.
  func texts(inRow row: Int) -> [(place: CellReference, text: String)] {
    sheet.texts(inRow: row, columns: columns)
  }

  private func typed(_ cell: CellReference, at place: consuming Place) -> Typed {
    stored.typed(cell, on: sheet, at: place)
  }
}

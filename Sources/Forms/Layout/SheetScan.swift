internal import Workbooks

/// The labels of a sheet, in reading order: what finding a form looks at.
struct SheetScan {
  /// One cell that holds a label.
  struct Hit {
    let place: CellReference
    let word: FormLexicon.Word
  }

  let sheet: Sheet
  let hits: [Hit]
  private let ignored: [CellRange]

  init(_ sheet: Sheet, lexicon: FormLexicon, ignoring ignored: [CellRange]) {
    self.sheet = sheet
    self.ignored = ignored
    var hits: [Hit] = []
    for row in sheet.rows {
      for cell in sheet.cells(inRow: row) {
        guard case .text(let text) = cell.value, let index = lexicon.index(of: text),
          !ignored.contains(where: { $0.contains(cell.reference) })
        else { continue }
        hits.append(Hit(place: cell.reference, word: lexicon.words[index]))
      }
    }
    self.hits = hits
  }

  /// The hits of some rows within some columns.
  func hits(in rows: ClosedRange<Int>, columns: ClosedRange<Int>) -> some Sequence<Hit> {
    hits.lazy.filter { rows.contains($0.place.row) && columns.contains($0.place.column) }
  }

  /// The cells of a row that hold something, an earlier annotation left out.
  func cells(inRow row: Int) -> [Cell] {
    let cells = sheet.cells(inRow: row)
    guard !ignored.isEmpty else { return cells }
    return cells.filter { cell in !ignored.contains { $0.contains(cell.reference) } }
  }
}

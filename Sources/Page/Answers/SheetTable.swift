internal import Forms
internal import Workbooks

/// A sheet as a table: what a person sees of it, without its colours.
struct SheetTable {
  /// The most rows and columns that are shown; forms have a tenth of it.
  static let mostRows = 600
  static let mostColumns = 60

  private let sheet: Sheet
  private let workbook: Workbook
  private let rows: Int
  private let columns: Int
  private let spans: [CellReference: CellRange]
  private let covered: Set<CellReference>

  init(_ sheet: Sheet, in workbook: Workbook) {
    self.sheet = sheet
    self.workbook = workbook
    let used = sheet.usedRange
    rows = min(used?.last.row ?? 0, Self.mostRows)
    columns = min(used?.last.column ?? 0, Self.mostColumns)
    var spans: [CellReference: CellRange] = [:]
    var covered: Set<CellReference> = []
    for merge in sheet.merges where merge.first.row <= rows && merge.first.column <= columns {
      spans[merge.first] = merge
      for row in merge.first.row...min(merge.last.row, rows) {
        for column in merge.first.column...min(merge.last.column, columns) {
          guard let place = CellReference(row: row, column: column), place != merge.first else {
            continue
          }
          covered.insert(place)
        }
      }
    }
    (self.spans, self.covered) = (spans, covered)
  }

  /// Appends name, column widths (in characters) and rows of cells, each with its reference.
  func append(to json: inout JSONBytes) {
    json.openObject()
    json.member("name", sheet.name)
    json.member(
      "cut", rows < sheet.usedRange?.last.row ?? 0 || columns < sheet.usedRange?.last.column ?? 0)
    json.key("columns")
    json.list((0..<columns).map { $0 + 1 }) { column, json in
      json.append(CellReference.letters(ofColumn: column))
    }
    json.key("widths")
    json.list((0..<columns).map { $0 + 1 }) { column, json in
      json.append(raw: Array(String(width(column)).utf8))
    }
    json.key("rows")
    json.list((0..<rows).map { $0 + 1 }, append)
    json.closeObject()
  }

  /// In tenths of a character; 0 for a hidden column.
  private func width(_ column: Int) -> Int {
    if sheet.hiddenColumns.contains(where: { $0.contains(column) }) { return 0 }
    let own = sheet.columnWidths.first { $0.columns.contains(column) }?.width
    return Int((own ?? sheet.defaultColumnWidth ?? 9) * 10)
  }

  private func append(_ row: Int, to json: inout JSONBytes) {
    json.openObject()
    json.member("row", row)
    json.member("hidden", sheet.hiddenRows.contains(row))
    json.key("cells")
    json.openList()
    for column in (0..<columns).map({ $0 + 1 }) {
      guard let place = CellReference(row: row, column: column), !covered.contains(place) else {
        continue
      }
      json.next()
      append(place, to: &json)
    }
    json.closeList()
    json.closeObject()
  }

  private func append(_ place: CellReference, to json: inout JSONBytes) {
    json.openObject()
    json.member("at", place.description)
    if let cell = sheet.cell(place) {
      json.member("text", ShownText.text(cell, in: workbook))
      if case .number = cell.value { json.member("number", true) }
    }
    if let span = spans[place] {
      json.member("down", min(span.last.row, rows) - place.row + 1)
      json.member("across", min(span.last.column, columns) - place.column + 1)
    }
    json.closeObject()
  }
}

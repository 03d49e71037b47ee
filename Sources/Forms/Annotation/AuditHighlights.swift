internal import Evaluation
internal import Workbooks

/// The cells to be coloured: red for errors and shortfalls, amber for warnings.
struct AuditHighlights: Sendable {
  private var red: Set<CellReference> = []
  private var amber: Set<CellReference> = []

  /// The colours over a form and its columns, where these could be added.
  init(_ subject: ScoredForm, rows: [AuditRow], columns: AuditColumns?, on sheet: FormSheet) {
    for finding in subject.evaluated.findings {
      guard let cell = subject.cell(finding.place), finding.severity > .note else { continue }
      mark(sheet.area(of: cell), red: finding.severity == .error || finding.code == .r005)
    }
    for indicator in subject.card.indicators where indicator.status == .shortfall {
      guard let cell = subject.cell(indicator.place) else { continue }
      mark(sheet.area(of: cell), red: true)
    }
    guard let columns else { return }
    for row in rows { mark(row, columns) }
  }

  /// The colours, red before amber, each with few ranges in the order of the sheet.
  var highlights: [Highlight] {
    let groups = [
      (red, AuditLook.errorHighlight), (amber.subtracting(red), AuditLook.warningHighlight),
    ]
    return groups.filter { !$0.0.isEmpty }.map { Highlight(CellRanges.covering($0.0), $0.1) }
  }

  private mutating func mark(_ row: AuditRow, _ columns: AuditColumns) {
    if row.isShort {
      mark(row.row, row.rate == nil ? columns.rate + 1 : columns.rate, columns.opinion, red: true)
      return
    }
    guard let severity = row.opinion.severity else { return }
    let isWide = row.isAboutRate && severity == .warning
    let first = isWide ? columns.rate : columns.opinion
    mark(row.row, first, columns.opinion, red: severity == .error)
  }

  private mutating func mark(_ row: Int, _ first: Int, _ last: Int, red isRed: Bool) {
    guard let left = CellReference(row: row, column: first),
      let right = CellReference(row: row, column: last)
    else { return }
    mark(CellRange(left, right), red: isRed)
  }

  private mutating func mark(_ area: CellRange, red isRed: Bool) {
    let cells = CellRanges.cells(of: area)
    if isRed { red.formUnion(cells) } else { amber.formUnion(cells) }
  }
}

/// Sets of cells as rectangles.
enum CellRanges {
  /// The most cells of one area that are coloured one by one; of a larger one its first stands
  /// for it, as a spreadsheet colours merged cells by their first.
  static let limit = 4096

  /// The cells of an area.
  static func cells(of area: CellRange) -> [CellReference] {
    let rows = area.first.row...area.last.row
    let columns = area.first.column...area.last.column
    guard rows.count * columns.count <= limit else { return [area.first] }
    return rows.flatMap { row in columns.compactMap { CellReference(row: row, column: $0) } }
  }

  /// Rectangles that cover exactly these cells, in the order of the sheet: runs within a row,
  /// joined with the same run of the row above.
  static func covering(_ cells: Set<CellReference>) -> [CellRange] {
    var finished: [CellRange] = []
    var open: [CellRange] = []
    for run in runs(of: cells) {
      let above = open.firstIndex {
        $0.last.row + 1 == run.first.row && $0.first.column == run.first.column
          && $0.last.column == run.last.column
      }
      if let above {
        open[above] = CellRange(open[above].first, run.last)
      } else {
        finished += open.filter { $0.last.row + 1 < run.first.row }
        open.removeAll { $0.last.row + 1 < run.first.row }
        open.append(run)
      }
    }
    return (finished + open).sorted { $0.first < $1.first }
  }

  private static func runs(of cells: Set<CellReference>) -> [CellRange] {
    var runs: [CellRange] = []
    for cell in cells.sorted() {
      if let last = runs.last, last.last.row == cell.row, last.last.column + 1 == cell.column {
        runs[runs.count - 1] = CellRange(last.first, cell)
      } else {
        runs.append(CellRange(cell, cell))
      }
    }
    return runs
  }
}

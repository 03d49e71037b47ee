internal import Evaluation
internal import Workbooks

/// The cells to be coloured: red for errors and shortfalls, amber for warnings.
struct AuditHighlights: Sendable {
  // Cells as they come, some of them several times.
  private var red: [CellReference] = []
  private var amber: [CellReference] = []

  /// The colours over a form and its columns, where these could be added.
  init(_ subject: ScoredForm, rows: [AuditRow], columns: AuditColumns?, on sheet: FormSheet) {
    for finding in subject.evaluated.findings {
      guard let cell = subject.cell(finding.place), finding.severity > .note else { continue }
      mark(sheet.area(of: cell), red: finding.severity == .error || finding.code == .r005)
    }
    let indicators = subject.card.indicators
    for at in indicators.indices where indicators[at].status == .shortfall {
      guard let cell = subject.cell(indicators[at].place) else { continue }
      mark(sheet.area(of: cell), red: true)
    }
    guard let columns else { return }
    for at in rows.indices where rows[at].isShort || rows[at].opinion.severity != nil {
      mark(rows[at], columns)
    }
  }

  /// The colours, red before amber, each with few ranges in the order of the sheet.
  var highlights: [Highlight] {
    let red = CellRanges.inOrder(red)
    var next = 0
    let amber = CellRanges.inOrder(amber).filter { cell in
      while next < red.count, red[next] < cell { next += 1 }
      return next == red.count || red[next] != cell
    }
    let groups = [(red, AuditLook.errorHighlight), (amber, AuditLook.warningHighlight)]
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
    if isRed { CellRanges.append(area, to: &red) } else { CellRanges.append(area, to: &amber) }
  }
}

/// Sets of cells as rectangles.
enum CellRanges {
  /// The most cells of one area that are coloured one by one; of a larger one its first stands
  /// for it, as a spreadsheet colours merged cells by their first.
  static let limit = 4096

  /// Adds the cells of an area to others.
  static func append(_ area: CellRange, to cells: inout [CellReference]) {
    let rows = area.first.row...area.last.row
    let columns = area.first.column...area.last.column
    guard rows.count * columns.count <= limit else { return cells.append(area.first) }
    for row in rows {
      for column in columns {
        if let cell = CellReference(row: row, column: column) { cells.append(cell) }
      }
    }
  }

  /// Cells in the order of the sheet, each once.
  static func inOrder(_ cells: [CellReference]) -> [CellReference] {
    guard cells.count > 1 else { return cells }
    var ordered: [CellReference] = []
    ordered.reserveCapacity(cells.count)
    for cell in cells.sorted() where ordered.last != cell { ordered.append(cell) }
    return ordered
  }

  /// Rectangles that cover exactly these cells, in the order of the sheet: runs within a row,
  /// joined with the same run of the row above.
  ///
  /// - Parameter cells: in the order of the sheet, each once.
  static func covering(_ cells: [CellReference]) -> [CellRange] {
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

  private static func runs(of cells: [CellReference]) -> [CellRange] {
    var runs: [CellRange] = []
    for cell in cells {
      if let last = runs.last, last.last.row == cell.row, last.last.column + 1 == cell.column {
        runs[runs.count - 1] = CellRange(last.first, cell)
      } else {
        runs.append(CellRange(cell, cell))
      }
    }
    return runs
  }
}

internal import Figures
internal import Workbooks

extension AuditColumns {
  /// What the columns say about the columns, where two lines above the headings are free.
  static let key = "差异＝核定－自评。▲须改，△须核实；红底：未达标或有错；黄底：提醒。"
  static let keyWithoutScores = "▲须改，△须核实；红底：未达标或有错；黄底：提醒。"

  /// The cells beside a form, row by row.
  ///
  /// - Parameter rows: in the order of the sheet.
  func cells(beside form: FoundForm, rows: [AuditRow], on sheet: FormSheet) -> [PatchCell] {
    var next = 0
    let titles = titleRows(of: form)
    let covered = rowsCovered(by: form, rows)
    var cells: [PatchCell] = []
    cells.reserveCapacity(4 * min(covered.count, 1 << 12))
    for row in covered {
      while next < rows.count, rows[next].row < row { next += 1 }
      if row == form.indicatorHeaderRow {
        appendHeading(row, over: .indicators, to: &cells)
      } else if row == form.fundHeaderRow {
        appendHeading(row, over: .funds, to: &cells)
      } else if form.tables.contains(where: { $0.headerRow == row }) {
        appendHeading(row, over: .table, to: &cells)
      } else if next < rows.count, rows[next].row == row {
        appendFigures(rows[next], height: sheet.rowHeights[row], to: &cells)
      } else if let line = titles.firstIndex(of: row) {
        appendTitle(row, isKey: line > 0, to: &cells)
      } else {
        append(row, rate, .blank, AuditLook.columnEdge, to: &cells)
      }
    }
    return cells
  }

  /// The rectangle that the cells fill.
  func area(beside form: FoundForm, rows: [AuditRow]) -> CellRange? {
    let covered = rowsCovered(by: form, rows)
    guard let top = CellReference(row: covered.lowerBound, column: rate),
      let bottom = CellReference(row: covered.upperBound, column: opinion)
    else { return nil }
    return CellRange(top, bottom)
  }

  /// The cells of heading and key that are joined across the columns.
  func merges(beside form: FoundForm) -> [CellRange] {
    titleRows(of: form).compactMap { row in
      guard let left = CellReference(row: row, column: rate),
        let right = CellReference(row: row, column: opinion)
      else { return nil }
      return CellRange(left, right)
    }
  }

  /// The rows for 「审核」 and its key: the first two of the table, where they lie above the
  /// headings.
  private func titleRows(of form: FoundForm) -> [Int] {
    let header = min(
      form.fundHeaderRow ?? form.indicatorHeaderRow, form.indicatorHeaderRow,
      form.tables.map(\.headerRow).min() ?? form.indicatorHeaderRow)
    let first = form.table.first.row
    return [first, first + 1].filter { $0 < header }
  }

  private func rowsCovered(by form: FoundForm, _ rows: [AuditRow]) -> ClosedRange<Int> {
    var (first, last) = (form.table.first.row, form.table.last.row)
    func cover(_ row: Int) { (first, last) = (min(first, row), max(last, row)) }
    if let top = rows.first, let bottom = rows.last {
      cover(top.row)
      cover(bottom.row)
    }
    cover(form.indicatorHeaderRow)
    if let row = form.fundHeaderRow { cover(row) }
    for table in form.tables { cover(table.headerRow) }
    return first...last
  }

  private func appendTitle(_ row: Int, isKey: Bool, to cells: inout [PatchCell]) {
    let look = isKey ? AuditLook.columnKey : AuditLook.columnTitle
    let key = hasScores ? Self.key : Self.keyWithoutScores
    for column in rate...opinion {
      append(
        row, column, column == rate ? .text(isKey ? key : "审　核") : .blank, look, to: &cells)
    }
  }

  private func appendHeading(_ row: Int, over block: Block, to cells: inout [PatchCell]) {
    for (column, text) in zip(rate...opinion, headings(over: block)) {
      append(
        row, column, text.isEmpty ? .blank : .text(text),
        column == rate ? AuditLook.firstHeading : AuditLook.heading, to: &cells)
    }
  }

  private func appendFigures(_ audit: AuditRow, height: Double?, to cells: inout [PatchCell]) {
    let difference = audit.difference
    let fraction = audit.rate.flatMap { try? $0.shifted(right: 2) }
    let text = audit.opinion.text
    append(audit.row, rate, .figure(fraction), AuditLook.columnRate, to: &cells)
    if let score, let column = self.difference {
      append(audit.row, score, .figure(audit.score), AuditLook.columnScore, to: &cells)
      append(
        audit.row, column, .figure(difference),
        difference?.isZero == true ? AuditLook.faintScore : AuditLook.columnScore, to: &cells)
    }
    append(
      audit.row, opinion, text.isEmpty ? .blank : .text(text),
      AuditLook.opinion(size: audit.opinion.size(inRowOf: height)), to: &cells)
  }

  private func append(
    _ row: Int, _ column: Int, _ value: PatchCell.Value, _ look: Look,
    to cells: inout [PatchCell]
  ) {
    guard let place = CellReference(row: row, column: column) else { return }
    cells.append(PatchCell(place, value, look: look, replacesBlank: replacesBlank))
  }
}

extension PatchCell.Value {
  /// A figure as a number; nothing where there is none.
  static func figure(_ figure: Figure?) -> PatchCell.Value {
    figure.map { .number($0.description) } ?? .blank
  }
}

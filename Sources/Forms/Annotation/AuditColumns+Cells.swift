internal import Figures
internal import Workbooks

extension AuditColumns {
  /// What the columns say about the columns, where two lines above the headings are free.
  static let key = "差异＝核定－自评。▲须改，△须核实；红底：未达标或有错；黄底：提醒。"
  static let keyWithoutScores = "▲须改，△须核实；红底：未达标或有错；黄底：提醒。"

  /// The cells beside a form, row by row.
  func cells(beside form: FoundForm, rows: [AuditRow], on sheet: FormSheet) -> [PatchCell] {
    let byRow = Dictionary(rows.map { ($0.row, $0) }) { first, _ in first }
    let titles = titleRows(of: form)
    return rowsCovered(by: form, rows).flatMap { row -> [PatchCell] in
      if row == form.indicatorHeaderRow { return headingCells(row, over: .indicators) }
      if row == form.fundHeaderRow { return headingCells(row, over: .funds) }
      if form.tables.contains(where: { $0.headerRow == row }) {
        return headingCells(row, over: .table)
      }
      if let audit = byRow[row] { return figureCells(audit, height: sheet.rowHeights[row]) }
      if let line = titles.firstIndex(of: row) { return titleCells(row, isKey: line > 0) }
      return [cell(row, rate, .blank, AuditLook.columnEdge)].compactMap { $0 }
    }
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
    let known =
      rows.map(\.row) + [form.indicatorHeaderRow, form.fundHeaderRow].compactMap { $0 }
      + form.tables.map(\.headerRow)
    let first = min(form.table.first.row, known.min() ?? form.table.first.row)
    return first...max(form.table.last.row, known.max() ?? first, first)
  }

  private func titleCells(_ row: Int, isKey: Bool) -> [PatchCell] {
    let style = isKey ? AuditLook.columnKey : AuditLook.columnTitle
    let key = hasScores ? Self.key : Self.keyWithoutScores
    return (rate...opinion).compactMap { column in
      cell(row, column, column == rate ? .text(isKey ? key : "审　核") : .blank, style)
    }
  }

  private func headingCells(_ row: Int, over block: Block) -> [PatchCell] {
    zip(rate...opinion, headings(over: block)).compactMap { column, text in
      cell(
        row, column, text.isEmpty ? .blank : .text(text),
        column == rate ? AuditLook.firstHeading : AuditLook.heading)
    }
  }

  private func figureCells(_ audit: AuditRow, height: Double?) -> [PatchCell] {
    let difference = audit.difference
    let fraction = audit.rate.flatMap { try? $0.shifted(right: 2) }
    let text = audit.opinion.text
    var cells = [
      cell(audit.row, rate, .figure(fraction), AuditLook.columnRate)
    ]
    if let score, let column = self.difference {
      cells.append(cell(audit.row, score, .figure(audit.score), AuditLook.columnScore))
      cells.append(
        cell(
          audit.row, column, .figure(difference),
          difference?.isZero == true ? AuditLook.faintScore : AuditLook.columnScore))
    }
    cells.append(
      cell(
        audit.row, opinion, text.isEmpty ? .blank : .text(text),
        AuditLook.opinion(size: audit.opinion.size(inRowOf: height))))
    return cells.compactMap { $0 }
  }

  private func cell(
    _ row: Int, _ column: Int, _ value: PatchCell.Value, _ look: Look
  ) -> PatchCell? {
    CellReference(row: row, column: column)
      .map { PatchCell($0, value, look: look, replacesBlank: replacesBlank) }
  }
}

extension PatchCell.Value {
  /// A figure as a number; nothing where there is none.
  static func figure(_ figure: Figure?) -> PatchCell.Value {
    figure.map { .number($0.description) } ?? .blank
  }
}

internal import Evaluation
internal import Workbooks

extension FoundForm {
  /// The form with the columns whose headers were reworded: the cells below them still bear the
  /// names that the blank gave them. Whether the wording is the scheme's is asked later (S005).
  func completed(by names: NamedCells, of form: FormWording, on sheet: Sheet?) -> FoundForm {
    guard let sheet else { return self }
    let cells = names.cells(on: self.sheet)
    guard !cells.isEmpty else { return self }
    let indicators = cells.compactMap { name, cell in
      FieldName.indicator(in: name).map { (meaning: $0.column, cell: cell) }
    }
    let further = Self.headers(
      indicators.filter { indicatorRows?.contains($0.cell.row) ?? false },
      below: indicatorHeaderRow, besides: indicatorHeaders,
      known: form.indicators.columns.map(\.meaning))
    let funds = cells.compactMap { name, cell in
      FieldName.fundColumn(in: name).map { (meaning: $0, cell: cell) }
    }
    let furtherFunds = fundHeaderRow.map { row in
      Self.headers(
        funds.filter { (row..<indicatorHeaderRow).contains($0.cell.row) }, below: row,
        besides: fundHeaders, known: form.funds?.columns.map(\.meaning) ?? [])
    }
    return adding(further, furtherFunds ?? [:], on: sheet)
  }

  private func adding(
    _ indicators: [IndicatorColumn: CellReference], _ funds: [FundColumn: CellReference],
    on sheet: Sheet
  ) -> FoundForm {
    let added = Array(indicators.values) + Array(funds.values)
    guard !added.isEmpty else { return self }
    let corners = added.flatMap { cell in
      sheet.merge(containing: cell).map { [$0.first, $0.last] } ?? [cell]
    }
    let table = corners.reduce(table) { $0.reaching(column: $1.column) }
    var completed = FoundForm(
      sheet: self.sheet, number: number, table: table, fundHeaderRow: fundHeaderRow,
      indicatorHeaderRow: indicatorHeaderRow, totalRow: totalRow,
      indicatorHeaders: indicatorHeaders.merging(indicators) { one, _ in one },
      fundHeaders: fundHeaders.merging(funds) { one, _ in one }, indicatorRows: indicatorRows,
      area: corners.reduce(area) { $0.reaching(column: $1.column) })
    completed.tables = tables
    completed.textRows = textRows
    completed.labels = labels
    return completed
  }

  /// Where the headers of columns stand whose named cells stand in one column that has no other
  /// meaning.
  static func headers<Meaning: Hashable>(
    _ cells: [(meaning: Meaning, cell: CellReference)], below row: Int,
    besides headers: [Meaning: CellReference], known: [Meaning]
  ) -> [Meaning: CellReference] {
    let taken = Set(headers.values.map(\.column))
    let columns = Dictionary(grouping: cells) { $0.meaning }
      .mapValues { Set($0.map(\.cell.column)) }
    var found: [Meaning: CellReference] = [:]
    for meaning in known where headers[meaning] == nil {
      guard let column = columns[meaning]?.first, columns[meaning]?.count == 1,
        !taken.contains(column)
      else { continue }
      found[meaning] = CellReference(row: row, column: column)
    }
    return found
  }
}

extension CellRange {
  /// The range, made wide enough for a column.
  fileprivate func reaching(column: Int) -> CellRange {
    guard let first = CellReference(row: first.row, column: min(first.column, column)),
      let last = CellReference(row: last.row, column: max(last.column, column))
    else { return self }
    return CellRange(first, last)
  }
}

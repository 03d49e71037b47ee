internal import Evaluation
internal import Workbooks

extension FormFinder {
  /// The finder for a workbook whose cells may bear the names of a blank.
  func knowing(_ names: NamedCells) -> FormFinder {
    var finder = self
    finder.names = names.isEmpty ? nil : names
    return finder
  }

  /// The header rows of indicators of a sheet. Where none is complete, required headers that were
  /// reworded are those of the columns that the names of the cells below them say.
  func indicatorHeaders(
    in scan: SheetScan
  ) -> (complete: [HeaderRow<IndicatorColumn>], best: HeaderRow<IndicatorColumn>?) {
    let headers = indicatorFinder.headers(in: scan)
    guard headers.complete.isEmpty, let best = headers.best, let names else { return headers }
    let cells = names.cells(on: scan.sheet.name).compactMap { name, cell in
      FieldName.indicator(in: name).map { (meaning: $0.column, cell: cell) }
    }
    let completed = best.completed(by: cells, known: form.indicators.columns.map(\.meaning))
    return (indicatorFinder.isComplete(completed) ? [completed] : [], best)
  }

  /// The header rows of the fund block of a sheet, likewise.
  func fundHeaders(in scan: SheetScan) -> [HeaderRow<FundColumn>] {
    guard let fundFinder else { return [] }
    let headers = fundFinder.headers(in: scan)
    guard headers.complete.isEmpty, let best = headers.best, let names else {
      return headers.complete
    }
    let cells = names.cells(on: scan.sheet.name).compactMap { name, cell in
      FieldName.fundColumn(in: name).map { (meaning: $0, cell: cell) }
    }
    let completed = best.completed(by: cells, known: form.funds?.columns.map(\.meaning) ?? [])
    return fundFinder.isComplete(completed) ? [completed] : []
  }
}

extension HeaderRow {
  /// The row with the headers of the columns whose named cells stand below it.
  fileprivate func completed(
    by cells: [(meaning: Meaning, cell: CellReference)], known: [Meaning]
  ) -> HeaderRow {
    let further = FoundForm.headers(
      cells.filter { $0.cell.row > bottom }, below: bottom, besides: self.cells.byMeaning,
      known: known)
    var row = self
    for (meaning, place) in further where self.cells[meaning] == nil {
      row.cells[meaning] = place
    }
    return row
  }
}

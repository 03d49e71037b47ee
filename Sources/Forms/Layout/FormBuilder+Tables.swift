internal import Evaluation
internal import Workbooks

/// The further tables of a form.
extension FormBuilder {
  /// The further tables that belong to the form of an indicator header, in the scheme's order;
  /// of each the first.
  func tables(
    of header: HeaderRow<IndicatorColumn>, from start: Int,
    before next: HeaderRow<IndicatorColumn>?, _ columns: ClosedRange<Int>
  ) -> [FoundTable] {
    let rows = rowsForTables(of: header, from: start, before: next)
    return zip(form.tables, tables).enumerated().compactMap { index, pair -> FoundTable? in
      let (table, headers) = pair
      let own = headers.first { candidate in
        rows.contains(candidate.top)
          && candidate.cells.places.allSatisfy { columns.contains($0.column) }
      }
      return own.map { found(table, at: index, $0, beside: header, before: next, columns) }
    }
  }

  /// Where the tables of a form may begin. Those above another form's indicators are that form's.
  private func rowsForTables(
    of header: HeaderRow<IndicatorColumn>, from start: Int,
    before next: HeaderRow<IndicatorColumn>?
  ) -> ClosedRange<Int> {
    let last = lastRow(before: next)
    if tablesStandBelow { return header.bottom...max(header.bottom, last) }
    return start...max(start, next == nil ? last : header.top)
  }

  private func found(
    _ table: FurtherTable, at index: Int, _ own: HeaderRow<IndicatorColumn>,
    beside header: HeaderRow<IndicatorColumn>, before next: HeaderRow<IndicatorColumn>?,
    _ columns: ClosedRange<Int>
  ) -> FoundTable {
    let limit = limit(of: own, at: index, beside: header, before: next, columns)
    let rows = IndicatorRows(scan: scan, header: own, layout: table.layout, columns: columns) {
      $0.endsTables.contains(index)
    }
    let (body, total) =
      limit > own.bottom ? rows.extent(of: (own.bottom + 1)...limit) : (nil, nil)
    return FoundTable(
      id: table.id, top: own.top, headerRow: own.bottom, headers: own.cells.byMeaning, rows: body,
      totalRow: total)
  }

  /// The last row before another block begins.
  private func limit(
    of own: HeaderRow<IndicatorColumn>, at index: Int, beside header: HeaderRow<IndicatorColumn>,
    before next: HeaderRow<IndicatorColumn>?, _ columns: ClosedRange<Int>
  ) -> Int {
    let last = lastRow(before: next)
    guard last > own.bottom else { return own.bottom }
    let below = (own.bottom + 1)...last
    let others = tables.enumerated().filter { $0.offset != index }.flatMap(\.element)
    let heads = funds(in: below).map(\.top) + others.map(\.top) + [header.top]
    let names = scan.hits(in: below, columns: columns)
      .filter { $0.word.identity == .projectName }.map(\.place.row)
    return (heads.filter(below.contains) + names).min().map { $0 - 1 } ?? last
  }
}

internal import Workbooks

extension FormSheet {
  /// What the annotation must know of a form's sheet; `nil` where the workbook has no such sheet.
  ///
  /// - Parameter prior: an earlier annotation, which will be taken out and counts as not there.
  init?(_ form: FoundForm, in workbook: Workbook, without prior: PriorPatch?) {
    guard let sheet = workbook.sheet(named: form.sheet) else { return nil }
    let added = prior?.area(on: sheet.name)
    let area = added?.cells
    name = sheet.name
    merges = sheet.merges.filter { area?.contains($0.first) != true }
    rowHeights = sheet.rowHeights
    title = Self.title(of: form, on: sheet)
    visibleSheets = Set(
      workbook.sheets.filter { $0.state == .visible && $0.name != prior?.firstSheet }.map(\.name))
    firstBeyond = Self.firstBeyond(sheet, without: area)
    neighbours = Self.neighbours(of: form.table, on: sheet, merges: merges, without: added)
  }

  private static func firstBeyond(_ sheet: Sheet, without area: CellRange?) -> Int {
    let ends = sheet.merges.map(\.last.column) + [sheet.formattedExtent?.last.column ?? 0]
    let last = ends.max() ?? 0
    if let area, area.last.column >= last { return area.first.column }
    return last + 1
  }

  /// Looks only as far as the columns that will be taken.
  private static func neighbours(
    of table: CellRange, on sheet: Sheet, merges: [CellRange], without area: PriorPatch.AddedArea?
  ) -> [Column] {
    var columns: [Column] = []
    let first = table.last.column + 1
    for column in first..<(first + window) where column <= CellReference.lastColumn {
      columns.append(state(of: column, beside: table, on: sheet, merges: merges, without: area))
      if columns.suffix(4).count == 4, columns.suffix(4).allSatisfy({ $0 == .clear }) { break }
    }
    return columns
  }

  private static func state(
    of column: Int, beside table: CellRange, on sheet: Sheet, merges: [CellRange],
    without area: PriorPatch.AddedArea?
  ) -> Column {
    let isMerged = merges.contains { ($0.first.column...$0.last.column).contains(column) }
    if column > sheet.formattedExtent?.last.column ?? 0 { return isMerged ? .taken : .clear }
    let cells = area?.cells
    let isAdded = cells.map { ($0.first.column...$0.last.column).contains(column) } ?? false
    let added = isAdded ? cells.map { $0.first.row...$0.last.row } : nil
    guard !isMerged, isEmpty(column, on: sheet, outside: added) else { return .taken }
    let hasElement = (table.first.row...table.last.row).contains { row in
      guard let cell = CellReference(row: row, column: column) else { return false }
      return area?.contains(cell) != true && sheet.hasElement(at: cell)
    }
    return hasElement ? .formatted : .clear
  }

  private static func isEmpty(
    _ column: Int, on sheet: Sheet, outside rows: ClosedRange<Int>?
  ) -> Bool {
    guard let rows else {
      return sheet.columnIsEmpty(column, inRows: 1...CellReference.lastRow)
    }
    let above = rows.lowerBound > 1 ? 1...rows.lowerBound - 1 : nil
    let below =
      rows.upperBound < CellReference.lastRow ? rows.upperBound + 1...CellReference.lastRow : nil
    return [above, below].compactMap { $0 }
      .allSatisfy { sheet.columnIsEmpty(column, inRows: $0) }
  }

  /// The first text above the table that stands over most of its columns, else the first of all.
  private static func title(of form: FoundForm, on sheet: Sheet) -> CellReference? {
    let above = sheet.rows.prefix { $0 < form.table.first.row }
    let texts = above.suffix(20).flatMap { sheet.cells(inRow: $0) }
      .filter { if case .text = $0.value { true } else { false } }.map(\.reference)
    let width = form.table.last.column - form.table.first.column + 1
    let wide = texts.first { text in
      guard let merge = sheet.merge(containing: text) else { return false }
      return (merge.last.column - merge.first.column + 1) * 3 >= width * 2
    }
    return wide ?? texts.first
  }
}

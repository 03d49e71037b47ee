internal import Evaluation
internal import Workbooks

/// A block of rows to be read: the indicators, or a further table.
struct IndicatorBlock {
  /// The further table's id; `nil` for the indicators.
  let table: String?
  /// The further table's place in the scheme.
  let index: Int?
  let headers: [IndicatorColumn: CellReference]
  /// The first row of its header.
  let top: Int
  let rows: ClosedRange<Int>?
  let totalRow: Int?

  /// The blocks of a form, the indicators first.
  static func all(of found: FoundForm, in form: FormWording) -> [IndicatorBlock] {
    let indicators = IndicatorBlock(
      table: nil, index: nil, headers: found.indicatorHeaders,
      top: found.indicatorHeaders.values.map(\.row).min() ?? found.indicatorHeaderRow,
      rows: found.indicatorRows,
      totalRow: found.totalRow)
    return [indicators]
      + found.tables.map { table in
        IndicatorBlock(
          table: table.id, index: form.tables.firstIndex { $0.id == table.id },
          headers: table.headers, top: table.top, rows: table.rows, totalRow: table.totalRow)
      }
  }

  /// What a label heads in this block.
  func column(of word: FormLexicon.Word) -> IndicatorColumn? {
    index.map { word.tables[$0] } ?? word.indicator
  }
}

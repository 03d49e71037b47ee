public import Evaluation
public import Workbooks

/// Where a form stands in a workbook. Rows and columns are 1-based.
public struct FoundForm: Hashable, Sendable {
  /// The sheet's name.
  public let sheet: String
  /// Which form of the workbook it is, from 1.
  public let number: Int
  /// The table: from the first labelled row to the last row of the indicators (the total row
  /// where there is one), all labelled columns, merged cells included.
  public let table: CellRange
  /// The row of the fund block's header, the lower one of two; `nil` where the form has none.
  public let fundHeaderRow: Int?
  /// The row of the indicator block's header, the lower one of two.
  public let indicatorHeaderRow: Int
  /// The row of the total; `nil` where there is none.
  public let totalRow: Int?
  /// The header of each column of the indicator block, by meaning.
  public let indicatorHeaders: [IndicatorColumn: CellReference]
  /// The header of each column of the fund block, by meaning.
  public let fundHeaders: [FundColumn: CellReference]
  /// The rows in which indicators stand; `nil` where there are none.
  public let indicatorRows: ClosedRange<Int>?
  /// All that belongs to this form rather than to another one of the sheet: labels beside the
  /// tables are looked for here.
  public let area: CellRange

  /// The further tables of the scheme that stand in it, in the scheme's order.
  public var tables: [FoundTable] = []

  /// The rows among the indicators in which a label of texts stands; `nil` where nobody looked.
  var textRows: Set<Int>?

  /// The labels of its sheet; `nil` where nobody looked.
  var labels: SheetLabels?

  /// A form found.
  public init(
    sheet: String, number: Int, table: CellRange, fundHeaderRow: Int?, indicatorHeaderRow: Int,
    totalRow: Int?, indicatorHeaders: [IndicatorColumn: CellReference] = [:],
    fundHeaders: [FundColumn: CellReference] = [:], indicatorRows: ClosedRange<Int>? = nil,
    area: CellRange? = nil
  ) {
    self.sheet = sheet
    self.number = number
    self.table = table
    self.fundHeaderRow = fundHeaderRow
    self.indicatorHeaderRow = indicatorHeaderRow
    self.totalRow = totalRow
    self.indicatorHeaders = indicatorHeaders
    self.fundHeaders = fundHeaders
    self.indicatorRows = indicatorRows
    self.area = area ?? table
  }
}

extension FoundForm {
  /// The form as the so-and-so-many of its workbook, from 1.
  func numbered(_ number: Int) -> FoundForm {
    var form = FoundForm(
      sheet: sheet, number: number, table: table, fundHeaderRow: fundHeaderRow,
      indicatorHeaderRow: indicatorHeaderRow, totalRow: totalRow,
      indicatorHeaders: indicatorHeaders, fundHeaders: fundHeaders, indicatorRows: indicatorRows,
      area: area)
    form.tables = tables
    form.textRows = textRows
    form.labels = labels
    return form
  }
}

/// Where a further table of a form stands, on the form's own sheet. Rows and columns are 1-based.
public struct FoundTable: Hashable, Sendable {
  /// Its id in the scheme.
  public let id: String
  /// The first row of its header.
  public let top: Int
  /// The row of its header, the lower one of two.
  public let headerRow: Int
  /// The header of each column, by meaning.
  public let headers: [IndicatorColumn: CellReference]
  /// The rows in which its entries stand; `nil` where there are none.
  public let rows: ClosedRange<Int>?
  /// The row of its total; `nil` where there is none.
  public let totalRow: Int?

  /// Its last row.
  var end: Int { max(headerRow, rows?.upperBound ?? headerRow, totalRow ?? headerRow) }

  /// Whether a row belongs to it, its header included.
  func contains(_ row: Int) -> Bool { (top...end).contains(row) }
}

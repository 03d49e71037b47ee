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
  /// The row of the fund block's header; `nil` where the form has none.
  public let fundHeaderRow: Int?
  /// The row of the indicator block's header.
  public let indicatorHeaderRow: Int
  /// The row of the total; `nil` where there is none.
  public let totalRow: Int?

  /// A form found.
  public init(
    sheet: String, number: Int, table: CellRange, fundHeaderRow: Int?, indicatorHeaderRow: Int,
    totalRow: Int?
  ) {
    self.sheet = sheet
    self.number = number
    self.table = table
    self.fundHeaderRow = fundHeaderRow
    self.indicatorHeaderRow = indicatorHeaderRow
    self.totalRow = totalRow
  }
}

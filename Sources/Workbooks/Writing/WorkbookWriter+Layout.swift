internal import CXlsxWriter

extension WorkbookWriter {
  /// The widths of columns (1-based) in pixels at 100 %.
  public mutating func setColumns(
    _ columns: ClosedRange<Int>, pixels: Int, style: CellStyle? = nil, hidden: Bool = false,
    on sheet: SheetID
  ) throws(WorkbookError) {
    let width = pixels <= 12 ? Double(max(pixels, 0)) / 12 : Double(pixels - 5) / 7
    try setColumns(columns, characters: width, style: style, hidden: hidden, on: sheet)
  }

  /// The widths of columns (1-based) in characters of the Normal style.
  public mutating func setColumns(
    _ columns: ClosedRange<Int>, characters: Double, style: CellStyle? = nil,
    hidden: Bool = false, on sheet: SheetID
  ) throws(WorkbookError) {
    guard columns.lowerBound >= 1, columns.upperBound <= CellReference.lastColumn,
      (0...255).contains(characters)
    else { throw .cannotWrite("columns \(columns) of \(characters) characters") }
    var options = lxw_row_col_options()
    options.hidden = hidden ? 1 : 0
    try check(
      worksheet_set_column_opt(
        try pointer(sheet), UInt16(columns.lowerBound - 1), UInt16(columns.upperBound - 1),
        characters, try styles.format(style), &options),
      "columns \(columns)")
  }

  /// The height of a row (1-based) in points; a streaming writer needs it before its cells.
  public mutating func setRow(
    _ row: Int, height: Double, style: CellStyle? = nil, hidden: Bool = false, on sheet: SheetID
  ) throws(WorkbookError) {
    guard (1...CellReference.lastRow).contains(row), (0...409.5).contains(height) else {
      throw .cannotWrite("row \(row) of \(height) points; rows have at most 409.5")
    }
    var options = lxw_row_col_options()
    options.hidden = hidden ? 1 : 0
    try check(
      worksheet_set_row_opt(
        try pointer(sheet), UInt32(row - 1), height, try styles.format(style), &options),
      "row \(row)")
  }

  /// Keeps the first rows and columns in the window.
  public mutating func freeze(
    rows: Int, columns: Int = 0, on sheet: SheetID
  ) throws(WorkbookError) {
    guard (0..<CellReference.lastRow).contains(rows),
      (0..<CellReference.lastColumn).contains(columns)
    else { throw .cannotWrite("\(rows) rows and \(columns) columns cannot be kept in the window") }
    worksheet_freeze_panes(try pointer(sheet), UInt32(rows), UInt16(columns))
  }

  /// Puts a filter on a table, its header row included.
  public mutating func setFilter(_ range: CellRange, on sheet: SheetID) throws(WorkbookError) {
    try check(
      worksheet_autofilter(
        try pointer(sheet), UInt32(range.first.row - 1), UInt16(range.first.column - 1),
        UInt32(range.last.row - 1), UInt16(range.last.column - 1)),
      "the filter \(range)")
  }

  /// Leaves out the lines between cells, on the screen and in print.
  public mutating func hideGridLines(on sheet: SheetID) throws(WorkbookError) {
    worksheet_gridlines(try pointer(sheet), UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// The cell that is selected when the sheet is opened.
  public mutating func select(_ cell: CellReference, on sheet: SheetID) throws(WorkbookError) {
    let row = UInt32(cell.row - 1)
    let column = UInt16(cell.column - 1)
    worksheet_set_selection(try pointer(sheet), row, column, row, column)
  }

  /// Leaves out Excel's green corners on digits that are meant as text.
  public mutating func allowDigitsAsText(
    _ range: CellRange, on sheet: SheetID
  ) throws(WorkbookError) {
    let type = UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue)
    try check(
      worksheet_ignore_errors(try pointer(sheet), type, range.description), "cells \(range)")
  }

  /// How the sheet is printed.
  ///
  /// - Throws: `cannotWrite` for a footer over 255 characters (Excel's bound), or over 1,000
  ///   page breaks.
  public mutating func setPage(_ page: PageSetup, on sheet: SheetID) throws(WorkbookError) {
    let target = try pointer(sheet)
    worksheet_set_paper(target, 9)
    if page.isLandscape { worksheet_set_landscape(target) } else { worksheet_set_portrait(target) }
    if page.fitsWidth { worksheet_fit_to_pages(target, 1, 0) }
    if page.isCentred { worksheet_center_horizontally(target) }
    let margins = page.margins
    worksheet_set_margins(target, margins.left, margins.right, margins.top, margins.bottom)
    if let area = page.area {
      try check(
        worksheet_print_area(
          target, UInt32(area.first.row - 1), UInt16(area.first.column - 1),
          UInt32(area.last.row - 1), UInt16(area.last.column - 1)),
        "the print area \(area)")
    }
    if let rows = page.repeatedRows {
      guard rows.lowerBound >= 1, rows.upperBound <= CellReference.lastRow else {
        throw .cannotWrite("rows \(rows) cannot be repeated")
      }
      try check(
        worksheet_repeat_rows(target, UInt32(rows.lowerBound - 1), UInt32(rows.upperBound - 1)),
        "the repeated rows \(rows)")
    }
    try setBreaks(page.pageBreaks, on: target)
    try setFooter(page, on: target)
  }

  private func setBreaks(
    _ rows: [Int], on target: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookError) {
    let valid = Set(rows.filter { (1..<CellReference.lastRow).contains($0) }).sorted()
    guard !valid.isEmpty else { return }
    guard valid.count <= 1000 else { throw .cannotWrite("\(valid.count) page breaks on one sheet") }
    var breaks = valid.map { UInt32($0) } + [0]
    try check(worksheet_set_h_pagebreaks(target, &breaks), "the page breaks")
  }

  private func setFooter(
    _ page: PageSetup, on target: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookError) {
    var footer = ""
    if !page.footerLeft.isEmpty { footer += "&L" + page.footerLeft }
    if !page.footerCentre.isEmpty { footer += "&C" + page.footerCentre }
    if !page.footerRight.isEmpty { footer += "&R" + page.footerRight }
    guard !footer.isEmpty else { return }
    footer = XMLText.clean(footer)
    guard footer.utf16.count <= 254 else {
      throw .cannotWrite("a footer of \(footer.utf16.count) characters, allowed are 254")
    }
    var options = lxw_header_footer_options()
    options.margin = 0.28
    try check(worksheet_set_footer_opt(target, footer, &options), "the footer")
  }
}

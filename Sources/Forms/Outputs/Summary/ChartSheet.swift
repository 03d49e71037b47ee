internal import Figures
internal import Workbooks

/// 图表: charts, and beside them, right of what is printed, the figures they are drawn from.
struct ChartSheet {
  /// One chart with its figures: a column of names, and a column of figures for each series.
  struct Drawing {
    /// One series of bars.
    struct Series {
      var name: String
      var values: [Figure?]
    }

    var title: String
    var names: [String]
    var series: [Series]
    var isHorizontal = true
    var isStacked = false
    /// Whether each name has a value in one of the series only.
    var isSplit = false
    /// The number format of values and axis; `nil` takes that of the figures.
    var format: String?
    /// What no value exceeds; the axis has room for figures beyond it. `nil` leaves the axis to
    /// the program.
    var full: Double?
    /// The left upper corner and the size, in pixels from the corner of the sheet's second row.
    var x = 0
    var y = 0
    var width = 0
    var height = 0
  }

  static let width = 1_064
  /// The columns below the charts: 76 pixels each.
  private static let columns = 14
  private static let pixelsAColumn = 76
  private static let pixelsARow = 20
  /// The first row below the heading.
  private static let firstRow = 3
  private static let name = "图表"

  private let id: WorkbookWriter.SheetID
  private let title: String

  init(
    title: String, note: String, in book: inout WorkbookWriter
  ) throws(WorkbookError) {
    self.title = title
    id = try book.addSheet(named: Self.name)
    try book.setColumns(1...Self.columns, pixels: Self.pixelsAColumn, on: id)
    try book.hideGridLines(on: id)
    let heading = title.isEmpty ? Self.name : title + "　" + Self.name
    try book.setRow(1, height: 34.5, on: id)
    try merge(1, heading, SummaryLook.title, &book)
    try book.setRow(2, height: 19.5, on: id)
    try merge(2, note, SummaryLook.note, &book)
  }

  /// Writes the figures of all charts side by side, and the charts.
  ///
  /// - Parameter breaks: the pixels below which a page ends.
  func draw(
    _ drawings: [Drawing], breaks: [Int], _ book: inout WorkbookWriter
  ) throws(WorkbookError) {
    var column = Self.columns + 2
    var grid: [[StreamedCell]] = []
    for drawing in drawings {
      try place(drawing, column, &book)
      fill(&grid, drawing, column)
      column += drawing.series.count + 2
    }
    // The library reckons charts by rows of the usual height.
    for (row, cells) in grid.enumerated() {
      try book.append(row: Self.firstRow + row, height: 15, cells, on: id)
    }
    let height = drawings.map { $0.y + $0.height }.max() ?? 0
    try finish(rows: 2 + height / Self.pixelsARow + 1, breaks: breaks, &book)
  }

  private func place(
    _ drawing: Drawing, _ column: Int, _ book: inout WorkbookWriter
  ) throws(WorkbookError) {
    let rows = Self.firstRow + 1...Self.firstRow + max(drawing.names.count, 1)
    func range(_ column: Int) -> String {
      let letters = CellReference.letters(ofColumn: column)
      return "'\(Self.name)'!$\(letters)$\(rows.lowerBound):$\(letters)$\(rows.upperBound)"
    }
    let series = drawing.series.enumerated().map { index, series in
      let look = Self.looks[index % Self.looks.count]
      return BarChart.Series(
        name: series.name, categories: range(column), values: range(column + 1 + index),
        colour: look.0, pattern: look.1, showsValues: !drawing.isStacked)
    }
    let chart = BarChart(
      title: drawing.title, series: series, horizontal: drawing.isHorizontal,
      stacked: drawing.isStacked, overlapping: drawing.isSplit, labelFormat: drawing.format,
      maximum: drawing.full.map { $0 * 1.1 }, unit: drawing.full.map { $0 / 5 },
      showsLegend: drawing.series.count > 1, width: drawing.width, height: drawing.height)
    guard
      let corner = CellReference(
        row: Self.firstRow + drawing.y / Self.pixelsARow,
        column: 1 + drawing.x / Self.pixelsAColumn)
    else { return }
    try book.addChart(chart, at: corner, on: id)
  }

  /// Told apart by dark, mid, hatch, pale, dots: no two neighbours by hue.
  private static let looks: [(RGB, BarChart.Pattern)] = [
    (RGB(0x3B6A94), .solid), (RGB(0x3B6A94), .hatch), (RGB(0x1F3F5F), .solid),
    (RGB(0xE1E6EB), .solid), (RGB(0x1F3F5F), .dots), (RGB(0x7FA0C0), .solid),
  ]

  private func fill(_ grid: inout [[StreamedCell]], _ drawing: Drawing, _ column: Int) {
    while grid.count <= drawing.names.count { grid.append([]) }
    let head = CellStyle(font: .init(Face.heading, size: 9), fill: Colour.label)
    grid[0].append(StreamedCell(column: column, value: .text(drawing.title), style: head))
    for (index, series) in drawing.series.enumerated() {
      grid[0].append(
        StreamedCell(column: column + 1 + index, value: .text(series.name), style: head))
    }
    let text = CellStyle(font: .init(Face.table, size: 9))
    let figures = CellStyle(font: .init(Face.figures, size: 9), numberFormat: "0.00")
    for (row, name) in drawing.names.enumerated() {
      grid[row + 1].append(StreamedCell(column: column, value: .text(name), style: text))
      for (index, series) in drawing.series.enumerated() {
        guard let value = series.values[row] else { continue }
        grid[row + 1].append(
          StreamedCell(
            column: column + 1 + index, value: .number(value.description), style: figures))
      }
    }
  }

  private func finish(
    rows: Int, breaks: [Int], _ book: inout WorkbookWriter
  ) throws(WorkbookError) {
    guard let first = CellReference(row: 1, column: 1),
      let last = CellReference(row: max(rows, 3), column: Self.columns)
    else { return }
    let heading = title.isEmpty ? Self.name : title.prefix(40) + "　" + Self.name
    try book.setPage(
      PageSetup(
        area: CellRange(first, last), repeatedRows: 1...2,
        // In the gap above a chart, whose upper rule would else be printed before the break.
        pageBreaks: breaks.map { Self.firstRow - 2 + $0 / Self.pixelsARow },
        footerLeft: PageSetup.footer(String(heading)), footerRight: PageSetup.pageCount),
      on: id)
  }

  private func merge(
    _ row: Int, _ text: String, _ style: CellStyle, _ book: inout WorkbookWriter
  ) throws(WorkbookError) {
    guard let first = CellReference(row: row, column: 1),
      let last = CellReference(row: row, column: Self.columns)
    else { return }
    try book.merge(CellRange(first, last), .text(text), on: id, style: style)
  }
}

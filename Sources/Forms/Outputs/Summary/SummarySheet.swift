internal import Workbooks

/// One sheet of the roll-up: title, a line that says how to read it, a table.
///
/// Rows are written from the top, each once; how many come is said beforehand.
struct SummarySheet {
  private let id: WorkbookWriter.SheetID
  private let columns: [SummaryColumn]
  private let printed: Int
  private var row = 3
  private var links = 0
  private let lastDataRow: Int

  /// What a sheet shows above its table.
  struct Head {
    var name: String
    /// The round's title; the sheet's name is put behind it.
    var title: String
    var note: String
    /// How many rows the table will have, without the sums.
    var rows: Int
    var frozenColumns = 0
    var headingHeight = 25.5
  }

  init(
    _ head: Head, columns: [SummaryColumn], in book: inout WorkbookWriter
  ) throws(WorkbookError) {
    id = try book.addSheet(named: head.name)
    self.columns = columns
    printed = columns.count { $0.isPrinted }
    lastDataRow = 3 + head.rows
    for (index, column) in columns.enumerated() {
      try book.setColumns(index + 1...index + 1, pixels: column.width, on: id)
    }
    try book.hideGridLines(on: id)
    try book.freeze(rows: 3, columns: head.frozenColumns, on: id)
    try writeHead(head, &book)
    // A streaming writer takes no filter over rows it has left behind.
    guard head.rows > 0, let table = range(3...lastDataRow, 1...columns.count) else { return }
    try book.setFilter(table, on: id)
    try book.allowDigitsAsText(table, on: id)
  }

  private func writeHead(_ head: Head, _ book: inout WorkbookWriter) throws(WorkbookError) {
    let title = head.title.isEmpty ? head.name : head.title + "　" + head.name
    try book.setRow(1, height: 34.5, on: id)
    try merge(1, 1...printed, title, SummaryLook.title, &book)
    let width = columns.prefix(printed).reduce(0) { $0 + $1.width } - 20
    let lines = TextLines.count(head.note, in: width, em: 14)
    try book.setRow(2, height: 19.5 + Double(lines - 1) * 13.5, on: id)
    var style = SummaryLook.note
    style.wraps = lines > 1
    try merge(2, 1...printed, head.note, style, &book)
    try book.setRow(3, height: head.headingHeight, on: id)
    for (index, column) in columns.enumerated() {
      var style = CellStyle(
        font: .init(SummaryLook.heading, size: 10), fill: SummaryLook.label, horizontal: .center,
        wraps: true)
      style.border = border(index, top: SummaryLook.frame, bottom: SummaryLook.rule)
      try write(.text(column.heading), index, style, &book)
    }
  }

  /// Writes the next row of the table.
  mutating func add(
    _ cells: [SummaryCell], to book: inout WorkbookWriter
  ) throws(WorkbookError) {
    row += 1
    let bottom = row == lastDataRow ? SummaryLook.frame : SummaryLook.rule
    try book.setRow(row, height: height(of: cells), on: id)
    for (index, cell) in cells.enumerated() {
      var style = cell.style(SummaryLook.style(columns[index].kind))
      style.border = border(index, top: SummaryLook.rule, bottom: bottom)
      try write(cell, index, style, &book)
    }
  }

  /// Writes the row of sums and averages.
  mutating func addTotals(
    _ cells: [SummaryCell], to book: inout WorkbookWriter
  ) throws(WorkbookError) {
    row += 1
    try book.setRow(row, height: 22.5, on: id)
    for (index, cell) in cells.prefix(printed).enumerated() {
      var style = SummaryLook.style(columns[index].kind)
      style.font = Self.totalFont(style.font)
      style.fill = SummaryLook.computed
      style.border = border(index, top: SummaryLook.frame, bottom: SummaryLook.frame)
      try write(cell.value, index, style, &book)
    }
  }

  private static func totalFont(_ font: CellStyle.Font) -> CellStyle.Font {
    font.isChinese
      ? .init(SummaryLook.heading) : .init(font.name, bold: true)
  }

  /// Says in one line, across the table, why it has no rows.
  mutating func addEmpty(_ text: String, to book: inout WorkbookWriter) throws(WorkbookError) {
    row += 1
    try book.setRow(row, height: 36, on: id)
    var style = SummaryLook.remark
    style.border = CellStyle.Border(
      top: SummaryLook.rule, bottom: SummaryLook.frame, left: SummaryLook.frame,
      right: SummaryLook.frame)
    try merge(row, 1...printed, text, style, &book)
  }

  /// Sets the print-out, once all rows are there.
  func finish(title: String, name: String, in book: inout WorkbookWriter) throws(WorkbookError) {
    let heading = title.isEmpty ? name : title.prefix(40) + "　" + name
    try book.setPage(
      PageSetup(
        area: range(1...row, 1...printed), repeatedRows: 1...3,
        footerLeft: PageSetup.footer(String(heading)), footerRight: PageSetup.pageCount),
      on: id)
  }

  private mutating func write(
    _ cell: SummaryCell, _ index: Int, _ style: CellStyle, _ book: inout WorkbookWriter
  ) throws(WorkbookError) {
    guard let link = cell.link, case .text(let text) = cell.value, links < Self.mostLinks,
      let place = CellReference(row: row, column: index + 1)
    else { return try write(cell.value, index, style, &book) }
    links += 1
    try book.writeLink(text, to: link, at: place, on: id, style: style)
  }

  /// Excel's own bound is 65,530 a sheet; later rows name the file without leading to it.
  private static let mostLinks = 65_000

  private func write(
    _ value: WorkbookWriter.Value, _ index: Int, _ style: CellStyle, _ book: inout WorkbookWriter
  ) throws(WorkbookError) {
    guard let place = CellReference(row: row, column: index + 1) else { return }
    try book.write(value, at: place, on: id, style: style)
  }

  private func merge(
    _ row: Int, _ columns: ClosedRange<Int>, _ text: String, _ style: CellStyle,
    _ book: inout WorkbookWriter
  ) throws(WorkbookError) {
    guard let range = range(row...row, columns) else { return }
    try book.merge(range, .text(text), on: id, style: style)
  }

  private func range(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> CellRange? {
    guard let first = CellReference(row: rows.lowerBound, column: columns.lowerBound),
      let last = CellReference(row: rows.upperBound, column: columns.upperBound)
    else { return nil }
    return CellRange(first, last)
  }

  private func border(
    _ index: Int, top: CellStyle.Line, bottom: CellStyle.Line
  ) -> CellStyle.Border {
    let isEdge = index == printed - 1 || index == columns.count - 1
    return CellStyle.Border(
      top: top, bottom: bottom,
      left: index == 0 || index == printed ? SummaryLook.frame : SummaryLook.rule,
      right: isEdge ? SummaryLook.frame : SummaryLook.rule)
  }

  /// In points: lines × size × 1.3 + 8 pixels, at least 30.
  private func height(of cells: [SummaryCell]) -> Double {
    var lines = 1
    for (cell, column) in zip(cells, columns) {
      guard column.kind != .link, case .text(let text) = cell.value else { continue }
      lines = max(lines, TextLines.count(text, in: column.room))
    }
    let pixels = max(30, (Double(lines) * 14 * 1.3 + 8).rounded(.up))
    return min(pixels * 0.75, 409.5)
  }
}

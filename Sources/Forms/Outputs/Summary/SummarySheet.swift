internal import Workbooks

/// One sheet of the roll-up: title, a line that says how to read it, a table.
///
/// Rows are written from the top, each once, past memory; how many come is said beforehand.
struct SummarySheet {
  private let id: WorkbookWriter.SheetID
  private let columns: [SummaryColumn]
  private let printed: Int
  private let title: String
  private let name: String
  private var row = 3
  private var links = 0
  private let lastDataRow: Int
  private var looks: [WorkbookWriter.Look?]

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

  /// A sheet ends at row 1,048,576: tables are cut well before, and say so.
  private static let mostRows = 1_000_000

  init(
    _ head: Head, columns: [SummaryColumn], in book: inout WorkbookWriter
  ) throws(WorkbookError) {
    id = try book.addSheet(named: head.name)
    self.columns = columns
    looks = Array(repeating: nil, count: columns.count * Variant.aColumn)
    (title, name) = (head.title, head.name)
    printed = columns.count { $0.isPrinted }
    lastDataRow = 3 + min(head.rows, Self.mostRows)
    for (index, column) in columns.enumerated() {
      try book.setColumns(index + 1...index + 1, pixels: column.width, on: id)
    }
    try book.hideGridLines(on: id)
    try book.freeze(rows: 3, columns: head.frozenColumns, on: id)
    try writeHead(head, &book)
    guard head.rows > 0, let table = range(3...lastDataRow, 1...columns.count) else { return }
    try book.setFilter(table, on: id)
    try book.allowDigitsAsText(table, on: id)
  }

  private func writeHead(_ head: Head, _ book: inout WorkbookWriter) throws(WorkbookError) {
    let title = head.title.isEmpty ? head.name : head.title + "　" + head.name
    try book.setRow(1, height: 34.5, on: id)
    try merge(1, 1...printed, title, SummaryLook.title, &book)
    let width = columns.prefix(printed).reduce(0) { $0 + $1.width } - 20
    let cut = head.rows > Self.mostRows ? "　　共 \(head.rows) 行，只列前 \(Self.mostRows) 行。" : ""
    let note = head.note + cut
    let lines = TextLines.count(note, in: width, em: 14)
    try book.setRow(2, height: 19.5 + Double(lines - 1) * 13.5, on: id)
    var style = SummaryLook.note
    style.wraps = lines > 1
    try merge(2, 1...printed, note, style, &book)
    try book.setRow(3, height: head.headingHeight, on: id)
    for (index, column) in columns.enumerated() {
      guard let place = CellReference(row: 3, column: index + 1) else { continue }
      try book.write(.text(column.heading), at: place, on: id, style: heading(index))
    }
  }

  private func heading(_ index: Int) -> CellStyle {
    var style = CellStyle(
      font: .init(Face.heading, size: 10), fill: Colour.label, horizontal: .center,
      wraps: true)
    style.border = border(index, top: SummaryLook.frame, bottom: SummaryLook.rule)
    return style
  }

  // MARK: Rows

  /// How a row stands out.
  enum Weight: Int, CaseIterable {
    case plain, sum, total
  }

  /// Writes the next row of the table; beyond what a sheet takes, nothing.
  ///
  /// - Parameter tone: of the cells that have none of their own.
  mutating func add(
    _ cells: [SummaryCell], _ weight: Weight = .plain, tone: SummaryCell.Tone = .plain,
    to book: inout WorkbookWriter
  ) throws(WorkbookError) {
    guard row < lastDataRow else { return }
    try write(cells, weight, tone, isLast: row + 1 == lastDataRow, &book)
  }

  /// Writes the row of sums and averages.
  mutating func addTotals(
    _ cells: [SummaryCell], to book: inout WorkbookWriter
  ) throws(WorkbookError) {
    try write(Array(cells.prefix(printed)), .total, .plain, isLast: true, &book)
  }

  private mutating func write(
    _ cells: [SummaryCell], _ weight: Weight, _ tone: SummaryCell.Tone, isLast: Bool,
    _ book: inout WorkbookWriter
  ) throws(WorkbookError) {
    row += 1
    let height = max(weight == .total ? 22.5 : 0, height(of: cells))
    try book.begin(row: row, height: height, on: id)
    // Lent out, so that no cell is copied.
    let lent = cells.span
    for index in lent.indices {
      let own = lent[index].tone == .plain ? tone : lent[index].tone
      let variant = Variant(
        column: index, hasLink: lent[index].link != nil, own, weight: weight, isLast: isLast)
      let look = try look(variant, of: cells, &book)
      try book.append(lent[index].value, at: index + 1, look: look, on: id)
      guard variant.hasLink, links < Self.mostLinks, lent[index].isText, let link = lent[index].link
      else { continue }
      links += 1
      try book.append(link, at: index + 1, on: id)
    }
    try book.endRow(on: id)
  }

  /// What the look of a cell depends on.
  private struct Variant {
    let column: Int
    let hasLink: Bool
    let weight: Weight
    let isLast: Bool
    let tone: SummaryCell.Tone
    /// The variant's place among those of all columns.
    let index: Int

    static let aColumn = Weight.allCases.count * 2 * 4

    init(
      column: Int, hasLink: Bool, _ tone: SummaryCell.Tone, weight: Weight, isLast: Bool
    ) {
      (self.column, self.hasLink, self.weight) = (column, hasLink, weight)
      (self.isLast, self.tone) = (isLast, tone)
      let own = (tone == .grey ? 2 : 0) + (hasLink ? 1 : 0)
      index = column * Self.aColumn + (weight.rawValue * 2 + (isLast ? 1 : 0)) * 4 + own
    }
  }

  /// The look of a cell of a row, found out once for each variant.
  private mutating func look(
    _ variant: Variant, of cells: [SummaryCell], _ book: inout WorkbookWriter
  ) throws(WorkbookError) -> WorkbookWriter.Look {
    if let known = looks[variant.index] { return known }
    var style = cells[variant.column].toned(variant.tone).style(
      SummaryLook.style(columns[variant.column].kind))
    style.border = border(
      variant.column, top: variant.weight == .total ? SummaryLook.frame : SummaryLook.rule,
      bottom: variant.isLast ? SummaryLook.frame : SummaryLook.rule)
    if variant.weight != .plain {
      style.font = Self.totalFont(style.font)
      style.fill = Colour.quiet
    }
    let look = try book.look(style)
    looks[variant.index] = look
    return look
  }

  private static func totalFont(_ font: CellStyle.Font) -> CellStyle.Font {
    var bold =
      font.isChinese
      ? CellStyle.Font(Face.heading, size: font.size)
      : CellStyle.Font(font.name, size: font.size, bold: true)
    bold.colour = font.colour
    return bold
  }

  /// Excel's own bound is 65,530 a sheet; later rows name the file without leading to it.
  private static let mostLinks = 65_500

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

  // MARK: A second table

  /// Begins another table under the first: a line of air, its name, its headings.
  mutating func begin(
    _ name: String, _ headings: [String], to book: inout WorkbookWriter
  ) throws(WorkbookError) {
    row += 2
    let title = CellStyle(font: .init(Face.heading, size: 12), horizontal: .left)
    try book.append(
      row: row, height: 25.5, [StreamedCell(column: 1, value: .text(name), style: title)], on: id)
    row += 1
    let cells = headings.enumerated().map { index, text in
      StreamedCell(column: index + 1, value: .text(text), style: heading(index))
    }
    try book.append(row: row, height: 25.5, cells, on: id)
  }

  /// Writes the next row of another table, whose columns have kinds of their own.
  mutating func add(
    _ cells: [(SummaryColumn.Kind, SummaryCell)], isLast: Bool, to book: inout WorkbookWriter
  ) throws(WorkbookError) {
    row += 1
    let streamed = cells.enumerated().map { index, cell in
      var style = cell.1.style(SummaryLook.style(cell.0))
      style.border = border(
        index, top: SummaryLook.rule, bottom: isLast ? SummaryLook.frame : SummaryLook.rule)
      return StreamedCell(
        column: index + 1, value: cell.1.value, style: style, link: cell.1.link)
    }
    try book.append(row: row, height: height(of: cells.map(\.1)), streamed, on: id)
  }

  // MARK: The whole

  /// Marks cells of a column, 1-based, by what they begin with: the word says it, the look helps.
  func mark(
    _ column: Int, beginning start: String, _ style: HighlightStyle, in book: inout WorkbookWriter
  ) throws(WorkbookError) {
    guard lastDataRow > 3, let cells = range(4...lastDataRow, column...column) else { return }
    let cell = "$" + CellReference.letters(ofColumn: column) + "4"
    try book.addCondition(
      .formula("LEFT(\(cell),\(start.utf16.count))=\"\(start)\""), style: style, to: cells, on: id)
  }

  /// Draws bars in a column, 1-based, from 0 to a bound.
  func drawBars(
    _ column: Int, upTo bound: Double, in book: inout WorkbookWriter
  ) throws(WorkbookError) {
    guard lastDataRow > 3, let cells = range(4...lastDataRow, column...column) else { return }
    try book.addCondition(
      .dataBar(Colour.bar, minimum: 0, maximum: bound), to: cells, on: id)
  }

  /// Sets the print-out, once all rows are there.
  func finish(in book: inout WorkbookWriter) throws(WorkbookError) {
    let heading = title.isEmpty ? name : title.prefix(40) + "　" + name
    try book.setPage(
      PageSetup(
        area: range(1...row, 1...printed), repeatedRows: 1...3,
        footerLeft: PageSetup.footer(String(heading)), footerRight: PageSetup.pageCount),
      on: id)
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
    for index in cells.indices where index < columns.count && columns[index].kind != .link {
      guard case .text(let text) = cells[index].value else { continue }
      lines = max(lines, TextLines.count(text, in: columns[index].room))
    }
    let pixels = max(30, (Double(lines) * 14 * 1.3 + 8).rounded(.up))
    return min(pixels * 0.75, 409.5)
  }
}

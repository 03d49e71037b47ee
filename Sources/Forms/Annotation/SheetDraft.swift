internal import Workbooks

/// A sheet being written row by row, each row as high as its words need.
struct SheetDraft: Sendable {
  /// Words or a figure across some columns.
  struct Span: Sendable {
    let columns: ClosedRange<Int>
    let value: PatchCell.Value
    let style: CellStyle
    /// Where a click on it leads.
    var link: String?
    /// What shows under the pointer.
    var tooltip: String?

    init(
      _ columns: ClosedRange<Int>, _ value: PatchCell.Value, _ style: CellStyle,
      link: String? = nil, tooltip: String? = nil
    ) {
      self.columns = columns
      self.value = value
      self.style = style
      self.link = link
      self.tooltip = tooltip
    }

    init(_ columns: ClosedRange<Int>, _ text: String, _ style: CellStyle) {
      self.init(columns, text.isEmpty ? .blank : .text(text), style)
    }
  }

  /// Widths of the columns in pixels, from A.
  let widths: [Int]
  /// The rows so far.
  private(set) var rows: [NewRow] = []
  /// Cells joined so far.
  private(set) var merges: [CellRange] = []
  /// Links so far.
  private(set) var links: [PatchLink] = []

  /// The highest row that spreadsheets allow, in points.
  static let highest = 409.0

  init(widths: [Int]) { self.widths = widths }

  /// The number of the row written last.
  var lastRow: Int { rows.count }

  /// Adds a row, at least this high in pixels.
  mutating func add(_ pixels: Double, _ spans: [Span] = []) {
    let row = rows.count + 1
    var needed = 0.0
    var cells: [NewRow.Cell] = []
    cells.reserveCapacity(spans.reduce(0) { $0 + $1.columns.count })
    for index in spans.indices {
      needed = max(needed, height(of: spans[index]))
      for column in spans[index].columns {
        let value = column == spans[index].columns.lowerBound ? spans[index].value : .blank
        cells.append(NewRow.Cell(column, value, style: spans[index].style))
      }
      join(spans[index], row: row)
    }
    let height = min(max(pixels, needed) * 0.75, Self.highest)
    // Quarters of a point are pixels at 100 %.
    rows.append(NewRow(height: (height / 0.75).rounded() * 0.75, cells: cells))
  }

  /// Joins the cells of columns over several rows, all written already.
  mutating func join(_ columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    guard
      let first = CellReference(row: rows.lowerBound, column: columns.lowerBound),
      let last = CellReference(row: rows.upperBound, column: columns.upperBound), first != last
    else { return }
    merges.append(CellRange(first, last))
  }

  /// Joins columns over several rows that are joined within each of them so far.
  mutating func rejoin(_ columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    merges.removeAll {
      rows.contains($0.first.row) && columns.contains($0.first.column)
    }
    join(columns, rows: rows)
  }

  private mutating func join(_ span: Span, row: Int) {
    if span.columns.count > 1 { join(span.columns, rows: row...row) }
    guard let link = span.link,
      let cell = CellReference(row: row, column: span.columns.lowerBound)
    else { return }
    links.append(PatchLink(cell, to: link, tooltip: span.tooltip))
  }

  private func height(of span: Span) -> Double {
    guard case .text(let text) = span.value, span.style.wraps else { return 0 }
    var width = 0
    for column in span.columns where widths.indices.contains(column - 1) {
      width += widths[column - 1]
    }
    let room = width - 6 - span.style.indent * 10
    let lines = TextExtent.lines(text, pixels: room, size: span.style.font.size)
    return TextExtent.pixels(lines: lines, size: span.style.font.size)
  }
}

internal import Workbooks

/// A sheet being written row by row, each row as high as its words need.
struct SheetDraft: Sendable {
  /// Words or a figure across some columns.
  struct Span: Sendable {
    let columns: ClosedRange<Int>
    let value: PatchCell.Value
    let look: Look
    /// Where a click on it leads.
    var link: String?
    /// What shows under the pointer.
    var tooltip: String?

    init(
      _ columns: ClosedRange<Int>, _ value: PatchCell.Value, _ look: Look,
      link: String? = nil, tooltip: String? = nil
    ) {
      self.columns = columns
      self.value = value
      self.look = look
      self.link = link
      self.tooltip = tooltip
    }

    init(_ columns: ClosedRange<Int>, _ value: PatchCell.Value, _ style: CellStyle) {
      self.init(columns, value, Look(style))
    }

    init(_ columns: ClosedRange<Int>, _ text: String, _ style: CellStyle) {
      self.init(columns, text, Look(style))
    }

    init(_ columns: ClosedRange<Int>, _ text: String, _ look: Look) {
      self.columns = columns
      value = text.isEmpty ? .blank : .text(text)
      self.look = look
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

  init(widths: [Int]) {
    self.widths = widths
    // Most sheets have some forty rows.
    rows.reserveCapacity(48)
    merges.reserveCapacity(64)
    links.reserveCapacity(16)
  }

  /// The number of the row written last.
  var lastRow: Int { rows.count }

  /// Adds a row, at least this high in pixels.
  ///
  /// - Parameter others: what goes on with it at the right.
  mutating func add(_ pixels: Double, _ spans: [Span] = [], _ others: [Span] = []) {
    var cells: [NewRow.Cell] = []
    cells.reserveCapacity(Self.width(of: spans) + Self.width(of: others))
    let needed = max(append(spans, to: &cells), append(others, to: &cells))
    let height = min(max(pixels, needed) * 0.75, Self.highest)
    // Quarters of a point are pixels at 100 %.
    rows.append(NewRow(height: (height / 0.75).rounded() * 0.75, cells: cells))
  }

  private static func width(of spans: [Span]) -> Int {
    var width = 0
    for at in spans.indices { width += spans[at].columns.count }
    return width
  }

  /// Adds the cells of the next row; gives the height in pixels that they need.
  private mutating func append(_ spans: [Span], to cells: inout [NewRow.Cell]) -> Double {
    let spans = spans.span
    var needed = 0.0
    for at in spans.indices {
      let (columns, look) = (spans[at].columns, spans[at].look)
      needed = max(needed, height(of: spans[at].value, look, columns))
      cells.append(NewRow.Cell(columns.lowerBound, spans[at].value, look: look))
      // The empty cells of a joined area are there for their lines and grounds.
      if look.showsWhenEmpty, columns.count > 1 {
        for column in columns.lowerBound + 1...columns.upperBound {
          cells.append(NewRow.Cell(column, .blank, look: look))
        }
      }
      let row = rows.count + 1
      if columns.count > 1 { join(columns, rows: row...row) }
      guard let link = spans[at].link,
        let cell = CellReference(row: row, column: columns.lowerBound)
      else { continue }
      links.append(PatchLink(cell, to: link, tooltip: spans[at].tooltip))
    }
    return needed
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

  private func height(
    of value: PatchCell.Value, _ look: Look, _ columns: ClosedRange<Int>
  ) -> Double {
    guard look.wraps, case .text(let text) = value else { return 0 }
    var width = 0
    for column in columns where widths.indices.contains(column - 1) { width += widths[column - 1] }
    let room = width - 6 - look.indent * 10
    let lines = TextExtent.lines(text, pixels: room, size: look.size)
    return TextExtent.pixels(lines: lines, size: look.size)
  }
}

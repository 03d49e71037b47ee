internal import Evaluation
internal import Figures
internal import Workbooks

/// Draws the blank of one project, or the empty form of a scheme, block by block from the top.
struct FormDrafter {
  let scheme: Scheme
  let columns: FormColumns
  /// What was issued; `nil` draws the empty form.
  let issued: IssuedForm?
  /// Last year's values, by the id of the indicator; empty where none are shown.
  let carried: [String: CarriedValue]
  let targets: TargetParser
  var drawing: FormDrawing
  /// The row being drawn.
  var row = 0
  /// What the execution rate is made of, for the total: `I7`.
  var executionScore: String?

  var form: FormWording { scheme.form }
  var rules: ScoringRules { scheme.scoring }
  var project: Programme.Project? { issued?.project }

  /// A drafter; columns and parser are the scheme's and serve every project.
  init(
    _ scheme: Scheme, columns: FormColumns, targets: TargetParser? = nil, issued: IssuedForm?,
    carried: [String: CarriedValue] = [:]
  ) {
    self.scheme = scheme
    self.columns = columns
    self.issued = issued
    self.carried = carried
    self.targets = targets ?? TargetParser(scheme.scoring)
    drawing = FormDrawing(
      sheet: SheetName.made(from: scheme.form.sheetNames.first ?? scheme.title),
      widths: columns.widths)
  }

  /// The drawing of the whole sheet.
  func drawn() -> FormDrawing {
    var drafter = self
    drafter.drawTools()
    drafter.drawHeading()
    drafter.drawIdentity()
    if let funds = form.funds { drafter.drawFunds(funds) }
    drafter.drawTexts(.above)
    if let goal = form.blank.goal { drafter.drawGoal(goal) }
    drafter.drawIndicators()
    drafter.drawTables()
    drafter.drawTexts(.below)
    drafter.drawSignatures()
    drafter.drawing.lastRow = drafter.row
    drafter.drawNotes()
    drafter.drawing.breakPages()
    return drafter.drawing
  }
}

// MARK: - The pen

extension FormDrafter {
  /// Begins the next row, at least this high in pixels.
  mutating func begin(_ pixels: Double) {
    row += 1
    drawing.heights.append(pixels)
  }

  /// Fills cells of the row begun last; the row grows with a text that needs more lines.
  mutating func put(
    _ content: FormDrawing.Content, _ span: ClosedRange<Int>, _ style: CellStyle
  ) {
    if case .text(let text) = content, style.wraps {
      grow(to: height(of: text, span, style))
    }
    guard let range = FormDrawing.range(row...row, span) else { return }
    drawing.cells.append(.init(range: range, content: content, style: style))
  }

  mutating func put(_ text: String, _ span: ClosedRange<Int>, _ style: CellStyle) {
    put(text.isEmpty ? .blank : .text(text), span, style)
  }

  /// Joins cells of several rows, all begun already; the rows are high enough for their text.
  mutating func join(
    _ text: String, _ rows: ClosedRange<Int>, _ span: ClosedRange<Int>, _ style: CellStyle
  ) {
    guard let range = FormDrawing.range(rows, span) else { return }
    let needed = height(of: text, span, style)
    let present = drawing.heights[(rows.lowerBound - 1)..<rows.upperBound].reduce(0, +)
    if needed > present {
      let more = ((needed - present) / Double(rows.count)).rounded(.up)
      for row in rows { drawing.heights[row - 1] += more }
    }
    drawing.cells.append(
      .init(range: range, content: text.isEmpty ? .blank : .text(text), style: style))
  }

  /// A heading beside a table, broken where its column ends: no two programs break alike there.
  mutating func drawSide(_ text: String, _ rows: ClosedRange<Int>) {
    let perLine = max(1, (columns.pixels(1...1) - 5) / 14)
    var lines: [String] = []
    // What stands in brackets stays together: （80分）.
    for part in text.replacing("（", with: "\n（").split(separator: "\n") {
      var rest = part[...]
      while !rest.isEmpty {
        lines.append(String(rest.prefix(perLine)))
        rest = rest.dropFirst(perLine)
      }
    }
    join(lines.joined(separator: "\n"), rows, 1...1, FormLook.heads)
  }

  /// A cell for the unit, with its name.
  mutating func open(_ entry: Entry, _ span: ClosedRange<Int>, named name: String?) {
    put(.blank, span, FormLook.entry(entry, places: rules.scorePlaces))
    self.name(name, span, entry)
  }

  /// Names a cell of the row begun last.
  mutating func name(_ name: String?, _ span: ClosedRange<Int>, _ entry: Entry? = nil) {
    guard let name, let place = CellReference(row: row, column: span.lowerBound) else { return }
    drawing.fields.append(.init(name: name, place: place, entry: entry))
  }

  /// A rule of the self-check about a cell of the row begun last.
  mutating func check(
    _ group: String, _ span: ClosedRange<Int>, _ fault: String, conflict: String? = nil
  ) {
    guard let place = CellReference(row: row, column: span.lowerBound) else { return }
    drawing.checks.append(.init(place: place, group: group, fault: fault, conflict: conflict))
  }

  /// A cell of a row as formulas name it; the last one begun where no row is given.
  func cell(_ span: ClosedRange<Int>, row: Int? = nil) -> String {
    CellReference.letters(ofColumn: span.lowerBound) + String(row ?? self.row)
  }

  mutating func grow(to pixels: Double) {
    guard let last = drawing.heights.last, last < pixels else { return }
    drawing.heights[drawing.heights.count - 1] = min(pixels, FormDrawing.highestRow)
  }

  private func height(of text: String, _ span: ClosedRange<Int>, _ style: CellStyle) -> Double {
    let room = columns.pixels(span) - 5 - style.indent * 10
    let size = style.font.size
    // A label that just fits stays on its line; only longer texts are given slack.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
      let fits = TextExtent.em($1) * size * 4 / 3 <= Double(room)
      return $0 + (fits ? 1 : TextExtent.lines(String($1), pixels: room, size: size))
    }
    return TextExtent.pixels(lines: lines, size: size).rounded(.up)
  }
}

// MARK: - Above the tables

extension FormDrafter {
  /// The legend and the self-check: always seen, never printed.
  fileprivate mutating func drawTools() {
    begin(42)
    let last = columns.last
    let first = min(max(3, columns.secondLabel.lowerBound - 1), last)
    let middle = max(1, (first - 1) / 2 + (first > 3 ? 1 : 0))
    put("灰底：下达内容或自动计算，不填", 1...middle, FormLook.lockedChip)
    if middle + 1 < first { put("浅黄底：由本单位填写", (middle + 1)...(first - 1), FormLook.entryChip) }
    drawing.selfCheck = FormDrawing.range(row...row, first...last)
  }

  fileprivate mutating func drawHeading() {
    begin(48)
    put(scheme.title, 1...columns.last, FormLook.title)
    begin(26)
    if let year = issued?.year {
      let isWhole = year.hasSuffix("年度") || year.hasSuffix("年")
      let shown = isWhole ? year : "\(year.isEmpty ? "　" : year)年度"
      return put("（\(shown)）", 1...columns.last, FormLook.year)
    }
    put("（　　　　年度）", 1...columns.last, FormLook.openYear)
    name(FieldName.year, 1...columns.last, .words)
  }
}

// MARK: - Below the tables

extension FormDrafter {
  fileprivate mutating func drawSignatures() {
    let labels = form.blank.signatures
    let perRow = max(1, min(3, columns.last / 2))
    for start in stride(from: 0, to: labels.count, by: perRow) {
      begin(34)
      let shown = Array(labels[start..<min(labels.count, start + perRow)])
      for (index, spans) in signatureSpans(shown).enumerated() {
        let number = start + index + 1
        put(shown[index], spans.label, FormLook.heads)
        open(
          shown[index].contains("日期") ? .day : .words, spans.entry,
          named: FieldName.signature(number))
        // What is signed by hand is not missed here.
        if !shown[index].contains("签") {
          check(shown[index], spans.entry, "§\(cell(spans.entry))=\"\"")
        }
      }
    }
  }

  private func signatureSpans(
    _ labels: [String]
  ) -> [(label: ClosedRange<Int>, entry: ClosedRange<Int>)] {
    let total = columns.pixels(1...columns.last)
    var first = 1
    return labels.enumerated().map { index, label in
      let left = labels.count - index - 1
      let due = columns.pixels(1...first) - columns.pixels(first...first)
      let words = Int(TextExtent.em(label) * 14) + 16
      var middle = first
      while columns.pixels(1...middle) < due + words, middle < columns.last - 2 * left - 1 {
        middle += 1
      }
      var last = middle + 1
      let end = total * (index + 1) / labels.count
      while last < columns.last - 2 * left,
        abs(columns.pixels(1...(last + 1)) - end) < abs(columns.pixels(1...last) - end)
      {
        last += 1
      }
      if left == 0 { last = columns.last }
      defer { first = last + 1 }
      return (first...middle, (middle + 1)...last)
    }
  }

  fileprivate mutating func drawNotes() {
    let notes = form.blank.notes
    guard !notes.isEmpty else { return }
    let text =
      notes.count == 1
      ? notes[0]
      : notes.enumerated().map { "\($0 + 1).\($1)" }.joined()
    begin(24)
    put("注：" + text, 1...columns.last, FormLook.note)
  }
}

internal import Evaluation
internal import Workbooks

/// A sheet of the programme workbook: a header row, and rows of cells by the word of their
/// column.
final class ProgrammeTable {
  /// The columns of a sheet: which it must have, and which it may.
  struct Layout {
    let sheet: String
    let required: [ProgrammeColumn]
    let optional: [ProgrammeColumn]
  }

  /// The columns that were found.
  private struct Columns {
    private(set) var found: [(column: ProgrammeColumn, number: Int)] = []
    private var byNumber: [ProgrammeColumn?] = []

    /// The column of a number, from 1; `nil` where it is none of the layout's.
    subscript(number: Int) -> ProgrammeColumn? {
      number < byNumber.count ? byNumber[number] : nil
    }

    func number(of column: ProgrammeColumn) -> Int? {
      found.first { $0.column == column }?.number
    }

    mutating func add(_ column: ProgrammeColumn, _ number: Int) {
      found.append((column, number))
      while byNumber.count <= number { byNumber.append(nil) }
      byNumber[number] = column
    }
  }

  let name: String
  private let sheet: Sheet
  private let stored: TypedCells
  private let merges: MergeMap
  private let columns: Columns
  private let place: Place
  /// The row that was asked for last, whose cells are at hand: rows are gone through one after the
  /// other, and each of their cells is asked for several times.
  private var row = 0
  private var cells: ProgrammeCells
  /// The rows below the header that hold something in one of the columns, ascending.
  let rows: [Int]

  /// The sheet of a layout; `nil`, with the reason in `mistakes`, where it or a column is missing.
  init?(_ layout: Layout, in stored: TypedCells, _ mistakes: inout ProgrammeMistakes) {
    let workbook = stored.workbook
    let key = Wording.key(layout.sheet)
    guard let sheet = workbook.sheets.first(where: { Wording.key($0.name) == key }) else {
      let names = workbook.sheets.map { "「\($0.name)」" }.joined(separator: " ")
      mistakes.add(
        .missingSheet, layout.sheet, nil, found: "sheets \(names)", expected: "「\(layout.sheet)」",
        "add the sheet, or correct its name")
      return nil
    }
    let header = sheet.rows.first ?? 1
    let found = Self.columns(of: sheet, header, layout)
    let missing = layout.required.filter { found.number(of: $0) == nil }
    for column in missing {
      let texts = sheet.cells(inRow: header).compactMap { cell -> String? in
        if case .text(let text) = cell.value { return "「\(Wording.trimmed(text))」" }
        return nil
      }
      mistakes.add(
        .missingColumn, sheet.name, nil,
        found: "headers \(texts.prefix(20).joined(separator: " ")) in row \(header)",
        expected: "「\(column.word)」", "add the column, or correct its header")
    }
    guard missing.isEmpty else { return nil }
    name = sheet.name
    self.sheet = sheet
    self.stored = stored
    columns = found
    place = Place(sheet: sheet.name, cell: nil)
    cells = ProgrammeCells(blank: Typed(.blank, at: place))
    merges = MergeMap(sheet, rows: header...max(header, sheet.rows.last ?? header))
    rows = sheet.rows.filter { row in
      row > header
        && sheet.hasValue(inRow: row) { column, _, value in
          found[column] != nil && Self.isContent(value, row, column, sheet, stored)
        }
    }
  }

  /// Whether a stored value is more than white space.
  private static func isContent(
    _ value: Sheet.StoredValue, _ row: Int, _ column: Int, _ sheet: Sheet, _ stored: TypedCells
  ) -> Bool {
    switch value {
    case .number: return true
    case .text(let text) where text.first.map(isInk) ?? false: return true
    case .text, .other: break
    }
    guard let reference = CellReference(row: row, column: column), let cell = sheet.cell(reference)
    else { return false }
    return stored.typed(cell, on: sheet, at: Place(sheet: sheet.name, cell: nil)).content != .blank
  }

  /// Whether a text that begins with a byte is more than white space beyond doubt: with ASCII or an
  /// ideograph.
  private static func isInk(_ byte: UInt8) -> Bool { 0x21...0x7E ~= byte || 0xE4...0xE9 ~= byte }

  /// Cells that show nothing one could read: taken as texts they would be names and targets.
  func reportValueless(_ mistakes: inout ProgrammeMistakes) {
    // Rows that hold such a cell are among those that hold something.
    guard let first = rows.first else { return }
    sheet.forEachErrorOrFormula(fromRow: first) { cell in
      guard columns[cell.reference.column] != nil, let found = found(cell) else { return }
      mistakes.add(
        .noValue, name, cell.reference.description, found: found, expected: "a value",
        "type the value in, or save the workbook in Excel or WPS")
    }
  }

  private func found(_ cell: Cell) -> Phrase? {
    if case .error(let text) = cell.value { return "the error 「\(text)」" }
    guard cell.formula != nil, cell.value == .blank,
      case .unevaluatedFormula(let formula) = stored.typed(cell, on: sheet, at: place).content
    else { return nil }
    return "the formula 「=\(formula)」 without a value"
  }

  private static func columns(of sheet: Sheet, _ header: Int, _ layout: Layout) -> Columns {
    var columns = Columns()
    for cell in sheet.cells(inRow: header) {
      guard case .text(let text) = cell.value else { continue }
      let label = Wording.label(text)
      let column = (layout.required + layout.optional).first { Wording.label($0.word) == label }
      if let column, columns.number(of: column) == nil {
        columns.add(column, cell.reference.column)
      }
    }
    return columns
  }

  func has(_ column: ProgrammeColumn) -> Bool { columns.number(of: column) != nil }

  /// The cell's name (`D5`); `nil` where the sheet has no such column.
  func reference(_ row: Int, _ column: ProgrammeColumn) -> String? {
    columns.number(of: column).map { CellReference.letters(ofColumn: $0) + String(row) }
  }

  /// What stands in a column of a row; a cell merged with one above has what stands in that one.
  func cell(_ row: Int, _ column: ProgrammeColumn) -> ProgrammeCell {
    if self.row != row { read(row) }
    return cells[column]
  }

  private func read(_ row: Int) {
    self.row = row
    // Taken out, so that not every look at them asks whether something else changes them.
    var cells = ProgrammeCells.none
    swap(&cells, &self.cells)
    defer { swap(&cells, &self.cells) }
    let columns = columns
    cells.beginRow()
    guard merges.isEmpty else {
      for (column, number) in columns.found {
        if let cell = merged(row, number) {
          cells.put(column, stored.typed(cell, on: sheet, at: place))
        }
      }
      return
    }
    sheet.forEachValue(inRow: row) { number, style, string, value in
      guard let column = columns[number] else { return }
      if let string, cells.put(column, string: string, style: style) { return }
      cells.put(column, value(), string: string, style: style) { typed(row, number) }
    }
  }

  private func typed(_ row: Int, _ column: Int) -> Typed {
    guard let reference = CellReference(row: row, column: column) else {
      return Typed(.blank, at: place)
    }
    return stored.typed(reference, on: sheet, at: place)
  }

  private func merged(_ row: Int, _ column: Int) -> Cell? {
    guard let reference = CellReference(row: row, column: column) else { return nil }
    return sheet.cell(merges.merge(containing: reference)?.first ?? reference)
  }

  /// The text of a cell.
  func text(_ row: Int, _ column: ProgrammeColumn) -> String { cell(row, column).text }

  /// The text of a cell, full-width letters and digits made plain.
  func code(_ row: Int, _ column: ProgrammeColumn) -> String { cell(row, column).code }

  /// Whether nothing was typed into a cell.
  func isBlank(_ row: Int, _ column: ProgrammeColumn) -> Bool { cell(row, column).isBlank }
}

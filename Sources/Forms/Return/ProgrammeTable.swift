internal import Evaluation
internal import Figures
internal import Workbooks

/// A sheet of the programme workbook: a header row, and rows of cells by the word of their
/// column.
struct ProgrammeTable {
  /// The columns of a sheet: which it must have, and which it may.
  struct Layout {
    let sheet: String
    let required: [String]
    let optional: [String]
  }

  /// A column that was found, by its word.
  private struct Column {
    let number: Int
    let hash: UInt64

    init(word: String, number: Int) {
      self.number = number
      hash = ByteScan(word.utf8.span).hash
    }
  }

  /// The texts of the row that was asked for last, by the place of their column: rows are gone
  /// through one after the other, and each of their cells is asked for several times.
  private final class CurrentRow {
    var row = 0
    var texts: [String?] = []
  }

  let name: String
  private let sheet: Sheet
  private let stored: TypedCells
  private let merges: MergeMap
  private let columns: [Column]
  private let current = CurrentRow()
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
    let missing = layout.required.filter { Self.place(of: $0, in: found) == nil }
    for word in missing {
      let texts = sheet.cells(inRow: header).compactMap { cell -> String? in
        if case .text(let text) = cell.value { return "「\(Wording.trimmed(text))」" }
        return nil
      }
      mistakes.add(
        .missingColumn, sheet.name, nil,
        found: "headers \(texts.prefix(20).joined(separator: " ")) in row \(header)",
        expected: "「\(word)」", "add the column, or correct its header")
    }
    guard missing.isEmpty else { return nil }
    name = sheet.name
    self.sheet = sheet
    self.stored = stored
    columns = found
    merges = MergeMap(sheet, rows: header...max(header, sheet.rows.last ?? header))
    let numbers = Set(found.map(\.number))
    rows = sheet.rows.filter { row in
      row > header
        && sheet.hasCell(inRow: row) { cell in
          numbers.contains(cell.reference.column)
            && stored.typed(cell, on: sheet, at: Place(sheet: sheet.name, cell: nil)).content
              != .blank
        }
    }
  }

  /// Cells that show nothing one could read: taken as texts they would be names and targets.
  func reportValueless(_ mistakes: inout ProgrammeMistakes) {
    let numbers = Set(columns.map(\.number))
    let place = Place(sheet: name, cell: nil)
    for row in rows {
      for cell in sheet.errorsAndFormulas(inRow: row) where numbers.contains(cell.reference.column)
      {
        guard let found = found(stored, cell, place) else { continue }
        mistakes.add(
          .noValue, name, cell.reference.description, found: found, expected: "a value",
          "type the value in, or save the workbook in Excel or WPS")
      }
    }
  }

  private func found(_ stored: TypedCells, _ cell: Cell, _ place: Place) -> Phrase? {
    if case .error(let text) = cell.value { return "the error 「\(text)」" }
    guard cell.formula != nil, cell.value == .blank,
      case .unevaluatedFormula(let formula) = stored.typed(cell, on: sheet, at: place).content
    else { return nil }
    return "the formula 「=\(formula)」 without a value"
  }

  private static func columns(of sheet: Sheet, _ header: Int, _ layout: Layout) -> [Column] {
    var columns: [Column] = []
    let words = layout.required + layout.optional
    for cell in sheet.cells(inRow: header) {
      guard case .text(let text) = cell.value else { continue }
      let label = Wording.label(text)
      if let word = words.first(where: { Wording.label($0) == label }),
        place(of: word, in: columns) == nil
      {
        columns.append(Column(word: word, number: cell.reference.column))
      }
    }
    return columns
  }

  /// The place of a word among the columns. Words are those of the layouts: few, and no two of one
  /// hash.
  private static func place(of word: String, in columns: [Column]) -> Int? {
    let hash = ByteScan(word.utf8.span).hash
    return columns.firstIndex { $0.hash == hash }
  }

  func has(_ column: String) -> Bool { Self.place(of: column, in: columns) != nil }

  /// The cell's name (`D5`); `nil` where the sheet has no such column.
  func cell(_ row: Int, _ column: String) -> String? {
    Self.place(of: column, in: columns).map {
      CellReference.letters(ofColumn: columns[$0].number) + String(row)
    }
  }

  /// The value of a cell; a cell merged with one above has that one's.
  func typed(_ row: Int, _ column: String) -> Typed {
    guard let place = Self.place(of: column, in: columns),
      let cell = stored(row, columns[place].number)
    else { return Typed(.blank, at: Place(sheet: name, cell: nil)) }
    return stored.typed(cell, on: sheet, at: Place(sheet: name, cell: nil))
  }

  private func stored(_ row: Int, _ column: Int) -> Cell? {
    guard let reference = CellReference(row: row, column: column) else { return nil }
    return sheet.cell(merges.merge(containing: reference)?.first ?? reference)
  }

  /// The text that was typed into a cell; `nil` for anything else. Most cells are texts, of which
  /// no typed value has to be made.
  private func typedText(_ row: Int, _ column: String) -> String? {
    guard let place = Self.place(of: column, in: columns) else { return nil }
    if current.row != row {
      current.texts = texts(inRow: row)
      current.row = row
    }
    return current.texts[place]
  }

  /// The texts of the columns in a row.
  private func texts(inRow row: Int) -> [String?] {
    guard merges.isEmpty else {
      return columns.map { column in
        if case .text(let text)? = stored(row, column.number)?.value { text } else { nil }
      }
    }
    var texts = [String?](repeating: nil, count: columns.count)
    for (place, text) in sheet.texts(inRow: row, columns: 1...CellReference.lastColumn) {
      if let column = columns.firstIndex(where: { $0.number == place.column }) {
        texts[column] = text
      }
    }
    return texts
  }

  /// Whether nothing was typed into a cell.
  func isBlank(_ row: Int, _ column: String) -> Bool {
    guard let text = typedText(row, column) else { return typed(row, column).isBlank }
    return Wording.isWhite(text) || Typed.isWhite(text)
  }

  /// The text of a cell, full-width letters and digits made plain where it is a code.
  func text(_ row: Int, _ column: String, isCode: Bool = false) -> String {
    let text = typedText(row, column).map(Wording.trimmed) ?? typed(row, column).shown
    return isCode ? Wording.plain(text) : text
  }

  /// The number in a cell; `nil` where it is none. Thousands separators and 万元 behind it are
  /// allowed.
  func figure(_ row: Int, _ column: String) -> Figure? {
    switch typed(row, column).content {
    case .number(let digits, _, _): return Figure(stored: digits)
    case .text(let text):
      var plain = Wording.key(text).replacing(",", with: "")
      if plain.hasSuffix("万元") { plain.removeLast(2) }
      return Figure(plain)
    default: return nil
    }
  }
}

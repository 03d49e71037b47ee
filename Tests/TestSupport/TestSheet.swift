public import Workbooks

/// A sheet drawn as a table in the test's own source, so that a test shows what it is about.
///
/// One line a row, cells between bars:
/// - nothing: no cell; `<`: merged with the cell to the left; `^`: with the one above
/// - `12.5` a number; `%0.95` a number shown in percent; `@45000` one shown as a date
/// - `{5}12.5` a number in the cell format of this number (``TestWorkbook/formats``)
/// - `=A1+1` a formula without a stored value; `=A1+1→5` one with it; `#DIV/0!` an error
/// - `TRUE` a truth value; anything else a text, `'12` the text 12; `\n` breaks the line
public struct TestSheet: Sendable {
  /// The sheet's name.
  public var name: String
  /// `hidden`, `veryHidden`, or "" for a sheet that is seen.
  public var state = ""
  /// Rows that are hidden.
  public var hiddenRows: Set<Int> = []
  /// Columns that are hidden.
  public var hiddenColumns: Set<Int> = []
  /// Cells that hold a format and nothing else.
  public var styledBlanks: [CellReference] = []
  /// Whether it is protected.
  public var isProtected = false
  /// Ranges with a drop-down (`E5:E9`).
  public var dropDowns: [String] = []
  private var rows: [[String]]

  /// A sheet of this name and this table.
  public init(_ name: String, _ table: String) {
    self.name = name
    rows = table.split(separator: "\n", omittingEmptySubsequences: true).map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(Self.trimmed)
      return Array(cells.dropFirst().dropLast())
    }
  }

  /// The sheet's part.
  var part: String {
    let columns = hiddenColumns.sorted().map { "<col min=\"\($0)\" max=\"\($0)\" hidden=\"1\"/>" }
    let merges = self.merges.map { "<mergeCell ref=\"\($0)\"/>" }
    return """
      <worksheet xmlns="\(TestWorkbook.main)">\
      \(columns.isEmpty ? "" : "<cols>\(columns.joined())</cols>")\
      <sheetData>\(sheetData)</sheetData>\
      \(isProtected ? "<sheetProtection sheet=\"1\"/>" : "")\
      \(merges.isEmpty ? "" : "<mergeCells>\(merges.joined())</mergeCells>")\
      \(validations)</worksheet>
      """
  }

  private var validations: String {
    guard !dropDowns.isEmpty else { return "" }
    let ranges = dropDowns.joined(separator: " ")
    return "<dataValidations><dataValidation type=\"list\" sqref=\"\(ranges)\">"
      + "<formula1>$Z$1:$Z$3</formula1></dataValidation></dataValidations>"
  }

  /// Puts a text, written as in the table, into a cell that the table has.
  public mutating func set(_ cell: String, _ text: String) {
    guard let place = CellReference(cell), rows.indices.contains(place.row - 1),
      rows[place.row - 1].indices.contains(place.column - 1)
    else { return }
    rows[place.row - 1][place.column - 1] = text
  }

  /// Puts rows, numbered from 1, into another order, as sorting does; all others stay.
  public mutating func arrange(_ places: [Int], as order: [Int]) {
    let before = rows
    for (place, row) in zip(places, order) { rows[place - 1] = before[row - 1] }
  }

  /// Takes a row out; those below move up.
  public mutating func remove(row: Int) { rows.remove(at: row - 1) }

  /// Puts a row in, written as in the table; those below move down.
  public mutating func insert(_ line: String, at row: Int) {
    rows.insert(contentsOf: TestSheet("", line).rows, at: row - 1)
  }

  private var sheetData: String {
    var lines: [Int: [(Int, String)]] = [:]
    for (row, cells) in rows.enumerated() {
      for (column, text) in cells.enumerated() where !["", "<", "^"].contains(text) {
        lines[row + 1, default: []].append((column + 1, Self.cell(text, row + 1, column + 1)))
      }
    }
    for blank in styledBlanks {
      lines[blank.row, default: []].append((blank.column, "<c r=\"\(blank)\" s=\"1\"/>"))
    }
    return lines.sorted { $0.key < $1.key }.map { row, cells in
      let hidden = hiddenRows.contains(row) ? " hidden=\"1\"" : ""
      let content = cells.sorted { $0.0 < $1.0 }.map(\.1).joined()
      return "<row r=\"\(row)\"\(hidden)>\(content)</row>"
    }.joined()
  }

  private static func cell(_ text: String, _ row: Int, _ column: Int) -> String {
    let place = "r=\"\(CellReference.letters(ofColumn: column))\(row)\""
    if text.hasPrefix("="), text != "=" {
      let parts = text.dropFirst().split(separator: "→").map { escaped(String($0)) }
      let value = parts.count > 1 ? "<v>\(parts[1])</v>" : ""
      return "<c \(place)><f>\(parts[0])</f>\(value)</c>"
    }
    if text.hasPrefix("#") { return "<c \(place) t=\"e\"><v>\(escaped(text))</v></c>" }
    if text == "TRUE" { return "<c \(place) t=\"b\"><v>1</v></c>" }
    if text.hasPrefix("%"), isNumber(text.dropFirst()) {
      return "<c \(place) s=\"1\"><v>\(text.dropFirst())</v></c>"
    }
    if text.hasPrefix("@"), isNumber(text.dropFirst()) {
      return "<c \(place) s=\"2\"><v>\(text.dropFirst())</v></c>"
    }
    if text.hasPrefix("{"), let end = text.firstIndex(of: "}"),
      let style = Int(text[text.index(after: text.startIndex)..<end]),
      isNumber(text[text.index(after: end)...])
    {
      return "<c \(place) s=\"\(style)\"><v>\(text[text.index(after: end)...])</v></c>"
    }
    if isNumber(text[...]) { return "<c \(place)><v>\(text)</v></c>" }
    let plain = text.hasPrefix("'") ? String(text.dropFirst()) : text
    let broken = escaped(
      plain.split(separator: "\\n", omittingEmptySubsequences: false)
        .joined(separator: "\n"))
    return "<c \(place) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(broken)</t></is></c>"
  }

  private static func isNumber(_ text: Substring) -> Bool {
    Double(text) != nil && text.utf8.allSatisfy { "0123456789.-E".utf8.contains($0) }
  }

  private var merges: [CellRange] {
    var owners: [CellReference: [CellReference]] = [:]
    for (row, cells) in rows.enumerated() {
      for (column, text) in cells.enumerated() where ["<", "^"].contains(text) {
        guard let owner = owner(row, column),
          let place = CellReference(row: row + 1, column: column + 1)
        else { continue }
        owners[owner, default: []].append(place)
      }
    }
    return owners.map { owner, places in
      let last = CellReference(
        row: places.map(\.row).max() ?? 1, column: places.map(\.column).max() ?? 1)
      return CellRange(owner, last ?? owner)
    }.sorted { $0.first < $1.first }
  }

  private func owner(_ row: Int, _ column: Int) -> CellReference? {
    guard rows.indices.contains(row), rows[row].indices.contains(column) else { return nil }
    switch rows[row][column] {
    case "<": return owner(row, column - 1)
    case "^": return owner(row - 1, column)
    default: return CellReference(row: row + 1, column: column + 1)
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}

internal import Evaluation
internal import Workbooks

/// The defined names that a blank gave its cells, as they stand in a return: which cell each
/// names now, wherever rows were inserted or moved to.
struct NamedCells: Sendable {
  /// The named cells, by the name of their sheet and the name of the field.
  private var cells: [String: [String: CellReference]] = [:]
  /// Those of a sheet that is there no more, where it is the only one: a program renamed it and
  /// left the names as they were.
  private var orphans: [String: CellReference] = [:]

  private static let prefix = "sb_"
  /// The names of what an annotation added are made alike, and are no blank's.
  private static let added = "sb_added_"

  /// The names of a workbook; those whose cell was deleted (`#REF!`) are not among them.
  init(_ workbook: Workbook) {
    for name in workbook.definedNames where name.name.hasPrefix(Self.prefix) {
      guard !name.name.hasPrefix(Self.added), let place = Self.place(name.formula) else { continue }
      cells[place.sheet, default: [:]][name.name] = place.cell
    }
    if cells.count == 1, let only = cells.first, workbook.sheet(named: only.key) == nil {
      orphans = only.value
    }
  }

  /// Whether there are none: the return was made from no blank, or lost its names.
  var isEmpty: Bool { cells.isEmpty }

  /// The named cells of a sheet.
  func cells(on sheet: String) -> [String: CellReference] { cells[sheet] ?? orphans }

  /// Which indicator each row of a sheet is called by the names of its cells, as
  /// ``Programme/Indicator/key(id:number:)`` makes them; rows that bear those of several are left
  /// out. Where the cells of one indicator stand in several rows, that of its actual counts.
  func indicators(on sheet: String) -> [Int: String] {
    var rows: [String: (row: Int, isActual: Bool)] = [:]
    for (name, cell) in cells(on: sheet) {
      guard let (key, column) = FieldName.indicator(in: name) else { continue }
      let isActual = column == .actual
      let known = rows[key]
      let isBetter = known.map { other in
        isActual != other.isActual ? isActual : !other.isActual && cell.row < other.row
      }
      if isBetter ?? true { rows[key] = (cell.row, isActual) }
    }
    return Dictionary(grouping: rows.keys) { rows[$0]?.row ?? 0 }
      .compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The sheet and cell of `'自评表'!$E$12`; the first cell of a range.
  private static func place(_ formula: String) -> (sheet: String, cell: CellReference)? {
    guard let mark = formula.lastIndex(of: "!") else { return nil }
    var sheet = formula[..<mark]
    if sheet.hasPrefix("'"), sheet.hasSuffix("'"), sheet.utf8.count > 2 {
      sheet = sheet.dropFirst().dropLast()
    }
    let name = sheet.split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'")
    guard let range = CellRange(formula[formula.index(after: mark)...]) else { return nil }
    return (name, range.first)
  }
}

/// What an earlier annotation added to a workbook, as found in the workbook itself.
///
/// Found again by a custom document property and by hidden defined names, which follow rows and
/// columns that were inserted since.
public struct PriorPatch: Hashable, Sendable {
  /// What was added to one sheet.
  public struct AddedArea: Hashable, Sendable {
    /// The sheet, by the name it has now.
    public let sheet: String
    /// The added columns, where they are now: nothing in there is the unit's, but for `kept`.
    /// `nil` where the unit deleted them.
    public let cells: CellRange?
    /// Cells within that were there before.
    public let kept: [CellReference]
    /// The last printed column before; `nil` where the print area was not changed.
    let lastPrinted: Int?

    /// Whether the cell was added.
    public func contains(_ cell: CellReference) -> Bool {
      cells.map { $0.contains(cell) && !kept.contains(cell) } ?? false
    }
  }

  /// What was added, sheet by sheet.
  public let areas: [AddedArea]
  /// The sheet that was put first, by the name it has now; `nil` where it is gone.
  public let firstSheet: String?
  /// Who signed the notes.
  public let noteAuthor: String
  /// What the property says.
  let record: PatchRecord

  /// What was added to this sheet.
  public func area(on sheet: String) -> AddedArea? {
    let folded = SheetName.folded(sheet)
    return areas.first { SheetName.folded($0.sheet) == folded }
  }

  /// The earlier annotation of a workbook; `nil` where it has none.
  public static func find(in workbook: Workbook) -> PriorPatch? {
    let record = PatchRecord.read(from: workbook.properties.custom)
    let names = workbook.definedNames.filter { $0.scope == nil }
    let places = Dictionary(
      names.map { ($0.name.lowercased(), $0.formula) }, uniquingKeysWith: { one, _ in one })
    let hasNames = places.keys.contains { $0.hasPrefix(PatchRecord.namePrefix) }
    guard record != nil || hasNames else { return nil }
    let known = record ?? PatchRecord()
    let first = places[PatchRecord.firstName].map { Place($0)?.sheet } ?? known.firstSheet
    return PriorPatch(
      areas: areas(known, places, workbook),
      firstSheet: firstSheet(named: first, known, workbook),
      noteAuthor: known.author, record: known)
  }

  /// The sheet of this name, else the one that begins as ours did.
  private static func firstSheet(
    named name: String?, _ record: PatchRecord, _ workbook: Workbook
  ) -> String? {
    if let name, workbook.sheets.contains(where: { $0.name == name }) { return name }
    return workbook.sheets.first { record.firstText?.holds(on: $0) == true }?.name
  }

  private static func areas(
    _ record: PatchRecord, _ names: [String: String], _ workbook: Workbook
  ) -> [AddedArea] {
    let sheets = Set(workbook.sheets.map(\.name))
    var areas: [AddedArea] = []
    for index in 0..<max(record.areas.count, 64) {
      let known = record.areas.indices.contains(index) ? record.areas[index] : nil
      let formula = names[PatchRecord.areaName(index)]
      guard known != nil || formula != nil else { continue }
      let place = formula.flatMap { Place($0) }
      guard let sheet = place?.sheet ?? known?.sheet else { continue }
      let cells = formula == nil ? known?.cells : place?.cells
      if let known, let cells, let found = known.found(named: sheet, cells: cells, in: workbook) {
        areas.append(area(found.sheet, found.cells, known))
        continue
      }
      guard sheets.contains(sheet) else { continue }
      areas.append(area(sheet, cells, known))
    }
    return areas
  }

  /// What was noted of columns and cells, moved as far as the added columns were.
  private static func area(
    _ sheet: String, _ cells: CellRange?, _ known: PatchRecord.Area?
  ) -> AddedArea {
    guard let known, let cells else {
      return AddedArea(sheet: sheet, cells: cells, kept: [], lastPrinted: nil)
    }
    let across = cells.first.column - known.cells.first.column
    let down = cells.first.row - known.cells.first.row
    return AddedArea(
      sheet: sheet, cells: cells,
      kept: known.kept.compactMap {
        CellReference(row: $0.row + down, column: $0.column + across)
      },
      lastPrinted: known.lastPrinted.map { max(1, $0 + across) })
  }

  /// A formula that names one range of one sheet.
  struct Place {
    let sheet: String
    let cells: CellRange?

    /// - Returns: `nil` for a formula without a sheet; a place without cells where these were
    ///   deleted (`自评表!#REF!`).
    init?(_ formula: String) {
      let lost = "#REF!"
      let isLost = formula.hasSuffix(lost)
      let formula = isLost ? String(formula.dropLast(lost.count)) : formula
      guard let mark = formula.lastIndex(of: "!") else { return nil }
      var name = formula[..<mark]
      if name.hasPrefix("="), name.count > 1 { name = name.dropFirst() }
      if name.hasPrefix("$") { name = name.dropFirst() }
      if name.hasPrefix("'"), name.hasSuffix("'"), name.count > 1 {
        name = name.dropFirst().dropLast()
      }
      sheet = name.split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'")
      cells = CellRange(formula[formula.index(after: mark)...].filter { $0 != "$" })
    }
  }
}

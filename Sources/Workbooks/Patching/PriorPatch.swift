/// What an earlier annotation added to a workbook, as found in the workbook itself.
///
/// Found again by a custom document property and by hidden defined names, which follow rows and
/// columns that were inserted since.
public struct PriorPatch: Hashable, Sendable {
  /// What was added to one sheet.
  public struct AddedArea: Hashable, Sendable {
    /// The sheet, by the name it has now.
    public let sheet: String
    /// The added columns, where they are now: nothing in there is the unit's. `nil` where the
    /// unit deleted them.
    public let cells: CellRange?
    /// The print area before, as its defined name had it; `nil` where there was none, or none
    /// was changed.
    let printAreaBefore: String?
    /// Attributes of the page set-up before, as recorded.
    let pageSetupBefore: String?

    /// Whether the cell was added.
    public func contains(_ cell: CellReference) -> Bool { cells?.contains(cell) ?? false }
  }

  /// What was added, sheet by sheet.
  public let areas: [AddedArea]
  /// The sheet that was put first, by the name it has now; `nil` where it is gone.
  public let firstSheet: String?
  /// Who signed the notes.
  public let noteAuthor: String
  /// The names of properties and defined names that were added beside.
  let record: PatchRecord

  /// What was added to this sheet.
  public func area(on sheet: String) -> AddedArea? { areas.first { $0.sheet == sheet } }
}

/// The record of an annotation as its property holds it.
struct PatchRecord: Hashable, Sendable {
}

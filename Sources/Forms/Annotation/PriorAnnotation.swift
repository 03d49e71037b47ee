public import Workbooks

/// An annotated copy can come back: departments correct it and return that.
///
/// What was added is recorded in a custom document property and in hidden names, both written
/// and read by the patch itself; nothing of it is ever read as the unit's answer.
extension Annotator {
  /// The earlier annotation in a workbook; `nil` where it has none.
  ///
  /// Reading leaves out the sheet it put first and the cells of its areas; annotating again
  /// takes all of it out first.
  public static func prior(in workbook: Workbook) -> PriorPatch? { PriorPatch.find(in: workbook) }
}

extension PriorPatch {
  /// Whether a sheet was added by it, and holds nothing of the unit's.
  public func added(sheet: String) -> Bool { firstSheet == sheet }

  /// Whether a cell was added by it.
  public func added(_ cell: CellReference, on sheet: String) -> Bool {
    added(sheet: sheet) || area(on: sheet)?.contains(cell) == true
  }
}

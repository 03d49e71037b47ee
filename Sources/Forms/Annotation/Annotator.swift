internal import Evaluation
public import Workbooks

/// Makes, from a scored form, what is to be added to the workbook it came in.
///
/// A pure function of its inputs: no clock, no order but that of the form.
public enum Annotator {
  /// The patch that annotates a form: columns beside it, colours and notes on it, 审核结果 first.
  ///
  /// - Parameters:
  ///   - workbook: the workbook as returned.
  ///   - prior: an earlier annotation in it, which the patch takes out first.
  public static func patch(
    for subject: ScoredForm, in workbook: Workbook, replacing prior: PriorPatch? = nil
  ) -> WorkbookPatch {
    let found = FormSheet(subject.form, in: workbook, without: prior)
    let sheet = found ?? FormSheet(name: subject.form.sheet, firstBeyond: 0)
    var patch = patch(for: subject, on: sheet)
    patch.removing = prior
    return patch
  }

  /// The patch for a form on this sheet.
  static func patch(for subject: ScoredForm, on sheet: FormSheet) -> WorkbookPatch {
    let subject = subject.inOrder
    var columns = AuditColumns.find(
      on: sheet, right: subject.form.table, hasScores: subject.hasScores)
    columns?.hasRates = subject.card.isRated
    let rows = AuditRows(subject, on: sheet).rows
    let places = NotePlaces(subject, on: sheet)
    var own = SheetPatch(sheet: sheet.name)
    if let columns {
      own.cells = columns.cells(beside: subject.form, rows: rows, on: sheet)
      own.merges = columns.merges(beside: subject.form)
      own.columnWidths = columns.widths
      own.printArea = columns.area(beside: subject.form, rows: rows)
    }
    own.highlights =
      AuditHighlights(subject, rows: rows, columns: columns, on: sheet).highlights
    var sheets: [SheetPatch] = []
    for page in AuditNotes(subject, places: places).pages {
      if page.sheet == sheet.name {
        own.notes = page.notes
      } else {
        sheets.append(SheetPatch(sheet: page.sheet, notes: page.notes))
      }
    }
    return WorkbookPatch(
      sheets: [own] + sheets, firstSheet: ResultSheet(subject, places: places).sheet)
  }
}

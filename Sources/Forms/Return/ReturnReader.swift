public import Evaluation
public import Workbooks

/// Reads a form that was found into a report: every value with its place, nothing judged yet.
public struct ReturnReader: Sendable {
  private let words: FormWords
  private let template: TemplateLine
  /// Those of further tables, in the scheme's order.
  private let templates: [TemplateLine]

  /// A reader of the scheme's form. Made once, it serves any number of returns.
  public init(_ scheme: Scheme) {
    words = FormWords(scheme.form, FormLexicon(scheme.form))
    template = TemplateLine(scheme.form.indicators)
    templates = scheme.form.tables.map { TemplateLine($0.layout) }
  }

  /// A reader of the same form as a finder, sharing its words.
  public init(_ finder: FormFinder) {
    words = FormWords(finder.form, finder.lexicon)
    template = TemplateLine(finder.form.indicators)
    templates = finder.form.tables.map { TemplateLine($0.layout) }
  }

  /// Reads one form, with what its blank carries; an empty report where the workbook has no sheet of that name.
  ///
  /// - Parameters:
  ///   - found: the form, as a finder found it in this workbook.
  ///   - workbook: the workbook.
  public func read(_ found: FoundForm, in workbook: Workbook) -> Report {
    let blanks = BlankReader(workbook)
    let found = found.completed(
      by: blanks.names, of: words.form, on: workbook.sheet(named: found.sheet))
    var reports = [read(found, in: workbook, names: blanks.names)]
    blanks.add(to: &reports, of: [found])
    return reports[0]
  }

  /// Reads one form without what its blank carries, but with the names it gave to rows.
  func read(_ found: FoundForm, in workbook: Workbook, names: NamedCells) -> Report {
    var report = Report()
    guard let sheet = workbook.sheets.first(where: { $0.name == found.sheet }) else {
      return report
    }
    let columns = found.table.first.column...found.table.last.column
    let rows = found.area.first.row...found.area.last.row
    let grid = FormGrid(
      sheet: sheet, stored: TypedCells(workbook),
      merges: found.labels?.merges(in: rows) ?? MergeMap(sheet, rows: rows),
      columns: columns, lexicon: words.lexicon, labels: found.labels)
    report.remarks = StructureReader(words, found: found, grid: grid).remarks()
    LabelReader(lexicon: words.lexicon, found: found, grid: grid).read(into: &report)
    if words.form.funds != nil {
      FundReader(words, found: found, grid: grid).read(into: &report)
    }
    let named = names.indicators(on: found.sheet)
    for block in IndicatorBlock.all(of: found, in: words.form) {
      IndicatorReader(
        words, template: block.index.map { templates[$0] } ?? template, block: block, grid: grid,
        named: named
      ).read(into: &report)
    }
    return report
  }
}

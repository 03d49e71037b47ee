public import Evaluation
public import Workbooks

/// Finds the forms of a scheme in a workbook by their labels, wherever they stand.
///
/// Every sheet is searched, hidden ones too; no row, column or sheet name is taken for granted.
public struct FormFinder: Sendable {
  let form: FormWording
  let lexicon: FormLexicon
  let indicatorFinder: HeaderFinder<IndicatorColumn>
  let fundFinder: HeaderFinder<FundColumn>?
  /// The finders of further tables, in the scheme's order.
  let tableFinders: [HeaderFinder<IndicatorColumn>]
  /// The names that a blank gave its cells, which say what a reworded header was.
  var names: NamedCells?

  /// The most forms one workbook is searched for.
  static let mostForms = 1000

  /// A finder of the scheme's form. Made once, it serves any number of workbooks.
  public init(_ scheme: Scheme) {
    form = scheme.form
    let lexicon = FormLexicon(scheme.form)
    self.lexicon = lexicon
    indicatorFinder = HeaderFinder(
      columns: form.indicators.columns, required: form.indicators.required, lexicon: lexicon
    ) { $0.indicator }
    tableFinders = form.tables.enumerated().map { index, table in
      HeaderFinder(
        columns: table.layout.columns, required: table.layout.required, lexicon: lexicon
      ) { $0.tables[index] }
    }
    fundFinder = form.funds.map { funds in
      HeaderFinder(columns: funds.columns, required: funds.required, lexicon: lexicon) { $0.fund }
    }
  }

  /// The parts of a workbook that are not the unit's: an earlier annotation.
  public struct Ignored: Hashable, Sendable {
    /// Names of sheets.
    public var sheets: Set<String>
    /// Areas, by the name of their sheet; their whole columns are left out.
    public var areas: [String: [CellRange]]

    /// Nothing, or these parts.
    public init(sheets: Set<String> = [], areas: [String: [CellRange]] = [:]) {
      self.sheets = sheets
      self.areas = areas
    }

    /// The areas of a sheet, over all its rows.
    func columns(of sheet: String) -> [CellRange] {
      (areas[sheet] ?? []).map { area in
        let last = CellReference(row: CellReference.lastRow, column: area.last.column)
        let first = CellReference(row: 1, column: area.first.column)
        return CellRange(first ?? area.first, last ?? area.last)
      }
    }
  }

  /// What a search came to.
  public struct Search: Sendable {
    /// The forms, in the order of tabs and rows.
    public let forms: [FoundForm]
    /// Where no form was found: the place most like one.
    public let nearest: NearMiss?
  }

  /// The place most like a form, and what it lacks (F008).
  public struct NearMiss: Hashable, Sendable {
    /// The sheet; `nil` for a workbook without sheets.
    public let sheet: String?
    /// The row with most headers of the indicator block; `nil` where there is none.
    public let row: Int?
    /// The scheme's words for the headers that are there.
    public let found: [String]
    /// The scheme's words for the required headers that are not.
    public let missing: [String]
  }

  /// Finds every form of the scheme.
  ///
  /// - Parameter ignored: what an earlier annotation added.
  public func find(in workbook: Workbook, ignoring ignored: Ignored = Ignored()) -> Search {
    // A finder is large: none is copied for the closure.
    let lexicon = lexicon
    return search(
      workbook.sheets.lazy.filter { !ignored.sheets.contains($0.name) }.map { sheet in
        SheetScan(sheet, lexicon: lexicon, ignoring: ignored.columns(of: sheet.name))
      }, firstSheet: workbook.sheets.first?.name)
  }

  /// Finds every form of the scheme in sheets whose labels are known.
  func search(_ scans: some Sequence<SheetScan>, firstSheet: String?) -> Search {
    var forms: [FoundForm] = []
    var best: (sheet: String, header: HeaderRow<IndicatorColumn>)?
    for scan in scans {
      let headers = indicatorHeaders(in: scan)
      forms += self.forms(in: scan, headers.complete, after: forms.count)
      if let header = headers.best, header.cells.count > best?.header.cells.count ?? 0 {
        best = (scan.sheet.name, header)
      }
      if forms.count >= Self.mostForms { break }
    }
    let nearest = forms.isEmpty ? nearMiss(best, firstSheet: firstSheet) : nil
    return Search(forms: forms, nearest: nearest)
  }

  private func nearMiss(
    _ best: (sheet: String, header: HeaderRow<IndicatorColumn>)?, firstSheet: String?
  ) -> NearMiss {
    let cells = best?.header.cells ?? HeaderCells()
    let found = form.indicators.columns.filter { cells[$0.meaning] != nil }
    let missing = form.indicators.required.filter { cells[$0] == nil }
    return NearMiss(
      sheet: best?.sheet ?? firstSheet, row: best?.header.bottom,
      found: found.map { form.label($0.meaning) }, missing: missing.map { form.label($0) })
  }
}

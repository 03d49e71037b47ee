internal import Evaluation
internal import Figures
internal import Workbooks

/// The sheet 审核结果: the verdict and what to do on the first page, the accounts on the next.
struct ResultSheet: Sendable {
  /// Its name.
  static let name = "审核结果"
  /// Widths of its thirteen columns in pixels: together one page of A4 on its side.
  static let widths = [62, 60, 76, 84, 84, 84, 20, 112, 92, 92, 92, 76, 112]
  /// Its last column.
  static let lastColumn = 13

  /// The sheet.
  let sheet: NewSheet

  /// The sheet for a scored form.
  init(_ subject: ScoredForm, places: NotePlaces) {
    var page = ResultPage(subject: subject, places: places)
    page.addHeading()
    page.addTasks()
    page.addRectification()
    let isAnythingAbove = !page.tasks.isEmpty || subject.rectification != nil
    let endOfTasks = isAnythingAbove ? page.draft.lastRow : nil
    page.addAccounts()
    page.addFindings()
    page.addSignatures()
    sheet = Self.sheet(page, breakAfter: endOfTasks)
  }

  private static func sheet(_ page: ResultPage, breakAfter row: Int?) -> NewSheet {
    let draft = page.draft
    let corner = CellReference(row: 1, column: 1)
    let end = CellReference(row: max(draft.lastRow, 1), column: lastColumn)
    let identity = page.subject.card.project
    let words = [identity.id, identity.unit, name].filter { !$0.isEmpty }
    return NewSheet(
      name: name, columnWidths: widths.map(AuditLook.characters(pixels:)), rows: draft.rows,
      merges: draft.merges, links: draft.links,
      printArea: corner.flatMap { corner in end.map { CellRange(corner, $0) } },
      pageBreaks: row.map { [$0] } ?? [],
      footerLeft: PageSetup.footer(TextExtent.clipped(words.joined(separator: "　"), to: 80)),
      footerRight: PageSetup.pageCount, landscape: true, showsGridLines: false, frozenRows: 2,
      looks: AuditLook.listLooks)
  }
}

/// The sheet being composed, section by section.
struct ResultPage: Sendable {
  let subject: ScoredForm
  let places: NotePlaces
  /// The findings, graver first.
  let findings: [Finding]
  var draft = SheetDraft(widths: ResultSheet.widths)
  private var sections = 0
  private let ownSheet: String

  init(subject: ScoredForm, places: NotePlaces) {
    self.subject = subject
    self.places = places
    findings = subject.findings
    ownSheet = SheetName.quoted(subject.form.sheet) + "!"
  }

  var card: Scorecard { subject.card }

  /// What the unit must correct or explain.
  var tasks: [Finding] { findings.filter { $0.severity > .note } }

  func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

  /// The heading of the next section: 一、…, 二、….
  mutating func sectionTitle(_ words: String) -> String {
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    defer { sections += 1 }
    return numerals.indices.contains(sections) ? "\(numerals[sections])、\(words)" : words
  }

  mutating func addSection(_ words: String) {
    draft.add(38, [.init(1...ResultSheet.lastColumn, sectionTitle(words), AuditLook.section)])
  }

  /// The cell of a finding as a link to it, or to the header that carries its note.
  func address(of finding: Finding, in columns: ClosedRange<Int>, _ row: AuditLook.Row)
    -> SheetDraft.Span
  {
    let spot = places.spot(for: finding)
    let isElsewhere = spot.sheet != subject.form.sheet
    return SheetDraft.Span(
      columns, .text(spot.cell.description), AuditLook.address(row, isLink: true),
      link: isElsewhere
        ? PatchLink.place(spot.cell, on: spot.sheet) : ownSheet + spot.cell.description,
      tooltip: isElsewhere ? "“\(spot.sheet)” \(spot.cell)" : nil)
  }

  /// What a finding is about, in the words of the form.
  func label(of finding: Finding) -> String {
    let label = finding.label.isEmpty ? "全表" : TextExtent.clipped(finding.label, to: 100)
    guard let sheet = finding.place?.sheet, sheet != subject.form.sheet, !sheet.isEmpty else {
      return label
    }
    return "“\(TextExtent.clipped(sheet, to: 31))”\(label)"
  }
}

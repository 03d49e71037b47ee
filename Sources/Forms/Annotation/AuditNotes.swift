internal import Evaluation
internal import Workbooks

/// The notes: each finding on its cell, several on one cell in one note.
struct AuditNotes: Sendable {
  /// The notes of one sheet.
  struct Page: Sendable {
    /// The sheet's name.
    let sheet: String
    /// Its notes, in the order of the sheet.
    let notes: [Note]
  }

  /// How many findings one note tells in full; the list of all is on the first sheet.
  static let limit = 8
  /// The width of a note in pixels.
  static let width = 250
  /// The least height of a note in pixels.
  static let leastHeight = 96

  /// The sheets that get notes: the form's own first, the others by name.
  let pages: [Page]

  /// The notes for all findings of a form.
  init(_ subject: ScoredForm, places: NotePlaces) {
    var bySheet: [String: [CellReference: [Finding]]] = [:]
    for finding in subject.findings {
      let spot = places.spot(for: finding)
      bySheet[spot.sheet, default: [:]][spot.cell, default: []].append(finding)
    }
    let own = subject.form.sheet
    let sheets = bySheet.keys.filter { $0 == own } + bySheet.keys.filter { $0 != own }.sorted()
    pages = sheets.map { sheet in
      let byCell = bySheet[sheet] ?? [:]
      return Page(sheet: sheet, notes: byCell.keys.sorted().map { Self.note($0, byCell[$0] ?? []) })
    }
  }

  private static func note(_ cell: CellReference, _ findings: [Finding]) -> Note {
    var text = ""
    for finding in findings.prefix(limit) {
      if !text.isEmpty { text += "\n" }
      append(finding, to: &text)
    }
    if findings.count > limit {
      text += "\n另有\(findings.count - limit)处，见“\(ResultSheet.name)”。"
    }
    return Note(cell, text, width: width, height: height(of: text))
  }

  /// Appends what a note says of a finding: 【代码　级别】问题 / 现为　应为 / 怎么办.
  private static func append(_ finding: Finding, to text: inout String) {
    let length = finding.message.utf8.count + finding.advice.utf8.count
    text.reserveCapacity(text.utf8.count + min(length, 4_000) + 160)
    text += "【"
    text += finding.code.rawValue
    text += "　"
    text += finding.severity.word
    text += "】"
    text += TextExtent.clipped(finding.message, to: 400)
    appendValues(of: finding, to: &text)
    guard !finding.advice.isEmpty else { return }
    text += "\n怎么办："
    text += TextExtent.clipped(finding.advice, to: 300)
  }

  private static func appendValues(of finding: Finding, to text: inout String) {
    guard !finding.found.isEmpty || !finding.expected.isEmpty else { return }
    text += "\n现为："
    text += finding.found.isEmpty ? "（空）" : TextExtent.clipped(finding.found, to: 120)
    guard !finding.expected.isEmpty else { return }
    text += "　应为："
    text += TextExtent.clipped(finding.expected, to: 120)
  }

  /// As high as its lines at 9 points need, as programs set notes.
  private static func height(of text: String) -> Int {
    let lines = TextExtent.lines(text, pixels: width - 12, size: 9.5)
    return max(leastHeight, min(lines, 60) * 18 + 14)
  }
}

/// Where the note of a finding stands.
struct NotePlaces: Sendable {
  /// A cell of a sheet.
  struct Spot: Hashable, Sendable {
    let sheet: String
    let cell: CellReference
  }

  private let subject: ScoredForm
  private let sheet: FormSheet

  /// The places on and beside a form.
  init(_ subject: ScoredForm, on sheet: FormSheet) {
    self.subject = subject
    self.sheet = sheet
  }

  /// The cell of the finding's note: its own, merged cells by their first; without one the
  /// header of its block, else the form's title.
  func spot(for finding: Finding) -> Spot {
    if let place = finding.place, let cell = place.reference {
      if place.sheet == sheet.name { return own(cell) }
      if sheet.visibleSheets.contains(place.sheet) {
        return Spot(sheet: place.sheet, cell: cell)
      }
    }
    return own(header(for: finding))
  }

  private func own(_ cell: CellReference) -> Spot {
    Spot(sheet: sheet.name, cell: sheet.area(of: cell).first)
  }

  private func header(for finding: Finding) -> CellReference {
    switch finding.code {
    case .b001, .b002, .b003, .b004, .b005, .b006, .b007, .b008, .b009, .t004:
      fundHeader ?? indicatorHeader
    case .s003, .s004, .t001, .t002, .t003, .t005, .t006, .r001, .r002, .r003, .r004, .r005, .r006,
      .r007, .r008, .r009, .r010, .r011, .r012, .c006, .c007:
      indicatorHeader
    default:
      finding.indicator == nil ? sheet.title ?? subject.form.table.first : indicatorHeader
    }
  }

  private var fundHeader: CellReference? {
    subject.form.fundHeaderRow.map { first(of: subject.report.fundColumns.values, inRow: $0) }
  }

  private var indicatorHeader: CellReference {
    first(of: subject.report.indicatorColumns.values, inRow: subject.form.indicatorHeaderRow)
  }

  /// The first heading in a row of headings.
  private func first(of places: some Sequence<Place>, inRow row: Int) -> CellReference {
    let cells = places.compactMap { subject.cell($0) }.filter { $0.row == row }
    let corner = subject.form.table.first
    return cells.min() ?? CellReference(row: row, column: corner.column) ?? corner
  }
}

public import Evaluation
internal import Figures
public import Workbooks

/// Writes blanks: the scheme's form for one project, prefilled and locked, with everything that
/// helps to fill it in. The same project gives the same bytes.
public struct HandoutWriter: Sendable {
  private let scheme: Scheme
  private let columns: FormColumns
  private let targets: TargetParser
  private let guide: SheetDraft
  private let details: [String: String]
  private static let guideName = "填报说明"
  private static let listName = "选项"

  /// A writer of the scheme's blanks. Made once, it serves every project of a programme.
  ///
  /// - Parameter programme: what is said about the round: when it is due, whom to ask; `nil` for
  ///   empty forms.
  public init(_ scheme: Scheme, programme: Programme?) {
    self.scheme = scheme
    columns = FormColumns(scheme.form)
    targets = TargetParser(scheme.scoring)
    guide = HandoutGuide(scheme, programme: programme).drawn()
    details = programme?.details ?? [:]
  }

  /// The blank of a project.
  ///
  /// - Parameter carried: last year's values by the id of the indicator, shown right of the table.
  public func blank(
    _ issued: IssuedForm, carried: [String: CarriedValue] = [:]
  ) throws(WorkbookError) -> [UInt8] {
    try workbook(issued, carried)
  }

  /// The scheme's form with nothing filled in.
  public func emptyForm() throws(WorkbookError) -> [UInt8] {
    try workbook(nil, [:])
  }

  /// What stands where on the form.
  func drawing(
    _ issued: IssuedForm?, carried: [String: CarriedValue] = [:]
  ) -> FormDrawing {
    FormDrafter(
      scheme, columns: columns, targets: targets, issued: issued, carried: carried
    ).drawn()
  }

  private func workbook(
    _ issued: IssuedForm?, _ carried: [String: CarriedValue]
  ) throws(WorkbookError) -> [UInt8] {
    let drawing = drawing(issued, carried: carried)
    var writer = try WorkbookWriter()
    let form = try writer.addSheet(named: drawing.sheet)
    let guide = try writer.addSheet(named: Self.guideName)
    let lists = try writer.addSheet(named: Self.listName, state: .hidden)
    let checks = try writer.addSheet(named: SelfCheckSheet.name, state: .hidden)
    let selfCheck = SelfCheckSheet(drawing)
    try write(drawing, selfCheck, on: form, to: &writer)
    try setEntries(drawing, on: form, of: &writer)
    try setUp(form, drawing, issued, of: &writer)
    try self.guide.write(to: &writer, on: guide)
    try setUpGuide(guide, of: &writer)
    try writeLists(on: lists, to: &writer)
    try selfCheck.write(to: &writer, on: checks)
    if let issued { try writeManifest(issued, carried, drawing.blankFields, to: &writer) }
    for sheet in [form, guide, lists, checks] { try writer.protect(sheet) }
    writer.lockStructure()
    try writer.setProperties(properties(issued))
    return try writer.bytes()
  }

  private func properties(_ issued: IssuedForm?) -> WorkbookProperties {
    let name = issued.map { "\($0.project.name)　" } ?? ""
    return WorkbookProperties(
      title: name + scheme.title, author: details["发放单位"] ?? "", comments: issued?.campaign ?? "")
  }
}

// MARK: - The form

extension HandoutWriter {
  private func write(
    _ drawing: FormDrawing, _ selfCheck: SelfCheckSheet, on sheet: WorkbookWriter.SheetID,
    to writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    for (index, width) in (drawing.widths + drawing.margin).enumerated() {
      try writer.setColumns((index + 1)...(index + 1), pixels: width, on: sheet)
    }
    for (index, height) in drawing.heights.enumerated() {
      try writer.setRow(index + 1, height: height * 0.75, on: sheet)
    }
    for cell in drawing.cells {
      try writer.merge(
        cell.range, Self.value(cell.content), on: sheet, style: drawing.framed(cell))
    }
    guard let place = drawing.selfCheck, !selfCheck.isEmpty else { return }
    try writer.merge(
      place, .formula(selfCheck.formula, value: .text("自检：打开后自动核对")), on: sheet,
      style: FormLook.selfCheck)
    let isDone = "LEFT($\(Self.letters(place.first))$1,\(SelfCheckSheet.completeBeginning.count))"
    try writer.addCondition(
      .formula("\(isDone)=\"\(SelfCheckSheet.completeBeginning)\""), style: FormLook.complete,
      to: place, on: sheet)
    for (range, condition) in drawing.missingReasons {
      try writer.addCondition(
        .formula(condition), style: FormLook.warning, to: range, on: sheet)
    }
  }

  private static func letters(_ place: CellReference) -> String {
    CellReference.letters(ofColumn: place.column)
  }

  private static func value(_ content: FormDrawing.Content) -> WorkbookWriter.Value {
    switch content {
    case .blank: .blank
    case .text(let text): .text(text)
    case .figure(let figure): .number(figure.description)
    case .formula(let formula): .formula(formula, value: .blank)
    case .computed(let formula, let figure): .formula(formula, value: .number(figure.description))
    }
  }

  /// Names and rules; a rule serves a stretch of equal fields below one another.
  private func setEntries(
    _ drawing: FormDrawing, on sheet: WorkbookWriter.SheetID, of writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    let rules = EntryRules(scheme, lists: lists)
    let quoted = SheetName.quoted(drawing.sheet)
    for field in drawing.fields {
      try writer.defineName(
        field.name, formula: "\(quoted)!$\(Self.letters(field.place))$\(field.place.row)")
    }
    for stretch in drawing.stretches {
      guard let rule = rules.rule(of: stretch.entry) else { continue }
      try writer.addValidation(rule, to: stretch.range, on: sheet)
    }
  }

  private func setUp(
    _ sheet: WorkbookWriter.SheetID, _ drawing: FormDrawing, _ issued: IssuedForm?,
    of writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    try writer.freeze(rows: 1, on: sheet)
    try writer.hideGridLines(on: sheet)
    let first = drawing.fields.first { $0.entry != nil }?.place
    if let first { try writer.select(first, on: sheet) }
    let area = FormDrawing.range(2...drawing.heights.count, 1...columns.last + drawing.margin.count)
    let project = issued.map { "\($0.project.id)　\($0.project.unit)" } ?? scheme.title
    try writer.setPage(
      PageSetup(
        area: area, repeatedRows: drawing.headerRow...drawing.headerRow,
        pageBreaks: drawing.pageBreaks,
        footerLeft: PageSetup.footer(TextExtent.clipped(project, to: 60)),
        footerRight: PageSetup.pageCount), on: sheet)
  }
}

// MARK: - The other sheets

extension HandoutWriter {
  private func setUpGuide(
    _ sheet: WorkbookWriter.SheetID, of writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    try writer.hideGridLines(on: sheet)
    try writer.setPage(
      PageSetup(
        landscape: false, margins: .init(left: 0.5, right: 0.5, top: 0.6, bottom: 0.6),
        footerRight: PageSetup.pageCount), on: sheet)
  }

  private var answers: [String] {
    [scheme.scoring.yes.first, scheme.scoring.no.first].compactMap(\.self) + inapplicable
  }

  private var levels: [String] {
    let choices = scheme.scoring.levels.map(\.choice)
    return choices.isEmpty ? [] : choices + inapplicable
  }

  /// The word that says an indicator does not apply, where the scheme has one.
  private var inapplicable: [String] {
    [scheme.scoring.notApplicable?.words.first].compactMap(\.self)
  }

  private var lists: EntryRules.Lists {
    let sheet = SheetName.quoted(Self.listName)
    return EntryRules.Lists(
      answers: "\(sheet)!$A$2:$A$\(answers.count + 1)",
      levels: levels.isEmpty ? nil : "\(sheet)!$B$2:$B$\(levels.count + 1)")
  }

  private func writeLists(
    on sheet: WorkbookWriter.SheetID, to writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    for (column, words) in [["是否"] + answers, ["等次"] + levels].enumerated() {
      for (row, word) in words.enumerated() {
        guard let place = CellReference(row: row + 1, column: column + 1) else { continue }
        try writer.write(.text(word), at: place, on: sheet)
      }
    }
  }

  private func writeManifest(
    _ issued: IssuedForm, _ carried: [String: CarriedValue], _ fields: [BlankField],
    to writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    let sheet = try writer.addSheet(named: Manifest.sheetName, state: .veryHidden)
    for (row, values) in Manifest.rows(issued, carried: carried, fields: fields).enumerated() {
      for (column, value) in values.enumerated() where !value.isEmpty {
        guard let place = CellReference(row: row + 1, column: column + 1) else { continue }
        try writer.write(.text(value), at: place, on: sheet)
      }
    }
    try writer.protect(sheet)
  }
}

extension SheetDraft {
  /// Writes the sheet into a new workbook.
  func write(
    to writer: inout WorkbookWriter, on sheet: WorkbookWriter.SheetID
  ) throws(WorkbookError) {
    for (index, width) in widths.enumerated() {
      try writer.setColumns((index + 1)...(index + 1), pixels: width, on: sheet)
    }
    var joined: [CellReference: CellRange] = [:]
    for merge in merges { joined[merge.first] = merge }
    for (index, row) in rows.enumerated() {
      if let height = row.height { try writer.setRow(index + 1, height: height, on: sheet) }
      for cell in row.cells {
        guard let place = CellReference(row: index + 1, column: cell.column) else { continue }
        if let range = joined[place] {
          try writer.merge(range, Self.value(cell.value), on: sheet, style: cell.style)
        } else if !merges.contains(where: { $0.contains(place) }) {
          try writer.write(Self.value(cell.value), at: place, on: sheet, style: cell.style)
        }
      }
    }
  }

  private static func value(_ value: PatchCell.Value) -> WorkbookWriter.Value {
    switch value {
    case .number(let digits): .number(digits)
    case .text(let text): .text(text)
    case .blank: .blank
    }
  }
}

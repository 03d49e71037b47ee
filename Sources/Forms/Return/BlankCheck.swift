internal import Evaluation
internal import Workbooks

/// Says what became of a blank's locks, drop-downs and formulas (S007, S011).
struct BlankCheck {
  let form: FoundForm
  let sheet: Sheet
  /// What the manifest says.
  let record: BlankReader.Record
  /// Where its fields stand.
  private let places: [String: CellReference]

  init(
    _ record: BlankReader.Record, _ report: Report, on form: FoundForm, sheet: Sheet,
    names: [String: CellReference]
  ) {
    self.form = form
    self.sheet = sheet
    self.record = record
    let fields = FieldPlaces(record.issued, report, on: form, names: names)
    var places: [String: CellReference] = [:]
    for name in record.fields.keys { places[name] = fields[name] }
    self.places = places
  }

  /// The cells that still hold a formula of the blank's own.
  var standingFormulas: Set<Place> {
    Set(
      cells(issuedAs: .formula).compactMap { _, cell in
        sheet.formula(at: cell) == nil ? nil : place(cell)
      })
  }

  /// What there is to say, in the order of the sheet.
  var remarks: [StructureRemark] {
    var remarks: [StructureRemark] = []
    if !sheet.isProtected {
      remarks.append(
        StructureRemark(
          .s007, at: Place(sheet: form.sheet, cell: nil), label: "工作表保护", found: "已撤销",
          expected: "保留", key: "protection"))
    }
    guard !record.fields.isEmpty else { return remarks }
    remarks += [missingRules].compactMap { $0 }
    return remarks + overwritten + madeFormulas
  }

  private func place(_ cell: CellReference) -> Place {
    Place(sheet: form.sheet, cell: cell.description)
  }

  // MARK: Drop-downs and rules

  /// One remark for all cells that lost theirs.
  private var missingRules: StructureRemark? {
    let ruled = cells(issuedAs: .list) + cells(issuedAs: .rule)
    let bare = ruled.map(\.cell).filter { !isGoverned($0) }.sorted()
    guard !bare.isEmpty else { return nil }
    let listed = bare.prefix(6).map(\.description).joined(separator: "、")
    let found = bare.count > 6 ? "\(listed)等\(bare.count)格已取消" : "\(listed)已取消"
    return StructureRemark(
      .s007, at: Place(sheet: form.sheet, cell: nil), label: "下拉选项和输入限制",
      found: bare.count == ruled.count ? "全部取消" : found, expected: "保留", key: "rules")
  }

  private func isGoverned(_ cell: CellReference) -> Bool {
    sheet.validations.contains { rule in
      rule.kind != .any && rule.ranges.contains { $0.contains(cell) }
    }
  }

  // MARK: Formulas

  private func cells(issuedAs kind: BlankField.Kind) -> [(name: String, cell: CellReference)] {
    places.filter { record.fields[$0.key] == kind }.map { (name: $0.key, cell: $0.value) }
      .sorted { ($0.cell, $0.name) < ($1.cell, $1.name) }
  }

  /// Formulas typed over. A cell that was emptied has its own finding where it matters.
  private var overwritten: [StructureRemark] {
    cells(issuedAs: .formula).compactMap { name, place in
      guard sheet.formula(at: place) == nil, let cell = sheet.cell(place) else { return nil }
      let found = Self.shown(cell.value)
      guard !found.isEmpty else { return nil }
      return remark(place, name, found: found, expected: "下发的公式")
    }
  }

  /// Texts and figures that were issued as such, targets, points and budgets among them, and are
  /// formulas now. Where the unit was to type, a formula is an answer like any other.
  private var madeFormulas: [StructureRemark] {
    cells(issuedAs: .fixed).compactMap { name, place in
      sheet.formula(at: place).map { remark(place, name, found: "=" + $0, expected: "下发的固定值") }
    }
  }

  private func remark(_ cell: CellReference, _ name: String, found: String, expected: String)
    -> StructureRemark
  {
    StructureRemark(
      .s011, at: place(cell), label: cell.description, found: found, expected: expected,
      key: "formula." + name)
  }

  private static func shown(_ value: CellValue) -> String {
    switch value {
    case .blank: ""
    case .number(let digits): digits
    case .text(let text): Wording.trimmed(text)
    case .boolean(let value): value ? "TRUE" : "FALSE"
    case .error(let code): code
    }
  }
}

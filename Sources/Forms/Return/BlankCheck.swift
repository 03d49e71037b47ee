internal import Evaluation
internal import Workbooks

/// Says what became of a blank's locks, drop-downs and formulas (S007, S011).
struct BlankCheck {
  let form: FoundForm
  let sheet: Sheet?
  /// What the manifest says; `nil` where the form has none.
  let record: BlankReader.Record?
  /// The named cells of the form's sheet.
  let cells: [String: CellReference]

  /// The cells that still hold a formula of the blank's own.
  var standingFormulas: Set<Place> {
    Set(
      cells(issuedAs: .formula).compactMap { cell in
        sheet?.formula(at: cell) == nil ? nil : place(cell)
      })
  }

  /// What there is to say, in the order of the sheet.
  var remarks: [StructureRemark] {
    guard let sheet, let record else { return [] }
    var remarks: [StructureRemark] = []
    if !sheet.isProtected {
      remarks.append(
        StructureRemark(
          .s007, at: Place(sheet: form.sheet, cell: nil), label: "工作表保护", found: "已撤销",
          expected: "保留", key: "protection"))
    }
    guard !record.fields.isEmpty else { return remarks }
    remarks += [missingRules(record, on: sheet)].compactMap { $0 }
    remarks += overwritten(on: sheet)
    return remarks + madeFormulas(on: sheet)
  }

  private func place(_ cell: CellReference) -> Place {
    Place(sheet: form.sheet, cell: cell.description)
  }

  // MARK: Drop-downs and rules

  /// One remark for all cells that lost theirs; where names are gone too, only a sheet without
  /// any is known to have lost them.
  private func missingRules(_ record: BlankReader.Record, on sheet: Sheet) -> StructureRemark? {
    let ruled = record.fields.filter { $0.value == .list || $0.value == .rule }.keys
    guard !ruled.isEmpty else { return nil }
    let governed = ruled.compactMap { cells[$0] }
    let bare = governed.filter { cell in !isGoverned(cell, on: sheet) }.sorted()
    guard !bare.isEmpty || governed.isEmpty && sheet.validations.isEmpty else { return nil }
    let listed = bare.prefix(6).map(\.description).joined(separator: "、")
    let found = bare.count > 6 ? "\(listed)等\(bare.count)格已取消" : "\(listed)已取消"
    return StructureRemark(
      .s007, at: Place(sheet: form.sheet, cell: nil), label: "下拉选项和输入限制",
      found: bare.isEmpty ? "全部取消" : found, expected: "保留", key: "rules")
  }

  private func isGoverned(_ cell: CellReference, on sheet: Sheet) -> Bool {
    sheet.validations.contains { rule in
      rule.kind != .any && rule.ranges.contains { $0.contains(cell) }
    }
  }

  // MARK: Formulas

  private func cells(issuedAs kind: BlankField.Kind) -> [CellReference] {
    (record?.fields ?? [:]).compactMap { $0.value == kind ? cells[$0.key] : nil }.sorted()
  }

  /// Formulas typed over. A cell that was emptied has its own finding where it matters.
  private func overwritten(on sheet: Sheet) -> [StructureRemark] {
    cells(issuedAs: .formula).compactMap { place in
      guard sheet.formula(at: place) == nil, let cell = sheet.cell(place) else { return nil }
      let found = Self.shown(cell.value)
      guard !found.isEmpty else { return nil }
      return remark(place, found: found, expected: "下发的公式")
    }
  }

  /// Texts and figures that were issued as such, targets, points and budgets among them, and are
  /// formulas now. Where the unit was to type, a formula is an answer like any other.
  private func madeFormulas(on sheet: Sheet) -> [StructureRemark] {
    cells(issuedAs: .fixed).compactMap { place in
      sheet.formula(at: place).map { remark(place, found: "=" + $0, expected: "下发的固定值") }
    }
  }

  private func remark(_ cell: CellReference, found: String, expected: String) -> StructureRemark {
    let name = cells.filter { $0.value == cell }.keys.min()
    return StructureRemark(
      .s011, at: place(cell), label: cell.description, found: found, expected: expected,
      key: "formula." + (name ?? cell.description))
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

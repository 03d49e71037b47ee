internal import Evaluation
internal import Workbooks

/// Reads what the blanks of a workbook carry, and says which form was made from which.
///
/// A blank that was filled in and comes back has its manifest on a very hidden sheet and names on
/// its cells. Neither is believed alone: a manifest belongs to a form that names the same project,
/// or that the names point into, or that has most of the manifest's indicators.
struct BlankReader: Sendable {
  /// What one manifest says.
  struct Record: Sendable {
    var issued: IssuedForm
    /// The named cells of the blank with what they were issued with.
    var fields: [String: BlankField.Kind]
  }

  let workbook: Workbook
  let names: NamedCells
  private(set) var records: [Record] = []
  /// The sheets of manifests that were changed, or cut.
  private(set) var damaged: [String] = []

  /// Larger sheets are no manifest: a form of a thousand indicators has fewer records.
  private static let mostRows = 8_000
  private static let mostColumns = 16
  private static let mostIndicators = 1_000

  /// Reads the manifests and names of a workbook.
  init(_ workbook: Workbook) {
    self.workbook = workbook
    names = NamedCells(workbook)
    for sheet in workbook.sheets where sheet.name.lowercased().hasPrefix(Manifest.sheetName) {
      if let record = Self.record(sheet) {
        records.append(record)
      } else {
        damaged.append(sheet.name)
      }
    }
  }

  private static func record(_ sheet: Sheet) -> Record? {
    guard sheet.rows.count <= mostRows else { return nil }
    let rows = sheet.rows.map { texts(inRow: $0, of: sheet) }
    guard let issued = Manifest.issued(rows), issued.project.indicators.count <= mostIndicators
    else { return nil }
    let fields = Manifest.fields(rows).map { ($0.name, $0.kind) }
    return Record(issued: issued, fields: Dictionary(fields) { one, _ in one })
  }

  private static func texts(inRow row: Int, of sheet: Sheet) -> [String] {
    var texts: [String] = []
    for cell in sheet.cells(inRow: row) where cell.reference.column <= mostColumns {
      while texts.count < cell.reference.column - 1 { texts.append("") }
      switch cell.value {
      case .text(let text), .number(let text): texts.append(text)
      case .blank, .boolean, .error: texts.append("")
      }
    }
    return texts
  }

  /// Adds to the reports of all forms of the workbook what their blanks carried, and what became
  /// of it.
  ///
  /// - Parameter titles: for each form the title that its scheme's blanks bear; empty does not look
  ///   for it.
  func add(to reports: inout [Report], of forms: [FoundForm], titles: [String] = []) {
    guard !records.isEmpty || !damaged.isEmpty || !names.isEmpty else { return }
    let owners = owners(reports, forms)
    for (index, form) in forms.enumerated() {
      guard let record = owners[index].map({ records[$0] }),
        let sheet = workbook.sheet(named: form.sheet)
      else {
        reports[index].remarks += lost(form)
        continue
      }
      let check = BlankCheck(
        record, reports[index], on: form, sheet: sheet, names: names.cells(on: form.sheet))
      reports[index].issued = record.issued
      reports[index].issuedFormulas = check.standingFormulas
      reports[index].remarks += check.remarks
      if index < titles.count {
        reports[index].remarks += changedTitle(of: form, on: sheet, due: titles[index])
      }
    }
    guard let first = forms.first else { return }
    for (index, record) in records.enumerated() where !owners.contains(index) {
      reports[0].remarks.append(stranger(record, first))
    }
  }

  // MARK: Which manifest is whose

  /// For each form its manifest: the one of the project it names, else the one that is left over
  /// and that names or indicators confirm.
  private func owners(_ reports: [Report], _ forms: [FoundForm]) -> [Int?] {
    var owners = [Int?](repeating: nil, count: forms.count)
    var open = Array(records.indices)
    for proof in Proof.allCases {
      for index in forms.indices where owners[index] == nil {
        let place = open.firstIndex { record in
          holds(proof, for: records[record], reports[index], forms[index])
        }
        if let place { owners[index] = open.remove(at: place) }
      }
    }
    return owners
  }

  /// What confirms that a form was made from a blank, the best first.
  private enum Proof: CaseIterable {
    case project, names, indicators
  }

  private func holds(
    _ proof: Proof, for record: Record, _ report: Report, _ form: FoundForm
  ) -> Bool {
    switch proof {
    case .project: Self.namesProject(of: record, report)
    case .names: !names.cells(on: form.sheet).isEmpty && !Self.contradicts(record, report)
    case .indicators: Self.hasIndicators(of: record, report)
    }
  }

  private static func namesProject(of record: Record, _ report: Report) -> Bool {
    let project = record.issued.project
    return Wording.key(report.projectName?.shown ?? "") == Wording.key(project.name)
      && Wording.key(report.unit?.shown ?? "") == Wording.key(project.unit)
  }

  /// Whether nothing on the form is of the manifest's project, neither its names nor one of its
  /// indicators: then the names on the cells are those of another blank.
  private static func contradicts(_ record: Record, _ report: Report) -> Bool {
    let project = record.issued.project
    func isOther(_ typed: Typed?, _ due: String) -> Bool {
      typed.map { !$0.isBlank && Wording.key($0.shown) != Wording.key(due) } ?? false
    }
    let issued = Set(project.indicators.map { Wording.key($0.name) })
    return isOther(report.projectName, project.name) && isOther(report.unit, project.unit)
      && !issued.isEmpty && issued.isDisjoint(with: report.indicators.map { Wording.key($0.name) })
  }

  private static func hasIndicators(of record: Record, _ report: Report) -> Bool {
    let issued = Set(record.issued.project.indicators.map { Wording.key($0.name) })
    let found = Set(report.indicators.map { Wording.key($0.name) }).intersection(issued)
    return !issued.isEmpty && found.count * 2 > issued.count
  }

  // MARK: What was changed or lost

  /// The title above the form is no longer that of the blank; words before and behind it are the
  /// unit's own.
  private func changedTitle(
    of form: FoundForm, on sheet: Sheet, due title: String
  ) -> [StructureRemark] {
    let rows = form.area.first.row..<form.table.first.row
    let texts = rows.flatMap { sheet.cells(inRow: $0) }.compactMap {
      cell -> (CellReference, String)? in
      guard case .text(let text) = cell.value else { return nil }
      return (cell.reference, text)
    }
    guard !texts.contains(where: { Wording.holds(Wording.key($0.1), Wording.key(title)) }) else {
      return []
    }
    // The legend stands there too: the title is what reaches over the whole form.
    func width(_ text: (CellReference, String)) -> Int {
      sheet.merge(containing: text.0).map { $0.last.column - $0.first.column } ?? 0
    }
    let widest = texts.map(width).max()
    let found = texts.first { width($0) == widest }
    return [
      StructureRemark(
        .s005, at: Place(sheet: form.sheet, cell: found?.0.description), label: "表名",
        found: found.map { Wording.trimmed($0.1) } ?? "（空）", expected: title, key: "title")
    ]
  }

  /// A form without a manifest in a workbook that has, or had, one.
  private func lost(_ form: FoundForm) -> [StructureRemark] {
    let place = Place(sheet: form.sheet, cell: nil)
    if let sheet = damaged.first {
      return [
        StructureRemark(
          .s005, at: place, label: StructureRemark.carried, found: "隐藏工作表“\(sheet)”的内容被改动",
          expected: "单元格名称和表内文字", key: "manifest")
      ]
    }
    let cells = names.cells(on: form.sheet)
    // The empty form that lies beside a scheme never had one; it leaves the year to be typed.
    guard records.isEmpty, !cells.isEmpty, cells[FieldName.year] == nil else { return [] }
    return [
      StructureRemark(
        .s007, at: place, label: StructureRemark.carried, found: "隐藏工作表“\(Manifest.sheetName)”已删除",
        expected: "保留", key: "manifest")
    ]
  }

  /// A manifest that is of none of the forms.
  private func stranger(_ record: Record, _ form: FoundForm) -> StructureRemark {
    let project = record.issued.project
    return .stranger(
      name: project.name, unit: project.unit, at: Place(sheet: form.sheet, cell: nil),
      contradicting: "项目和指标都")
  }
}

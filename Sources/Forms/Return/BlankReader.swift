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
  func add(to reports: inout [Report], of forms: [FoundForm]) {
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
    case .names: !names.cells(on: form.sheet).isEmpty
    case .indicators: Self.hasIndicators(of: record, report)
    }
  }

  private static func namesProject(of record: Record, _ report: Report) -> Bool {
    let project = record.issued.project
    return Wording.key(report.projectName?.shown ?? "") == Wording.key(project.name)
      && Wording.key(report.unit?.shown ?? "") == Wording.key(project.unit)
  }

  private static func hasIndicators(of record: Record, _ report: Report) -> Bool {
    let issued = Set(record.issued.project.indicators.map { Wording.key($0.name) })
    let found = Set(report.indicators.map { Wording.key($0.name) }).intersection(issued)
    return !issued.isEmpty && found.count * 2 > issued.count
  }

  // MARK: What was lost

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
    return StructureRemark(
      .s005, at: Place(sheet: form.sheet, cell: nil), label: StructureRemark.carried,
      found: "空表是为“\(project.name)”（\(project.unit)）下发的，与表内项目和指标都不符",
      expected: "表内文字", key: "stranger")
  }
}

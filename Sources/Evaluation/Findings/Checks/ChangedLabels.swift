/// S005: a label that the blank was handed out with was changed: the project's code and names,
/// the tiers, and the names of indicators.
///
/// Indicators that are known by their label alone bear the issued one; those that are known by
/// the names of their cells and the order of the blank may bear another.
enum ChangedLabels: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    var drafts = identity(assessment) + tiers(assessment)
    for row in assessment.indicators where !row.hasIssuedName {
      if let draft = indicator(row, assessment) { drafts.append(draft) }
    }
    return drafts
  }

  /// The tiers of a blank, each once for all the rows it stands over. Rows that were moved have
  /// come under other tiers, and that is said of them (S002).
  private static func tiers(_ assessment: Assessment) -> [Draft] {
    guard assessment.report.issued != nil else { return [] }
    let moved = Set(assessment.moved)
    var said: Set<String> = []
    return assessment.indicators.enumerated().flatMap { index, row -> [Draft] in
      guard let due = row.blank ?? row.issued, let line = row.line, !moved.contains(index) else {
        return []
      }
      return [
        tier(.tier1, line.tier1, due.tier1, row, assessment),
        tier(.tier2, line.tier2, due.tier2, row, assessment),
      ].compactMap { $0 }.filter { said.insert("\($0.subject.field)/\($0.found)").inserted }
    }
  }

  private static func tier(
    _ column: IndicatorColumn, _ own: String, _ due: String, _ row: AssessedIndicator,
    _ assessment: Assessment
  ) -> Draft? {
    guard !due.isEmpty, !Wording.same(own, due), row.cell(column) != nil,
      Wording.label(own) != Wording.label(due)
    else {
      return nil
    }
    let label = assessment.scheme.form.label(column, of: row.table)
    return Draft(
      .s005, at: assessment.place(row, column),
      .init(
        indicator: nil, key: "tier/" + Wording.key(due), field: column.rawValue, label: label,
        column: label),
      found: own.isEmpty ? "（空）" : own, expected: due,
      "\(label)“\(own)”与下发的“\(due)”不同，按下发的计。", advice: "改回“\(due)”。")
  }

  private static func identity(_ assessment: Assessment) -> [Draft] {
    guard let blank = assessment.report.issued?.project else { return [] }
    let report = assessment.report
    let cells: [(Typed?, String, KeyPath<FormWording, [String]>, String)] = [
      (report.projectCode, blank.id, \.projectCode, "projectCode"),
      (report.projectName, blank.name, \.projectName, "projectName"),
      (report.unit, blank.unit, \.unit, "unit"),
      (report.department, blank.department, \.department, "department"),
    ]
    return cells.compactMap { typed, issued, labels, field in
      guard let typed, !issued.isEmpty, !isSame(typed.shown, issued) else { return nil }
      let label = assessment.scheme.form[keyPath: labels].first ?? field
      return Draft(
        .s005, at: typed.place, assessment.subject(form: field, label: label),
        found: Assessment.shown(typed), expected: issued, "\(label)与下发的空表不同，按下发的“\(issued)”计。",
        advice: "恢复为“\(issued)”；确已更名的，报主管部门更正后另发空表。")
    }
  }

  private static func indicator(_ row: AssessedIndicator, _ assessment: Assessment) -> Draft? {
    guard let issued = row.issued, let line = row.line, !isSame(line.name, issued.name),
      !(row.blank.map { isSame(line.name, $0.name) } ?? false)
    else { return nil }
    let found = line.name.isEmpty ? "（空）" : line.name
    return Draft(
      .s005, at: assessment.place(row, .name), assessment.subject(row, .name), found: found,
      expected: issued.name, "指标名称与下发的不同，按下发的“\(issued.name)”计。",
      advice: "恢复为“\(issued.name)”；确需更换指标的，先报批。")
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    Wording.same(one, other) || Wording.key(one) == Wording.key(other)
  }
}

/// V009 as a note: a formula had no stored value, and the one worked out here counts.
enum WorkedOutFormulas: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    let drafts =
      identity(assessment) + money(assessment)
      + assessment.indicators.flatMap { indicator($0, assessment) } + totals(assessment)
    let issued = assessment.report.issuedFormulas
    return issued.isEmpty
      ? drafts : drafts.filter { draft in draft.place.map { !issued.contains($0) } ?? true }
  }

  private static func identity(_ assessment: Assessment) -> [Draft] {
    let (form, report) = (assessment.scheme.form, assessment.report)
    let cells = [
      (report.projectName, form.projectName, "projectName"), (report.unit, form.unit, "unit"),
      (report.department, form.department, "department"),
      (report.projectCode, form.projectCode, "projectCode"),
    ]
    return cells.compactMap { typed, labels, field in
      draft(typed, assessment.subject(form: field, label: labels.first ?? field))
    }
  }

  private static func money(_ assessment: Assessment) -> [Draft] {
    assessment.funds.rows.flatMap { row -> [Draft] in
      guard row.line.isWorkedOut else { return [] }
      return FundColumn.allCases.compactMap {
        draft(row.line.cell($0), assessment.subject(row, $0))
      }
    }
  }

  /// Tiers are shared by many rows; a formula in one is no figure of any of them.
  private static func indicator(_ row: AssessedIndicator, _ assessment: Assessment) -> [Draft] {
    guard let line = row.line, line.isWorkedOut else { return [] }
    return IndicatorColumn.allCases.filter { $0 != .tier1 && $0 != .tier2 }
      .compactMap { draft(row.cell($0), assessment.subject(row, $0)) }
  }

  private static func totals(_ assessment: Assessment) -> [Draft] {
    [
      draft(
        assessment.report.totalPoints,
        assessment.subject(form: "totalPoints", label: "总分·分值")),
      draft(assessment.report.claimedTotal, assessment.subject(form: "total", label: "总分·得分")),
    ].compactMap { $0 }
  }

  /// A formula that comes to nothing is a blank cell like any other.
  private static func draft(_ typed: Typed?, _ subject: @autoclosure () -> Draft.Subject) -> Draft?
  {
    guard let typed, let formula = typed.workedOutFrom, !typed.isBlank else { return nil }
    return Draft(
      .v009, .note, at: typed.place, subject(), found: "=" + formula, expected: typed.shown,
      "公式没有保存计算结果，已按\(typed.shown)计。", advice: "用Excel或WPS打开，核对结果并保存。")
  }
}

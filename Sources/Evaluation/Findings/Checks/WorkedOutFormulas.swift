/// V009 as a note: a formula had no stored value, and the one worked out here counts.
enum WorkedOutFormulas: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    let drafts =
      identity(assessment) + money(assessment) + indicators(assessment) + totals(assessment)
    let issued = assessment.report.issuedFormulas
    return issued.isEmpty
      ? drafts : drafts.filter { draft in draft.place.map { !issued.contains($0) } ?? true }
  }

  private static func identity(_ assessment: Assessment) -> [Draft] {
    let report = assessment.report
    let cells = [report.projectName, report.unit, report.department, report.projectCode]
    guard cells.contains(where: { $0?.workedOutFrom != nil }) else { return [] }
    let form = assessment.scheme.form
    let labels = [form.projectName, form.unit, form.department, form.projectCode]
    let fields = ["projectName", "unit", "department", "projectCode"]
    return fields.indices.compactMap { index in
      draft(
        cells[index],
        assessment.subject(form: fields[index], label: labels[index].first ?? fields[index]))
    }
  }

  private static func money(_ assessment: Assessment) -> [Draft] {
    guard assessment.funds.rows.contains(where: \.line.isWorkedOut) else { return [] }
    return assessment.funds.rows.flatMap { row -> [Draft] in
      guard row.line.isWorkedOut else { return [] }
      return FundColumn.allCases.compactMap {
        draft(row.line.cell($0), assessment.subject(row, $0))
      }
    }
  }

  /// Tiers are shared by many rows; a formula in one is no figure of any of them.
  private static func indicators(_ assessment: Assessment) -> [Draft] {
    var drafts: [Draft] = []
    for row in assessment.indicators where row.line?.isWorkedOut == true {
      drafts += IndicatorColumn.allCases.filter { $0 != .tier1 && $0 != .tier2 }
        .compactMap { draft(row.cell($0), assessment.subject(row, $0)) }
    }
    return drafts
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

internal import Figures

/// T004: an issued budget was changed.
enum ChangedBudgets: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    assessment.funds.rows.flatMap { row -> [Draft] in
      guard let issued = row.issued else { return [] }
      return [
        changed(.initialBudget, row, issued.initialBudget, assessment),
        changed(.budget, row, issued.budget, assessment),
      ].compactMap { $0 }
    }
  }

  private static func changed(
    _ column: FundColumn, _ row: FundRow, _ issued: Figure?, _ assessment: Assessment
  ) -> Draft? {
    guard let issued, let own = row.amount(column), own != issued,
      !(row.role == .total && assessment.funds.sourcesStandForTotal)
    else { return nil }
    let label = assessment.scheme.form.label(column)
    if own == handedOut(column, row, assessment) {
      return Draft(
        .t004, .warning, at: assessment.place(row, column), assessment.subject(row, column),
        found: Assessment.shown(row.line.cells[column]), expected: issued.description,
        "空表下发后\(row.name)的\(label)改为\(issued)，表内仍是下发时的\(own)，按\(issued)计。",
        advice: "核对调整文件；已调整的，按新下发的空表填报。")
    }
    return Draft(
      .t004, at: assessment.place(row, column), assessment.subject(row, column),
      found: Assessment.shown(row.line.cells[column]), expected: issued.description,
      "\(row.name)的\(label)与下达的不一致。", advice: "恢复为\(issued)；已批准调整的，附批复。")
  }

  /// What the blank was handed out with, where a programme may say otherwise by now.
  private static func handedOut(
    _ column: FundColumn, _ row: FundRow, _ assessment: Assessment
  ) -> Figure? {
    guard assessment.programme != nil, let blank = assessment.report.issued?.project,
      let fund = assessment.scheme.form.funds?.issued(for: row.line, among: blank.funds)
    else { return nil }
    return column == .initialBudget ? fund.initialBudget : fund.budget
  }
}

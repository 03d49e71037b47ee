internal import Figures

/// T004: an issued budget was changed. On sources it replaces the total's that they explain.
enum ChangedBudgets: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    try [FundColumn.initialBudget, .budget].flatMap { try changed($0, assessment) }
  }

  private static func changed(_ column: FundColumn, _ assessment: Assessment) throws -> [Draft] {
    var drafts: [Draft] = []
    var explained = Figure.zero
    for row in assessment.funds.rows where row.role != .total {
      guard let change = try change(column, row) else { continue }
      if row.role != .part { explained = try explained + change }
      drafts.append(draft(column, row, assessment))
    }
    guard let total = assessment.funds.total, !assessment.funds.sourcesStandForTotal,
      let change = try change(column, total), change != explained
    else { return drafts }
    return [draft(column, total, assessment)] + drafts
  }

  /// By how much a budget differs from the issued one; `nil` where it does not.
  private static func change(_ column: FundColumn, _ row: FundRow) throws -> Figure? {
    let issued = column == .initialBudget ? row.issued?.initialBudget : row.issued?.budget
    guard let issued, let own = row.amount(column), own != issued else { return nil }
    return try own - issued
  }

  private static func draft(
    _ column: FundColumn, _ row: FundRow, _ assessment: Assessment
  ) -> Draft {
    let label = "\(row.name)的\(assessment.scheme.form.label(column))"
    let own = row.amount(column)?.description ?? ""
    let due = (column == .initialBudget ? row.issued?.initialBudget : row.issued?.budget) ?? .zero
    let isAsHandedOut = row.amount(column) == handedOut(column, row, assessment)
    return Draft(
      .t004, isAsHandedOut ? .warning : nil, at: assessment.place(row, column),
      assessment.subject(row, column), found: Assessment.shown(row.line.cell(column)),
      expected: due.description,
      isAsHandedOut
        ? "空表下发后\(label)改为\(due)，表内仍是下发时的\(own)，按\(due)计。"
        : "\(label)填的是\(own)，下达的是\(due)，按\(due)计。",
      advice: isAsHandedOut
        ? "核对调整文件；已调整的，按新下发的空表填报。" : "改回\(due)；已批准调整的，附批复并请下达单位更新下达工作簿。")
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

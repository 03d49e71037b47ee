internal import Figures

/// B002: executed more than the budget. On a source it replaces the total's that it explains.
enum ExecutedBeyondBudget: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    var drafts: [Draft] = []
    var explained = Figure.zero
    for row in assessment.funds.sources {
      guard let excess = try excess(row.amount(.executed), row.budget) else { continue }
      explained = try explained + excess
      drafts.append(draft(row, excess, row.budget, assessment))
    }
    guard let total = assessment.funds.total,
      let excess = try excess(total.amount(.executed), total.budget), excess > explained
    else { return drafts }
    return [draft(total, excess, total.budget, assessment)] + drafts
  }

  private static func excess(_ executed: Figure?, _ budget: Figure?) throws -> Figure? {
    guard let executed, let budget, !budget.isNegative, executed > budget else { return nil }
    return try executed - budget
  }

  private static func draft(
    _ row: FundRow, _ excess: Figure, _ budget: Figure?, _ assessment: Assessment
  ) -> Draft {
    Draft(
      .b002, at: assessment.place(row, .executed), assessment.subject(row, .executed),
      found: row.amount(.executed)?.description ?? "", expected: "≤\(budget?.description ?? "")",
      "\(row.name)执行数\(row.amount(.executed)?.description ?? "")超出预算\(budget?.description ?? "")，多\(excess)。",
      advice: "核对执行数；确属超支的，说明资金来源和批准依据。")
  }
}

internal import Figures

/// B003: executed more than was received. On a source it replaces the total's that it explains.
enum ExecutedBeyondReceived: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    guard assessment.has(.received) else { return [] }
    var drafts: [Draft] = []
    var explained = Figure.zero
    for row in assessment.funds.rows where row.role != .total {
      guard let excess = try excess(of: row) else { continue }
      // A part (其中) is within a source that says it already.
      if row.role != .part { explained = try explained + excess }
      drafts.append(draft(row, excess, assessment))
    }
    guard let total = assessment.funds.total, let excess = try excess(of: total),
      excess > explained
    else { return drafts }
    return [draft(total, excess, assessment)] + drafts
  }

  /// What was executed beyond what was received; `nil` where it was not, or either is unknown.
  static func excess(of row: FundRow) throws -> Figure? {
    guard let received = row.amount(.received), let executed = row.amount(.executed),
      executed > received
    else { return nil }
    return try executed - received
  }

  private static func draft(_ row: FundRow, _ excess: Figure, _ assessment: Assessment) -> Draft {
    let form = assessment.scheme.form
    let executed = row.amount(.executed)?.description ?? ""
    let received = row.amount(.received)?.description ?? ""
    return Draft(
      .b003, at: assessment.place(row, .executed), assessment.subject(row, .executed),
      found: executed, expected: "≤\(received)",
      "\(row.name)\(form.label(FundColumn.executed))\(executed)，超出\(form.label(FundColumn.received))\(received)，多\(excess)。",
      advice:
        "核对\(form.label(FundColumn.received))和\(form.label(FundColumn.executed))，改正填错的一处。")
  }
}

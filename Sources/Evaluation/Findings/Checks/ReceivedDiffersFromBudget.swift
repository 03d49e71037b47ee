internal import Figures

/// B004: received differs from the budget. The total's is left out where its sources explain it,
/// and a row's where more was executed than received: B003 says that the amount is wrong.
enum ReceivedDiffersFromBudget: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    guard assessment.has(.received) else { return [] }
    var drafts: [Draft] = []
    var explained = Figure.zero
    for row in assessment.funds.sources {
      guard let difference = try difference(row) else { continue }
      explained = try explained + difference
      if try !isOverspent(row) { drafts.append(draft(row, difference, assessment)) }
    }
    guard let total = assessment.funds.total, let difference = try difference(total),
      difference != explained, try !isOverspent(total)
    else { return drafts }
    return [draft(total, difference, assessment)] + drafts
  }

  private static func isOverspent(_ row: FundRow) throws -> Bool {
    try ExecutedBeyondReceived.excess(of: row) != nil
  }

  private static func difference(_ row: FundRow) throws -> Figure? {
    guard let received = row.amount(.received), let budget = row.budget, received != budget else {
      return nil
    }
    return try received - budget
  }

  private static func draft(_ row: FundRow, _ difference: Figure, _ assessment: Assessment) -> Draft
  {
    let size = (try? difference.magnitude()) ?? difference
    let words = difference.isNegative ? "少" : "多"
    return Draft(
      .b004, at: assessment.place(row, .received), assessment.subject(row, .received),
      found: row.amount(.received)?.description ?? "", expected: row.budget?.description ?? "",
      "\(row.name)到位数\(row.amount(.received)?.description ?? "")，预算数\(row.budget?.description ?? "")，\(words)\(size)。",
      advice: "知悉即可；可说明到位差异的原因。")
  }
}

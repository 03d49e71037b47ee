internal import Figures

/// B007: amounts not yet paid (待支付) counted as executed.
///
/// Source: notes to the transfer-payment form, 全年执行数 is what was paid.
enum PendingCountedAsExecuted: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    let sources = assessment.funds.sources.filter { hasPending($0) }
    let rows = sources.isEmpty ? assessment.funds.rows.filter { hasPending($0) } : sources
    return try rows.map { row in
      let pending = row.amount(.pending) ?? .zero
      return Draft(
        .b007, at: assessment.place(row, .pending), assessment.subject(row, .pending),
        found: pending.description, expected: "0",
        "\(row.name)执行数含待支付\(pending)，尚未支付。\(try without(assessment))",
        advice: "执行数只计已支付的金额；待支付的另行说明。")
    }
  }

  private static func hasPending(_ row: FundRow) -> Bool {
    row.amount(.pending).map { $0 > .zero } ?? false
  }

  /// The rate of the whole project without what is not yet paid.
  private static func without(_ assessment: Assessment) throws -> String {
    let funds = assessment.funds
    let statedPending = funds.total?.amount(.pending)
    let summedPending = try funds.sum(.pending)
    let summedBudget = try funds.whole(.budget)
    guard let executed = try funds.whole(.executed), let pending = statedPending ?? summedPending,
      let budget = funds.total?.budget ?? summedBudget, budget > .zero
    else { return "" }
    let paid = try executed - pending
    guard let rate = try Ratio(paid, over: budget) else { return "" }
    let places = assessment.scheme.scoring.ratePlaces
    let percent = try rate.percent(places: places).text(places: places)
    return "扣除后全项目执行率为\(paid)÷\(budget)＝\(percent)%。"
  }
}

internal import Evaluation
internal import Figures

/// The money of a whole project: the stated total, or the sum of the sources where that row is
/// blank or all zero and the sources are not.
struct WholeFunds {
  /// 全年预算数 the rate is computed from, in the form's money unit.
  let budget: Figure?
  /// 全年执行数.
  let executed: Figure?

  init(_ rows: [FundResult]) {
    // By place, so that no row is copied.
    let total = rows.indices.first { rows[$0].role == .total }
    let isStated = total.map { Self.hasAmounts(rows[$0].amounts) } ?? false
    let standsIn = !isStated && Self.sourcesHaveAmounts(rows)
    func whole(_ column: FundColumn) -> Figure? {
      guard standsIn else { return total.flatMap { rows[$0].amounts[column] } }
      var sum = Sum()
      for row in rows.indices where Self.isAddend(rows[row].role) {
        sum.add(rows[row].amounts[column])
      }
      return sum.value
    }
    budget = total.flatMap { rows[$0].issuedBudget } ?? whole(.budget)
    executed = whole(.executed)
  }

  private static func isAddend(_ role: FundLine.Role) -> Bool { role != .total && role != .part }

  private static func sourcesHaveAmounts(_ rows: [FundResult]) -> Bool {
    rows.indices.contains { isAddend(rows[$0].role) && hasAmounts(rows[$0].amounts) }
  }

  private static func hasAmounts(_ amounts: [FundColumn: Figure]) -> Bool {
    amounts.values.contains { !$0.isZero }
  }
}

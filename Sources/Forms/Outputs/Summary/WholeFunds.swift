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
    let total = rows.first { $0.role == .total }
    let addends = rows.filter { $0.role != .total && $0.role != .part }
    let isStated = total?.amounts.values.contains { !$0.isZero } ?? false
    let standsIn = !isStated && addends.contains { $0.amounts.values.contains { !$0.isZero } }
    func whole(_ column: FundColumn) -> Figure? {
      standsIn
        ? Sum.of(addends.compactMap { $0.amounts[column] }) : total?.amounts[column]
    }
    budget = total?.issuedBudget ?? whole(.budget)
    executed = whole(.executed)
  }
}

internal import Evaluation
internal import Figures

/// The money of a return, in 万元.
extension RecordedReturn {
  /// The row of the total; the first one where no row says what it is.
  var totalFund: Fund? { funds.first { $0.role == .total } ?? funds.first { $0.role == .none } }

  /// The rows that add up to the total.
  var addends: [Fund] { rows { $0.role != .part } }

  /// The rows other than the total.
  var sources: [Fund] { rows { _ in true } }

  /// The rows other than the total that are meant; the first is the total where none says so.
  private func rows(_ areMeant: (Fund) -> Bool) -> [Fund] {
    var rows: [Fund] = []
    rows.reserveCapacity(funds.count)
    for (index, fund) in funds.enumerated()
    where fund.role == .none ? index > 0 : fund.role != .total && areMeant(fund) {
      rows.append(fund)
    }
    return rows
  }

  /// Whether the sources stand for a total that is blank or all zero.
  private var sourcesStandIn: Bool {
    !(totalFund?.hasAmounts ?? false) && addends.contains(where: \.hasAmounts)
  }

  private func whole(_ amount: (Fund) -> Figure?) -> Figure? {
    sourcesStandIn ? Sum.of(addends.compactMap(amount)) : totalFund.flatMap(amount)
  }

  /// 全年预算数 the rate is computed from.
  var wholeBudget: Figure? {
    inTenThousands(totalFund?.issuedBudget ?? whole { $0.statedBudget ?? $0.budget })
  }

  /// 全年执行数.
  var wholeExecuted: Figure? { inTenThousands(whole(\.executed)) }

  /// 执行率 in percent, as scored, or that of the total row.
  var wholeRate: Figure? { executionRate ?? totalFund?.executionRate }

  /// An amount in 万元.
  func inTenThousands(_ amount: Figure?) -> Figure? {
    amount.flatMap { MoneyUnit.tenThousandYuan($0, in: fundUnit) }
  }

  /// What a block lost; `nil` where the return has no points.
  var lostPoints: Figure? {
    blocks.isEmpty ? nil : Sum.of(blocks.compactMap(\.lost))
  }
}

extension RecordedReturn.Fund {
  /// Whether any amount of its own is other than 0.
  var hasAmounts: Bool {
    [initialBudget, statedBudget ?? (role == .none ? budget : nil), received, executed, pending]
      .contains { amount in amount.map { !$0.isZero } ?? false }
  }
}

extension RecordedReturn.Block {
  /// Its points less its score.
  var lost: Figure? { try? points - score }
}

/// A sum of figures, exact; nothing once it leaves the range of figures.
struct Sum {
  private(set) var count = 0
  private var sum: Figure? = .zero

  /// The sum; `nil` where nothing was added, or where it does not fit.
  var value: Figure? { count == 0 ? nil : sum }

  mutating func add(_ figure: Figure?) {
    guard let figure else { return }
    count += 1
    sum = sum.flatMap { try? $0 + figure }
  }

  /// The mean at 2 decimals.
  var mean: Figure? { value.flatMap { Sum.quotient($0, Figure(count)) } }

  static func of(_ figures: [Figure]) -> Figure? {
    figures.reduce(into: Sum()) { $0.add($1) }.value
  }

  /// A quotient at 2 decimals.
  static func quotient(_ upper: Figure, _ lower: Figure) -> Figure? {
    (try? Ratio(upper, over: lower)).flatMap { $0 }.flatMap { try? $0.rounded(to: 2) }
  }

  /// A quotient in percent, at 2 decimals.
  static func percent(_ upper: Figure?, _ lower: Figure?) -> Figure? {
    guard let upper, let lower else { return nil }
    return (try? Ratio(upper, over: lower)).flatMap { $0 }.flatMap { try? $0.percent(places: 2) }
  }
}

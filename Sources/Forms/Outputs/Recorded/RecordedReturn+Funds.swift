internal import Evaluation
internal import Figures

/// The money of a return, in 万元.
extension RecordedReturn {
  /// The place of the row of the total; of the first one where no row says what it is.
  private var totalPlace: Int? {
    funds.firstIndex { $0.role == .total } ?? funds.firstIndex { $0.role == .none }
  }

  /// The row of the total; the first one where no row says what it is.
  var totalFund: Fund? { totalPlace.map { funds[$0] } }

  /// The rows that add up to the total.
  var addends: [Fund] { rows { $0.role != .part } }

  /// The rows other than the total.
  var sources: [Fund] { rows { _ in true } }

  /// The rows other than the total that are meant; the first is the total where none says so.
  private func rows(_ areMeant: (Fund) -> Bool) -> [Fund] {
    var rows: [Fund] = []
    rows.reserveCapacity(funds.count)
    for index in funds.indices where isSource(index) && areMeant(funds[index]) {
      rows.append(funds[index])
    }
    return rows
  }

  private func isSource(_ index: Int) -> Bool {
    funds[index].role == .none ? index > 0 : funds[index].role != .total
  }

  private func isAddend(_ index: Int) -> Bool {
    isSource(index) && funds[index].role != .part
  }

  /// Whether the sources stand for a total that is blank or all zero.
  private func sourcesStandIn(for total: Int?) -> Bool {
    if let total, funds[total].hasAmounts { return false }
    return funds.indices.contains { isAddend($0) && funds[$0].hasAmounts }
  }

  private func whole(_ total: Int?, _ amount: (Fund) -> Figure?) -> Figure? {
    guard sourcesStandIn(for: total) else { return total.flatMap { amount(funds[$0]) } }
    var sum = Sum()
    for index in funds.indices where isAddend(index) { sum.add(amount(funds[index])) }
    return sum.value
  }

  /// 全年预算数 the rate is computed from.
  var wholeBudget: Figure? {
    let total = totalPlace
    let issued = total.flatMap { funds[$0].issuedBudget }
    return inTenThousands(issued ?? whole(total) { $0.statedBudget ?? $0.budget })
  }

  /// 全年执行数.
  var wholeExecuted: Figure? { inTenThousands(whole(totalPlace, \.executed)) }

  /// 执行率 in percent, as scored, or that of the total row.
  var wholeRate: Figure? {
    executionRate ?? totalPlace.flatMap { funds[$0].executionRate }
  }

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
    isAmount(initialBudget) || isAmount(statedBudget ?? (role == .none ? budget : nil))
      || isAmount(received) || isAmount(executed) || isAmount(pending)
  }

  private func isAmount(_ figure: Figure?) -> Bool { figure.map { !$0.isZero } ?? false }
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

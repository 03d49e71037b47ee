internal import Evaluation
internal import Figures

/// The sums and averages under 总表: only returns that count are in them.
struct SummaryTotals {
  /// How many returns count.
  private(set) var counting = 0
  /// How many of them may stand.
  private(set) var accepted = 0
  /// How many findings of level error and warning there are.
  private(set) var errors = 0
  private(set) var warnings = 0
  private var budgets = Sum()
  private var executions = Sum()
  private var ratedBudgets = Sum()
  private var ratedExecutions = Sum()
  private var blocks: [TextKey: Sum] = [:]
  private var claimed = Sum()
  private var computed = Sum()
  private var differences = Sum()

  mutating func add(_ read: RecordedReturn, _ entry: SummaryIndex.Entry) {
    counting += 1
    accepted += read.verdict == .accept ? 1 : 0
    errors += entry.errors
    warnings += entry.warnings
    let (budget, executed) = (read.wholeBudget, read.wholeExecuted)
    budgets.add(budget)
    executions.add(executed)
    if budget != nil, executed != nil {
      ratedBudgets.add(budget)
      ratedExecutions.add(executed)
    }
    for block in read.blocks { blocks[TextKey(block.name), default: Sum()].add(block.score) }
    claimed.add(read.claimedTotal)
    computed.add(read.total)
    differences.add(read.difference)
  }

  /// Money, summed exactly; `nil` where no return has any, or the sum does not fit.
  var budget: Figure? { budgets.value }
  var executed: Figure? { executions.value }
  /// 执行率 in percent, from the sums of the returns that have both figures.
  var rate: Figure? { Sum.percent(ratedExecutions.value, ratedBudgets.value) }
  /// How many returns the rate rests on.
  var rated: Int { ratedBudgets.count }
  /// Averages at 2 decimals, of the returns that have the figure.
  var claimedTotal: Figure? { claimed.mean }
  var total: Figure? { computed.mean }
  var difference: Figure? { differences.mean }
  /// How many returns have both totals.
  var compared: Int { differences.count }

  func average(ofBlock name: String) -> Figure? { blocks[TextKey(name)]?.mean }
}

extension RecordedReturn {
  /// 核定总分 less 自评总分.
  var difference: Figure? {
    guard let total, let claimedTotal else { return nil }
    return try? total - claimedTotal
  }

  /// What a block earned.
  func score(of block: String) -> Figure? { blocks.first { $0.name == block }?.score }
}

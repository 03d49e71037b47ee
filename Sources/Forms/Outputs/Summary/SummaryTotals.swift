internal import Evaluation
internal import Figures

/// The sums and averages under 总表: only returns that count are in them.
struct SummaryTotals {
  /// How many returns count.
  var counting = 0
  /// How many of them may stand.
  var accepted = 0
  /// Money, summed exactly; `nil` where no return has any, or the sum does not fit.
  var budget: Figure?
  var executed: Figure?
  /// 执行率 in percent, from the sums of the returns that have both figures.
  var rate: Figure?
  /// How many returns the rate rests on.
  var rated = 0
  /// Averages at 2 decimals, of the returns that have the figure.
  var blocks: [String: Figure] = [:]
  var claimedTotal: Figure?
  var total: Figure?
  var difference: Figure?
  /// How many returns have both totals.
  var compared = 0
  /// How many findings of level error and warning there are.
  var errors = 0
  var warnings = 0

  init(_ lines: [SummaryLine], blocks names: [String]) {
    let lines = lines.filter { $0.counts && $0.isRead }
    counting = lines.count
    accepted = lines.count { $0.verdict == .accept }
    errors = lines.reduce(0) { $0 + $1.count(of: .error) }
    warnings = lines.reduce(0) { $0 + $1.count(of: .warning) }
    budget = Self.sum(lines.compactMap(\.budget))
    executed = Self.sum(lines.compactMap(\.executed))
    addRate(lines.filter { $0.budget != nil && $0.executed != nil })
    claimedTotal = Self.average(lines.compactMap(\.claimedTotal))
    total = Self.average(lines.compactMap(\.total))
    let differences = lines.compactMap(\.difference)
    difference = Self.average(differences)
    compared = differences.count
    for name in names { blocks[name] = Self.average(lines.compactMap { $0.score(of: name) }) }
  }

  private mutating func addRate(_ lines: [SummaryLine]) {
    rated = lines.count
    guard let budget = Self.sum(lines.compactMap(\.budget)),
      let executed = Self.sum(lines.compactMap(\.executed)),
      let ratio = try? Ratio(executed, over: budget)
    else { return }
    rate = try? ratio.percent(places: 2)
  }

  static func sum(_ figures: [Figure]) -> Figure? {
    guard !figures.isEmpty else { return nil }
    var sum = Figure.zero
    for figure in figures {
      guard let next = try? sum + figure else { return nil }
      sum = next
    }
    return sum
  }

  private static func average(_ figures: [Figure]) -> Figure? {
    guard let sum = sum(figures), let ratio = try? Ratio(sum, over: Figure(figures.count))
    else { return nil }
    return try? ratio.rounded(to: 2)
  }
}

extension SummaryLine {
  /// 核定总分 less 自评总分.
  var difference: Figure? {
    guard let total, let claimedTotal else { return nil }
    return try? total - claimedTotal
  }

  /// What a block earned.
  func score(of block: String) -> Figure? { blocks.first { $0.name == block }?.score }
}

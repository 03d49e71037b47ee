internal import Figures

/// The points of rows in a form that prints none: those of their goal or block in equal shares.
///
/// The tiers that the scheme names get equal shares first, then the rows of each. A share is
/// rounded half up to the decimals of scores, and the last takes what that leaves, so that the
/// shares add up to what was shared.
struct SharedPoints {
  /// What one row got, and how.
  struct Share: Hashable {
    let points: Figure
    /// How it came about: 年度绩效目标1的40分÷2个一级指标÷2项.
    let working: String
    /// What rounding moved to the last share: claims that are off by no more fit the division.
    let slack: Figure
  }

  /// By the row's place in the report.
  private(set) var shares: [Int: Share] = [:]
  private let rules: ScoringRules
  private let lines: [IndicatorLine]

  /// The shares of a report's rows; none where the scheme shares nothing out, or the form has
  /// points of its own.
  init(_ report: Report, _ rules: ScoringRules) throws(FigureOverflow) {
    self.rules = rules
    lines = report.indicators
    guard rules.unstatedPoints == .equalShares, rules.mode == .computed,
      report.indicatorColumns[.points] == nil
    else { return }
    let holders = try PointHolders(report, rules)
    for (holder, rows) in holders.rows {
      guard let points = holder.points else { continue }
      try share(
        points, among: rows, by: rules.sharedBy.filter { holder.isGoal || $0 != .tier1 },
        "\(holder.name)的\(points)分")
    }
  }

  private mutating func share(
    _ points: Figure, among rows: [Int], by tiers: [IndicatorColumn], _ working: String,
    slack: Figure = .zero
  ) throws(FigureOverflow) {
    guard let tier = tiers.first else {
      let parts = try Self.parts(points, count: rows.count, places: rules.scorePlaces)
      for (row, part) in zip(rows, parts) {
        let divided = rows.count == 1 ? working : "\(working)÷\(rows.count)项"
        let moved = try (parts.first ?? part) - (parts.last ?? part)
        shares[row] = Share(
          points: part, working: divided, slack: max(slack, try moved.magnitude()))
      }
      return
    }
    let groups = groups(of: rows, by: tier)
    let parts = try Self.parts(points, count: groups.count, places: rules.scorePlaces)
    let word = tier == .tier1 ? "一级指标" : "二级指标"
    let divided = groups.count == 1 ? working : "\(working)÷\(groups.count)个\(word)"
    let moved = try ((parts.first ?? points) - (parts.last ?? points)).magnitude()
    for (group, part) in zip(groups, parts) {
      try share(
        part, among: group, by: Array(tiers.dropFirst()), divided, slack: max(slack, moved))
    }
  }

  /// Equal shares; the last is what the others leave.
  static func parts(_ points: Figure, count: Int, places: Int) throws(FigureOverflow) -> [Figure] {
    guard count > 1, let ratio = try Ratio(points, over: Figure(count)) else { return [points] }
    let share = try ratio.rounded(to: places)
    let last = try points - share * Figure(count - 1)
    return Array(repeating: share, count: count - 1) + [last]
  }

  private func groups(of rows: [Int], by tier: IndicatorColumn) -> [[Int]] {
    var groups: [(word: String, rows: [Int])] = []
    for row in rows {
      let word = Wording.label(tier == .tier1 ? lines[row].tier1 : lines[row].tier2)
      if let index = groups.firstIndex(where: { $0.word == word }) {
        groups[index].rows.append(row)
      } else {
        groups.append((word, [row]))
      }
    }
    return groups.map(\.rows)
  }
}

/// What has points to share out among rows: the goals of a form, else its blocks.
private struct PointHolders {
  struct Holder: Hashable {
    let name: String
    let isGoal: Bool
    var points: Figure?
  }

  private(set) var rows: [(holder: Holder, rows: [Int])] = []

  init(_ report: Report, _ rules: ScoringRules) throws(FigureOverflow) {
    for (index, line) in report.indicators.enumerated() where line.table == nil {
      let holder = Self.holder(of: line, report, rules)
      if let known = rows.firstIndex(where: { $0.holder.name == holder.name }) {
        rows[known].rows.append(index)
      } else {
        rows.append((holder, [index]))
      }
    }
    try settleOnlyUnstated(rules)
  }

  private static func holder(
    of line: IndicatorLine, _ report: Report, _ rules: ScoringRules
  ) -> Holder {
    if let goal = line.goal.flatMap({ report.goals.indices.contains($0) ? report.goals[$0] : nil })
    {
      return Holder(name: goal.name, isGoal: true, points: StatedPoints.figure(in: goal.text))
    }
    let block = rules.block(of: line.tier1)
    return Holder(
      name: block?.labels.first ?? Wording.label(line.tier1), isGoal: false,
      points: StatedPoints.figure(in: line.tier1) ?? block?.points)
  }

  /// Where only one does not state its points, it has what the others leave of the total.
  private mutating func settleOnlyUnstated(_ rules: ScoringRules) throws(FigureOverflow) {
    let unstated = rows.indices.filter { rows[$0].holder.points == nil }
    guard let total = rules.totalPoints, unstated.count == 1, let only = unstated.first else {
      return
    }
    var left = try total - (rules.execution?.points ?? .zero)
    for row in rows { left = try left - (row.holder.points ?? .zero) }
    guard left > .zero else { return }
    rows[only].holder.points = left
  }
}

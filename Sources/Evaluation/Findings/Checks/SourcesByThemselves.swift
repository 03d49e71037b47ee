internal import Figures

/// B009: a source that cannot be reconciled by itself, because it was given combined with others
/// or is missing.
enum SourcesByThemselves: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    let funds = assessment.funds
    var drafts: [Draft] = []
    var covered: Set<String> = []
    for group in funds.groups where group.hasAmounts {
      let members = members(of: group, assessment)
      covered.formUnion(members.map(\.name))
      drafts.append(try combined(group, members, assessment))
    }
    guard !funds.sourcesStandForTotal || funds.total == nil else { return drafts }
    for row in gaps(.executed, in: funds) where !covered.contains(row.name) {
      drafts.append(missing(row, assessment))
    }
    return drafts
  }

  /// The sources with a budget whose amount in `column` is blank.
  static func gaps(_ column: FundColumn, in funds: FundTable) -> [FundRow] {
    funds.sources.filter { row in
      guard let budget = row.amount(.budget), !budget.isZero, let reading = row.readings[column]
      else { return false }
      return reading.figure == nil
    }
  }

  private static func members(of group: FundRow, _ assessment: Assessment) -> [FundRow] {
    guard case .group(let id) = group.role,
      let layout = assessment.scheme.form.funds?.groups.first(where: { $0.id == id })
    else { return [] }
    return assessment.funds.sources.filter { row in
      if case .source(let id) = row.role { layout.members.contains(id) } else { false }
    }
  }

  private static func combined(_ group: FundRow, _ members: [FundRow], _ assessment: Assessment)
    throws -> Draft
  {
    var budget = Figure.zero
    for member in members { budget = try budget + (member.budget ?? .zero) }
    let names = members.map(\.name).joined(separator: "、")
    let executed = group.amount(.executed) ?? group.amount(.received) ?? .zero
    let difference = try executed - budget
    let size = try difference.magnitude()
    let words = difference.isZero ? "相等" : (difference.isNegative ? "少\(size)" : "多\(size)")
    return Draft(
      .b009, at: assessment.place(group, .executed), assessment.subject(group, .executed),
      found: executed.description, expected: budget.description,
      "\(names)合并列示，无法分来源对账；合并对账：执行\(executed)，预算\(budget)，\(words)。",
      advice: "分来源填列到位数和执行数。")
  }

  private static func missing(_ row: FundRow, _ assessment: Assessment) -> Draft {
    Draft(
      .b009, at: assessment.place(row, .executed), assessment.subject(row, .executed),
      found: "（空）", expected: "执行数", "\(row.name)有预算\(row.budget ?? .zero)而未填执行数，无法单独对账。",
      advice: "补填执行数；没有支出的填0。")
  }
}

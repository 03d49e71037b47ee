internal import Figures

/// B001: the stated total differs from the sum of its sources.
///
/// A difference that the rounding of the addends at their written decimals can explain is a note.
enum TotalIsSumOfSources: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    let funds = assessment.funds
    guard !funds.sources.isEmpty else { return [] }
    if funds.sourcesStandForTotal { return [try standIn(assessment)] }
    guard let total = funds.total else { return [] }
    return try FundColumn.amounts.filter { $0 != .pending }.compactMap { column in
      try difference(column, of: total, assessment)
    }
  }

  /// The total row is blank or all zero and its sources are not: their sum counts.
  private static func standIn(_ assessment: Assessment) throws -> Draft {
    let column = FundColumn.executed
    let sum = try assessment.funds.sum(column) ?? .zero
    let label = assessment.scheme.form.funds?.total.first ?? ""
    let row = assessment.funds.total
    let place =
      row.map { assessment.place($0, column) } ?? assessment.funds.sources.first?.line.place
    return Draft(
      .b001, at: place,
      .init(
        indicator: nil, key: "fund/" + Wording.key(label), field: column.rawValue, label: label),
      found: row.map { Assessment.shown($0.line.cell(column)) } ?? "（无此行）",
      expected: sum.description, "\(label)未填或为零，而各来源有数，已按各来源之和计。",
      advice: "补填\(label)各栏，使其等于各来源之和。")
  }

  private static func difference(_ column: FundColumn, of total: FundRow, _ assessment: Assessment)
    throws -> Draft?
  {
    let funds = assessment.funds
    guard let stated = total.amount(column), let sum = try funds.sum(column), stated != sum else {
      return nil
    }
    let difference = try stated - sum
    if !difference.isNegative, hasGap(column, funds) { return nil }
    let isRounding = try difference.magnitude() <= tolerance(column, funds)
    let size = try difference.magnitude()
    let words = difference.isNegative ? "少" : "多"
    let label = assessment.scheme.form.label(column)
    let found = stated.description
    if isRounding {
      return Draft(
        .b001, .note, at: assessment.place(total, column), assessment.subject(total, column),
        found: found, expected: sum.description,
        "\(label)总额\(found)，比各来源之和\(sum)\(words)\(size)，可由四舍五入解释。", advice: "知悉即可；能对平的请对平。")
    }
    return Draft(
      .b001, at: assessment.place(total, column), assessment.subject(total, column), found: found,
      expected: sum.description,
      "\(label)总额\(found)，比各来源之和\(sum)\(words)\(size)。\(try addends(column, funds))",
      advice: "核对总额与各来源，改正填错的一处。")
  }

  /// Whether a source lacks its amount (B009 says so): then the sum cannot be held against the
  /// total.
  private static func hasGap(_ column: FundColumn, _ funds: FundTable) -> Bool {
    column != .budget && column != .initialBudget
      && !SourcesByThemselves.gaps(column, in: funds).isEmpty
  }

  /// Half a unit of the last decimal for each addend, at the decimals their column is written in.
  private static func tolerance(_ column: FundColumn, _ funds: FundTable) throws -> Figure {
    let readings = (funds.sources + funds.groups).compactMap { $0.readings[column] }
      .filter { $0.figure.map { !$0.isZero } ?? false }
    let places = readings.map(\.decimals).max() ?? 0
    guard let half = Figure(significand: 5, scale: min(places + 1, 13)) else { return .zero }
    return try half * Figure(readings.count)
  }

  private static func addends(_ column: FundColumn, _ funds: FundTable) throws -> String {
    let amounts = (funds.sources + funds.groups).compactMap { $0.amount(column)?.description }
    guard amounts.count > 1, let sum = try funds.sum(column) else { return "" }
    return "\(amounts.joined(separator: "＋"))＝\(sum)。"
  }
}

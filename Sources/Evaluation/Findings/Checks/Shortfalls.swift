internal import Figures

/// R005, R006, R007: a shortfall, an over-achievement, and the reason that either needs.
///
/// Where a changed target makes the difference between met and missed, T001 says it alone.
enum Shortfalls: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    assessment.indicators.compactMap { row in
      if row.isJudged { return judged(row, assessment) }
      guard let scored = row.scored, !row.isUnissued, let own = row.own, own.isMet == scored.isMet,
        own.isOver == scored.isOver, !scored.isMet || scored.isOver, let target = row.target
      else { return deducted(row, assessment) }
      let working = Working(row, rules: assessment.scheme.scoring).whole(row)
      return scored.isMet
        ? over(row, target, working, assessment) : shortfall(row, target, working, assessment)
    }
  }

  /// A judged row that lost points of its own.
  private static func judged(_ row: AssessedIndicator, _ assessment: Assessment) -> Draft? {
    guard let scored = row.scored, !scored.isMet, let points = row.points, !points.isNegative,
      row.claimedScore?.figure?.isNegative == false
    else { return deducted(row, assessment) }
    let working = Working(row, rules: assessment.scheme.scoring).whole(row)
    return draft(
      .r005, "失分", row, .score, expected: points.description, working, assessment,
      needsReason: assessment.scheme.scoring.shortfallNeedsReason, advice: "核实扣分原因和改进措施。")
  }

  /// A row that met its target, and of whose points the unit itself took some off.
  private static func deducted(_ row: AssessedIndicator, _ assessment: Assessment) -> Draft? {
    guard let scored = row.scored, scored.isMet, scored.deduction != nil, !row.isUnissued
    else { return nil }
    let working = Working(row, rules: assessment.scheme.scoring).whole(row)
    return draft(
      .r005, "自行扣分", row, .deduction, expected: "0", working, assessment,
      needsReason: assessment.scheme.scoring.shortfallNeedsReason, advice: "核实扣分原因和改进措施。")
  }

  private static func shortfall(
    _ row: AssessedIndicator, _ target: Target, _ working: String, _ assessment: Assessment
  ) -> Draft {
    draft(
      .r005, words(of: row), row, column(of: row), expected: expected(of: row, target), working,
      assessment, needsReason: assessment.scheme.scoring.shortfallNeedsReason,
      advice: row.mode == .reviewed ? "核对扣分的依据。" : "核实原因和改进措施、完成时限。")
  }

  private static func words(of row: AssessedIndicator) -> String {
    switch row.mode {
    case .forecast: "全年预计不能达标"
    case .reviewed: "失分"
    case .computed, .judged, .filed: "未达标"
    }
  }

  /// What a row had to come to: its points where a reviewer scores it, else its target.
  private static func expected(of row: AssessedIndicator, _ target: Target) -> String {
    row.mode == .reviewed ? row.points?.description ?? target.text : target.text
  }

  /// The cell that decides whether the target is met.
  private static func column(of row: AssessedIndicator) -> IndicatorColumn {
    switch row.mode {
    case .forecast: .forecast
    case .reviewed: .score
    case .computed, .judged, .filed: .actual
    }
  }

  private static func over(
    _ row: AssessedIndicator, _ target: Target, _ working: String, _ assessment: Assessment
  ) -> Draft {
    draft(
      .r006, row.mode == .forecast ? "全年预计大幅超额" : "大幅超额", row, column(of: row),
      expected: target.text, working, assessment,
      needsReason: assessment.scheme.scoring.overNeedsReason, advice: "核实指标值是否偏低，下年度适当调整。")
  }

  /// What happened in a row, or R007 in its place where a reason is due and not given.
  private static func draft(
    _ code: FindingCode, _ what: String, _ row: AssessedIndicator, _ column: IndicatorColumn,
    expected: String, _ working: String, _ assessment: Assessment, needsReason: Bool,
    advice: String
  ) -> Draft {
    if needsReason, assessment.has(.reason, beside: row), !row.hasReason {
      return unexplained(row, what, working, assessment)
    }
    return Draft(
      code, at: assessment.place(row, column), assessment.subject(row, column),
      found: Assessment.shown(row.cell(column)), expected: expected,
      "\(what)：\(working)。\(row.hasReason ? "已说明原因。" : "")", advice: advice)
  }

  private static func unexplained(
    _ row: AssessedIndicator, _ what: String, _ working: String, _ assessment: Assessment
  ) -> Draft {
    Draft(
      .r007, at: assessment.place(row, .reason), assessment.subject(row, .reason), found: "（空）",
      expected: "原因及改进措施", "\(what)而未说明原因：\(working)。", advice: "补填偏差原因及改进措施。")
  }
}

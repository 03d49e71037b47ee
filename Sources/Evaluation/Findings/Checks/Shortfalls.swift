internal import Figures

/// R005, R006, R007: a shortfall, an over-achievement, and the reason that either needs.
///
/// Where a changed target makes the difference between met and missed, T001 says it alone.
enum Shortfalls: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    assessment.indicators.compactMap { row in
      if row.isJudged { return judged(row, assessment) }
      guard let scored = row.scored, !row.isUnissued, let own = row.own, own.isMet == scored.isMet,
        own.isOver == scored.isOver, !scored.isMet || scored.isOver, let actual = row.actual,
        let target = row.target
      else { return nil }
      let working = Working(row, rules: assessment.scheme.scoring)
        .text(scored, actual: actual, target: target)
      return scored.isMet
        ? over(row, target, working, assessment) : shortfall(row, target, working, assessment)
    }
  }

  /// A judged row that lost points of its own.
  private static func judged(_ row: AssessedIndicator, _ assessment: Assessment) -> Draft? {
    guard let scored = row.scored, !scored.isMet, let points = row.points, !points.isNegative,
      row.claimedScore?.figure?.isNegative == false
    else { return nil }
    let working = Working(row, rules: assessment.scheme.scoring).given()
    let needsReason =
      assessment.scheme.scoring.shortfallNeedsReason && assessment.has(.reason, beside: row)
    if needsReason, !row.hasReason { return unexplained(row, "失分", working, assessment) }
    return Draft(
      .r005, at: assessment.place(row, .score), assessment.subject(row, .score),
      found: Assessment.shown(row.cell(.score)), expected: points.description,
      "失分：\(working)。\(row.hasReason ? "已说明原因。" : "")", advice: "核实扣分原因和改进措施。")
  }

  private static func shortfall(
    _ row: AssessedIndicator, _ target: Target, _ working: String, _ assessment: Assessment
  ) -> Draft {
    let needsReason =
      assessment.scheme.scoring.shortfallNeedsReason && assessment.has(.reason, beside: row)
    if needsReason, !row.hasReason { return unexplained(row, "未达标", working, assessment) }
    return Draft(
      .r005, at: assessment.place(row, .actual), assessment.subject(row, .actual),
      found: Assessment.shown(row.cell(.actual)), expected: target.text,
      "未达标：\(working)。\(row.hasReason ? "已说明原因。" : "")", advice: "核实原因和改进措施、完成时限。")
  }

  private static func over(
    _ row: AssessedIndicator, _ target: Target, _ working: String, _ assessment: Assessment
  ) -> Draft {
    let needsReason =
      assessment.scheme.scoring.overNeedsReason && assessment.has(.reason, beside: row)
    if needsReason, !row.hasReason { return unexplained(row, "大幅超额", working, assessment) }
    return Draft(
      .r006, at: assessment.place(row, .actual), assessment.subject(row, .actual),
      found: Assessment.shown(row.cell(.actual)), expected: target.text,
      "大幅超额：\(working)。\(row.hasReason ? "已说明原因。" : "")", advice: "核实指标值是否偏低，下年度适当调整。")
  }

  private static func unexplained(
    _ row: AssessedIndicator, _ what: String, _ working: String, _ assessment: Assessment
  ) -> Draft {
    Draft(
      .r007, at: assessment.place(row, .reason), assessment.subject(row, .reason), found: "（空）",
      expected: "原因及改进措施", "\(what)而未说明原因：\(working)。", advice: "补填偏差原因及改进措施。")
  }
}

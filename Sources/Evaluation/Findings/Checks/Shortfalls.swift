internal import Figures

/// R005: a shortfall, or points lost; of a judged block where its rows state no points and so
/// cannot show where they were lost.
///
/// Where a changed target makes the difference between met and missed, T001 says it alone.
enum Shortfalls: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    try rows(assessment) + blocks(assessment)
  }

  private static func rows(_ assessment: Assessment) throws -> [Draft] {
    assessment.indicators.compactMap { row in
      if row.isJudged { return judged(row, assessment) }
      guard let scored = row.scored, !row.isUnissued, let own = row.own, own.isMet == scored.isMet,
        own.isOver == scored.isOver, !scored.isMet || scored.isOver, let target = row.target
      else { return deducted(row, assessment) }
      let working = row.working(assessment.terms)
      return scored.isMet
        ? OverAchievements.draft(row, target, working, assessment)
        : shortfall(row, target, working, assessment)
    }
  }

  /// A judged row that lost points of its own.
  private static func judged(_ row: AssessedIndicator, _ assessment: Assessment) -> Draft? {
    guard let scored = row.scored, !scored.isMet, let points = row.points, !points.isNegative,
      row.claimedScore?.figure?.isNegative == false
    else { return deducted(row, assessment) }
    let working = row.working(assessment.terms)
    return draft(
      .r005, "失分", row, .score, expected: points.description, working, assessment,
      needsReason: assessment.scheme.scoring.shortfallNeedsReason, advice: "核实扣分原因和改进措施。")
  }

  /// A row that met its target, and of whose points some were taken off: by the unit itself, or
  /// for passing the target by far.
  private static func deducted(_ row: AssessedIndicator, _ assessment: Assessment) -> Draft? {
    guard let scored = row.scored, scored.isMet, !row.isUnissued else { return nil }
    guard scored.deduction != nil else { return lost(row, scored, assessment) }
    let working = row.working(assessment.terms)
    return draft(
      .r005, "自行扣分", row, .deduction, expected: "0", working, assessment,
      needsReason: assessment.scheme.scoring.shortfallNeedsReason, advice: "核实扣分原因和改进措施。")
  }

  /// Points that a row lost though it met its target.
  private static func lost(
    _ row: AssessedIndicator, _ scored: ScoredRow, _ assessment: Assessment
  ) -> Draft? {
    guard let points = row.points, let score = scored.score, score < points,
      scored.isOver == row.own?.isOver
    else { return nil }
    let working = row.working(assessment.terms)
    switch scored.way {
    case .over, .overBy:
      return draft(
        .r005, "超额扣分", row, .actual, expected: row.target?.text ?? "", working, assessment,
        needsReason: assessment.scheme.scoring.overNeedsReason, advice: "核实指标值是否偏低，下年度适当调整。")
    default:
      guard assessment.scheme.scoring.lostPointsNeedReason,
        MissingReasons.isDue(row, assessment)
      else { return nil }
      return MissingReasons.draft(row, "失分", working, assessment)
    }
  }

  private static func shortfall(
    _ row: AssessedIndicator, _ target: Target, _ working: String, _ assessment: Assessment
  ) -> Draft {
    draft(
      .r005, words(of: row), row, column(of: row), expected: expected(of: row, target), working,
      assessment, needsReason: assessment.scheme.scoring.shortfallNeedsReason,
      advice: row.mode == .reviewed ? "核对扣分的依据。" : "核实原因和改进措施、完成时限。")
  }

  /// In what a row falls short, by what its form is for.
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
  static func column(of row: AssessedIndicator) -> IndicatorColumn {
    switch row.mode {
    case .forecast: .forecast
    case .reviewed: .score
    case .computed, .judged, .filed: .actual
    }
  }

  private static func blocks(_ assessment: Assessment) throws -> [Draft] {
    guard assessment.scheme.scoring.mode == .judged else { return [] }
    return try assessment.blocks.compactMap { block in
      guard let share = block.share, block.hasRows, block.statedPoints == nil,
        let claimed = block.claimed, claimed < share
      else { return nil }
      let lost = try share - claimed
      return Draft(
        .r005, at: block.place, assessment.subject(block, "score"), found: claimed.description,
        expected: share.description,
        "\(block.name)\(share)分得\(claimed)分，失\(lost)分。三级指标未列分值，不能定位到具体指标。",
        advice: "列明各三级指标的分值和扣分原因。")
    }
  }

  /// What happened in a row, or R007 in its place where a reason is due and not given.
  static func draft(
    _ code: FindingCode, _ what: String, _ row: AssessedIndicator, _ column: IndicatorColumn,
    expected: String, _ working: String, _ assessment: Assessment, needsReason: Bool,
    advice: String
  ) -> Draft {
    if needsReason, MissingReasons.isDue(row, assessment) {
      return MissingReasons.draft(row, what, working, assessment)
    }
    return Draft(
      code, at: assessment.place(row, column), assessment.subject(row, column),
      found: Assessment.shown(row.cell(column)), expected: expected,
      "\(what)：\(working)。\(row.hasReason ? "已说明原因。" : "")", advice: advice)
  }
}

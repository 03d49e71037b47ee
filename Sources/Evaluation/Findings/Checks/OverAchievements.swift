/// R006: completion beyond the scheme's limit; found beside the shortfalls, which it is the reverse
/// of (``Shortfalls``).
enum OverAchievements {
  static func draft(
    _ row: AssessedIndicator, _ target: Target, _ working: String, _ assessment: Assessment
  ) -> Draft {
    Shortfalls.draft(
      .r006, row.mode == .forecast ? "全年预计大幅超额" : "大幅超额", row,
      Shortfalls.column(of: row), expected: target.text, working, assessment,
      needsReason: assessment.scheme.scoring.overNeedsReason, advice: "核实指标值是否偏低，下年度适当调整。")
  }
}

internal import Figures

/// T001: the target differs from the one issued.
enum ChangedTargets: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    assessment.indicators.compactMap { row in
      guard !row.hasIssuedTarget, let issued = row.issued, row.line != nil, row.mode != .filed,
        let typed = row.cell(.target),
        !isBlank(row), !isSame(row.ownTarget.target, issued.target)
      else { return nil }
      if assessment.isAsHandedOut(row, { isSame(row.ownTarget.target, $0.target) }) {
        return reissued(row, issued, typed, assessment)
      }
      let due = issued.target.shown(unit: issued.unit)
      return Draft(
        .t001, at: typed.place, assessment.subject(row, .target), found: typed.shown,
        expected: due,
        "年度指标值填的是\(typed.shown)，下达的是\(due)，按\(due)计。\(effect(row, assessment))",
        advice: "改回\(due)；确需调整的，先报批。")
    }
  }

  /// The unit kept what its blank says; the programme has changed since. That is to be explained,
  /// not to be put right by the unit.
  private static func reissued(
    _ row: AssessedIndicator, _ issued: Programme.Indicator, _ typed: Typed,
    _ assessment: Assessment
  ) -> Draft {
    let due = issued.target.shown(unit: issued.unit)
    return Draft(
      .t001, .warning, at: typed.place, assessment.subject(row, .target), found: typed.shown,
      expected: due,
      "空表下发后年度指标值改为\(due)，表内仍是下发时的\(typed.shown)，按\(due)计。\(effect(row, assessment))",
      advice: "核对调整文件；已调整的，按新下发的空表填报。")
  }

  private static func isBlank(_ row: AssessedIndicator) -> Bool {
    row.ownTarget.remarks.contains { $0.code == .v001 }
  }

  /// Whether a target states what was issued.
  static func isSame(_ own: Target?, _ issued: Target) -> Bool {
    switch (own, issued) {
    case (.level(let own), .level(let issued)): Wording.key(own) == Wording.key(issued)
    case (.by(let own), .by(let issued)):
      own == issued
        || own.lastDay(in: issued.year ?? CalendarDay.noYear)
          == issued.lastDay(in: own.year ?? CalendarDay.noYear)
    default: own == issued
    }
  }

  /// What the issued target makes of the row, where the unit's own hides a shortfall.
  private static func effect(_ row: AssessedIndicator, _ assessment: Assessment) -> String {
    guard let scored = row.scored, !scored.isMet, row.own?.isMet == true, let actual = row.actual,
      let target = row.target
    else { return "" }
    let working = Working(row, rules: assessment.terms)
    return "按下达的计：\(working.text(scored, actual: actual, target: target))。"
  }
}

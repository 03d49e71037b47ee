internal import Figures

/// C007: every actual equals its target, as if the targets had been copied.
///
/// Yes/no, levels and days only have to be met: they say nothing for or against. Figures that can
/// hardly be others (100 %, 0) are no evidence either, and two are wanted.
enum ActualsEqualTargets: Check {
  /// What a row says of the question.
  private enum Answer {
    case copied
    case open
    case differs
  }

  static func findings(in assessment: Assessment) -> [Draft] {
    var copied = 0
    for row in assessment.indicators where row.line != nil && !row.isUnissued {
      switch answer(of: row) {
      case .differs: return []
      case .copied: copied += 1
      case .open: break
      }
    }
    guard copied > 1 else { return [] }
    return [
      Draft(
        .c007, at: assessment.report.indicatorColumns[.actual],
        assessment.subject(
          form: "actuals", label: assessment.scheme.form.label(IndicatorColumn.actual)),
        found: "各项实际完成值与指标值相同", "各项定量指标的实际完成值都等于指标值。",
        advice: "核实实际完成值是否如实填写，抽查佐证材料。")
    ]
  }

  private static func answer(of row: AssessedIndicator) -> Answer {
    guard let target = row.ownTarget.target ?? row.target, let actual = row.actual else {
      return .differs
    }
    switch (target, actual) {
    case (.atLeast(let due), .number(let figure)), (.atMost(let due), .number(let figure)),
      (.equal(let due), .number(let figure)):
      guard due == figure else { return .differs }
      let isNatural = due.isZero || due == .hundred && Measure.isPercent(unit: row.unit)
      return isNatural ? .open : .copied
    case (.yesNo, _), (.level, _), (.by, _): return row.scored?.isMet == true ? .open : .differs
    default: return .differs
    }
  }
}

/// C006: all benefit targets are identical, so that they were hardly set for their indicators.
///
/// Yes/no targets and the words of the scheme's levels are the same by their nature.
enum IdenticalBenefitTargets: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    let rows = assessment.indicators.filter { isBenefit($0) && !$0.isUnissued && $0.line != nil }
    guard rows.count > 1, let first = rows.first, let target = first.target,
      isFreelySet(target, assessment),
      rows.allSatisfy({ isSame($0.target, target) && $0.unit == first.unit })
    else { return [] }
    return [
      Draft(
        .c006, at: assessment.report.indicatorColumns[.target],
        assessment.subject(
          form: "benefitTargets", label: assessment.scheme.form.label(IndicatorColumn.target)),
        found: target.shown(unit: first.unit),
        "\(rows.count)项效益指标的指标值都是\(target.shown(unit: first.unit))。",
        advice: "核实效益指标值是否按各项指标分别确定。")
    ]
  }

  private static func isBenefit(_ row: AssessedIndicator) -> Bool {
    Wording.holds(row.issued?.tier1 ?? row.line?.tier1 ?? "", "效益")
  }

  private static func isFreelySet(_ target: Target, _ assessment: Assessment) -> Bool {
    switch target {
    case .yesNo: false
    case .level(let words): assessment.values.vocabulary.level(of: words) == nil
    default: true
    }
  }

  private static func isSame(_ one: Target?, _ other: Target) -> Bool {
    guard let one, one.direction == other.direction else { return false }
    return one == other || key(one) == key(other)
  }

  private static func key(_ target: Target) -> String {
    target.direction.rawValue + "/" + Wording.key(target.text)
  }
}

internal import Figures

/// R001 on 偏离度: how far the reviewed actual is from the target, (实际－指标)÷指标, with its sign or
/// without.
enum ClaimedDeviation: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    let places = assessment.scheme.scoring.ratePlaces
    return try assessment.indicators.compactMap { row in
      guard let typed = row.cell(.deviation), !assessment.values.isBlank(typed),
        case .number(let actual) = row.actual, let target = row.ownTarget.target?.figure,
        target > .zero, let exact = try Ratio(actual - target, over: target)
      else { return nil }
      let claim = assessment.values.number(typed, as: .percent)
      let size = exact < .zero ? try Ratio(target - actual, over: target) ?? exact : exact
      guard claim.figure != nil, try !ClaimedRate.agrees(claim, with: exact),
        try !ClaimedRate.agrees(claim, with: size)
      else { return nil }
      let computed = try exact.percent(places: places).text(places: places) + "%"
      let label = assessment.scheme.form.label(IndicatorColumn.deviation)
      return Draft(
        .r001, at: typed.place, assessment.subject(row, .deviation), found: typed.shown,
        expected: computed, "\(label)应为\(computed)。", advice: "改为\(computed)。")
    }
  }
}

extension Target {
  /// The one figure it is about; `nil` where there are two, or none.
  fileprivate var figure: Figure? {
    switch self {
    case .atLeast(let figure), .atMost(let figure), .equal(let figure): figure
    case .between, .yesNo, .level, .by: nil
    }
  }
}

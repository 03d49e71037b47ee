internal import Evaluation
internal import Figures

// Bands and steps as formulas.
extension ScoreFormula {
  /// What a scale gives a row; `nil` where no formula says it.
  func scaled(_ scale: Scale, _ target: Target, _ points: String) -> String? {
    switch (scale.measure, target) {
    case (.actual, _):
      return graded(scale, points, value: isPercent ? "\(actual)*100" : actual) { literal($0) }
    case (.completion, .atLeast(let figure)), (.completion, .equal(let figure)):
      guard figure > .zero, let value = literal(figure) else { return nil }
      return graded(scale, points, value: "MAX(0,\(actual))*100/\(value)", of: "MAX(0,\(actual))") {
        literal(figure, percent: $0)
      }
    case (.deviation, .atLeast(let figure)), (.deviation, .atMost(let figure)),
      (.deviation, .equal(let figure)):
      guard figure > .zero, let value = literal(figure) else { return nil }
      let apart = "MAX(\(actual)-\(value),\(value)-\(actual))"
      return graded(scale, points, value: "\(apart)*100/\(value)", of: apart) {
        literal(figure, percent: $0)
      }
    case (.completion, _), (.deviation, _): return nil
    }
  }

  /// What the execution rate earns, `actual ÷ budget`: both stand in cells, and the budget is above
  /// 0.
  func execution(over budget: String, points: String) -> String {
    switch rows.scale?.kind {
    case nil: part("MAX(0,MIN(\(actual),\(budget)))", budget, points)
    case .steps(let steps): stepped(steps, points, "\(actual)*100/\(budget)")
    case .bands(let bands):
      bands.reversed().reduce("0" as String) { (otherwise: String, band) in
        guard let edge = band.bound else { return given(points, band.earns) }
        let sign = if case .from = edge { ">=" } else { "<=" }
        let reaches = "\(actual)*100\(sign)\(edge.figure)*\(budget)"
        return "IF(\(reaches),\(given(points, band.earns)),\(otherwise))"
      }
    }
  }

  /// - Parameters:
  ///   - value: what is measured, in the unit of the scale.
  ///   - held: what stands in its place where a bound can be written so that nothing is divided.
  ///   - bound: a bound as it is held against that.
  private func graded(
    _ scale: Scale, _ points: String, value: String, of held: String? = nil,
    bound: (Figure) -> String?
  ) -> String? {
    switch scale.kind {
    case .bands(let bands):
      return bands.reversed().reduce("0" as String?) { (otherwise: String?, band) in
        guard let otherwise else { return nil }
        let earned = given(points, band.earns)
        guard let edge = band.bound else { return earned }
        guard let written = bound(edge.figure) else { return nil }
        let sign = if case .from = edge { ">=" } else { "<=" }
        return "IF(\(held ?? actual)\(sign)\(written),\(earned),\(otherwise))"
      }
    case .steps(let steps): return stepped(steps, points, value)
    }
  }

  /// Steps are counted from a quotient of at most 9 decimals, so that a spreadsheet's own
  /// arithmetic does not lose one on a bound.
  private func stepped(_ steps: Scale.Steps, _ points: String, _ value: String) -> String {
    let miss =
      switch steps.start {
      case .from(let start): "\(start)-\(value)"
      case .to(let start): "\(value)-\(start)"
      }
    let count = "ROUND(MAX(0,\(miss))/\(steps.every),9)"
    let whole = "ROUND(\(count),0)"
    let number =
      steps.countsBegun
      ? "(\(whole)+IF(\(count)>\(whole),1,0))" : "(\(whole)-IF(\(count)<\(whole),1,0))"
    return left(of: points, steps.takes, times: "*\(number)")
  }

  private func given(_ points: String, _ portion: Portion) -> String {
    switch portion {
    case .percent(let percent): "\(points)*\(percent)/100"
    case .points(let earned): "MIN(\(points),\(earned))"
    }
  }

  /// The points, less a portion of them.
  func left(of points: String, _ portion: Portion, times: String = "") -> String {
    switch portion {
    case .percent(let percent): "MAX(0,100-\(percent)\(times))*\(points)/100"
    case .points(let taken): "MAX(0,\(points)-\(taken)\(times))"
    }
  }
}

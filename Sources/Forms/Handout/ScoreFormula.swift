internal import Evaluation
internal import Figures

/// The scheme's rules as formulas of a spreadsheet: what a row earns, and how far it came.
///
/// They multiply before they divide and round once, so that exact arithmetic and a spreadsheet's
/// own come to the same decimals. Each is blank while its actual is.
struct ScoreFormula {
  let rules: ScoringRules
  /// The rules of the row.
  let rows: RowRules
  /// The cell of the actual: `F14`.
  let actual: String
  /// Whether it is a percentage, of which cells hold the hundredth.
  let isPercent: Bool

  /// - Parameter rows: the rules of the row; `nil` for the scheme's own.
  init(rules: ScoringRules, rows: RowRules? = nil, actual: String, isPercent: Bool) {
    self.rules = rules
    self.rows = rows ?? rules.rows
    self.actual = actual
    self.isPercent = isPercent
  }

  /// The score of a row; `nil` where it is the unit's own to give: a judged level, a deadline, or
  /// what no formula says.
  ///
  /// - Parameter points: the cell of the points.
  func score(_ target: Target, points: String) -> String? {
    guard let earned = earned(target, points) else { return nil }
    switch target {
    case .yesNo, .level: return earned
    default: break
    }
    return "IF(COUNT(\(actual))=0,\"\",ROUND(\(earned),\(rules.scorePlaces)))"
  }

  /// The completion rate of a row, 1 for 100 %; `nil` where no formula says it.
  ///
  /// - Parameters:
  ///   - score: the cell of the score, which says how far a judged level came; `nil` where the
  ///     form has none, and then the level alone says it.
  ///   - points: the cell of the points.
  func rate(_ target: Target, score: String?, points: String?) -> String? {
    if case .level = target { return judgedRate(score, points) }
    guard let share = completion(target) else { return nil }
    if case .yesNo = target { return share }
    return "IF(COUNT(\(actual))=0,\"\",ROUND(\(share),\(rules.ratePlaces + 2)))"
  }

  /// A condition that holds where completion passes the limit beyond which a reason is due.
  func isOver(_ target: Target) -> String? {
    guard let limit = rules.overLimit, let figure = openAbove(target),
      let target = literal(figure)
    else { return nil }
    return "\(actual)*100>\(target)*\(limit)"
  }
}

extension ScoreFormula {
  private func judgedRate(_ score: String?, _ points: String?) -> String? {
    if let score, let points {
      return "IF(COUNT(\(score))=0,\"\",ROUND(\(score)/\(points),\(rules.ratePlaces + 2)))"
    }
    guard !rules.levels.isEmpty else { return nil }
    return rules.levels.reversed().reduce("\"\"" as String) { (otherwise: String, level) in
      "IF(\(actual)=\(Self.quoted(level.choice)),\(level.upper)/100,\(otherwise))"
    }
  }

  private func earned(_ target: Target, _ points: String) -> String? {
    guard let earned = byRule(target, points) else { return nil }
    guard let most = rows.mostPoints else { return earned }
    switch target {
    // A row that is still blank has a text, which would count as nothing.
    case .yesNo, .level: return "IF(\(actual)=\"\",\"\",MIN(\(most),\(earned)))"
    default: break
    }
    return "MIN(\(most),\(earned))"
  }

  private func byRule(_ target: Target, _ points: String) -> String? {
    switch target {
    case .yesNo(let wanted): return answer(wanted, full: points)
    case .level: return level(points)
    case .by: return nil
    case .atLeast, .atMost, .equal, .between: break
    }
    if let scale = rows.scale, scale.applies(to: target) {
      return scaled(scale, target, points)
    }
    switch target {
    case .atLeast(let figure): return least(figure, points)
    case .atMost(let figure): return most(figure, points)
    case .equal(let figure):
      return rows.isOpenAbove(target) ? least(figure, points) : equal(figure, points)
    case .between(let low, let high): return between(low, high, points)
    case .yesNo, .level, .by: return nil
    }
  }

  /// A share of the points, `top ÷ bottom`: under the gate it is nothing, and it may be rounded
  /// before it earns points.
  func part(_ top: String, _ bottom: String, _ points: String) -> String {
    let share =
      rows.rateRoundedTo.map { "MIN(100,ROUND(\(top)*100/\(bottom),\($0)))*\(points)/100" }
      ?? "\(top)*\(points)/\(bottom)"
    guard let gate = rows.passGate else { return share }
    return "IF(\(top)*100<\(gate)*\(bottom),0,\(share))"
  }

  private func least(_ target: Figure, _ points: String) -> String? {
    if let zero = zero(target, points) { return zero }
    guard let figure = literal(target), let full = full(target, figure, points) else { return nil }
    guard target > .zero, rows.atLeast != .none else {
      return "IF(\(actual)>=\(figure),\(full),0)"
    }
    return "IF(\(actual)>=\(figure),\(full),\(part("MAX(0,\(actual))", figure, points)))"
  }

  /// All points, less what is taken off for passing the target by far.
  private func full(_ target: Figure, _ figure: String, _ points: String) -> String? {
    guard let over = rows.over, target > .zero else { return points }
    switch over {
    case .steps(let steps):
      return steps.reduce(points as String?) { (less: String?, step) in
        guard let less, let bound = literal(target, percent: step.above) else { return nil }
        return "IF(\(actual)>\(bound),\(left(of: points, step.takes)),\(less))"
      }
    case .deviation(let above, let takes):
      guard let bound = literal(target, percent: above) else { return nil }
      let taken = "\(takes)*(\(actual)-\(bound))"
      return
        "IF(\(actual)>\(bound),MAX(0,\(figure)-\(taken))*\(points)/\(figure),\(points))"
    }
  }

  private func most(_ target: Figure, _ points: String) -> String? {
    guard let figure = literal(target) else { return nil }
    let missed: String
    switch rows.atMost {
    case _ where target <= .zero: missed = "0"
    case .none: missed = "0"
    case .ratio: missed = part(figure, actual, points)
    case .linear: missed = part("MAX(0,\(figure)+\(figure)-\(actual))", figure, points)
    }
    return "IF(\(actual)<=\(figure),\(points),\(missed))"
  }

  private func equal(_ target: Figure, _ points: String) -> String? {
    if let zero = zero(target, points) { return zero }
    guard let figure = literal(target) else { return nil }
    guard target > .zero, rows.equal == .nearer else {
      return "IF(\(actual)=\(figure),\(points),0)"
    }
    let below = part("MAX(0,\(actual))", figure, points)
    let above = part(figure, actual, points)
    return "IF(\(actual)=\(figure),\(points),IF(\(actual)<\(figure),\(below),\(above)))"
  }

  /// A target of 0 that 0 and less meets, whatever its sign.
  private func zero(_ target: Figure, _ points: String) -> String? {
    guard target.isZero, rows.zeroTarget == .nonPositive else { return nil }
    return "IF(\(actual)<=0,\(points),0)"
  }

  private func between(_ low: Figure, _ high: Figure, _ points: String) -> String? {
    guard let least = literal(low), let most = literal(high) else { return nil }
    let isNothing = points != "1" && rows.between == .none
    let below =
      low > .zero && !isNothing ? inside("MAX(0,\(actual))", least, points) : "0"
    let above = high > .zero && !isNothing ? inside(most, actual, points) : "0"
    return "IF(\(actual)<\(least),\(below),IF(\(actual)>\(most),\(above),\(points)))"
  }

  /// A share of the points; of 1 for the completion rate, which knows neither gate nor rounding.
  private func inside(_ top: String, _ bottom: String, _ points: String) -> String {
    points == "1" ? "\(top)/\(bottom)" : part(top, bottom, points)
  }

  private func answer(_ wanted: Bool, full: String) -> String {
    let yes = Self.quoted(rules.yes.first ?? "")
    let no = Self.quoted(rules.no.first ?? "")
    let (hit, miss) = wanted ? (yes, no) : (no, yes)
    return "IF(\(actual)=\(hit),\(full),IF(\(actual)=\(miss),0,\"\"))"
  }

  /// What a level earns that has a fixed part of the points; `nil` where the unit types its score.
  private func level(_ points: String) -> String? {
    guard !rows.levelTakesPercent else { return nil }
    return rules.levels.reversed().reduce("\"\"" as String?) { (otherwise: String?, level) in
      guard let otherwise, let percent = rows.percent(of: level) else { return nil }
      let earned = "ROUND(\(points)*\(percent)/100,\(rules.scorePlaces))"
      return "IF(\(actual)=\(Self.quoted(level.choice)),\(earned),\(otherwise))"
    }
  }

  private func completion(_ target: Target) -> String? {
    switch target {
    case .atLeast(let figure), .equal(let figure):
      guard let value = literal(figure) else { return nil }
      if figure > .zero { return "MAX(0,\(actual))/\(value)" }
      if let zero = zero(figure, "1") { return zero }
      let sign = target.direction == .equal ? "=" : ">="
      return "IF(\(actual)\(sign)\(value),1,0)"
    case .atMost(let figure):
      guard let value = literal(figure) else { return nil }
      guard figure > .zero else { return "IF(\(actual)<=\(value),1,0)" }
      return "IF(\(actual)<=0,1,\(value)/\(actual))"
    case .between(let low, let high): return between(low, high, "1")
    case .yesNo(let wanted): return answer(wanted, full: "1")
    case .level, .by: return nil
    }
  }

  /// A figure of the target, or so many percent of it, as the cell of the actual would hold it.
  func literal(_ figure: Figure, percent: Figure = .hundred) -> String? {
    guard let part = try? (figure * percent).shifted(right: isPercent ? 4 : 2) else { return nil }
    return Self.written(part)
  }

  /// A figure as a formula writes it.
  static func written(_ held: Figure) -> String {
    held.isNegative ? "(\(held))" : held.description
  }

  /// The target that can be passed by too much; `nil` where there is none.
  private func openAbove(_ target: Target) -> Figure? {
    guard rows.isOpenAbove(target) else { return nil }
    switch target {
    case .atLeast(let figure), .equal(let figure): return figure > .zero ? figure : nil
    default: return nil
    }
  }

  /// A text as formulas write it.
  static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}

extension ScoreFormula {
  /// A condition that holds where a score lies outside the band of the level that was chosen.
  ///
  /// - Parameters:
  ///   - level: the cell of the level.
  ///   - score: the cell of the score.
  ///   - points: the cell of the points.
  static func isOutside(
    _ rules: ScoringRules, level: String, score: String, points: String
  ) -> String? {
    guard !rules.levels.isEmpty else { return nil }
    func bound(_ percent: Figure) -> String {
      "ROUND(\(points)*\(percent)/100,\(rules.scorePlaces))"
    }
    return rules.levels.reversed().reduce("FALSE" as String) { (otherwise: String, band) in
      let chosen = "\(level)=\(quoted(band.choice))"
      let outside =
        "IF(\(score)<\(bound(band.lower)),TRUE,\(score)>\(bound(band.upper)))"
      return "IF(\(chosen),\(outside),\(otherwise))"
    }
  }
}

extension ScoringRules.Level {
  /// The word to choose in a form: the level's name where that is one of its words, since it
  /// fits its cell; else the first of them.
  var choice: String {
    let key = Wording.key(name)
    return words.contains { Wording.key($0) == key } ? name : words.first ?? name
  }
}

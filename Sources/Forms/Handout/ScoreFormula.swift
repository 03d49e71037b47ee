internal import Evaluation
internal import Figures

/// The scheme's rules as formulas of a spreadsheet: what a row earns, and how far it came.
///
/// They multiply before they divide and round once, so that exact arithmetic and a spreadsheet's
/// own come to the same decimals. Each is blank while its actual is.
struct ScoreFormula {
  let rules: ScoringRules
  /// The cell of the actual: `F14`.
  let actual: String
  /// Whether it is a percentage, of which cells hold the hundredth.
  let isPercent: Bool

  /// The score of a row; `nil` where it is the unit's own to give: a judged level, a deadline.
  ///
  /// - Parameter points: the cell of the points.
  func score(_ target: Target, points: String) -> String? {
    guard let earned = earned(target, points) else { return nil }
    if case .yesNo = target { return earned }
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
    guard let limit = rules.overLimit, case .atLeast(let figure) = target, figure > .zero,
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
    switch target {
    case .atLeast(let figure): least(figure, points)
    case .atMost(let figure): most(figure, points)
    case .equal(let figure): equal(figure, points)
    case .between(let low, let high): between(low, high, points)
    case .yesNo(let wanted): answer(wanted, full: points)
    case .level, .by: nil
    }
  }

  private func least(_ target: Figure, _ points: String) -> String? {
    guard let figure = literal(target) else { return nil }
    guard target > .zero, rules.atLeast != .none else {
      return "IF(\(actual)>=\(figure),\(points),0)"
    }
    return "IF(\(actual)>=\(figure),\(points),MAX(0,\(actual))*\(points)/\(figure))"
  }

  private func most(_ target: Figure, _ points: String) -> String? {
    guard let figure = literal(target) else { return nil }
    let missed: String
    switch rules.atMost {
    case _ where target <= .zero: missed = "0"
    case .none: missed = "0"
    case .ratio: missed = "\(figure)*\(points)/\(actual)"
    case .linear: missed = "MAX(0,\(figure)+\(figure)-\(actual))*\(points)/\(figure)"
    }
    return "IF(\(actual)<=\(figure),\(points),\(missed))"
  }

  private func equal(_ target: Figure, _ points: String) -> String? {
    guard let figure = literal(target) else { return nil }
    guard target > .zero else { return "IF(\(actual)=\(figure),\(points),0)" }
    let below = "MAX(0,\(actual))*\(points)/\(figure)"
    let above = "\(figure)*\(points)/\(actual)"
    return "IF(\(actual)=\(figure),\(points),IF(\(actual)<\(figure),\(below),\(above)))"
  }

  private func between(_ low: Figure, _ high: Figure, _ points: String) -> String? {
    guard let least = literal(low), let most = literal(high) else { return nil }
    let below = low > .zero ? "MAX(0,\(actual))*\(points)/\(least)" : "0"
    let above = high > .zero ? "\(most)*\(points)/\(actual)" : "0"
    return "IF(\(actual)<\(least),\(below),IF(\(actual)>\(most),\(above),\(points)))"
  }

  private func answer(_ wanted: Bool, full: String) -> String {
    let yes = Self.quoted(rules.yes.first ?? "")
    let no = Self.quoted(rules.no.first ?? "")
    let (hit, miss) = wanted ? (yes, no) : (no, yes)
    return "IF(\(actual)=\(hit),\(full),IF(\(actual)=\(miss),0,\"\"))"
  }

  private func completion(_ target: Target) -> String? {
    switch target {
    case .atLeast(let figure), .equal(let figure):
      guard let value = literal(figure) else { return nil }
      if figure > .zero { return "MAX(0,\(actual))/\(value)" }
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

  /// A figure of the target as the cell of the actual would hold it.
  private func literal(_ figure: Figure) -> String? {
    let held = isPercent ? try? figure.shifted(right: 2) : figure
    guard let held else { return nil }
    return held.isNegative ? "(\(held))" : held.description
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

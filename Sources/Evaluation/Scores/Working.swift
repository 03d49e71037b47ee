internal import Figures

/// The line that shows how a score came about, so that nobody needs the rule book beside it.
struct Working {
  let rules: Terms
  let shared: SharedRowRules
  /// What the row is measured from; `nil` where it is nothing.
  var baseline: Figure?
  /// The year that a day without one belongs to.
  var year: Int?
  let isPercent: Bool
  let points: Figure?
  let score: Figure?
  let rate: Figure?

  /// What of the scheme's rules a working names.
  struct Terms {
    let overLimit: Figure?
    let ratePlaces: Int
    let scorePlaces: Int
    let levels: [ScoringRules.Level]
    /// What becomes of the points of indicators that do not apply.
    let inapplicable: ScoringRules.NotApplicable.Policy

    init(_ rules: ScoringRules) {
      (overLimit, ratePlaces) = (rules.overLimit, rules.ratePlaces)
      (scorePlaces, levels) = (rules.scorePlaces, rules.levels)
      inapplicable = rules.notApplicable?.points ?? .rescale
    }
  }

  init(_ row: AssessedIndicator, rules: Terms) {
    self.rules = rules
    shared = row.shared
    baseline = row.target.flatMap { row.shared.rules.usedBaseline(row.baseline?.figure, $0) }
    year = row.year
    isPercent = Measure.isPercent(unit: row.unit)
    points = row.points
    score = (row.review?.computed ?? row.scored)?.earned
    rate = row.scored?.rate
  }

  init(
    rules: Terms, rows: SharedRowRules, isPercent: Bool, points: Figure?, score: Figure?,
    rate: Figure?
  ) {
    self.rules = rules
    shared = rows
    self.isPercent = isPercent
    self.points = points
    self.score = score
    self.rate = rate
  }

  /// The working of a scored row, with what the unit took off.
  func whole(_ row: AssessedIndicator) -> String {
    guard let scored = row.scored else { return "" }
    let sum: String
    if let text = row.inapplicableWorking(rules.inapplicable) { return text + deducted(scored) }
    if row.isJudged {
      sum = given()
    } else if row.mode == .forecast {
      sum = foreseen(row)
    } else if row.review != nil {
      sum = reviewed(row)
    } else if let actual = row.actual, let target = row.target {
      sum = text(scored, actual: actual, target: target)
    } else {
      return ""
    }
    guard scored.isCapped || scored.deduction != nil else { return sum }
    return sum + capped(scored) + deducted(scored)
  }

  private func capped(_ scored: ScoredRow) -> String {
    guard scored.isCapped, let most = shared.rules.mostPoints else { return "" }
    return "，本项最多计\(most)分"
  }

  private func deducted(_ scored: ScoredRow) -> String {
    guard let deduction = scored.deduction, let left = scored.score else { return "" }
    return "；扣减\(deduction.points)分，得\(scoreText(left))"
  }

  /// The working of a scored row, before the unit took anything off.
  func text(_ scored: ScoredRow, actual: Actual, target: Target) -> String {
    if case .number(let actual) = actual {
      if points != nil, let text = byWay(scored, actual, target) { return text }
      if let text = byBaseline(scored, actual, target) { return text }
    }
    return plain(scored, actual: actual, target: target)
  }

  /// By the direction's own rule.
  private func plain(_ scored: ScoredRow, actual: Actual, target: Target) -> String {
    switch (target, actual) {
    case (.atLeast(let target), .number(let actual)): least(scored, actual, target)
    case (.atMost(let target), .number(let actual)): most(scored, actual, target)
    case (.equal(let target), .number(let actual)) where shared.rules.isOpenAbove(.equal(target)):
      least(scored, actual, target)
    case (.equal(let target), .number(let actual)): equal(scored, actual, target)
    case (.between(let low, let high), .number(let actual)): between(scored, actual, low, high)
    case (.yesNo, .answer): answer(scored)
    case (.level, .level(let level)): judged(scored, level)
    case (.level, .reached(let percent)): reached(percent)
    case (.by(let deadline), .day(let day)): dated(scored, day, deadline)
    default: ""
    }
  }

  /// The working of a score that the evaluator gave.
  func given() -> String {
    guard let score else { return "" }
    guard let points else { return "评\(score)分" }
    let lost = (try? points - score).flatMap { $0.isZero ? nil : "，失\($0)分" } ?? ""
    return "评\(score)分，满分\(points)分\(lost)"
  }

  func shown(_ figure: Figure) -> String { figure.description + (isPercent ? "%" : "") }

  func gap(_ left: Figure, _ right: Figure) -> String {
    guard let size = try? (left - right).magnitude() else { return "" }
    return size.description + (isPercent ? "个百分点" : "")
  }

  /// `a÷b×points＝score`, or the rate where the form has no points.
  func quotient(_ upper: String, _ lower: String) -> String {
    if let points, let score { return "\(upper)÷\(lower)×\(points)＝\(scoreText(score))" }
    return "\(upper)÷\(lower)＝\(rateText)"
  }

  func scoreText(_ score: Figure) -> String { score.text(places: rules.scorePlaces) }

  var rateText: String { rate.map { $0.text(places: rules.ratePlaces) + "%" } ?? "" }

  var nothing: String { points == nil ? "未达标" : "不得分" }

  private func least(_ scored: ScoredRow, _ actual: Figure, _ target: Figure) -> String {
    if scored.isOver, let limit = rules.overLimit {
      let full = points == nil ? "" : "；满分"
      return "\(shown(actual))÷\(shown(target))＝\(rateText)，超过\(limit)%\(full)"
    }
    if let zero = byZero(scored, actual, target) { return zero }
    if scored.isMet { return met(actual, "≥", target) }
    let lack = "缺\(gap(target, actual))"
    if target.isZero || target.isNegative || shared.rules.atLeast == .none {
      return "\(shown(actual))＜\(shown(target))，\(nothing)，\(lack)"
    }
    if actual.isNegative {
      return "\(shown(actual))按0计，\(quotient(shown(.zero), shown(target)))，\(lack)"
    }
    return "\(quotient(shown(actual), shown(target)))，\(lack)"
  }

  /// A target of 0 that only 0 and less meets, whatever its sign.
  private func byZero(_ scored: ScoredRow, _ actual: Figure, _ target: Figure) -> String? {
    guard target.isZero, shared.rules.zeroTarget == .nonPositive else { return nil }
    if scored.isMet { return "达标：\(shown(actual))≤\(shown(target))" }
    return "\(shown(actual))＞\(shown(target))，\(nothing)，超\(gap(actual, target))"
  }

  /// What most rows say, put together in one step: `达标：96≥95`.
  private func met(_ actual: Figure, _ sign: StaticString, _ target: Figure) -> String {
    Words.joined("达标：", actual.description, sign, target.description, isPercent ? "%" : "")
  }

  private func most(_ scored: ScoredRow, _ actual: Figure, _ target: Figure) -> String {
    if scored.isMet { return met(actual, "≤", target) }
    let excess = "超\(gap(actual, target))"
    if target.isZero || target.isNegative || shared.rules.atMost == .none {
      return "\(shown(actual))＞\(shown(target))，\(nothing)，\(excess)"
    }
    if shared.rules.atMost == .linear, let points, let score {
      return "（1－\(gap(actual, target))÷\(shown(target))）×\(points)＝\(scoreText(score))，\(excess)"
    }
    return "\(quotient(shown(target), shown(actual)))，\(excess)"
  }

  private func equal(_ scored: ScoredRow, _ actual: Figure, _ target: Figure) -> String {
    if let zero = byZero(scored, actual, target) { return zero }
    if scored.isMet { return met(actual, "＝", target) }
    let difference = "差\(gap(actual, target))"
    guard actual > .zero, target > .zero, shared.rules.equal != .exact else {
      return "\(shown(actual))≠\(shown(target))，\(nothing)，\(difference)"
    }
    let (small, large) = actual < target ? (actual, target) : (target, actual)
    return "\(quotient(shown(small), shown(large)))，\(difference)"
  }

  private func between(_ scored: ScoredRow, _ actual: Figure, _ low: Figure, _ high: Figure)
    -> String
  {
    if scored.isMet { return "达标：\(shown(low))≤\(shown(actual))≤\(shown(high))" }
    if actual < low {
      let below = "低于下限\(gap(low, actual))"
      guard actual > .zero, low > .zero, shared.rules.between != .none else {
        return "\(shown(actual))，\(nothing)，\(below)"
      }
      return "\(quotient(shown(actual), shown(low)))，\(below)"
    }
    let above = "高于上限\(gap(actual, high))"
    guard high > .zero, shared.rules.between != .none else {
      return "\(shown(actual))，\(nothing)，\(above)"
    }
    return "\(quotient(shown(high), shown(actual)))，\(above)"
  }

  private func answer(_ scored: ScoredRow) -> String {
    if scored.isMet { return points == nil ? "已完成" : "已完成，满分" }
    return points == nil ? "未完成" : "未完成，不得分"
  }

  private func judged(_ scored: ScoredRow, _ level: ScoringRules.Level) -> String {
    guard let judged = scored.judged else {
      guard let percent = shared.rules.percent(of: level), let points, let score else {
        return level.name
      }
      return "\(level.name)，按\(percent)%计：\(points)×\(percent)%＝\(scoreText(score))"
    }
    let band = "\(judged.lower)～\(judged.upper)分"
    if judged.isOutsideBand {
      return "\(level.name)，得分应在\(band)内，按上限计\(scoreText(judged.score))"
    }
    return "\(level.name)，\(band)，计\(scoreText(judged.score))"
  }

  /// A completion typed in the place of a level.
  private func reached(_ percent: Figure) -> String {
    let level = rules.levels.first { percent >= $0.lower }.map { "，属\($0.name)" } ?? ""
    guard let points, let score else { return "完成\(percent)%\(level)" }
    let counted = min(max(percent, .zero), .hundred)
    return "完成\(percent)%\(level)：\(points)×\(counted)%＝\(scoreText(score))"
  }

  private func dated(_ scored: ScoredRow, _ day: CalendarDay, _ deadline: Deadline) -> String {
    let due =
      deadline.lastDay(in: deadline.year ?? year ?? day.year)?.description ?? deadline.description
    if scored.isMet { return "达标：\(day)，不晚于\(due)" }
    if case .late(let days, let steps) = scored.way, let late = shared.rules.late, points != nil {
      return "逾期\(days)天：\(day)，晚于\(due)，\(overdue(late, steps))"
    }
    return "逾期：\(day)，晚于\(due)，\(nothing)"
  }
}

extension AssessedIndicator {
  /// The working of its score, which results show and findings repeat: put into words once.
  func working(_ rules: Working.Terms) -> String {
    if let knownWorking { return knownWorking }
    let working = Working(self, rules: rules).whole(self)
    knownWorking = working
    return working
  }
}

/// Texts put together in one step.
private enum Words {
  /// A word, a figure, a sign and a figure, with a mark behind both figures.
  static func joined(
    _ word: StaticString, _ one: String, _ sign: StaticString, _ other: String,
    _ mark: StaticString
  ) -> String {
    let fixed = word.utf8CodeUnitCount + sign.utf8CodeUnitCount + 2 * mark.utf8CodeUnitCount
    return String(unsafeUninitializedCapacity: fixed + one.utf8.count + other.utf8.count) { room in
      var at = write(word, room, 0)
      at = write(mark, room, write(one, room, at))
      at = write(sign, room, at)
      return write(mark, room, write(other, room, at))
    }
  }

  private static func write(
    _ text: StaticString, _ room: UnsafeMutableBufferPointer<UInt8>, _ start: Int
  ) -> Int {
    text.withUTF8Buffer { bytes in
      for at in bytes.indices { room[start + at] = bytes[at] }
      return start + bytes.count
    }
  }

  private static func write(
    _ text: String, _ room: UnsafeMutableBufferPointer<UInt8>, _ start: Int
  ) -> Int {
    let bytes = text.utf8.span
    for at in bytes.indices { room[start + at] = bytes[at] }
    return start + bytes.count
  }
}

internal import Figures

// Workings of rows that earned their points by another rule than their direction's own.
extension Working {
  /// `nil` where the direction's own rule says it all.
  func byWay(_ scored: ScoredRow, _ actual: Figure, _ target: Target) -> String? {
    switch scored.way {
    case .plain, .late: return nil
    case .rounded, .gated, .over, .overBy, .band, .steps: break
    }
    let miss = scored.isMet ? "" : "，" + missed(actual, target)
    switch scored.way {
    case .plain, .late: return nil
    case .rounded(let share):
      return "\(shareText(share, actual, target))，\(Self.byRounded(share, self))\(miss)"
    case .gated(let share, let gate):
      return "\(shareText(share, actual, target))，低于\(gate)%，\(nothing)\(miss)"
    case .over(let step):
      return "\(rateQuotient(actual, target))，超过\(step.above)%，\(taken(step.takes))"
    case .overBy(let above, let takes):
      let each = "每超1个百分点扣分值的\(takes)%"
      return "\(rateQuotient(actual, target))，超过\(above)%，\(each)，得\(scoreText(score ?? .zero))"
    case .band, .steps:
      guard let scale = shared.rules.scale else { return nil }
      return "\(measuredText(scale, scored, actual, target))，\(graded(scale, scored.way))\(miss)"
    }
  }

  /// `按50%计：10×50%＝5.00`.
  static func byRounded(_ share: Ratio, _ working: Working) -> String {
    guard let places = working.shared.rules.rateRoundedTo,
      let percent = try? share.percent(places: places), let points = working.points
    else { return "" }
    let score = working.scoreText(working.score ?? .zero)
    return "按\(percent)%计：\(points)×\(percent)%＝\(score)"
  }

  /// What is missing to the target, or too much.
  private func missed(_ actual: Figure, _ target: Target) -> String {
    switch target {
    case .atLeast(let target): "缺\(gap(target, actual))"
    case .atMost(let target): "超\(gap(actual, target))"
    case .equal(let target): "差\(gap(actual, target))"
    case .between(let low, let high):
      actual < low ? "低于下限\(gap(low, actual))" : "高于上限\(gap(actual, high))"
    case .yesNo, .level, .by: ""
    }
  }

  /// `80÷100＝80.00%`: the share that was earned before gate and rounding.
  private func shareText(_ share: Ratio, _ actual: Figure, _ target: Target) -> String {
    let percent = (try? share.percent(places: rules.ratePlaces)) ?? .zero
    let text = percent.text(places: rules.ratePlaces) + "%"
    if baseline == nil, case .atMost(let target) = target, shared.rules.atMost == .linear {
      return "1－\(gap(actual, target))÷\(shown(target))＝\(text)"
    }
    return fraction(actual, target).map { "\($0)＝\(text)" } ?? text
  }

  private func rateQuotient(_ actual: Figure, _ target: Target) -> String {
    fraction(actual, target).map { "\($0)＝\(rateText)" } ?? rateText
  }

  /// What was divided by what; `nil` where nothing was.
  private func fraction(_ actual: Figure, _ target: Target) -> String? {
    func text(_ upper: Figure, _ lower: Figure) -> String? {
      lower > .zero ? "\(shown(max(upper, .zero)))÷\(shown(lower))" : nil
    }
    if let baseline { return measured(actual, target, from: baseline) }
    return switch target {
    case .atLeast(let target): text(actual, target)
    case .atMost(let target): target > .zero ? text(target, actual) : nil
    case .equal(let target):
      actual > target && shared.rules.equal == .nearer ? text(target, actual) : text(actual, target)
    case .between(let low, let high): actual < low ? text(actual, low) : text(high, actual)
    case .yesNo, .level, .by: nil
    }
  }

  // MARK: Baselines and deadlines

  /// A row measured from its baseline; `nil` where it is met and no more, or has none.
  func byBaseline(_ scored: ScoredRow, _ actual: Figure, _ target: Target) -> String? {
    guard let baseline, let way = measured(actual, target, from: baseline) else { return nil }
    if scored.isOver, let limit = rules.overLimit {
      return "\(way)＝\(rateText)，超过\(limit)%\(points == nil ? "" : "；满分")"
    }
    if scored.isMet { return nil }
    let miss = missed(actual, target)
    guard let points, let score else { return "\(way)＝\(rateText)，\(miss)" }
    if score.isZero { return "\(way)＝\(rateText)，\(nothing)，\(miss)" }
    return "\(way)×\(points)＝\(scoreText(score))，\(miss)"
  }

  /// `按基期值35计：（35.81－35）÷（36－35）`.
  private func measured(_ actual: Figure, _ target: Target, from baseline: Figure) -> String? {
    func part(_ upper: Figure, _ lower: Figure) -> String { "（\(shown(upper))－\(shown(lower))）" }
    let start = "按基期值\(shown(baseline))计："
    switch target {
    case .atLeast(let due): return "\(start)\(part(actual, baseline))÷\(part(due, baseline))"
    case .atMost(let due): return "\(start)\(part(baseline, actual))÷\(part(baseline, due))"
    case .equal, .between, .yesNo, .level, .by: return nil
    }
  }

  /// What a deadline that was missed takes.
  func overdue(_ late: Scale.Steps, _ count: Figure) -> String {
    let each: String
    switch late.takes {
    case .percent(let percent): each = "扣\(percent)%"
    case .points(let points): each = "扣\(points)分"
    }
    let begun = late.countsBegun ? "（不足的按一档）" : ""
    let rule = "每逾期\(late.every)天\(begun)\(each)"
    if count.isZero { return "\(rule)，不足一档，得满分" }
    return "\(rule)，共\(count)档，得\(scoreText(score ?? .zero))"
  }

  // MARK: Scales

  private func measuredText(
    _ scale: Scale, _ scored: ScoredRow, _ actual: Figure, _ target: Target
  ) -> String {
    switch scale.measure {
    case .completion:
      if case .equal(let figure) = target, figure > .zero {
        return "\(shown(max(actual, .zero)))÷\(shown(figure))＝\(rateText)"
      }
      if case .between = target, scored.isMet { return "完成率\(rateText)" }
      return fraction(actual, target).map { "\($0)＝\(rateText)" } ?? "完成率\(rateText)"
    case .actual: return shown(actual)
    case .deviation: return "\(shown(actual))，与指标值相差\(percent(of: scored.way))"
    }
  }

  private func percent(of way: Way) -> String {
    switch way {
    case .band(_, let measured), .steps(_, let measured):
      ((try? measured.rounded(to: rules.ratePlaces)) ?? .zero).text(places: rules.ratePlaces)
        + "%"
    default: ""
    }
  }

  /// What a band or the steps give.
  func graded(_ scale: Scale, _ way: Way) -> String {
    switch (scale.kind, way) {
    case (.bands(let bands), .band(let index, _)):
      "\(bandName(bands, index, scale))，\(given(bands[index].earns))"
    case (.steps(let steps), .steps(let count, let measured)):
      stepped(steps, count, measured, scale)
    default: ""
    }
  }

  /// `在80%～90%档`.
  private func bandName(_ bands: [Scale.Band], _ index: Int, _ scale: Scale) -> String {
    let sign = scale.measure == .actual && !isPercent ? "" : "%"
    let above = index > 0 ? bands[index - 1].bound?.figure : nil
    switch (bands[index].bound, above) {
    case (.from(let low), let high?): return "在\(low)\(sign)（含）～\(high)\(sign)档"
    case (.from(let low), nil): return "在\(low)\(sign)以上档"
    case (.to(let high), let low?): return "在\(low)\(sign)～\(high)\(sign)（含）档"
    case (.to(let high), nil): return "在\(high)\(sign)以内档"
    case (nil, let edge?):
      if case .to = bands[0].bound { return "在\(edge)\(sign)以外档" }
      return "在\(edge)\(sign)以下档"
    case (nil, nil): return ""
    }
  }

  private func given(_ portion: Portion) -> String {
    let score = scoreText(score ?? .zero)
    switch portion {
    case .percent(let percent) where percent == .hundred: return "得满分"
    case .percent(let percent) where percent.isZero: return nothing
    case .percent(let percent): return "得\(percent)%：\(points ?? .zero)×\(percent)%＝\(score)"
    case .points: return "得\(score)分"
    }
  }

  private func taken(_ portion: Portion) -> String {
    let score = scoreText(score ?? .zero)
    switch portion {
    case .percent(let percent):
      let left = (try? Figure.hundred - percent) ?? .zero
      return "扣\(percent)%：\(points ?? .zero)×\(left)%＝\(score)"
    case .points(let taken): return "扣\(taken)分，得\(score)"
    }
  }

  private func stepped(
    _ steps: Scale.Steps, _ count: Figure, _ measured: Ratio, _ scale: Scale
  ) -> String {
    let sign = scale.measure == .actual && !isPercent ? "" : "%"
    let start = "\(steps.start.figure)\(sign)"
    let isFrom = if case .from = steps.start { true } else { false }
    if steps.start.holds(measured) { return "\(isFrom ? "不低于" : "不高于")\(start)，得满分" }
    let each: String
    switch steps.takes {
    case .percent(let percent): each = "扣\(percent)%"
    case .points(let points): each = "扣\(points)分"
    }
    let begun = steps.countsBegun ? "（不足的按一档）" : ""
    let unit = sign.isEmpty ? "" : "个百分点"
    let rule = "比\(start)每\(isFrom ? "低" : "高")\(steps.every)\(unit)\(begun)\(each)"
    if count.isZero { return "\(rule)，不足一档，得满分" }
    return "\(rule)，共\(count)档，得\(scoreText(score ?? .zero))"
  }
}

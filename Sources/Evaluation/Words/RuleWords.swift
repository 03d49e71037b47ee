internal import Figures

/// The rules of rows in words, for people who have no rule book at hand.
public struct RuleWords {
  private let language: Language

  /// Words in a language.
  public init(_ language: Language) { self.language = language }

  /// What an actual short of a ≥ target, or beyond a ≤ target, earns.
  public func shortfall(_ rule: ScoringRules.ShortfallRule, isUpper: Bool) -> String {
    switch rule {
    case .ratio where isUpper: language("分值×指标÷实际", "points × target ÷ actual")
    case .ratio: language("分值×实际÷指标", "points × actual ÷ target")
    case .linear:
      language("分值×（1－相差÷指标），至少0分", "points × (1 − miss ÷ target), at least 0")
    case .none: language("0分", "none")
    }
  }

  /// What an actual other than a = target earns.
  public func equal(_ rule: RowRules.EqualRule) -> String {
    switch rule {
    case .nearer:
      language(
        "分值×（实际÷指标、指标÷实际中较小的）", "points × the smaller of actual ÷ target and target ÷ actual")
    case .atLeast: language("同≥，超过也算达到", "as ≥: to pass it is to meet it")
    case .exact: language("相等得满分，否则0分", "equal: all points; else none")
    }
  }

  /// What an actual outside a range earns.
  public func between(_ rule: RowRules.RangeRule) -> String {
    switch rule {
    case .ratio:
      language("在区间内的得满分；区间外按较近的界限", "inside: all points; outside: against the nearer bound")
    case .none: language("在区间内的得满分，区间外0分", "inside: all points; outside: none")
    }
  }

  /// What meets a target of 0.
  public func zero(_ rule: RowRules.ZeroTargetRule) -> String {
    switch rule {
    case .bySign:
      language(
        "≤、＝：实际为0得满分，否则0分；≥：实际不小于0得满分",
        "≤ and =: all points where the actual is 0, else none; ≥: all points from 0")
    case .nonPositive:
      language("实际为0或以下得满分，否则0分", "all points where the actual is 0 or less, else none")
    }
  }

  /// What stands beside the rules of the directions, each with its label.
  public func others(_ rules: RowRules) -> [(String, String)] {
    var lines: [(String, String)] = []
    if let gate = rules.passGate {
      lines.append(
        (
          language("及格线", "pass gate"),
          language("未完成的，按比例不到\(gate)%的0分", "a miss whose share is under \(gate) % earns nothing")
        ))
    }
    if let places = rules.rateRoundedTo {
      lines.append(
        (
          language("比例取位", "rounded share"),
          language(
            "未完成的，先把百分比四舍五入到\(places)位小数，再乘分值",
            "a share is rounded to \(places) decimals in percent before it earns points")
        ))
    }
    if let over = rules.over { lines.append((language("超额", "too much"), words(over))) }
    return lines + further(rules)
  }

  private func further(_ rules: RowRules) -> [(String, String)] {
    var lines: [(String, String)] = []
    if rules.fromBaseline {
      lines.append(
        (
          language("有基期值的", "with a baseline"),
          language(
            "分值×（实际－基期）÷（指标－基期），0分到满分",
            "points × (actual − baseline) ÷ (target − baseline), from 0 to all points")
        ))
    }
    let levels = language("定性", "levels")
    switch rules.levelScore {
    case .typed: break
    case .upper: lines.append((levels, language("按等次上限计分", "the upper bound of the level")))
    case .middle: lines.append((levels, language("按等次中间值计分", "the middle of the level")))
    case .lower: lines.append((levels, language("按等次下限计分", "the lower bound of the level")))
    }
    if rules.levelTakesPercent {
      lines.append(
        (levels, language("也可填完成百分比，分值×完成百分比", "or a completion in percent: points × that")))
    }
    if let late = rules.late {
      let begun = late.countsBegun ? language("，不足的按一档", ", a step begun counts") : ""
      let takes = portion(late.takes)
      lines.append(
        (
          language("逾期", "late"),
          language(
            "每逾期\(late.every)天扣\(takes)，扣完为止\(begun)",
            "less \(takes) for each \(late.every) days, down to 0\(begun)")
        ))
    }
    return lines
  }

  private func words(_ over: OverRule) -> String {
    switch over {
    case .steps(let steps):
      let words = steps.map { step in
        language(
          "超过\(step.above)%扣\(portion(step.takes))",
          "over \(step.above) %: less \(portion(step.takes))")
      }
      return words.joined(separator: language("，", ", "))
    case .deviation(let above, let takes):
      return language(
        "超过\(above)%的，每超1个百分点扣分值的\(takes)%，至少0分",
        "over \(above) %: less \(takes) % of the points for each percentage point, at least 0")
    }
  }

  private func portion(_ portion: Portion) -> String {
    switch portion {
    case .percent(let percent): language("分值的\(percent)%", "\(percent) % of the points")
    case .points(let points): language("\(points)分", "\(points) points")
    }
  }

  // MARK: Scales

  /// What a scale gives.
  public func scale(_ scale: Scale) -> String {
    let measured =
      switch scale.measure {
      case .completion: language("按完成率", "by completion")
      case .actual: language("按实际完成值", "by the actual")
      case .deviation: language("按与指标值相差的百分比", "by the deviation in percent of the target")
      }
    let sign = scale.measure == .actual ? "" : "%"
    let words =
      switch scale.kind {
      case .bands(let bands): self.bands(bands, sign)
      case .steps(let steps): self.steps(steps, sign)
      }
    return measured + language("：", ": ") + words
  }

  private func bands(_ bands: [Scale.Band], _ sign: String) -> String {
    let words = bands.map { band in
      let earns = earned(band.earns)
      return switch band.bound {
      case .from(let bound): language("\(bound)\(sign)以上\(earns)", "from \(bound)\(sign): \(earns)")
      case .to(let bound): language("\(bound)\(sign)以内\(earns)", "to \(bound)\(sign): \(earns)")
      case nil: language("其余\(earns)", "else \(earns)")
      }
    }
    return words.joined(separator: language("，", ", "))
  }

  private func earned(_ portion: Portion) -> String {
    switch portion {
    case .percent(.hundred): language("得满分", "all points")
    case .percent(.zero), .points(.zero): language("0分", "none")
    case .percent, .points: language("得", "") + self.portion(portion)
    }
  }

  private func steps(_ steps: Scale.Steps, _ sign: String) -> String {
    let isFrom = if case .from = steps.start { true } else { false }
    let start = "\(steps.start.figure)\(sign)"
    let takes = portion(steps.takes)
    let begun = steps.countsBegun ? language("，不足的按一档", ", a step begun counts") : ""
    let unit = sign.isEmpty ? "" : "个百分点"
    return language(
      "\(start)\(isFrom ? "以上" : "以内")得满分，每\(isFrom ? "低" : "高")\(steps.every)\(unit)扣\(takes)，扣完为止\(begun)",
      "all points \(isFrom ? "from" : "to") \(start), less \(takes) for each \(steps.every)\(sign) "
        + "\(isFrom ? "below" : "above"), down to 0\(begun)")
  }

  // MARK: What is left out

  /// What becomes of indicators that do not apply or have no target, and of the total; each with
  /// its label.
  public func exceptions(_ rules: ScoringRules) -> [(String, String)] {
    var lines: [(String, String)] = []
    if let policy = rules.notApplicable {
      let words = policy.words.map { "“\($0)”" }.joined(separator: language("、", ", "))
      let what = words + language("的，", ": ") + self.policy(policy.points)
      lines.append((language("不适用", "not applicable"), what))
    }
    switch rules.missingTarget {
    case .error: break
    case .zero:
      lines.append(
        (language("未列指标值", "no target"), language("0分，不退回", "0 points, and does not go back")))
    case .excluded:
      lines.append(
        (language("未列指标值", "no target"), language("只列出，不计分", "listed, not scored, not in totals")))
    case .notApplicable:
      lines.append(
        (language("未列指标值", "no target"), language("按不适用处理", "taken as not applicable")))
    }
    return lines
  }

  private func policy(_ policy: ScoringRules.NotApplicable.Policy) -> String {
    switch policy {
    case .redistribute:
      language(
        "不计分，分值由同一一级指标的其他指标按比例承担",
        "not scored; the others of its block share its points in proportion")
    case .rescale:
      language("不计分，总分按适用指标的分值折算", "not scored; the total is scaled from the points that apply")
    case .zero: language("0分", "0 points")
    case .full: language("满分", "all points")
    }
  }

  /// How rows become the total.
  public func total(_ source: ScoringRules.TotalSource) -> String {
    switch source {
    case .roundedScores: language("各项得分之和", "the sum of the rounded scores")
    case .exactScores:
      language("各项未取位的得分之和，只在总分四舍五入", "the sum of the exact scores, rounded once")
    }
  }

  // MARK: Special rows

  /// Which rows have rules of their own.
  public func chosen(_ rows: SpecialRows) -> String {
    var words: [String] = []
    func add(_ what: String, _ list: [String]) {
      guard !list.isEmpty else { return }
      let listed = list.joined(separator: language("、", ", "))
      words.append(language("\(what)含\(listed)", "\(what) with \(listed)"))
    }
    add(language("一级指标", "first tier"), rows.tier1)
    add(language("二级指标", "second tier"), rows.tier2)
    add(language("三级指标", "name"), rows.name)
    if !rows.directions.isEmpty {
      words.append(rows.directions.map(direction).joined(separator: language("、", ", ")))
    }
    return words.isEmpty
      ? language("所有指标", "all rows") : words.joined(separator: language("，", "; "))
  }

  private func direction(_ direction: Target.Direction) -> String {
    switch direction {
    case .atLeast: "≥"
    case .atMost: "≤"
    case .equal: "＝"
    case .between: language("区间", "range")
    case .yesNo: language("是否", "yes/no")
    case .level: language("定性", "level")
    case .by: language("期限", "deadline")
    }
  }

  /// In what the rules of chosen rows differ from the scheme's.
  public func differences(of rules: RowRules, from base: RowRules) -> String {
    var words: [String] = []
    if rules.atLeast != base.atLeast {
      words.append("≥：" + shortfall(rules.atLeast, isUpper: false))
    }
    if rules.atMost != base.atMost { words.append("≤：" + shortfall(rules.atMost, isUpper: true)) }
    if rules.equal != base.equal { words.append("＝：" + equal(rules.equal)) }
    if rules.between != base.between {
      words.append(language("区间：", "range: ") + between(rules.between))
    }
    if rules.zeroTarget != base.zeroTarget {
      words.append(language("指标值为0：", "target 0: ") + zero(rules.zeroTarget))
    }
    let standing = Set(others(base).map { $0.0 + $0.1 })
    for (label, text) in others(rules) where !standing.contains(label + text) {
      words.append(label + language("：", ": ") + text)
    }
    if let scale = rules.scale { words.append(self.scale(scale)) }
    if let most = rules.mostPoints {
      words.append(language("最多\(most)分", "at most \(most) points"))
    }
    return words.joined(separator: language("；", "; "))
  }

  /// What the execution rate earns beside points × rate.
  public func execution(_ rules: RowRules) -> [String] {
    if let scale = rules.scale { return [self.scale(scale)] }
    var words: [String] = []
    if let gate = rules.passGate {
      words.append(language("执行率不到\(gate)%的0分", "a rate under \(gate) % earns nothing"))
    }
    if let places = rules.rateRoundedTo {
      words.append(
        language(
          "先把执行率四舍五入到\(places)位小数，再乘分值",
          "the rate is rounded to \(places) decimals in percent before it earns points"))
    }
    return words
  }
}

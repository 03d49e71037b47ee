internal import Evaluation
internal import Figures

extension SchemeText {
  private var rules: ScoringRules { scheme.scoring }

  /// How many points stand where.
  var points: Section? {
    var lines: [(String, String)] = []
    if let execution = rules.execution { lines.append((execution.name, words(execution))) }
    for block in rules.blocks {
      guard let name = block.labels.first else { continue }
      lines.append((name, block.points.map { points($0) } ?? language("份额不限", "any share")))
    }
    let total = rules.totalPoints.map { points($0) }
    lines.append(
      (language("合计", "total"), total ?? language("不设分值，只算完成率", "no points, rates alone")))
    return Section(heading: language("分值", "Points"), lines: lines)
  }

  private func points(_ figure: Figure) -> String { language("\(figure)分", "\(figure)") }

  private func words(_ execution: ScoringRules.Execution) -> String {
    let ratio = "\(scheme.form.label(.executed))÷\(scheme.form.label(execution.denominator))"
    guard let points = execution.points else {
      return language("\(ratio)，只列出，不计分", "\(ratio), shown and not scored")
    }
    return language(
      "\(points)分×\(ratio)，至多\(points)分", "\(points) × \(ratio), at most \(points)")
  }

  /// What each direction earns, in fractions of its points.
  var scores: Section? {
    guard rules.totalPoints != nil else { return completion }
    let full = language("达到的得满分", "met: all points")
    return Section(
      heading: language("计分", "Scores"),
      lines: [
        ("≥", full + language("；未达到的按", "; missed: ") + shortfall(rules.atLeast, isUpper: false)),
        ("≤", full + language("；超出的按", "; beyond it: ") + shortfall(rules.atMost, isUpper: true)),
        (
          "＝",
          language(
            "分值×（实际÷指标、指标÷实际中较小的）", "points × the smaller of actual ÷ target and target ÷ actual")
        ),
        (
          language("区间", "range"),
          language(
            "在区间内的得满分；区间外按较近的界限", "inside: all points; outside: against the nearer bound")
        ),
        (language("是否", "yes/no"), yesNo),
        (
          language("期限", "deadline"),
          language(
            "按期的得满分，逾期的0分", "in time: all points; late: none")
        ),
        (
          language("指标值为0", "target 0"),
          language(
            "≤、＝：实际为0得满分，否则0分；≥：实际不小于0得满分",
            "≤ and =: all points where the actual is 0, else none; ≥: all points from 0")
        ),
        (language("无法计算", "unresolved"), language("0分，并报告", "0 points, and reported")),
      ])
  }

  /// A form without points has rates alone.
  private var completion: Section {
    Section(
      heading: language("完成率", "Completion rates"),
      lines: [
        ("≥、＝", language("实际÷指标", "actual ÷ target")),
        (
          "≤",
          language("指标÷实际；实际不大于0的100%", "target ÷ actual; 100 % where the actual is 0 or below")
        ),
        (
          language("区间", "range"),
          language(
            "在区间内的100%；区间外按较近的界限", "inside: 100 %; outside: against the nearer bound")
        ),
        (language("是否、期限", "yes/no, deadline"), language("完成100%，否则0", "100 % or 0")),
      ])
  }

  private func shortfall(_ rule: ScoringRules.ShortfallRule, isUpper: Bool) -> String {
    switch rule {
    case .ratio where isUpper: language("分值×指标÷实际", "points × target ÷ actual")
    case .ratio: language("分值×实际÷指标", "points × actual ÷ target")
    case .linear:
      language("分值×（1－相差÷指标），至少0分", "points × (1 − miss ÷ target), at least 0")
    case .none: language("0分", "none")
    }
  }

  private var yesNo: String {
    language(
      "\(list(rules.yes))：满分；\(list(rules.no))：0分",
      "\(list(rules.yes)): all points; \(list(rules.no)): none")
  }

  /// Judged levels with their bands.
  var levels: Section? {
    let lines = rules.levels.map { level in
      let band = "\(level.upper)%–\(level.lower)%"
      let text = language(
        "分值的\(band)；写作：\(list(level.words))", "\(band) of the points; written: \(list(level.words))"
      )
      return (level.name, text)
    }
    return Section(heading: language("定性指标的等次", "Judged levels"), lines: lines)
  }

  /// When a reason is due.
  var reasons: Section? {
    var lines: [(String, String)] = []
    let needed = language("须填原因（缺则R007）", "a reason is due (else R007)")
    if rules.shortfallNeedsReason { lines.append((language("未达标", "shortfall"), needed)) }
    if let limit = rules.overLimit {
      let due = rules.overNeedsReason ? needed : language("提请核实（R006）", "to be explained (R006)")
      lines.append(
        (language("超过\(limit)%", "over \(limit) %"), language("不扣分，", "no deduction; ") + due))
    }
    if let limit = rules.executionReasonBelow {
      let due = language("须说明原因（缺则B008）", "a reason is due (else B008)")
      lines.append((language("执行率低于\(limit)%", "executed under \(limit) %"), due))
    }
    return Section(heading: language("原因", "Reasons"), lines: lines)
  }

  /// Decimals, and the grades that follow from the rounded total.
  var rounding: Section? {
    let half = language("四舍五入一次", "rounded half up, once")
    var lines = [
      (language("完成率", "rates"), decimals(rules.ratePlaces) + language("，", ", ") + half)
    ]
    if rules.totalPoints != nil {
      lines.append(
        (language("得分", "scores"), decimals(rules.scorePlaces) + language("，", ", ") + half))
      lines.append((language("总分", "total"), language("各项得分之和", "the sum of the rounded scores")))
    }
    let grades = rules.grades.enumerated().map { index, grade in
      if let from = grade.from { return "\(grade.name) ≥\(from)" }
      let above = index > 0 ? rules.grades[index - 1].from : nil
      return above.map { "\(grade.name) <\($0)" } ?? grade.name
    }
    if !grades.isEmpty { lines.append((language("等级", "grades"), list(grades))) }
    return Section(heading: language("小数和等级", "Decimals and grades"), lines: lines)
  }

  private func decimals(_ places: Int) -> String {
    language("\(places)位小数", "\(places) decimals")
  }
}

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
      let share = block.points.map { points($0) } ?? language("份额不限", "any share")
      let items = list(block.items.map(words))
      lines.append((name, items.isEmpty ? share : share + language("：", ": ") + items))
    }
    if let shares { lines.append(shares) }
    let total = rules.totalPoints.map { points($0) }
    lines.append(
      (language("合计", "total"), total ?? language("不设分值，只算完成率", "no points, rates alone")))
    return Section(heading: language("分值", "Points"), lines: lines)
  }

  /// Where the points of rows come from in a form that prints none.
  private var shares: (String, String)? {
    guard rules.unstatedPoints == .equalShares else { return nil }
    let tiers = rules.sharedBy.map { scheme.form.label($0) }
    let first =
      tiers.isEmpty ? "" : language("先按\(list(tiers))，再", "first to \(list(tiers)), then ")
    return (
      language("各项", "rows"),
      language(
        "表内不列分值，\(first)按项均分标明的分值（T006）",
        "no points printed: those stated are shared equally, \(first)to the rows (T006)")
    )
  }

  private func points(_ figure: Figure) -> String { language("\(figure)分", "\(figure)") }

  private func words(_ item: ScoringRules.Item) -> String {
    let name = item.labels.first ?? ""
    return item.points.map { "\(name) \(points($0))" } ?? name
  }

  private func words(_ execution: ScoringRules.Execution) -> String {
    let wholes = execution.denominators.map { scheme.form.label($0) }
      .joined(separator: language("，没有的÷", ", where there is none ÷ "))
    let ratio = "\(scheme.form.label(.executed))÷\(wholes)"
    guard let points = execution.points else {
      return language("\(ratio)，只列出，不计分", "\(ratio), shown and not scored")
    }
    let more = said.execution(execution.rules).map { language("；\($0)", "; \($0)") }.joined()
    return language(
      "\(points)分×\(ratio)，至多\(points)分", "\(points) × \(ratio), at most \(points)") + more
  }

  /// What each direction earns, in fractions of its points.
  var scores: Section? {
    switch rules.mode {
    case .filed: return filed
    case .forecast: return foreseen
    case .judged: return judged
    case .computed, .reviewed: break
    }
    guard rules.totalPoints != nil else { return completion }
    let full = language("达到的得满分", "met: all points")
    return Section(
      heading: language("计分", "Scores"),
      lines: [
        (
          "≥",
          full + language("；未达到的按", "; missed: ") + said.shortfall(rules.atLeast, isUpper: false)
        ),
        (
          "≤",
          full + language("；超出的按", "; beyond it: ") + said.shortfall(rules.atMost, isUpper: true)
        ),
        ("＝", said.equal(rules.rows.equal)),
        (language("区间", "range"), said.between(rules.rows.between)),
        (language("是否", "yes/no"), yesNo),
        (
          language("期限", "deadline"),
          language(
            rules.rows.late == nil ? "按期的得满分，逾期的0分" : "按期的得满分",
            rules.rows.late == nil ? "in time: all points; late: none" : "in time: all points")
        ),
        (language("指标值为0", "target 0"), said.zero(rules.rows.zeroTarget)),
        (language("无法计算", "unresolved"), language("0分，并报告", "0 points, and reported")),
      ] + said.others(rules.rows) + said.exceptions(rules) + reviewed)
  }

  private var said: RuleWords { RuleWords(language) }

  /// Rows with rules of their own.
  var special: Section? {
    let lines = rules.special.map { rows in
      let source = rows.source.map { language("（\($0)）", " (\($0))") } ?? ""
      let text = said.chosen(rows) + language("：", ": ")
      return (rows.title, text + said.differences(of: rows.rules, from: rules.rows) + source)
    }
    return Section(heading: language("另行计分的指标", "Rows with rules of their own"), lines: lines)
  }

  /// Scores that an evaluator gives are held against limits and sums.
  private var judged: Section {
    let items = rules.blocks.flatMap(\.items).filter { !$0.restsOn.isEmpty }
    return Section(
      heading: language("计分", "Scores"),
      lines: [
        (
          language("得分", "scores"),
          language(
            "由评价人填写，不重算；不小于0，不超过分值（R004）",
            "the evaluator's, not computed; from 0 up to the points (R004)")
        ),
        (
          language("一级指标", "blocks"),
          language("各项得分之和，不超过其分值（R004）", "the sum of their scores, at most their points (R004)")
        ),
        (
          language("失分", "lost points"),
          language(
            "逐项列明；未列分值的只说到一级指标（R005）",
            "said of the item, or of the block where items state no points (R005)"
          )
        ),
      ]
        + (scheme.form.tables.isEmpty ? [] : answers)
        + items.map { item in
          let amounts = list(item.restsOn.map { scheme.form.label($0) })
          return (
            item.labels.first ?? "",
            language("须有\(amounts)，没有而得分的报告（R011）", "needs \(amounts); scored without them: R011")
          )
        })
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
        (language("期限", "deadline"), language("按期100%，逾期0", "in time 100 %, late 0")),
      ] + answers + said.others(rules.rows) + said.exceptions(rules))
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
    if let reasons = scheme.form.reasons.first {
      lines.append((reasons, language("表内没有原因栏时，在此合写", "for all rows, where there is no column")))
    }
    if let limit = rules.overLimit {
      let due = rules.overNeedsReason ? needed : language("提请核实（R006）", "to be explained (R006)")
      let free = rules.rows.over == nil ? language("不扣分，", "no deduction; ") : ""
      lines.append((language("超过\(limit)%", "over \(limit) %"), free + due))
    }
    if rules.lostPointsNeedReason {
      lines.append((language("失分", "points lost"), needed))
    }
    if rules.levelNeedsSummary {
      let due = language("须填\(scheme.form.label(.summary))（缺则V001）", "a text is due (else V001)")
      lines.append((language("定性指标", "judged levels"), due))
    }
    if rules.changeNeedsReason {
      lines.append((language("年中调整指标值、预算", "target or budget changed"), needed))
    }
    if let limit = rules.executionReasonBelow {
      let due = language("须说明原因（缺则B008）", "a reason is due (else B008)")
      lines.append((language("执行率低于\(limit)%", "executed under \(limit) %"), due))
    }
    return Section(heading: language("原因", "Reasons"), lines: lines)
  }

  /// Pairs of indicators of which one counts a part of the other.
  var parts: Section? {
    let lines = rules.parts.map { pair in
      (pair.part, language("不大于“\(pair.whole)”（否则C003）", "no more than \(pair.whole) (else C003)"))
    }
    return Section(heading: language("部分和整体", "Parts and wholes"), lines: lines)
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
      lines.append((language("总分", "total"), said.total(rules.totalFrom)))
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

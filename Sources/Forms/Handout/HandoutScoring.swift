internal import Evaluation
internal import Figures

/// The scheme's rules in the words of 填报说明, with worked examples.
struct HandoutScoring {
  private let rules: ScoringRules
  private let form: FormWording

  init(_ scheme: Scheme) {
    rules = scheme.scoring
    form = scheme.form
  }

  private var hasPoints: Bool { rules.earnsPoints }
  private var target: String { form.label(.target) }
  private var actual: String { form.label(.actual) }
  private var points: String { form.label(IndicatorColumn.points) }

  /// What is computed, how, and an example.
  var rows: [[String]] {
    var rows = [execution].compactMap(\.self)
    if hasPoints {
      rows += scored
    } else {
      rows += rates
    }
    return rows + [rounding] + grades
  }

  private var execution: [String]? {
    guard let execution = rules.execution else { return nil }
    let whole = form.label(execution.denominator)
    let part = form.label(FundColumn.executed)
    guard let points = execution.points else {
      return [execution.name, "\(part)÷\(whole)，只列出，不计分。", "1413.06÷1496.50＝94.42%"]
    }
    let more = said.execution(execution.rules).map { "；\($0)" }.joined()
    let example =
      more.isEmpty ? "1413.06÷1496.50×\(points)" + result(of: points) : ""
    return [
      execution.name, "\(points)分×\(part)÷\(whole)，最多\(points)分\(more)。", example,
    ]
  }

  /// What the example of the execution rate comes to.
  private func result(of points: Figure) -> String {
    guard let spent = Figure("1413.06"), let budget = Figure("1496.5"),
      let rate = try? Ratio(spent, over: budget), let score = try? rate * points,
      let rounded = try? score.rounded(to: rules.scorePlaces)
    else { return "" }
    return "＝" + rounded.text(places: rules.scorePlaces)
  }

  private var scored: [[String]] {
    let missedLeast =
      rules.atLeast == .none ? "未完成的不得分。" : "未完成的，\(points)×\(actual)÷\(target)。"
    let missedMost =
      switch rules.atMost {
      case .ratio: "超过的，\(points)×\(target)÷\(actual)。"
      case .linear: "超过的，按超出的比例扣分，超出一倍不得分。"
      case .none: "超过的不得分。"
      }
    var rows = [
      ["≥（越大越好）", "完成的得满分；\(missedLeast)", example("5123÷6410×8＝6.39", rules.atLeast)],
      ["≤（越小越好）", "不超过的得满分；\(missedMost)", example("1335÷1405×3＝2.85", rules.atMost)],
    ]
    rows +=
      between + [
        ["是否　期限", "做到的得满分，没做到的不得分；期限以完成日期为准。", "按期：4　逾期：0"]
      ]
    rows += (said.others(rules.rows) + said.exceptions(rules)).map { [$0.0, $0.1 + "。", ""] }
    rows += rules.special.map { chosen in
      let text = said.differences(of: chosen.rules, from: rules.rows)
      return [chosen.title, "\(said.chosen(chosen))：\(text)。", ""]
    }
    if !rules.levels.isEmpty {
      let bands = rules.levels.map { "\($0.choice)\($0.upper)%～\($0.lower)%" }
      rows.append(["定性", "按等次在\(points)的范围内自评：\(bands.joined(separator: "，"))，含上下限。", band])
    }
    return rows
  }

  private var said: RuleWords { RuleWords(.zh) }

  private var between: [[String]] {
    guard rules.rows.equal == .nearer, rules.rows.between == .ratio else {
      return [
        ["＝", said.equal(rules.rows.equal) + "。", ""],
        ["区间", said.between(rules.rows.between) + "。", ""],
      ]
    }
    let sum = example("18，下限20：18÷20×5＝4.50", .ratio)
    return [["＝　区间", "相等或在区间内得满分；否则按与较近一端的比例计。", sum]]
  }

  /// A sum in proportion, where nothing changes what it comes to.
  private func example(_ sum: String, _ rule: ScoringRules.ShortfallRule) -> String {
    let isPlain = rules.rows.passGate == nil && rules.rows.rateRoundedTo == nil
    return rule == .ratio && isPlain ? sum : ""
  }

  private var band: String {
    guard rules.levels.count > 1 else { return "" }
    let level = rules.levels[1]
    let six = Figure(6)
    func share(_ percent: Figure) -> String {
      (try? (six * percent).shifted(right: 2))?.text(places: rules.scorePlaces) ?? ""
    }
    return "\(level.choice)，6分：\(share(level.lower))～\(share(level.upper))"
  }

  private var rates: [[String]] {
    [
      ["≥　＝", "\(form.label(.completionRate))＝\(actual)÷\(target)。", "5123÷6410＝79.92%"],
      ["≤（越小越好）", "\(target)÷\(actual)；为0或以下的按100%。", "1335÷1405＝95.02%"],
      ["区间", "在区间内为100%；否则按与较近一端的比例计。", "18，下限20：90.00%"],
      ["是否　期限", "做到的100%，没做到的0%。", "是：100%"],
    ] + judged
  }

  private var judged: [[String]] {
    if rules.levels.isEmpty { return [] }
    let words = rules.levels.map { "\($0.choice)\($0.upper)%" }
    return [["定性", "按等次：\(words.joined(separator: "，"))。", ""]]
  }

  private var rounding: [String] {
    hasPoints
      ? ["总分", sum, ""]
      : ["取位", "比率四舍五入到\(rules.ratePlaces)位小数。", ""]
  }

  private var sum: String {
    rules.totalFrom == .roundedScores
      ? "各行得分四舍五入到\(rules.scorePlaces)位小数后相加。"
      : "\(said.total(rules.totalFrom))到\(rules.scorePlaces)位小数。"
  }

  private var grades: [[String]] {
    guard hasPoints, !rules.grades.isEmpty else { return [] }
    let words = rules.grades.map { grade in
      grade.from.map { "\($0)分以上\(grade.name)" } ?? "其余\(grade.name)"
    }
    return [["等级", words.joined(separator: "，") + "。", ""]]
  }
}

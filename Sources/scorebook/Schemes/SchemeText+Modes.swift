import Evaluation

// The rules of forms that are filed, foreseen or reviewed, in words.
extension SchemeText {
  private var rules: ScoringRules { scheme.scoring }

  /// Targets that are filed are read and added up.
  var filed: Section {
    Section(
      heading: language("核对", "Checked"),
      lines: [
        (
          scheme.form.label(.target),
          language(
            "能读成目标，没有留下提示（V001、V002、V014）",
            "reads as a target, no prompt in it (V001, V002, V014)")
        ),
        (
          language("合计", "sums"),
          language("分值（T003）、资金（B001）", "points (T003), money (B001)")
        ),
        (language("评分", "rated"), language("不评分", "nothing is")),
      ])
  }

  /// What the year is expected to come to decides.
  var foreseen: Section {
    let (now, year) = (scheme.form.label(.actual), scheme.form.label(IndicatorColumn.forecast))
    let words = rules.likelihood
    let known = [words.certain, words.possible, words.impossible].compactMap(\.first)
    var lines = [
      (
        language("完成率", "rates"),
        language("按\(now)，对照年度指标值", "what was reached so far (\(now)) against the target")
      ),
      (
        language("达标", "met"),
        language("按\(year)", "by what the year is expected to come to (\(year))")
      ),
    ]
    if !known.isEmpty {
      lines.append(
        (
          scheme.form.label(.likelihood),
          language(
            "\(list(known))；与全年预计不符的报告（C004）",
            "\(list(known)); reported where the forecast says otherwise (C004)")
        ))
    }
    let said = RuleWords(language)
    return Section(
      heading: language("监控", "Monitored"),
      lines: lines + answers + said.others(rules.rows) + said.exceptions(rules))
  }

  /// What answers and targets of 0 come to in a form that rates and does not score.
  var answers: [(String, String)] {
    let zero =
      switch rules.rows.zeroTarget {
      case .bySign:
        language(
          "≤、＝：实际为0的100%，否则0；≥：实际不小于0的100%",
          "≤ and =: 100 % where the actual is 0, else 0; ≥: 100 % from 0")
      case .nonPositive:
        language("实际为0或以下的100%，否则0", "100 % where the actual is 0 or less, else 0")
      }
    return [
      (
        language("是否", "yes/no"),
        language(
          "\(list(rules.yes))：100%；\(list(rules.no))：0",
          "\(list(rules.yes)): 100 %; \(list(rules.no)): 0")
      ), (language("指标值为0", "target 0"), zero),
    ]
  }

  /// Whose scores count where a reviewer's stand beside the unit's; none elsewhere.
  var reviewed: [(String, String)] {
    guard rules.mode == .reviewed else { return [] }
    let label = scheme.form.label(IndicatorColumn.score)
    return [
      (
        label,
        language(
          "填了的为准，不超过分值；与按复核完成值计算的不一致而无备注的报告（R002）；未填的按复核完成值计算（R012）",
          "counts where given, within the points; reported where it is not what the reviewed actual "
            + "earns and no remark says why (R002); computed where it is left out (R012)")
      ),
      (
        scheme.form.label(.selfScore),
        language("照列，逐项写明核增核减", "stands beside it, with the difference in words")
      ),
    ]
  }
}

internal import Figures

/// V016, C004, B002 on what the year is expected to come to: how likely it is held to be, and what
/// money will have been spent.
enum Forecasts: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    assessment.indicators.compactMap { likelihood($0, assessment) } + money(assessment)
  }

  // MARK: 完成目标可能性

  private enum Answer {
    case certain, possible, impossible, unknown
  }

  private static func likelihood(_ row: AssessedIndicator, _ assessment: Assessment) -> Draft? {
    guard row.mode == .forecast, !row.isUnissued,
      let (column, answer) = answer(of: row, assessment), let typed = row.cell(column)
    else { return nil }
    let words = assessment.scheme.scoring.likelihood
    guard answer != .unknown else {
      let known = [words.certain, words.possible, words.impossible].compactMap(\.first)
      return Draft(
        .v016, at: typed.place, assessment.subject(row, column), found: typed.shown,
        expected: known.joined(separator: "、"), "“\(typed.shown)”不是规定的说法。",
        advice: "选填：\(known.joined(separator: "、"))。")
    }
    guard let expected = row.expected, let forecast = row.forecast,
      expected.isMet ? answer == .impossible : answer == .certain
    else { return nil }
    let word = (answer == .certain ? words.certain : words.impossible).first ?? ""
    let target = row.target?.shown(unit: row.unit) ?? ""
    return Draft(
      .c004, at: typed.place, assessment.subject(row, column), found: word,
      expected: expected.isMet ? words.certain.first ?? "" : words.impossible.first ?? "",
      "选“\(word)”，而全年预计\(forecast.text)，年度指标值\(target)，两处不符。",
      advice: "核对全年预计和完成目标可能性，改正其中一处。")
  }

  /// The word that was chosen, or the column that was ticked.
  private static func answer(
    of row: AssessedIndicator, _ assessment: Assessment
  ) -> (IndicatorColumn, Answer)? {
    let ticks: [(IndicatorColumn, Answer)] = [
      (.certain, .certain), (.possible, .possible), (.impossible, .impossible),
    ]
    if let typed = row.cell(.likelihood), !assessment.values.isBlank(typed) {
      return (.likelihood, answer(typed.shown, assessment.scheme.scoring.likelihood))
    }
    return ticks.first { column, _ in
      row.cell(column).map { !assessment.values.isBlank($0) } ?? false
    }
  }

  private static func answer(_ text: String, _ words: ScoringRules.Likelihood) -> Answer {
    let key = Wording.key(text)
    func isOne(of words: [String]) -> Bool { words.contains { Wording.key($0) == key } }
    if isOne(of: words.certain) { return .certain }
    if isOne(of: words.possible) { return .possible }
    return isOne(of: words.impossible) ? .impossible : .unknown
  }

  // MARK: 全年预计执行数

  private static func money(_ assessment: Assessment) -> [Draft] {
    assessment.funds.rows.compactMap { row in
      guard let forecast = row.amount(.forecast) else { return nil }
      let form = assessment.scheme.form
      if let executed = row.amount(.executed), forecast < executed {
        return Draft(
          .c004, at: assessment.place(row, .forecast), assessment.subject(row, .forecast),
          found: forecast.description, expected: "≥\(executed)",
          "\(row.name)\(form.label(.forecast))\(forecast)小于\(form.label(.executed))\(executed)。",
          advice: "核对两个数，改正其中一个。")
      }
      guard let budget = row.budget, !budget.isNegative, forecast > budget else { return nil }
      return Draft(
        .b002, at: assessment.place(row, .forecast), assessment.subject(row, .forecast),
        found: forecast.description, expected: "≤\(budget)",
        "\(row.name)\(form.label(.forecast))超出预算\((try? forecast - budget)?.description ?? "")。",
        advice: "核对预计数；确需追加的，先按程序调整预算。")
    }
  }
}

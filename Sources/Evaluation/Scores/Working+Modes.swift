internal import Figures

// The lines of rows that are filed, foreseen or reviewed.
extension Working {
  /// How a target that was filed was understood.
  static func filed(_ row: AssessedIndicator) -> String {
    guard let target = row.ownTarget.target else { return "" }
    let unit = Measure.isPercent(unit: row.unit) || row.unit.isEmpty ? "" : "（\(row.unit)）"
    return "目标：\(target.shown(unit: row.unit))\(unit)"
  }

  /// What was reached so far, and what the year is expected to make of the target:
  /// 当前38，完成76.00%；全年预计45÷50＝90.00%，缺5.
  func foreseen(_ row: AssessedIndicator) -> String {
    guard let expected = row.expected, let forecast = row.forecast, let target = row.target
    else { return "" }
    var expectation = Working(
      rules: rules, rows: shared, isPercent: isPercent, points: nil, score: nil, rate: expected.rate
    )
    expectation.year = year
    let due = expectation.text(expected, actual: forecast, target: target)
    guard let actual = row.actual else { return "全年预计\(due)" }
    return "当前\(shown(actual))，完成\(rateText)；全年预计\(due)"
  }

  private func shown(_ actual: Actual) -> String {
    if case .number(let figure) = actual { return shown(figure) }
    return actual.text
  }

  /// What the reviewed actual earns, what the reviewer gave instead, and how far that is from the
  /// unit's own score.
  func reviewed(_ row: AssessedIndicator) -> String {
    guard let review = row.review, let score = row.scored?.score else { return "" }
    var parts: [String] = []
    if let computed = review.computed, let actual = row.actual, let target = row.target {
      let sum = text(computed, actual: actual, target: target)
      parts.append(computed.score == score ? sum : "复核评\(scoreText(score))（\(sum)）")
    } else {
      parts.append("复核评\(scoreText(score))")
    }
    if let own = row.claimedScore?.figure, own != score, let gap = try? own - score,
      let size = try? gap.magnitude()
    {
      parts.append("自评\(own)，核\(gap.isNegative ? "增" : "减")\(size)")
    }
    return parts.joined(separator: "；")
  }
}

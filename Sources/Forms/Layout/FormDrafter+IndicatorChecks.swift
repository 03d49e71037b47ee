internal import Evaluation
internal import Workbooks

// What the self-check says of a row of an indicator.
extension FormDrafter {
  mutating func drawChecks(_ indicator: Programme.Indicator) {
    guard let actual = columns.span(IndicatorColumn.actual) else { return }
    let entry = Self.entry(of: indicator)
    let isWords = entry == .answer || entry == .level
    let blank = isWords ? "§\(cell(actual))=\"\"" : "COUNT(§\(cell(actual)))=0"
    check(form.label(.actual), actual, blank)
    drawScoreCheck(indicator)
    drawReasonCheck(indicator)
  }

  /// A score of the unit's own: there, and within the points or the band.
  private mutating func drawScoreCheck(_ indicator: Programme.Indicator) {
    guard let score = columns.span(IndicatorColumn.score),
      let points = columns.span(IndicatorColumn.points), indicator.points != nil,
      rules.mode == .reviewed
        || formula(of: indicator)?.score(indicator.target, points: cell(points)) == nil
    else { return }
    check(form.label(IndicatorColumn.score), score, "COUNT(§\(cell(score)))=0")
    var wrong = "IF(§\(cell(score))<0,TRUE,§\(cell(score))>§\(cell(points)))"
    var words = "\(form.label(IndicatorColumn.score))超出\(form.label(IndicatorColumn.points))"
    if case .level = indicator.target, let actual = columns.span(IndicatorColumn.actual),
      let outside = ScoreFormula.isOutside(
        rules, level: "§" + cell(actual), score: "§" + cell(score), points: "§" + cell(points))
    {
      wrong = outside
      words = "\(form.label(IndicatorColumn.score))不在所选等次的范围内"
    }
    check(
      "得分核对", score, "IF(COUNT(§\(cell(score)))=0,FALSE,\(wrong))", conflict: words)
  }

  private mutating func drawReasonCheck(_ indicator: Programme.Indicator) {
    guard let reason = columns.span(IndicatorColumn.reason) else { return }
    let condition = missingReason(prefix: "§")
    let over = formula(of: indicator)?.isOver(indicator.target)
    guard rules.overNeedsReason, let over, let actual = columns.span(IndicatorColumn.actual)
    else {
      if let condition { check(form.label(IndicatorColumn.reason), reason, condition) }
      return
    }
    let passed = Self.prefixed(over, cell(actual))
    let number = "COUNT(§\(cell(actual)))=0"
    let rest = condition.map { "IF(\($0),TRUE,\(passed))" } ?? passed
    check(
      form.label(IndicatorColumn.reason), reason,
      "IF(\(number),FALSE,IF(§\(cell(reason))<>\"\",FALSE,\(rest)))")
  }

  private static func prefixed(_ formula: String, _ cell: String) -> String {
    formula.hasPrefix(cell) ? "§" + formula : formula
  }

  /// Holds where a score of the row begun last falls short of its points without a reason.
  private func missingReason(prefix: String) -> String? {
    guard rules.shortfallNeedsReason, let reason = columns.span(IndicatorColumn.reason),
      let score = columns.span(IndicatorColumn.score),
      let points = columns.span(IndicatorColumn.points)
    else { return nil }
    let (score1, points1) = ("\(prefix)\(cell(score))", "\(prefix)\(cell(points))")
    return
      "IF(COUNT(\(score1))=0,FALSE,IF(\(prefix)\(cell(reason))<>\"\",FALSE,\(score1)<\(points1)))"
  }

  /// Reasons that are missing show by themselves, as the unit types.
  mutating func markMissingReasons(_ rows: ClosedRange<Int>) {
    guard rules.shortfallNeedsReason, let reason = columns.span(IndicatorColumn.reason),
      let score = columns.span(IndicatorColumn.score),
      let points = columns.span(IndicatorColumn.points),
      let range = FormDrawing.range(rows, reason)
    else { return }
    let first = rows.lowerBound
    let (s, p) = ("$" + cell(score, row: first), "$" + cell(points, row: first))
    drawing.missingReasons.append(
      (range, "AND(COUNT(\(s))=1,\(s)<\(p),$\(cell(reason, row: first))=\"\")"))
  }
}

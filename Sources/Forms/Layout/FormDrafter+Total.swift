internal import Evaluation
internal import Figures

// The row of the total.
extension FormDrafter {
  mutating func drawTotal(_ rows: ClosedRange<Int>, isIssued: Bool) {
    guard let score = columns.span(IndicatorColumn.score) else { return }
    let points = columns.span(IndicatorColumn.points)
    begin(40)
    let own = columns.span(IndicatorColumn.selfScore)
    let figures = [points, own, score].compactMap(\.self).sorted { $0.lowerBound < $1.lowerBound }
    let first = figures.first?.lowerBound ?? score.lowerBound
    let label = form.indicators.total.first ?? ""
    put(spread(label), 1...max(1, first - 1), FormLook.heads)
    var next = first
    for span in figures {
      if next < span.lowerBound { put(.blank, next...(span.lowerBound - 1), FormLook.heads) }
      if span == points {
        drawTotalPoints(span, rows, isIssued)
      } else {
        drawTotalScore(span, rows, named: span == own ?? score ? FieldName.totalScore : nil)
      }
      next = span.upperBound + 1
    }
    if next <= columns.last { put(composition, next...columns.last, FormLook.key) }
  }

  private func spread(_ label: String) -> String {
    label.unicodeScalars.count == 2 ? label.map(String.init).joined(separator: "　　") : label
  }

  private mutating func drawTotalScore(
    _ span: ClosedRange<Int>, _ rows: ClosedRange<Int>, named name: String?
  ) {
    let scores = ([executionScore].compactMap(\.self) + [column(span, rows)]).joined(separator: ",")
    guard let sum = sum(of: scores, span, rows) else {
      open(.score(valid: validScore(span)), span, named: name)
      return
    }
    put(
      .formula("IF(COUNT(\(scores))=0,\"\",ROUND(\(sum),\(rules.scorePlaces)))"), span,
      FormLook.computedScore(rules.scorePlaces, isSum: true))
    self.name(name, span)
  }

  /// The sum of the scores, each less what the unit took off; `nil` where the total is another
  /// sum than that of the rows, or longer than a formula may be.
  private func sum(
    of scores: String, _ span: ClosedRange<Int>, _ rows: ClosedRange<Int>
  ) -> String? {
    guard rules.totalIsSumOfRows else { return nil }
    guard let deduction = columns.span(IndicatorColumn.deduction) else { return "SUM(\(scores))" }
    let left = rows.map { row in
      "MAX(0,SUM(\(cell(span, row: row)))-SUM(\(cell(deduction, row: row))))"
    }
    let sum = (left + [executionScore].compactMap(\.self).map { "SUM(\($0))" })
      .joined(separator: "+")
    return sum.utf8.count <= 8000 ? sum : nil
  }

  private mutating func drawTotalPoints(
    _ span: ClosedRange<Int>, _ rows: ClosedRange<Int>, _ isIssued: Bool
  ) {
    guard let total = rules.totalPoints else { return put(.blank, span, FormLook.sum) }
    put(.figure(total), span, FormLook.sum)
    guard !isIssued else { return }
    let range = "§\(column(span, rows))"
    let execution = rules.execution?.points ?? .zero
    check(
      "分值核对", span,
      "IF(COUNT(\(range))=0,FALSE,ROUND(SUM(\(range))+\(execution)-\(total),6)<>0)",
      conflict: "\(form.label(IndicatorColumn.points))合计不是\(total)")
  }

  private func column(_ span: ClosedRange<Int>, _ rows: ClosedRange<Int>) -> String {
    "\(cell(span, row: rows.lowerBound)):\(cell(span, row: rows.upperBound))"
  }

  /// What the total is made of: 预算执行率10＋产出50＋效益30＋满意度10.
  private var composition: String {
    var parts: [String] = []
    if let execution = rules.execution, let points = execution.points {
      parts.append("\(execution.name)\(points)")
    }
    for block in rules.blocks {
      guard let points = block.points else { return "" }
      let label = block.labels.first ?? ""
      parts.append((label.hasSuffix("指标") ? String(label.dropLast(2)) : label) + "\(points)")
    }
    return parts.joined(separator: "＋")
  }
}

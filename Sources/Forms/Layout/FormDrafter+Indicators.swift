internal import Evaluation
internal import Figures
internal import Workbooks

/// A row of the indicator block of a blank.
struct IndicatorRowPlan {
  let tier1: String
  let tier2: String
  /// What was issued; `nil` for a line of the empty form.
  let issued: Programme.Indicator?
  /// The third-level text.
  let name: String
}

extension FormDrafter {
  private typealias PlacedIndicator = FormColumns.Placed<IndicatorColumn>

  mutating func drawIndicators() {
    let plans = indicatorPlans
    drawIndicatorHeader()
    drawing.headerRow = row
    let first = row + 1
    for (index, plan) in plans.enumerated() { draw(plan, number: index + 1) }
    drawTiers(plans, from: first)
    if columns.hasSide, !isHeading(form.blank.indicators) {
      join(form.blank.indicators, (first - 1)...row, 1...1, FormLook.heads)
    } else if columns.hasSide {
      join("", (first - 1)...row, 1...1, FormLook.heads)
    }
    drawing.blocks = Self.runs(plans.map { $0.tier1 + "\n" + $0.tier2 }).map {
      ($0.lowerBound + first)...($0.upperBound + first)
    }
    markMissingReasons(first...max(first, row))
    if !form.indicators.total.isEmpty, columns.span(IndicatorColumn.score) != nil {
      drawTotal(first...max(first, row), isIssued: plans.contains { $0.issued != nil })
    }
  }

  /// The issued indicators, or the lines of the official form.
  private var indicatorPlans: [IndicatorRowPlan] {
    if let project, !project.indicators.isEmpty {
      return project.indicators.map {
        IndicatorRowPlan(tier1: $0.tier1, tier2: $0.tier2, issued: $0, name: $0.name)
      }
    }
    let lines = form.blank.lines.isEmpty ? [""] : form.blank.lines
    var tiers: [(String, String)] = []
    for tier in form.blank.tiers {
      tiers += tier.tier2.isEmpty ? [(tier.tier1, "")] : tier.tier2.map { (tier.tier1, $0) }
    }
    return (tiers.isEmpty ? [("", "")] : tiers).flatMap { tier in
      lines.map { IndicatorRowPlan(tier1: tier.0, tier2: tier.1, issued: nil, name: $0) }
    }
  }

  private mutating func drawIndicatorHeader() {
    begin(38)
    if !columns.hasSide { put("序号", 1...1, FormLook.heads) }
    for column in columns.indicators {
      put(form.label(column.meaning), column.span, FormLook.heads)
    }
  }

  /// A heading beside the table that is also that of a column would be taken for it.
  private func isHeading(_ text: String) -> Bool {
    let label = Wording.label(text)
    return form.indicators.columns.contains { $0.labels.contains { Wording.label($0) == label } }
  }

  private mutating func draw(_ plan: IndicatorRowPlan, number: Int) {
    begin(36)
    if !columns.hasSide { put(.figure(Figure(number)), 1...1, FormLook.figure) }
    for column in columns.indicators where ![.tier1, .tier2].contains(column.meaning) {
      if let indicator = plan.issued {
        draw(indicator, column, number: number)
      } else {
        drawLine(plan, column, number: number)
      }
    }
    if let indicator = plan.issued { drawChecks(indicator) } else { drawLineChecks() }
  }

  // MARK: A row that was issued

  private mutating func draw(
    _ indicator: Programme.Indicator, _ column: PlacedIndicator, number: Int
  ) {
    let span = column.span
    let name = FieldName.indicator(indicator.id, number: number, column.meaning)
    switch column.meaning {
    case .name: put(indicator.name, span, FormLook.words)
    case .sign: put(Self.sign(of: indicator.target), span, FormLook.targetWords)
    case .unit: put(indicator.unit, span, FormLook.targetWords)
    case .target:
      let text = shownTarget(of: indicator)
      put(text, span, Self.isLatin(text) ? FormLook.target : FormLook.targetWords)
    case .actual: drawActual(indicator, span)
    case .points:
      put(indicator.points.map { .figure($0) } ?? .blank, span, FormLook.figure)
    case .score: return drawScore(indicator, span, named: name)
    case .completionRate: return drawCompletion(indicator, span, named: name)
    case .reason: return open(.reason, span, named: name)
    default: put(.blank, span, FormLook.words)
    }
    self.name(name, span, column.meaning == .actual ? Self.entry(of: indicator) : nil)
  }

  private mutating func drawActual(_ indicator: Programme.Indicator, _ span: ClosedRange<Int>) {
    var style = FormLook.entry(Self.entry(of: indicator), places: rules.scorePlaces)
    if Self.entry(of: indicator) == .number, let unit = hiddenUnit(of: indicator) {
      style.numberFormat = "General\"\(unit)\""
    }
    put(.blank, span, style)
  }

  /// The unit of an indicator that nothing on the form shows; its figures carry it then.
  private func hiddenUnit(of indicator: Programme.Indicator) -> String? {
    let unit = Wording.trimmed(indicator.unit)
    let isShown =
      columns.span(IndicatorColumn.unit) != nil || Wording.bracketedSuffix(of: indicator.name) != nil
    let isPlain = !unit.unicodeScalars.contains { "\"\\;@".unicodeScalars.contains($0) }
    return unit.isEmpty || unit.utf8.count > 30 || isShown || !isPlain ? nil : unit
  }

  /// The target so worded that it is read back as the one that was issued: with its unit where
  /// nothing else shows that.
  private func shownTarget(of indicator: Programme.Indicator) -> String {
    let shown: String
    if columns.span(IndicatorColumn.sign) != nil {
      shown = Self.bare(indicator.target, unit: indicator.unit)
    } else {
      shown = indicator.target.shown(unit: indicator.unit)
    }
    var candidates = [shown, indicator.targetText]
    if Self.entry(of: indicator) == .number, let unit = hiddenUnit(of: indicator) {
      candidates.insert(shown + unit, at: 0)
    }
    return candidates.first { reads($0, as: indicator) } ?? shown
  }

  private func reads(_ text: String, as indicator: Programme.Indicator) -> Bool {
    let place = Place(sheet: drawing.sheet, cell: nil)
    let hasUnit = columns.span(IndicatorColumn.unit) != nil
    let hasSign = columns.span(IndicatorColumn.sign) != nil
    let unit = hasUnit ? indicator.unit : Wording.bracketedSuffix(of: indicator.name) ?? ""
    let sign = hasSign ? Typed(.text(Self.sign(of: indicator.target)), at: place) : nil
    return targets.read(Typed(.text(text), at: place), sign: sign, unit: unit).target
      == indicator.target
  }

  private static func sign(of target: Target) -> String {
    switch target.direction {
    case .atLeast: "≥"
    case .atMost: "≤"
    case .equal: "="
    case .between: "区间"
    case .yesNo: "是否"
    case .level: "定性"
    case .by: "期限"
    }
  }

  /// The target without its sign, which has a column of its own.
  private static func bare(_ target: Target, unit: String) -> String {
    switch target {
    case .atLeast(let figure), .atMost(let figure), .equal(let figure):
      "\(figure)\(Measure.isPercent(unit: unit) ? "%" : "")"
    default: target.shown(unit: unit)
    }
  }

  private static func isLatin(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
  }

  private static func entry(of indicator: Programme.Indicator) -> Entry {
    switch indicator.target {
    case .atLeast, .atMost, .equal, .between:
      Measure.isPercent(unit: indicator.unit) ? .percent : .number
    case .yesNo: .answer
    case .level: .level
    case .by: .day
    }
  }

  private func formula(of indicator: Programme.Indicator) -> ScoreFormula? {
    columns.span(IndicatorColumn.actual).map {
      ScoreFormula(
        rules: rules, actual: cell($0), isPercent: Self.entry(of: indicator) == .percent)
    }
  }

  private mutating func drawScore(
    _ indicator: Programme.Indicator, _ span: ClosedRange<Int>, named name: String
  ) {
    let points = columns.span(IndicatorColumn.points)
    guard let points, indicator.points != nil else {
      return open(.score(valid: validScore(span)), span, named: name)
    }
    if let score = formula(of: indicator)?.score(indicator.target, points: cell(points)) {
      put(.formula(score), span, FormLook.computedScore(rules.scorePlaces))
      return self.name(name, span)
    }
    let outside = columns.span(IndicatorColumn.actual).flatMap { actual in
      ScoreFormula.isOutside(
        rules, level: cell(actual), score: cell(span), points: cell(points))
    }
    guard case .level = indicator.target, let outside else {
      return open(.score(valid: validScore(span)), span, named: name)
    }
    let valid = validScore(span)
    open(.judged(valid: "IF(\(valid),IF(\(outside),FALSE,TRUE),FALSE)"), span, named: name)
  }

  /// Holds for a number from 0 to the points of the row begun last.
  private func validScore(_ span: ClosedRange<Int>) -> String {
    let score = cell(span)
    let points = columns.span(IndicatorColumn.points).map { ",\(score)<=\(cell($0))" } ?? ""
    return "AND(ISNUMBER(\(score)),\(score)>=0\(points))"
  }

  private mutating func drawCompletion(
    _ indicator: Programme.Indicator, _ span: ClosedRange<Int>, named name: String
  ) {
    let hasPoints = indicator.points != nil && columns.span(IndicatorColumn.points) != nil
    let score = hasPoints ? columns.span(IndicatorColumn.score).map { cell($0) } : nil
    let points = columns.span(IndicatorColumn.points).map { cell($0) }
    let rate = formula(of: indicator)?.rate(indicator.target, score: score, points: points)
    guard let rate else {
      return open(.rate, span, named: name)
    }
    put(.formula(rate), span, FormLook.computedRate)
    self.name(name, span)
  }

  private mutating func drawChecks(_ indicator: Programme.Indicator) {
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
      formula(of: indicator)?.score(indicator.target, points: cell(points)) == nil
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
  private mutating func markMissingReasons(_ rows: ClosedRange<Int>) {
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

  // MARK: A line of the empty form

  private mutating func drawLine(
    _ plan: IndicatorRowPlan, _ column: PlacedIndicator, number: Int
  ) {
    let name = FieldName.indicator("", number: number, column.meaning)
    switch column.meaning {
    case .name:
      put(plan.name, column.span, FormLook.entry(.words))
      self.name(name, column.span, .words)
    case .actual: open(.target, column.span, named: name)
    case .target, .sign, .unit: open(.target, column.span, named: name)
    case .points: open(.points, column.span, named: name)
    case .score: open(.score(valid: validScore(column.span)), column.span, named: name)
    case .completionRate: open(.rate, column.span, named: name)
    default: open(.reason, column.span, named: name)
    }
  }

  private mutating func drawLineChecks() {
    guard let target = columns.span(IndicatorColumn.target),
      let actual = columns.span(IndicatorColumn.actual)
    else { return }
    check(
      form.label(.actual), actual,
      "IF(§\(cell(target))=\"\",FALSE,§\(cell(actual))=\"\")")
  }
}

// MARK: - Tiers and total

extension FormDrafter {
  /// Stretches of equal neighbours, from 0.
  static func runs(_ words: [String]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for index in words.indices {
      if let last = runs.last, words[last.lowerBound] == words[index] {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
    return runs
  }

  fileprivate mutating func drawTiers(_ plans: [IndicatorRowPlan], from first: Int) {
    if let span = columns.span(IndicatorColumn.tier1) {
      for run in Self.runs(plans.map(\.tier1)) {
        let text = plans[run.lowerBound].tier1 + share(plans[run])
        join(
          text, (run.lowerBound + first)...(run.upperBound + first), span, FormLook.tier1)
      }
    }
    if let span = columns.span(IndicatorColumn.tier2) {
      for run in Self.runs(plans.map { $0.tier1 + "\n" + $0.tier2 }) {
        join(
          plans[run.lowerBound].tier2, (run.lowerBound + first)...(run.upperBound + first), span,
          FormLook.tier2)
      }
    }
  }

  /// The points of a block behind its name: （50分）.
  private func share(_ plans: ArraySlice<IndicatorRowPlan>) -> String {
    guard rules.totalPoints != nil, let tier1 = plans.first?.tier1 else { return "" }
    let label = Wording.label(tier1)
    let block = rules.blocks.first { $0.labels.contains { Wording.label($0) == label } }
    return block?.points.map { "\n（\($0)分）" } ?? ""
  }

  fileprivate mutating func drawTotal(_ rows: ClosedRange<Int>, isIssued: Bool) {
    guard let score = columns.span(IndicatorColumn.score) else { return }
    let points = columns.span(IndicatorColumn.points)
    begin(40)
    let figures = [points, score].compactMap(\.self).sorted { $0.lowerBound < $1.lowerBound }
    let first = figures.first?.lowerBound ?? score.lowerBound
    let label = form.indicators.total.first ?? ""
    put(spread(label), 1...max(1, first - 1), FormLook.heads)
    var next = first
    for span in figures {
      if next < span.lowerBound { put(.blank, next...(span.lowerBound - 1), FormLook.heads) }
      if span == score { drawTotalScore(span, rows) } else { drawTotalPoints(span, rows, isIssued) }
      next = span.upperBound + 1
    }
    if next <= columns.last { put(composition, next...columns.last, FormLook.key) }
  }

  private func spread(_ label: String) -> String {
    label.unicodeScalars.count == 2 ? label.map(String.init).joined(separator: "　　") : label
  }

  private mutating func drawTotalScore(_ span: ClosedRange<Int>, _ rows: ClosedRange<Int>) {
    let cells = ([executionScore].compactMap(\.self) + [column(span, rows)]).joined(separator: ",")
    put(
      .formula("IF(COUNT(\(cells))=0,\"\",ROUND(SUM(\(cells)),\(rules.scorePlaces)))"), span,
      FormLook.computedScore(rules.scorePlaces, isSum: true))
    name(FieldName.totalScore, span)
  }

  private mutating func drawTotalPoints(
    _ span: ClosedRange<Int>, _ rows: ClosedRange<Int>, _ isIssued: Bool
  ) {
    guard let total = rules.totalPoints else { return put(.blank, span, FormLook.sum) }
    if isIssued { return put(.figure(total), span, FormLook.sum) }
    let execution = rules.execution?.points ?? .zero
    let sum = "SUM(\(column(span, rows)))+\(execution)"
    put(.computed(sum, execution), span, FormLook.sum)
    check(
      "分值核对", span,
      "IF(COUNT(§\(column(span, rows)))=0,FALSE,ROUND(§\(cell(span))-\(total),6)<>0)",
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

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
  /// The row that the scheme prints, where its scores are judged.
  var item: ScoringRules.Item?
}

extension FormDrafter {
  mutating func drawIndicators() {
    let plans = indicatorPlans
    let top = row + 1
    drawIndicatorHeader()
    drawing.headerRow = row
    let first = row + 1
    for (index, plan) in plans.enumerated() { draw(plan, number: index + 1) }
    drawTiers(plans, from: first)
    if columns.hasSide {
      drawSide(isHeading(form.blank.indicators) ? "" : form.blank.indicators, top...row)
    }
    drawing.blocks = Self.runs(plans.map { $0.tier1 + "\n" + $0.tier2 }).map {
      ($0.lowerBound + first)...($0.upperBound + first)
    }
    checkBlocks(plans, from: first)
    markMissingReasons(first...max(first, row))
    if !form.indicators.total.isEmpty, columns.span(IndicatorColumn.score) != nil {
      drawTotal(first...max(first, row), isIssued: plans.contains { $0.issued != nil })
    }
  }

  /// The issued indicators, or the lines of the official form.
  private var indicatorPlans: [IndicatorRowPlan] {
    let judged = judgedPlans
    if !judged.isEmpty { return judged }
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
    let headings = form.blank.headings
    guard !headings.isEmpty else {
      begin(38)
      if !columns.hasSide { put("序号", 1...1, FormLook.heads) }
      for column in columns.indicators {
        put(form.label(column.meaning), column.span, FormLook.heads)
      }
      if rules.mode != .judged { drawCarriedHeaders() }
      return
    }
    drawTwoHeaderRows(headings)
  }

  /// Headings over several columns in the first row, the others down both.
  private mutating func drawTwoHeaderRows(_ headings: [BlankWording.Heading]) {
    begin(28)
    for heading in headings {
      let spans = heading.columns.compactMap { columns.span($0) }
      guard let left = spans.first, let right = spans.last else { continue }
      put(heading.title, left.lowerBound...right.upperBound, FormLook.heads)
    }
    begin(30)
    if !columns.hasSide { join("序号", (row - 1)...row, 1...1, FormLook.heads) }
    for column in columns.indicators {
      if headings.contains(where: { $0.columns.contains(column.meaning) }) {
        put(form.label(column.meaning), column.span, FormLook.heads)
      } else {
        join(form.label(column.meaning), (row - 1)...row, column.span, FormLook.heads)
      }
    }
    if rules.mode != .judged { drawCarriedHeaders() }
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
      } else if let item = plan.item {
        draw(item, plan, column, number: number)
      } else {
        drawLine(plan, column, number: number)
      }
    }
    if rules.mode != .judged { drawCarried(plan.issued?.id) }
    if let indicator = plan.issued {
      drawChecks(indicator)
    } else if plan.item == nil {
      drawLineChecks()
    }
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
    case .selfScore, .deviation, .summary, .remark, .forecast, .selfActual, .likelihood:
      drawOwn(column, named: name)
    case let tick where tick.isTicked: drawOwn(column, named: name)
    case .target, .adjustedTarget, .sign, .unit, .baseline:
      open(.target, column.span, named: name)
    case .points: open(.points, column.span, named: name)
    case .score: open(.score(valid: validScore(column.span)), column.span, named: name)
    case .deduction:
      open(.deduction(valid: validScore(column.span)), column.span, named: name)
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

// MARK: - Tiers

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

  mutating func drawTiers(_ plans: [IndicatorRowPlan], from first: Int) {
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
}

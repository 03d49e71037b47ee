internal import Evaluation
internal import Figures
internal import Workbooks

// The rows of a form whose scores are judged, and the tables beside it.
extension FormDrafter {
  /// The rows that the scheme prints for every project; none where projects have their own.
  var judgedPlans: [IndicatorRowPlan] {
    guard rules.mode == .judged else { return [] }
    return rules.blocks.flatMap { block in
      block.items.map { item in
        IndicatorRowPlan(
          tier1: block.labels.first ?? "", tier2: item.tier2, issued: nil,
          name: item.labels.first ?? "", item: item)
      }
    }
  }

  /// A cell of a row that the scheme prints: its words are fixed, its score is the evaluator's.
  mutating func draw(
    _ item: ScoringRules.Item, _ plan: IndicatorRowPlan, _ column: PlacedIndicator, number: Int
  ) {
    let name = FieldName.indicator("", number: number, column.meaning)
    switch column.meaning {
    case .name where !item.isExample: put(plan.name, column.span, FormLook.words)
    case .name:
      put(plan.name, column.span, FormLook.entry(.words))
      return self.name(name, column.span, .words)
    case .explanation: put(item.explanation ?? "", column.span, FormLook.words)
    case .points where item.points != nil:
      put(item.points.map { .figure($0) } ?? .blank, column.span, FormLook.figure)
    case .points: return open(.points, column.span, named: name)
    case .score:
      open(.score(valid: validScore(column.span, most: item.points)), column.span, named: name)
      return check(form.label(IndicatorColumn.score), column.span, "COUNT(§\(cell(column.span)))=0")
    case .deduction:
      let valid = validScore(column.span, most: item.points)
      return open(.deduction(valid: valid), column.span, named: name)
    default: return open(.reason, column.span, named: name)
    }
    self.name(name, column.span)
  }

  /// Scores of a block that come to more than its share.
  mutating func checkBlocks(_ plans: [IndicatorRowPlan], from first: Int) {
    guard let span = columns.span(IndicatorColumn.score) else { return }
    for run in Self.runs(plans.map(\.tier1)) where plans[run.lowerBound].item != nil {
      let tier1 = plans[run.lowerBound].tier1
      let block = rules.blocks.first { $0.labels.first == tier1 }
      guard let most = block?.points else { continue }
      let (top, end) = (
        cell(span, row: run.lowerBound + first), cell(span, row: run.upperBound + first)
      )
      let place = CellReference(row: run.lowerBound + first, column: span.lowerBound)
      guard let place else { continue }
      drawing.checks.append(
        .init(
          place: place, group: "得分核对", fault: "ROUND(SUM(§\(top):\(end))-\(most),6)>0",
          conflict: "\(tier1)各项得分之和超过\(most)分"))
    }
  }

  /// The tables beside the indicators: what was issued beyond the form's own rows, and some empty
  /// lines for a form that is handed out without.
  mutating func drawTables() {
    for table in form.tables {
      let printed = table.layout.columns.filter(\.isPrinted)
      guard let spans = spans(of: printed.map(\.meaning)) else { continue }
      begin(34)
      put(table.title, 1...columns.last, FormLook.heads)
      begin(38)
      for (column, span) in zip(printed, spans) {
        put(column.labels.first ?? "", span, FormLook.heads)
      }
      if rules.mode == .judged { drawCarriedHeaders() }
      let tasks = judgedPlans.isEmpty ? [] : project?.indicators ?? []
      for number in 1...max(tasks.count, Self.emptyLines) {
        begin(30)
        let task = number <= tasks.count ? tasks[number - 1] : nil
        for (column, span) in zip(printed, spans) {
          draw(
            task, column.meaning, span, named: "sb_\(table.id)\(number)_\(column.meaning.rawValue)")
        }
        if rules.mode == .judged { drawCarried(task?.id) }
      }
    }
  }

  /// Lines of a table that is handed out empty.
  private static let emptyLines = 8

  private mutating func draw(
    _ task: Programme.Indicator?, _ column: IndicatorColumn, _ span: ClosedRange<Int>,
    named name: String
  ) {
    let fixed: String? =
      switch column {
      case .tier1: task?.tier1
      case .tier2: task?.tier2
      case .name: task?.name
      case .unit: task?.unit
      case .target: task.map { $0.target.shown(unit: $0.unit) }
      default: nil
      }
    if let fixed {
      put(fixed, span, column == .name ? FormLook.words : FormLook.targetWords)
      return self.name(name, span)
    }
    switch column {
    case .actual: open(task.map { Self.entry(of: $0) } ?? .target, span, named: name)
    case .completionRate: open(.rate, span, named: name)
    case .reason: open(.reason, span, named: name)
    default: open(.words, span, named: name)
    }
  }

  /// The grid columns of a table's columns: one each, and what is left over for the names.
  private func spans(of meanings: [IndicatorColumn]) -> [ClosedRange<Int>]? {
    let spare = columns.last - meanings.count
    guard spare >= 0, !meanings.isEmpty else { return nil }
    let widest = meanings.firstIndex(of: .name) ?? 0
    var first = 1
    return meanings.indices.map { index in
      let last = first + (index == widest ? spare : 0)
      defer { first = last + 1 }
      return first...last
    }
  }
}

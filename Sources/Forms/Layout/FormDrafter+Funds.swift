internal import Evaluation
internal import Figures

/// A row of the fund block of a blank.
struct FundRowPlan {
  let role: FundLine.Role
  let label: String
  /// Its number among the sources, from 1; 0 for the total.
  let number: Int
  /// What was issued for it, in 万元.
  let issued: Programme.Fund?
}

extension FundLayout {
  /// The rows that a blank has below the total: the scheme's sources, a group in place of its
  /// members where the programme issued the group, and whatever else was issued.
  func plan(_ issued: [Programme.Fund]) -> [FundRowPlan] {
    var open = issued.filter { !Self.has($0.source, total) }
    func take(_ labels: [String]) -> Programme.Fund? {
      guard let index = open.firstIndex(where: { Self.has($0.source, labels) }) else { return nil }
      return open.remove(at: index)
    }
    let funds = sources.map { ($0, take($0.labels)) }
    let grouped = groups.compactMap { group in
      take(group.labels).map { (group: group, fund: $0) }
    }
    var rows: [(role: FundLine.Role, label: String, fund: Programme.Fund?)] = []
    for (source, fund) in funds {
      let group = grouped.first { $0.group.members.contains(source.id) }
      guard let group, fund == nil else {
        rows.append((.source(source.id), source.labels.first ?? "", fund))
        continue
      }
      if !rows.contains(where: { $0.role == .group(group.group.id) }) {
        rows.append((.group(group.group.id), group.group.labels.first ?? "", group.fund))
      }
    }
    rows += open.map { (.source($0.source), $0.source, $0) }
    return rows.enumerated().map { index, row in
      FundRowPlan(role: row.role, label: row.label, number: index + 1, issued: row.fund)
    }
  }

  /// What was issued for the total by its own row.
  func issuedTotal(_ issued: [Programme.Fund]) -> Programme.Fund? {
    issued.first { Self.has($0.source, total) }
  }

  private static func has(_ word: String, _ labels: [String]) -> Bool {
    let label = Wording.label(RowLabel.withoutOfWhich(word))
    return labels.contains { Wording.label($0) == label }
  }
}

extension FormDrafter {
  mutating func drawFunds(_ layout: FundLayout) {
    let issued = project?.funds ?? []
    let sources = layout.plan(issued)
    let first = row + 1
    drawFundHeader(layout)
    let total = FundRowPlan(
      role: .total, label: layout.total.first ?? "", number: 0,
      issued: layout.issuedTotal(issued))
    let isIssued = !issued.isEmpty
    drawFundRow(total, layout, sources: sources, isIssued: isIssued)
    for source in sources {
      drawFundRow(source, layout, sources: sources, isIssued: isIssued)
    }
    guard columns.hasSide else { return }
    drawSide("\(form.blank.funds)\n（\(layout.moneyUnit)）", first...row)
  }

  private mutating func drawFundHeader(_ layout: FundLayout) {
    begin(44)
    let unit = columns.hasSide ? "" : "（\(layout.moneyUnit)）"
    put(form.blank.fundSources + unit, columns.sources, FormLook.heads)
    for column in columns.funds {
      put(form.label(column.meaning) + letters(column.meaning), column.span, FormLook.heads)
    }
  }

  /// The letters by which the official form explains its rate: （A） （B） （B/A）.
  private func letters(_ column: FundColumn) -> String {
    guard columns.span(FundColumn.executionRate) != nil else { return "" }
    switch column {
    case denominator: return "\n（A）"
    case .executed: return "\n（B）"
    case .executionRate: return "\n（B/A）"
    default: return ""
    }
  }

  /// The column of the form that the execution rate is divided by.
  private var denominator: FundColumn {
    let due = rules.execution?.denominators ?? []
    return due.first { columns.span($0) != nil } ?? due.first ?? .budget
  }

  private mutating func drawFundRow(
    _ plan: FundRowPlan, _ layout: FundLayout, sources: [FundRowPlan], isIssued: Bool
  ) {
    let isTotal = plan.role == .total
    begin(isTotal ? 42 : 28)
    let label =
      isTotal || !columns.hasSide
      ? plan.label : (plan.number == 1 ? "其中：" : "　　　") + plan.label
    put(label, columns.sources, isTotal ? FormLook.total : FormLook.words)
    for column in columns.funds {
      switch column.meaning {
      case .initialBudget, .budget:
        drawBudget(plan, column, layout, sources, isIssued)
      case .executed, .received, .forecast, .pending, .plannedCost, .actualCost:
        if isTotal, !sources.isEmpty {
          drawSum(plan, column, count: sources.count)
        } else {
          drawEntry(plan, column)
        }
      case .executionRate: drawRate(plan, column, .executed, over: denominator)
      case .arrivalRate: drawRate(plan, column, .received, over: .budget)
      case .points: drawPoints(plan, column)
      case .score: drawExecutionScore(plan, column)
      case .reason, .explanation:
        open(.reason, column.span, named: name(plan, column.meaning))
      }
    }
    drawFundConflicts(plan)
  }

  private typealias PlacedFund = FormColumns.Placed<FundColumn>

  private func name(_ plan: FundRowPlan, _ column: FundColumn) -> String? {
    FieldName.fund(plan.role, column, number: plan.number)
  }

  private mutating func drawBudget(
    _ plan: FundRowPlan, _ column: PlacedFund, _ layout: FundLayout, _ sources: [FundRowPlan],
    _ isIssued: Bool
  ) {
    func amount(_ fund: Programme.Fund?) -> Figure? {
      layout.inOwnUnit(
        issued: column.meaning == .budget ? fund?.budget : fund?.initialBudget)
    }
    let sourcesIssued = sources.contains { amount($0.issued) != nil }
    if let amount = amount(plan.issued) {
      put(.figure(amount), column.span, FormLook.amount)
      return name(name(plan, column.meaning), column.span)
    }
    if plan.role == .total, !sources.isEmpty {
      let sum = sources.compactMap { amount($0.issued) }
      return drawSum(
        plan, column, count: sources.count, shown: sourcesIssued ? try? Figure.sum(sum) : nil)
    }
    if isIssued, sourcesIssued {
      put(.blank, column.span, FormLook.amount)
      return name(name(plan, column.meaning), column.span)
    }
    open(.money, column.span, named: name(plan, column.meaning))
    if plan.role == .total { require(column, "COUNT(§\(cell(column.span)))=0") }
  }

  /// The sum of the sources below, blank while all of them are.
  private mutating func drawSum(
    _ plan: FundRowPlan, _ column: PlacedFund, count: Int, shown: Figure? = nil
  ) {
    let range = "\(cell(column.span, row: row + 1)):\(cell(column.span, row: row + count))"
    if let shown {
      put(.computed("SUM(\(range))", shown), column.span, FormLook.amount)
    } else {
      put(
        .formula("IF(COUNT(\(range))=0,\"\",SUM(\(range)))"), column.span, FormLook.amount)
    }
    name(name(plan, column.meaning), column.span)
  }

  /// An amount of the unit's own. It is missing where a budget stands beside it.
  private mutating func drawEntry(
    _ plan: FundRowPlan, _ column: PlacedFund
  ) {
    open(.money, column.span, named: name(plan, column.meaning))
    guard column.meaning != .pending else { return }
    let entry = cell(column.span)
    if plan.role == .total {
      require(column, "COUNT(§\(entry))=0")
    } else if let budget = columns.span(FundColumn.budget) {
      let budget = cell(budget)
      require(column, "IF(COUNT(§\(budget))=0,FALSE,IF(§\(budget)=0,FALSE,COUNT(§\(entry))=0))")
    }
  }

  private mutating func require(_ column: PlacedFund, _ fault: String) {
    check(form.label(column.meaning), column.span, fault)
  }

  private mutating func drawRate(
    _ plan: FundRowPlan, _ column: PlacedFund, _ part: FundColumn, over whole: FundColumn
  ) {
    let name = name(plan, column.meaning)
    guard let part = columns.span(part), let whole = columns.span(whole) else {
      return open(.rate, column.span, named: name)
    }
    let (above, below) = (cell(part), cell(whole))
    let rate = "ROUND(\(above)/\(below),\(rules.ratePlaces + 2))"
    put(
      .formula("IF(COUNT(\(above),\(below))<2,\"\",IF(\(below)<=0,\"\",\(rate)))"), column.span,
      FormLook.computedRate)
    self.name(name, column.span)
  }

  private mutating func drawPoints(_ plan: FundRowPlan, _ column: PlacedFund) {
    guard plan.role == .total, let points = rules.execution?.points else {
      return put("—", column.span, FormLook.dash)
    }
    put(.figure(points), column.span, FormLook.figure)
  }

  /// What the execution rate earns: at most its points, and never below 0.
  private mutating func drawExecutionScore(_ plan: FundRowPlan, _ column: PlacedFund) {
    guard plan.role == .total, let full = rules.execution?.points else {
      return put("—", column.span, FormLook.dash)
    }
    let name = name(plan, .score)
    executionScore = cell(column.span)
    guard let executed = columns.span(FundColumn.executed), let budget = columns.span(denominator)
    else {
      let score = cell(column.span)
      let valid = "AND(ISNUMBER(\(score)),\(score)>=0,\(score)<=\(full))"
      return open(.score(valid: valid), column.span, named: name)
    }
    let (above, below) = (cell(executed), cell(budget))
    let points = columns.span(FundColumn.points).map { cell($0) } ?? full.description
    let earned = ScoreFormula(
      rules: rules, rows: rules.execution?.rules, actual: above, isPercent: false
    ).execution(over: below, points: points)
    let score = "ROUND(\(earned),\(rules.scorePlaces))"
    put(
      .formula("IF(COUNT(\(above),\(below))<2,\"\",IF(\(below)<=0,\"\",\(score)))"), column.span,
      FormLook.computedScore(rules.scorePlaces))
    self.name(name, column.span)
  }

  /// More spent than there was, and budgets of sources that do not make up the total.
  private mutating func drawFundConflicts(_ plan: FundRowPlan) {
    guard let executed = columns.span(FundColumn.executed) else { return }
    let limits: [FundColumn] = [.budget, .received]
    for limit in limits {
      guard let span = columns.span(limit) else { continue }
      if limit == .budget { drawMagnitudeCheck(plan, executed, span) }
      check(
        "资金核对", executed, isBeyond("§\(cell(executed))", "§\(cell(span))"),
        conflict: "\(plan.label)的\(form.label(.executed))大于\(form.label(limit))")
    }
    guard plan.role == .total, plan.issued?.budget != nil, let funds = form.funds,
      let budget = columns.span(FundColumn.budget)
    else { return }
    let count = funds.plan(project?.funds ?? []).count
    guard count > 0 else { return }
    let range = "§\(cell(budget, row: row + 1)):\(cell(budget, row: row + count))"
    check(
      "资金核对", budget,
      "IF(COUNT(\(range))=0,FALSE,ROUND(SUM(\(range))-§\(cell(budget)),6)<>0)",
      conflict: "资金合计不符：各来源\(form.label(.budget))之和不等于\(plan.label)")
  }
}

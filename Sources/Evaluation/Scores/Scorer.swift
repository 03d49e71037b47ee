internal import Figures

/// Draws the scorecard of an assessed report.
struct Scorer {
  let assessment: Assessment
  let rules: Working.Terms

  init(_ assessment: Assessment) {
    self.assessment = assessment
    rules = assessment.terms
  }

  func scorecard(_ project: ProjectIdentity) throws(FigureOverflow) -> Scorecard {
    let mode = assessment.scheme.scoring.mode
    let givesScores = mode.givesScores
    let isUnknown = assessment.hasPoints && !assessment.knowsPoints
    let blocks = givesScores && !isUnknown ? assessment.blocks : []
    let totals =
      assessment.knowsPoints && givesScores ? try Totals(blocks, assessment.scheme.scoring) : nil
    return Scorecard(
      project: project, funds: try funds(), execution: execution(),
      indicators: assessment.indicators.map(indicator),
      blocks: blocks.map {
        BlockResult(
          name: $0.name, points: $0.points, score: $0.score, claimedScore: $0.claimed,
          place: $0.place, working: $0.working)
      }, total: totals?.score, totalPoints: totals?.points,
      claimedTotal: assessment.claimedTotal?.figure,
      grade: totals.flatMap { assessment.scheme.scoring.grade(of: $0.score) },
      isRated: mode != .filed,
      totalWorking: totals?.working)
  }

  private func funds() throws(FigureOverflow) -> [FundResult] {
    var results: [FundResult] = []
    for row in assessment.funds.rows {
      results.append(
        FundResult(
          role: row.role, source: row.name, place: row.line.place, base: row.base,
          amounts: row.amounts,
          issuedBudget: row.base == .budget ? row.issued?.budget : row.issued?.initialBudget,
          executionRate: try row.rate(.executed)?.percent(places: rules.ratePlaces),
          arrivalRate: try row.rate(.received)?.percent(places: rules.ratePlaces),
          working: try balance(of: row)))
    }
    return results
  }

  /// How a row's execution stands to its budget.
  private func balance(of row: FundRow) throws(FigureOverflow) -> String {
    guard let budget = row.budget, let executed = row.amount(.executed) else { return "" }
    if budget == executed { return "执行数与预算数一致" }
    let difference = try budget - executed
    return difference.isNegative ? "超预算\(try difference.negated())" : "结余\(difference)"
  }

  private func execution() -> ExecutionResult? {
    guard let execution = assessment.execution else { return nil }
    let scored = execution.scored
    let isMet = scored?.isMet ?? false
    let row = assessment.funds.total
    return ExecutionResult(
      rate: scored?.rate, points: execution.points,
      score: execution.points == nil ? nil : scored?.score ?? .zero,
      claimedScore: execution.claimedScore?.figure,
      status: scored == nil ? .unresolved : (isMet ? .met : .shortfall),
      working: working(execution),
      place: row?.line.cell(.score)?.place ?? row?.line.place)
  }

  private func working(_ execution: AssessedExecution) -> String {
    guard execution.scored != nil else { return "未计分：缺可计算的预算数或执行数" }
    let other = execution.otherDenominator.map { assessment.scheme.form.label($0) }
    return execution.working(rules: rules, rows: assessment.scheme.scoring.execution?.rules)
      + (other.map { "（按\($0)）" } ?? "")
  }

  private func indicator(_ row: AssessedIndicator) -> IndicatorResult {
    let status = status(of: row)
    let isScored = status != .excluded
    return IndicatorResult(
      id: row.id, tier1: row.issued?.tier1 ?? row.line?.tier1 ?? "",
      tier2: row.issued?.tier2 ?? row.line?.tier2 ?? "", name: row.name, unit: row.unit,
      target: row.target,
      actual: row.actual?.text ?? row.inapplicable.flatMap { $0.isEmpty ? nil : $0 },
      completionRate: isScored ? row.scored?.rate : nil, claimedRate: row.claimedRate?.figure,
      points: row.points,
      score: isScored && row.mode.givesScores && (row.points != nil || row.isJudged)
        ? row.scored?.score ?? .zero : nil,
      claimedScore: row.claimedScore?.figure, status: status, working: working(row, status),
      table: assessment.scheme.form.tables.first { $0.id == row.table }?.title,
      place: row.cell(row.placeColumn)?.place, forecast: row.forecast?.text,
      selfActual: row.review?.selfActual?.text)
  }

  private func status(of row: AssessedIndicator) -> RowStatus {
    if row.isExcluded { return .excluded }
    guard let scored = row.scored else { return .unresolved }
    if scored.isOver { return .over }
    return scored.isMet ? .met : .shortfall
  }

  /// How target and points came about, where they are not simply printed.
  private func origin(_ row: AssessedIndicator) -> String {
    let adjusted = row.issued == nil ? row.adjustedFrom : nil
    return (adjusted.map { "；按调整后的指标值，年初为\($0)" } ?? "")
      + (row.share.map { "；分值\($0.points)＝\($0.working)" } ?? "")
  }

  /// A further table's own word for a column; that of the national form for the indicators.
  private func word(_ column: IndicatorColumn, _ row: AssessedIndicator, _ usual: String)
    -> String
  {
    row.table.map { assessment.scheme.form.label(column, of: $0) } ?? usual
  }

  private func working(_ row: AssessedIndicator, _ status: RowStatus) -> String {
    switch status {
    case .excluded where row.isFiled:
      return Working.filed(row)
    case .excluded:
      if row.isJudged { return "一级指标不在规定的之内，不计分" }
      if !row.isUnissued, let text = row.inapplicableWorking(rules.inapplicable) {
        return text
      }
      return row.isUnissued
        ? "不在下达的指标内，不计分"
        : "未列\(word(.target, row, "年度指标值"))，只列出，\(row.table == nil ? "不计分" : "不计完成率")"
    case .unresolved:
      if row.line == nil { return "缺此项指标，按0分计" }
      if row.isJudged, row.claimedScore?.figure == nil { return "未计：得分无法读取" }
      if row.hasUnreadBaseline, row.actual != nil {
        return "未计：\(assessment.scheme.form.label(IndicatorColumn.baseline))无法读取"
      }
      if row.hasUnreadDeduction, row.actual != nil || row.isJudged {
        return "未计：\(assessment.scheme.form.label(IndicatorColumn.deduction))无法读取"
      }
      let unread =
        row.target == nil
        ? word(.target, row, "年度指标值") : word(.actual, row, "实际完成值")
      return "未计：\(unread)无法读取"
    case .met, .shortfall, .over:
      let working = row.working(rules)
      let origin = row.isJudged ? "" : origin(row)
      return origin.isEmpty ? working : working + origin
    }
  }
}

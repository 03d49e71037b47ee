internal import Figures

// What the year is expected to come to, beside what was reached so far.
extension Assessor {
  /// Reads the forecast of a row: whether the target is met is what the forecast makes of it, the
  /// completion rate is that of what was reached so far.
  ///
  /// Source: 绩效运行监控表 (财预〔2019〕136号): 1-N月执行情况, 全年预计完成情况.
  func foresee(_ row: AssessedIndicator, year: Int?) throws(FigureOverflow) {
    guard let target = row.target, let line = row.line else { return }
    let reader = ActualReader(values: values, unit: row.unit, year: year)
    let (forecast, remarks) = try reader.read(line.cell(.forecast), against: target)
    row.forecast = forecast
    row.forecastRemarks = remarks
    row.expected = try expected(forecast, target, year: year, by: row.rules)
    if !target.isMeasured { row.withdrawProgress() }
    row.scored = row.scored?.foreseen(row.expected)
    guard let ownTarget = row.ownTarget.target else { return }
    row.own = row.own?.foreseen(try expected(forecast, ownTarget, year: year, by: row.rules))
  }

  private func expected(
    _ forecast: Actual?, _ target: Target, year: Int?, by rules: RowRules
  ) throws(FigureOverflow) -> ScoredRow? {
    guard let forecast else { return nil }
    return try scheme.scoring.scored(
      forecast, against: target, points: nil, claimed: nil, year: year, by: rules)
  }
}

extension AssessedIndicator {
  /// Until the year is over a day, an answer or a level is reached or not: there is no rate of it,
  /// and 正在施工 is as good an answer as any.
  fileprivate func withdrawProgress() {
    actualRemarks = []
    actual = nil
    let progress = ScoredRow(
      isMet: false, exactRate: nil, rate: nil, score: nil, judged: nil, isOver: false)
    scored = progress
    own = progress
  }
}

extension Target {
  /// Whether it is a figure, of which a part can be reached.
  fileprivate var isMeasured: Bool {
    switch self {
    case .atLeast, .atMost, .equal, .between: true
    case .yesNo, .level, .by: false
    }
  }
}

extension ScoredRow {
  /// Progress that stands as its forecast does; `nil` without one.
  fileprivate func foreseen(_ expected: ScoredRow?) -> ScoredRow? {
    guard let expected else { return nil }
    return with { row in
      row.isMet = expected.isMet
      row.isOver = expected.isOver
    }
  }
}

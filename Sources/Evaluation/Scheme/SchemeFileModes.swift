/// Holds the columns of a form against the way its rows are scored.
enum SchemeModes {
  /// The columns without which a mode has nothing to look at.
  private static func needed(_ mode: ScoringRules.Mode) -> [IndicatorColumn] {
    switch mode {
    case .computed, .judged: []
    case .filed: [.target]
    case .forecast: [.target, .actual, .forecast]
    case .reviewed: [.target, .actual, .score, .selfActual, .selfScore]
    }
  }

  /// The columns that a mode has no place for.
  private static func unwanted(_ mode: ScoringRules.Mode) -> [IndicatorColumn] {
    switch mode {
    case .computed, .judged: IndicatorColumn.allCases.filter(\.isOfOneMode)
    case .filed:
      [.actual, .score, .deduction, .completionRate]
        + IndicatorColumn.allCases.filter(\.isOfOneMode)
    case .forecast: [.score, .deduction, .selfActual, .selfScore, .deviation]
    case .reviewed:
      [.deduction, .forecast, .likelihood] + IndicatorColumn.allCases.filter(\.isTicked)
    }
  }

  /// Refuses a form whose columns do not fit the mode.
  static func check(
    _ mode: ScoringRules.Mode, at node: SchemeNode, _ form: FormWording
  ) throws(SchemeFileError) {
    let columns = form.indicators.columns
    for column in needed(mode) {
      guard columns.contains(where: { $0.meaning == column && $0.isPrinted }) else {
        throw node.error(
          .contradiction,
          "“\(mode.rawValue)” needs the column “\(column.rawValue)” in the indicator block",
          "the column among form.indicators.columns")
      }
    }
    for column in unwanted(mode) where columns.contains(where: { $0.meaning == column }) {
      throw node.error(
        .contradiction,
        "“\(mode.rawValue)” has no place for the column “\(column.rawValue)”",
        "the column left out, or another mode")
    }
  }
}

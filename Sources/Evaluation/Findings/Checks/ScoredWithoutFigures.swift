internal import Figures

/// R011: a score or rate claimed for a row without the figures it rests on.
///
/// Where the empty cell itself is reported (V), that is the cause and the claim its consequence.
enum ScoredWithoutFigures: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    try execution(assessment)
      + assessment.indicators.compactMap { try judged($0, assessment) }
  }

  /// A judged row that the scheme says rests on amounts of the fund block.
  private static func judged(_ row: AssessedIndicator, _ assessment: Assessment) throws -> Draft? {
    guard let item = row.item, let score = row.scored?.score, score > .zero,
      let typed = row.cell(.score)
    else { return nil }
    let missing = try item.restsOn.filter { try isMissing($0, assessment) }
    guard !missing.isEmpty else { return nil }
    let names = missing.map { assessment.scheme.form.label($0) }.joined(separator: "、")
    return Draft(
      .r011, at: typed.place, assessment.subject(row, .score), found: typed.shown,
      expected: names, "表内没有\(names)，却评\(score)分。", advice: "补填\(names)，或说明评分依据。")
  }

  private static func isMissing(_ column: FundColumn, _ assessment: Assessment) throws -> Bool {
    guard try assessment.funds.whole(column) == nil else { return false }
    // What stands there and cannot be read is what has to be put right (V).
    return assessment.funds.rows.allSatisfy { row in
      row.readings[column].map { $0.remarks.contains { $0.code == .v001 } } ?? true
    }
  }

  private static func execution(_ assessment: Assessment) -> [Draft] {
    guard let execution = assessment.execution, execution.scored == nil,
      let claimed = execution.claimedScore?.figure, claimed > .zero,
      let row = assessment.funds.total, let typed = row.line.cell(.score)
    else { return [] }
    return [
      Draft(
        .r011, at: typed.place, assessment.subject(row, .score), found: typed.shown,
        expected: "预算数和执行数", "没有可计算的预算数和执行数，却自评\(claimed)分。",
        advice: "补填预算数和执行数。")
    ]
  }
}

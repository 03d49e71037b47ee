internal import Figures

/// R011: a score or rate claimed for a row without the figures it rests on.
///
/// Where the empty cell itself is reported (V), that is the cause and the claim its consequence.
enum ScoredWithoutFigures: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    guard let execution = assessment.execution, execution.scored == nil,
      let claimed = execution.claimedScore?.figure, claimed > .zero,
      let row = assessment.funds.total, let typed = row.line.cells[.score]
    else { return [] }
    return [
      Draft(
        .r011, at: typed.place, assessment.subject(row, .score), found: typed.shown,
        expected: "预算数和执行数", "没有可计算的预算数和执行数，却自评\(claimed)分。",
        advice: "补填预算数和执行数。")
    ]
  }
}

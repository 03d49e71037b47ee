/// S003: an indicator that was not issued; in a judged form, a row under a first tier that the
/// scheme does not know.
enum UnissuedIndicators: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    assessment.indicators.filter(\.isUnissued).map { row in
      row.isJudged ? unplaced(row, assessment) : unissued(row, assessment)
    }
  }

  private static func unissued(_ row: AssessedIndicator, _ assessment: Assessment) -> Draft {
    Draft(
      .s003, at: assessment.place(row, .name), assessment.subject(row, .name), found: row.name,
      expected: "下达的指标", "“\(row.name)”不在下达的指标内，不计分。",
      advice: "删去此行；确需增加的，先报批调整绩效目标。")
  }

  /// A judged row whose first tier the scheme does not know: no block has points for it.
  private static func unplaced(_ row: AssessedIndicator, _ assessment: Assessment) -> Draft {
    let names = assessment.scheme.scoring.blocks.compactMap(\.labels.first).joined(separator: "、")
    let tier1 = row.line?.tier1 ?? ""
    return Draft(
      .s003, at: assessment.place(row, .tier1), assessment.subject(row, .tier1),
      found: tier1.isEmpty ? "（空）" : tier1, expected: names,
      "“\(row.name)”的一级指标不在规定的之内，不计分。", advice: "改为规定的一级指标：\(names)。")
  }
}

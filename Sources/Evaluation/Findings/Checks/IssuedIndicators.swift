/// S003, S004: indicators that were not issued, and issued ones that are missing.
enum IssuedIndicators: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    assessment.indicators.compactMap { row in
      if row.isUnissued { return unissued(row, assessment) }
      return row.line == nil ? missing(row, assessment) : nil
    }
  }

  private static func unissued(_ row: AssessedIndicator, _ assessment: Assessment) -> Draft {
    Draft(
      .s003, at: assessment.place(row, .name), assessment.subject(row, .name), found: row.name,
      expected: "下达的指标", "“\(row.name)”不在下达的指标内，不计分。",
      advice: "删去此行；确需增加的，先报批调整绩效目标。")
  }

  private static func missing(_ row: AssessedIndicator, _ assessment: Assessment) -> Draft {
    Draft(
      .s004, at: assessment.report.indicatorColumns[.name], assessment.subject(row, .name),
      found: "（无此项）", expected: row.name, "缺少下达的指标“\(row.name)”，按0分计。",
      advice: "恢复此行，填写实际完成值。")
  }
}

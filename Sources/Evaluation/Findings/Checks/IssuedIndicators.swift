/// S003, S004: indicators that were not issued, and issued ones that are missing.
enum IssuedIndicators: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    assessment.indicators.compactMap { row in
      if row.isUnissued {
        return row.isJudged ? unplaced(row, assessment) : unissued(row, assessment)
      }
      return row.line == nil ? missing(row, assessment) : nil
    } + items(assessment)
  }

  /// The blocks of a judged form, and the rows that are the same for every project.
  private static func items(_ assessment: Assessment) -> [Draft] {
    guard assessment.scheme.scoring.mode == .judged else { return [] }
    let present = Set(assessment.indicators.compactMap(\.item?.labels.first))
    let empty = Set(assessment.blocks.filter { !$0.hasRows }.map(\.name))
    return assessment.scheme.scoring.blocks.flatMap { block -> [Draft] in
      guard let name = block.labels.first else { return [] }
      if empty.contains(name) { return [missing(name, "一级指标", assessment)] }
      let due = block.items.filter { !$0.isExample }.compactMap(\.labels.first)
      return due.filter { !present.contains($0) }.map { missing($0, "指标", assessment) }
    }
  }

  private static func missing(
    _ name: String, _ what: String, _ assessment: Assessment
  ) -> Draft {
    Draft(
      .s004, at: assessment.report.indicatorColumns[.name],
      .init(indicator: nil, key: "item/" + Wording.key(name), field: "name", label: name),
      found: "（无此项）", expected: name, "缺少规定的\(what)“\(name)”，没有得分。",
      advice: "恢复后填写得分。")
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

  private static func missing(_ row: AssessedIndicator, _ assessment: Assessment) -> Draft {
    Draft(
      .s004, at: assessment.report.indicatorColumns[.name], assessment.subject(row, .name),
      found: "（无此项）", expected: row.name, "缺少下达的指标“\(row.name)”，按0分计。",
      advice: "恢复此行，填写实际完成值。")
  }
}

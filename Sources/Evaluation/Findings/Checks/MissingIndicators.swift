/// S004: an issued indicator is missing; in a judged form, a block or a row that every project has.
enum MissingIndicators: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    assessment.indicators.filter { $0.line == nil && !$0.isUnissued }
      .map { missing($0, assessment) } + items(assessment)
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
      advice: "在表内恢复“\(name)”，填写得分。")
  }

  private static func missing(_ row: AssessedIndicator, _ assessment: Assessment) -> Draft {
    Draft(
      .s004, at: assessment.report.indicatorColumns[.name], assessment.subject(row, .name),
      found: "（无此项）", expected: row.name, "缺少下达的指标“\(row.name)”，按0分计。",
      advice:
        "在表内恢复这一行，名称写成“\(row.name)”，填写\(assessment.scheme.form.label(.actual, of: row.table))。")
  }
}

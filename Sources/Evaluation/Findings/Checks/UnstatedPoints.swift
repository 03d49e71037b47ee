/// T006: the form prints no points for its rows; they were shared out, or cannot be known.
enum UnstatedPoints: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    guard assessment.scheme.scoring.unstatedPoints == .equalShares, assessment.hasPoints else {
      return []
    }
    let rows = assessment.indicators.filter { $0.table == nil && $0.line != nil && !$0.isExcluded }
    return shared(rows, assessment) + unknown(rows, assessment)
  }

  private static func shared(
    _ rows: [AssessedIndicator], _ assessment: Assessment
  ) -> [Draft] {
    let shares = rows.compactMap(\.share)
    guard !shares.isEmpty else { return [] }
    var workings: [String] = []
    for share in shares where !workings.contains("\(share.working)＝\(share.points)") {
      workings.append("\(share.working)＝\(share.points)")
    }
    let shown = workings.prefix(6).joined(separator: "；") + (workings.count > 6 ? "；……" : "")
    return [
      Draft(
        .t006, at: place(rows.first, assessment), assessment.subject(form: "shares", label: "各项分值"),
        found: "未列分值", expected: "各项分值", "表内未列各项分值，由标明的分值均分：\(shown)。",
        advice: "知悉即可；另有权重的，以下达的分值为准。")
    ]
  }

  /// One for each goal or block whose points are not known.
  private static func unknown(
    _ rows: [AssessedIndicator], _ assessment: Assessment
  ) -> [Draft] {
    var seen: Set<String> = []
    return rows.compactMap { row in
      let tier1 = row.line?.tier1 ?? ""
      let name = assessment.goal(of: row)?.name ?? (tier1.isEmpty ? row.name : tier1)
      guard row.points == nil, seen.insert(name).inserted else { return nil }
      return Draft(
        .t006, .error, at: place(row, assessment),
        .init(indicator: nil, key: "points/" + Wording.key(name), field: "points", label: name),
        found: "未标明分值", expected: "分值", "\(name)未标明分值，所属各项的分值无从得知，不计分。",
        advice: "补注\(name)的分值，如“\(name)（40分）”。")
    }
  }

  private static func place(_ row: AssessedIndicator?, _ assessment: Assessment) -> Place? {
    guard let row else { return nil }
    return assessment.goal(of: row)?.place ?? row.cell(.tier1)?.place
      ?? assessment.report.indicatorColumns[.name]
  }
}

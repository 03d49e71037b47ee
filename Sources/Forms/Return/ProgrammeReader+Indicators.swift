internal import Evaluation
internal import Figures
internal import Workbooks

extension ProgrammeReader {
  /// What tells the indicators of one project apart, with the rows that have it.
  private struct Seen {
    var codes: [TextKey: Int] = [:]
    var tiers: [TextKey: Int] = [:]
  }

  func readIndicators(
    _ table: ProgrammeTable, _ places: [String: Int], _ programme: inout Programme,
    _ mistakes: inout ProgrammeMistakes
  ) {
    var seen = Seen()
    seen.codes.reserveCapacity(table.rows.count)
    seen.tiers.reserveCapacity(table.rows.count)
    let required = ["项目编码", "指标编码"] + tierWords + ["三级指标"]
    for row in table.rows {
      guard require(required, table, row, &mistakes),
        let index = project(table, row, places, &mistakes)
      else { continue }
      let points = self.points(table, row, &mistakes)
      let name = table.text(row, "三级指标")
      let target = self.target(table, row, name, &mistakes)
      let indicator = Programme.Indicator(
        id: table.text(row, "指标编码", isCode: true), tier1: table.text(row, "一级指标"),
        tier2: table.text(row, "二级指标"), name: name, unit: target?.unit ?? "",
        target: target?.target ?? .level(""), targetText: table.text(row, "年度指标值"),
        points: points)
      checkRepeated(indicator, index, table, row, &seen, &mistakes)
      programme.projects[index].indicators.append(indicator)
    }
  }

  private func checkRepeated(
    _ indicator: Programme.Indicator, _ project: Int, _ table: ProgrammeTable, _ row: Int,
    _ seen: inout Seen, _ mistakes: inout ProgrammeMistakes
  ) {
    if let other = seen.codes.updateValue(
      row, forKey: TextKey("\(project)\n\(indicator.id)"))
    {
      repeated(.duplicateCode, table, row, "指标编码", other, &mistakes)
    }
    var key = String(project)
    key.reserveCapacity(
      indicator.tier1.utf8.count + indicator.tier2.utf8.count + indicator.name.utf8.count + 16)
    for word in [indicator.tier1, indicator.tier2, indicator.name] {
      key += "\n"
      key += Wording.key(word)
    }
    if let other = seen.tiers.updateValue(row, forKey: TextKey(key)) {
      repeated(.duplicateIndicator, table, row, "三级指标", other, &mistakes)
    }
  }

  /// Points must be above 0 where the scheme has points, and are optional where it has none.
  private func points(
    _ table: ProgrammeTable, _ row: Int, _ mistakes: inout ProgrammeMistakes
  ) -> Figure? {
    let figure = table.figure(row, "分值")
    let isGiven = !table.isBlank(row, "分值")
    guard hasPoints || isGiven else { return nil }
    if let figure, figure > .zero { return figure }
    mistakes.add(
      .unreadablePoints, table.name, table.cell(row, "分值"), found: quoted(table, row, "分值"),
      expected: "points above 0", "correct the cell")
    return nil
  }

  private func target(
    _ table: ProgrammeTable, _ row: Int, _ name: String, _ mistakes: inout ProgrammeMistakes
  ) -> (target: Target, unit: String)? {
    let sign = table.typed(row, "指标性质")
    let typed = table.typed(row, "年度指标值")
    let unit = table.text(row, "度量单位")
    let measured = unit.isEmpty ? Wording.bracketedSuffix(of: name) ?? "" : unit
    let result = targets.read(typed, sign: sign, unit: measured)
    // Without a sign the target itself says it: ≥50, 10-20, or a bare number, which is at least.
    let isKnown = sign.isBlank || TargetParser.kind(of: sign.shown) != nil
    guard isKnown else {
      mistakes.add(
        .unknownDirection, table.name, table.cell(row, "指标性质"),
        found: quoted(table, row, "指标性质"), expected: "one of ≥ ≤ = 区间 是否 定性 期限",
        "choose one of the words")
      return nil
    }
    guard let target = result.target else {
      mistakes.add(
        .unreadableTarget, table.name, table.cell(row, "年度指标值"),
        found: quoted(table, row, "年度指标值"),
        expected: sign.isBlank
          ? "a target that can be understood" : "a target of the kind 「\(sign.shown)」",
        "correct the cell")
      return nil
    }
    return (target, result.unit)
  }

  /// The points of every project against the scheme's total without the execution rate, and
  /// those of its blocks against their shares. A project without indicators has none to add.
  func checkPoints(
    _ programme: Programme, _ table: ProgrammeTable, _ mistakes: inout ProgrammeMistakes
  ) {
    guard hasPoints, let total = scheme.scoring.totalPoints,
      let due = try? total - (scheme.scoring.execution?.points ?? .zero)
    else { return }
    let blocks = self.blocks
    for project in programme.projects where !project.indicators.isEmpty {
      // A cell that could not be read was reported; a sum without it would only repeat that.
      guard project.indicators.allSatisfy({ $0.points != nil }) else { continue }
      let isRight = compare(
        project.indicators[...], with: due, .pointsTotal, "project 「\(project.id)」", table,
        &mistakes)
      if isRight { check(blocks, of: project, table, &mistakes) }
    }
  }

  /// A block of the scheme that has a share of the points.
  private struct Block {
    let points: Figure
    let name: String
    /// In their compared form.
    let labels: [String]
  }

  private var blocks: [Block] {
    scheme.scoring.blocks.compactMap { block in
      block.points.map {
        Block(
          points: $0, name: block.labels.first ?? "", labels: block.labels.map(Wording.label))
      }
    }
  }

  private func check(
    _ blocks: [Block], of project: Programme.Project, _ table: ProgrammeTable,
    _ mistakes: inout ProgrammeMistakes
  ) {
    // Rows of one tier follow each other.
    var tier = ("", label: "")
    let tiers = project.indicators.map { indicator in
      if !Wording.same(indicator.tier1, tier.0) {
        tier = (indicator.tier1, Wording.label(indicator.tier1))
      }
      return tier.label
    }
    for block in blocks {
      let indicators = project.indicators.indices.filter { index in
        block.labels.contains { TextKey.areEqual($0, tiers[index]) }
      }.map { project.indicators[$0] }
      compare(
        indicators[...], with: block.points, .blockPoints,
        "「\(block.name)」 of project 「\(project.id)」", table, &mistakes)
    }
  }

  @discardableResult
  private func compare(
    _ indicators: ArraySlice<Programme.Indicator>, with due: Figure, _ kind: ProgrammeError.Kind,
    _ name: @autoclosure () -> Phrase, _ table: ProgrammeTable, _ mistakes: inout ProgrammeMistakes
  ) -> Bool {
    let sum = try? indicators.reduce(Figure.zero) { try $0 + ($1.points ?? .zero) }
    if sum == due { return true }
    let points = sum.map { Phrase(value: $0.description) } ?? "too large a sum"
    mistakes.add(
      kind, table.name, nil, found: "\(points) points for \(name())",
      expected: Phrase(value: due.description), "correct the column 「分值」")
    return false
  }

  /// Parents that are no projects, and projects that stand above themselves.
  func checkParents(
    _ places: [String: Int], _ table: ProgrammeTable, _ mistakes: inout ProgrammeMistakes
  ) {
    var parents: [String: (id: String, row: Int)] = [:]
    guard table.has("上级项目编码") else { return }
    for row in table.rows {
      let parent = table.text(row, "上级项目编码", isCode: true)
      guard !parent.isEmpty else { continue }
      if places[parent] != nil {
        parents[table.text(row, "项目编码", isCode: true)] = (parent, row)
      } else {
        mistakes.add(
          .unknownParent, table.name, table.cell(row, "上级项目编码"), found: "「\(parent)」",
          expected: "a code of this sheet", "correct the code, or add the project")
      }
    }
    for (id, row) in Self.cyclic(parents) {
      mistakes.add(
        .cyclicParent, table.name, table.cell(row, "上级项目编码"),
        found: "project 「\(id)」 above itself", expected: "a parent that is no part of it",
        "correct the code")
    }
  }

  /// The projects from which going up leads back to them, by row.
  private static func cyclic(
    _ parents: [String: (id: String, row: Int)]
  ) -> [(id: String, row: Int)] {
    var found: [(id: String, row: Int)] = []
    var visited: Set<String> = []
    for start in parents.keys {
      var path: [String] = []
      var current = start
      while let parent = parents[current], visited.insert(current).inserted {
        path.append(current)
        current = parent.id
      }
      guard let first = path.firstIndex(of: current) else { continue }
      found += path[first...].map { ($0, parents[$0]?.row ?? 0) }
    }
    return found.sorted { $0.row < $1.row }
  }
}

internal import Evaluation
internal import Figures
internal import Workbooks

extension ProgrammeReader {
  /// What tells the indicators of one project apart, with the rows that have it.
  private struct Seen {
    struct Code: Hashable {
      let project, code: Int32
    }

    struct Tiers: Hashable {
      let project, tier1, tier2, name: Int32
    }

    var codes: [Code: Int32] = [:]
    var tiers: [Tiers: Int32] = [:]
    /// Targets by what they are read from: most of a programme's come again.
    var targets: [TargetCells: TargetParser.Result] = [:]
    private var numbers: [TextKey: Int32] = [:]

    /// The number of a cell's code, the same for codes that are equal.
    mutating func code(_ cell: ProgrammeCell) -> Int32 {
      let number = cell.codeNumber ?? number(of: cell.code)
      cell.codeNumber = number
      return number
    }

    /// Likewise of its wording.
    mutating func wording(_ cell: ProgrammeCell) -> Int32 {
      let number = cell.wordingNumber ?? number(of: Wording.key(cell.text))
      cell.wordingNumber = number
      return number
    }

    private mutating func number(of text: String) -> Int32 {
      let key = TextKey(text)
      if let known = numbers[key] { return known }
      let number = Int32(clamping: numbers.count)
      numbers[key] = number
      return number
    }
  }

  /// The cells that a target is read from, by their numbers.
  private struct TargetCells: Hashable {
    let target, sign, unit: Int
    /// The name, where no unit is given but in its brackets; -1 otherwise.
    let name: Int

    /// `nil` where one of them has no number.
    init?(
      _ target: ProgrammeCell, _ sign: ProgrammeCell, _ unit: ProgrammeCell, _ name: ProgrammeCell
    ) {
      let asksName = unit.text.isEmpty
      guard target.number >= 0, sign.number >= 0, asksName ? name.number >= 0 : unit.number >= 0
      else { return nil }
      (self.target, self.sign) = (target.number, sign.number)
      (self.unit, self.name) = asksName ? (-1, name.number) : (unit.number, -1)
    }
  }

  func readIndicators(
    _ table: ProgrammeTable, _ places: [String: Int], _ programme: inout Programme,
    _ mistakes: inout ProgrammeMistakes
  ) {
    var seen = Seen()
    seen.codes.reserveCapacity(table.rows.count)
    seen.tiers.reserveCapacity(table.rows.count)
    let required = [.projectCode, .indicatorCode] + tiers + [.indicatorName]
    for row in table.rows {
      guard require(required, table, row, &mistakes),
        let index = project(table, row, places, &mistakes)
      else { continue }
      let points = self.points(table, row, &mistakes)
      let target = self.target(table, row, &seen, &mistakes)
      let indicator = Programme.Indicator(
        id: table.code(row, .indicatorCode), tier1: table.text(row, .tier1),
        tier2: table.text(row, .tier2), name: table.text(row, .indicatorName),
        unit: target?.unit ?? "", target: target?.target ?? .level(""),
        targetText: table.text(row, .target), points: points)
      checkRepeated(index, table, row, &seen, &mistakes)
      programme.projects[index].indicators.append(indicator)
    }
  }

  private func checkRepeated(
    _ project: Int, _ table: ProgrammeTable, _ row: Int, _ seen: inout Seen,
    _ mistakes: inout ProgrammeMistakes
  ) {
    let (project, here) = (Int32(clamping: project), Int32(clamping: row))
    let code = Seen.Code(
      project: project, code: seen.code(table.cell(row, .indicatorCode)))
    if let other = seen.codes.updateValue(here, forKey: code) {
      repeated(.duplicateCode, table, row, .indicatorCode, Int(other), &mistakes)
    }
    let tiers = Seen.Tiers(
      project: project, tier1: seen.wording(table.cell(row, .tier1)),
      tier2: seen.wording(table.cell(row, .tier2)),
      name: seen.wording(table.cell(row, .indicatorName)))
    if let other = seen.tiers.updateValue(here, forKey: tiers) {
      repeated(.duplicateIndicator, table, row, .indicatorName, Int(other), &mistakes)
    }
  }

  /// Points must be above 0 where the scheme has points, and are optional where it has none.
  private func points(
    _ table: ProgrammeTable, _ row: Int, _ mistakes: inout ProgrammeMistakes
  ) -> Figure? {
    let figure = table.cell(row, .points).figure
    let isGiven = !table.isBlank(row, .points)
    guard hasPoints || isGiven else { return nil }
    if let figure, figure > .zero { return figure }
    mistakes.add(
      .unreadablePoints, table.name, table.reference(row, .points),
      found: quoted(table, row, .points),
      expected: "points above 0", "correct the cell")
    return nil
  }

  private func target(
    _ table: ProgrammeTable, _ row: Int, _ seen: inout Seen, _ mistakes: inout ProgrammeMistakes
  ) -> (target: Target, unit: String)? {
    let sign = table.cell(row, .direction)
    let result = read(table, row, &seen.targets)
    // Without a sign the target itself says it: ≥50, 10-20, or a bare number, which is at least.
    guard sign.isDirection else {
      mistakes.add(
        .unknownDirection, table.name, table.reference(row, .direction),
        found: quoted(table, row, .direction), expected: "one of ≥ ≤ = 区间 是否 定性 期限",
        "choose one of the words")
      return nil
    }
    guard let target = result.target else {
      mistakes.add(
        .unreadableTarget, table.name, table.reference(row, .target),
        found: quoted(table, row, .target),
        expected: sign.isBlank
          ? "a target that can be understood" : "a target of the kind 「\(sign.text)」",
        "correct the cell")
      return nil
    }
    return (target, result.unit)
  }

  /// The most targets that are kept.
  private static let mostTargets = 4_096

  private func read(
    _ table: ProgrammeTable, _ row: Int, _ known: inout [TargetCells: TargetParser.Result]
  ) -> TargetParser.Result {
    let (target, sign) = (table.cell(row, .target), table.cell(row, .direction))
    let (unit, name) = (table.cell(row, .measure), table.cell(row, .indicatorName))
    let cells = TargetCells(target, sign, unit, name)
    if let cells, let result = known[cells] { return result }
    let measured =
      unit.text.isEmpty ? Wording.bracketedSuffix(of: name.text) ?? "" : unit.text
    let result = targets.read(target.typed, sign: sign.typed, unit: measured)
    if known.count >= Self.mostTargets { known.removeAll(keepingCapacity: true) }
    if let cells { known[cells] = result }
    return result
  }

  /// The points of every project against the scheme's total without the execution rate, and
  /// those of its blocks against their shares. A project without indicators has none to add.
  func checkPoints(
    _ programme: Programme, _ table: ProgrammeTable, _ mistakes: inout ProgrammeMistakes
  ) {
    guard hasPoints, let total = scheme.scoring.totalPoints,
      let due = try? total - (scheme.scoring.execution?.points ?? .zero)
    else { return }
    var blocks = BlockSums(scheme)
    for project in programme.projects where !project.indicators.isEmpty {
      // A cell that could not be read was reported; a sum without it would only repeat that.
      guard project.indicators.allSatisfy({ $0.points != nil }) else { continue }
      let isRight = compare(
        Self.sum(of: project), with: due, .pointsTotal, "project 「\(project.id)」",
        table, &mistakes)
      if isRight { check(&blocks, of: project, table, &mistakes) }
    }
  }

  private func check(
    _ blocks: inout BlockSums, of project: Programme.Project, _ table: ProgrammeTable,
    _ mistakes: inout ProgrammeMistakes
  ) {
    blocks.add(up: project)
    for block in blocks.blocks {
      compare(
        block.sum, with: block.points, .blockPoints,
        "「\(block.name)」 of project 「\(project.id)」", table, &mistakes)
    }
  }

  /// The points of all indicators; `nil` where the sum is too large.
  private static func sum(of project: Programme.Project) -> Figure? {
    var sum = Figure.zero
    for index in project.indicators.indices {
      guard let more = try? sum + (project.indicators[index].points ?? .zero) else { return nil }
      sum = more
    }
    return sum
  }

  @discardableResult
  private func compare(
    _ sum: Figure?, with due: Figure, _ kind: ProgrammeError.Kind,
    _ name: @autoclosure () -> Phrase, _ table: ProgrammeTable, _ mistakes: inout ProgrammeMistakes
  ) -> Bool {
    if sum == due { return true }
    let points = sum.map { Phrase(value: $0.description) } ?? "too large a sum"
    mistakes.add(
      kind, table.name, nil, found: "\(points) points for \(name())",
      expected: Phrase(value: due.description), "correct the column 「分值」")
    return false
  }
}

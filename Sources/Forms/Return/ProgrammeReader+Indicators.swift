internal import Evaluation
internal import Figures
internal import Workbooks

extension ProgrammeReader {
  /// What tells the indicators of one project apart, with the rows that have it, and the targets
  /// that were read.
  private struct Seen {
    private var codes: PairTable
    private var tiers: PairTable
    private var numbers = TextNumbers()
    /// Where targets stand by what they are read from: most of a programme's come again.
    private var places = PairTable()
    private var targets: [KnownTarget] = []

    /// The most targets that are kept.
    private static let mostTargets = 4_096

    init(rows: Int) {
      codes = PairTable(expected: rows)
      tiers = PairTable(expected: rows)
    }

    /// The row of a project that had this code before; `row` has it now.
    mutating func update(_ project: UInt32, code cell: ProgrammeCell, _ row: Int32) -> Int32? {
      codes.update(UInt64(project), numbers.number(ofCode: cell), to: row)
    }

    /// Likewise of the three tiers.
    mutating func update(
      _ project: UInt32, tiers one: ProgrammeCell, _ two: ProgrammeCell, _ name: ProgrammeCell,
      _ row: Int32
    ) -> Int32? {
      let (one, two) = (numbers.number(ofWording: one), numbers.number(ofWording: two))
      return tiers.update(
        UInt64(project) << 32 | one, two << 32 | numbers.number(ofWording: name), to: row)
    }

    /// The target that some cells give; `nil` where it was not read yet.
    func target(of cells: TargetCells) -> KnownTarget? {
      let (one, two) = cells.key
      return places.find(one, two).map { targets[Int($0)] }
    }

    /// Keeps the target that some cells give, and was not kept yet.
    mutating func keep(_ target: KnownTarget, of cells: TargetCells) {
      if targets.count >= Self.mostTargets {
        places.removeAll()
        targets.removeAll(keepingCapacity: true)
      }
      let (one, two) = cells.key
      places.update(one, two, to: Int32(clamping: targets.count))
      targets.append(target)
    }
  }

  /// A target as read, handed on by reference.
  private final class KnownTarget {
    /// What is to be reached; nothing in words where it could not be understood.
    let target: Target
    let unit: String
    let isUnderstood: Bool

    init(_ result: TargetParser.Result) {
      unit = result.unit
      if let target = result.target {
        (self.target, isUnderstood) = (target, true)
      } else {
        (target, isUnderstood) = (.level(""), false)
      }
    }
  }

  /// The cells that a target is read from.
  private struct TargetCells {
    let target, sign, unit, name: ProgrammeCell

    init(_ table: ProgrammeTable, _ row: Int) {
      (target, sign) = (table.cell(row, .target), table.cell(row, .direction))
      (unit, name) = (table.cell(row, .measure), table.cell(row, .indicatorName))
    }

    /// The unit that is stated, be it in the brackets of the name.
    var measure: String {
      unit.text.isEmpty ? Wording.bracketedSuffix(of: name.text) ?? "" : unit.text
    }

    /// Their numbers; the name has a say only where no unit is given but in its brackets.
    var key: (UInt64, UInt64) {
      func bits(_ number: Int) -> UInt64 { UInt64(UInt32(truncatingIfNeeded: number)) }
      return (
        bits(target.number) << 32 | bits(sign.number),
        unit.text.isEmpty ? 1 << 32 | bits(name.number) : bits(unit.number)
      )
    }
  }

  func readIndicators(
    _ table: ProgrammeTable, _ places: [String: Int], _ programme: inout Programme,
    _ mistakes: inout ProgrammeMistakes
  ) {
    var seen = Seen(rows: table.rows.count)
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
    let (project, here) = (UInt32(clamping: project), Int32(clamping: row))
    if let other = seen.update(project, code: table.cell(row, .indicatorCode), here) {
      repeated(.duplicateCode, table, row, .indicatorCode, Int(other), &mistakes)
    }
    let other = seen.update(
      project, tiers: table.cell(row, .tier1), table.cell(row, .tier2),
      table.cell(row, .indicatorName), here)
    if let other {
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

  /// The target of a row; `nil` where it has none that can be understood.
  private func target(
    _ table: ProgrammeTable, _ row: Int, _ seen: inout Seen, _ mistakes: inout ProgrammeMistakes
  ) -> KnownTarget? {
    let cells = TargetCells(table, row)
    let (sign, target) = (cells.sign, self.target(of: cells, &seen))
    // Without a sign the target itself says it: ≥50, 10-20, or a bare number, which is at least.
    guard sign.isDirection else {
      mistakes.add(
        .unknownDirection, table.name, table.reference(row, .direction),
        found: quoted(table, row, .direction), expected: "one of ≥ ≤ = 区间 是否 定性 期限",
        "choose one of the words")
      return nil
    }
    guard target.isUnderstood else {
      mistakes.add(
        .unreadableTarget, table.name, table.reference(row, .target),
        found: quoted(table, row, .target),
        expected: sign.isBlank
          ? "a target that can be understood" : "a target of the kind 「\(sign.text)」",
        "correct the cell")
      return nil
    }
    return target
  }

  private func target(of cells: TargetCells, _ seen: inout Seen) -> KnownTarget {
    if let known = seen.target(of: cells) { return known }
    let target = KnownTarget(
      targets.read(cells.target.typed, sign: cells.sign.typed, unit: cells.measure))
    seen.keep(target, of: cells)
    return target
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

internal import Evaluation

extension ProgrammeReader {
  /// The sheet that says which indicators are parts of others: 部分指标 · 整体指标, by code or by
  /// name, and 项目编码 where a pair is meant for one project alone. It may be absent.
  private static let relations = ProgrammeTable.Layout(
    sheet: "关系", required: [.part, .whole], optional: [.projectCode])

  /// Reads the sheet; one of the same name with other headers is somebody's own, and passed over.
  func readRelations(
    of programme: inout Programme, in workbook: TypedCells, _ places: [String: Int],
    _ mistakes: inout ProgrammeMistakes
  ) {
    var unminded = ProgrammeMistakes()
    guard let table = ProgrammeTable(Self.relations, in: workbook, &unminded) else { return }
    for row in table.rows {
      guard require([.part, .whole], table, row, &mistakes) else { continue }
      var project: String?
      if table.has(.projectCode), !table.isBlank(row, .projectCode) {
        guard let index = self.project(table, row, places, &mistakes) else { continue }
        project = programme.projects[index].id
      }
      let unknown = [ProgrammeColumn.part, .whole].filter {
        !isKnown($0, table, row, in: project, of: programme, &mistakes)
      }
      guard unknown.isEmpty, isPair(table, row, in: project, of: programme, &mistakes) else {
        continue
      }
      programme.parts.append(
        Programme.PartOfWhole(
          project: project, part: table.text(row, .part), whole: table.text(row, .whole)))
    }
  }

  /// Whether a project has both, each once and one other than the other; a pair that no project can
  /// be held against would be passed over in silence.
  private func isPair(
    _ table: ProgrammeTable, _ row: Int, in project: String?, of programme: Programme,
    _ mistakes: inout ProgrammeMistakes
  ) -> Bool {
    let (part, whole) = (table.text(row, .part), table.text(row, .whole))
    func add(_ column: ProgrammeColumn, _ expected: Phrase) {
      mistakes.add(
        .unusableRelation, table.name, table.reference(row, column),
        found: quoted(table, row, column), expected: expected, "correct the cell")
    }
    let pairs = programme.projects.filter { project == nil || $0.id == project }
      .map(\.indicators)
      .map { rows in (rows.filter { $0.isCalled(part) }, rows.filter { $0.isCalled(whole) }) }
      .filter { !$0.0.isEmpty && !$0.1.isEmpty }
    if pairs.isEmpty {
      add(.whole, "an indicator of a project that has 「\(part)」 too")
    } else if pairs.contains(where: { $0.0.count > 1 }) {
      add(.part, "a code: several indicators of a project have this name")
    } else if pairs.contains(where: { $0.1.count > 1 }) {
      add(.whole, "a code: several indicators of a project have this name")
    } else if pairs.contains(where: { $0.0 == $0.1 }) {
      add(.whole, "another indicator than its part")
    } else {
      return true
    }
    return false
  }

  private func isKnown(
    _ column: ProgrammeColumn, _ table: ProgrammeTable, _ row: Int, in project: String?,
    of programme: Programme, _ mistakes: inout ProgrammeMistakes
  ) -> Bool {
    let word = table.text(row, column)
    let isIssued = programme.projects.contains { candidate in
      (project == nil || candidate.id == project)
        && candidate.indicators.contains { $0.isCalled(word) }
    }
    if !isIssued {
      mistakes.add(
        .unknownIndicator, table.name, table.reference(row, column),
        found: quoted(table, row, column), expected: "a code or name of the sheet 「指标」",
        "correct the cell")
    }
    return isIssued
  }
}

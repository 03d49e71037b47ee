internal import Evaluation

extension ProgrammeReader {
  /// The sheet that says which indicators are parts of others: 部分指标 · 整体指标, by code or by
  /// name, and 项目编码 where a pair is meant for one project alone. It may be absent.
  private static let relations = ProgrammeTable.Layout(
    sheet: "关系", required: ["部分指标", "整体指标"], optional: ["项目编码"])

  /// Reads the sheet; one of the same name with other headers is somebody's own, and passed over.
  func readRelations(
    of programme: inout Programme, in workbook: TypedCells, _ places: [String: Int],
    _ mistakes: inout ProgrammeMistakes
  ) {
    var unminded = ProgrammeMistakes()
    guard let table = ProgrammeTable(Self.relations, in: workbook, &unminded) else { return }
    for row in table.rows {
      guard require(["部分指标", "整体指标"], table, row, &mistakes) else { continue }
      var project: String?
      if table.has("项目编码"), !table.typed(row, "项目编码").isBlank {
        guard let index = self.project(table, row, places, &mistakes) else { continue }
        project = programme.projects[index].id
      }
      let unknown = ["部分指标", "整体指标"].filter {
        !isKnown($0, table, row, in: project, of: programme, &mistakes)
      }
      guard unknown.isEmpty else { continue }
      programme.parts.append(
        Programme.PartOfWhole(
          project: project, part: table.text(row, "部分指标"), whole: table.text(row, "整体指标")))
    }
  }

  private func isKnown(
    _ column: String, _ table: ProgrammeTable, _ row: Int, in project: String?,
    of programme: Programme, _ mistakes: inout ProgrammeMistakes
  ) -> Bool {
    let word = table.text(row, column)
    let isIssued = programme.projects.contains { candidate in
      (project == nil || candidate.id == project)
        && candidate.indicators.contains { $0.isCalled(word) }
    }
    if !isIssued {
      mistakes.add(
        .unknownIndicator, table.name, table.cell(row, column),
        found: quoted(table, row, column), expected: "a code or name of the sheet 「指标」",
        "correct the cell")
    }
    return isIssued
  }
}

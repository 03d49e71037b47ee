public import Evaluation
internal import Figures
public import Workbooks

/// Reads the programme workbook: what was approved, written by office staff.
///
/// Sheets 基本信息 and 关系 (may be absent), 项目, 资金 and 指标; headers in the first row, columns in any
/// order, extra sheets and columns ignored. Every mistake is collected, not only the first.
public struct ProgrammeReader: Sendable {
  let scheme: Scheme
  let targets: TargetParser
  private let amongOthers: Bool

  /// A reader of programmes for forms of this scheme.
  ///
  /// - Parameter amongOthers: whether forms of other schemes are approved in the same workbook:
  ///   tiers and points may then be left out, and need not add up by this one.
  public init(_ scheme: Scheme, amongOthers: Bool = false) {
    self.scheme = scheme
    self.amongOthers = amongOthers
    targets = TargetParser(scheme.scoring, readsFractions: false)
  }

  /// Reads a programme.
  ///
  /// - Parameter sha256: the SHA-256 of the workbook's file, in hexadecimal.
  /// - Throws: `ProgrammeErrors`, with every mistake's sheet, cell, found and expected.
  public func read(
    _ workbook: Workbook, sha256: String = ""
  ) throws(ProgrammeErrors) -> Programme {
    let workbook = TypedCells(workbook, mostWork: Self.mostWork)
    var mistakes = ProgrammeMistakes()
    let projects = ProgrammeTable(Self.projects, in: workbook, &mistakes)
    let funds = ProgrammeTable(Self.funds, in: workbook, &mistakes)
    let indicators = ProgrammeTable(indicatorLayout, in: workbook, &mistakes)
    guard let projects, let funds, let indicators else {
      try mistakes.check()
      return Programme(projects: [])
    }
    for table in [projects, funds, indicators] { table.reportValueless(&mistakes) }
    var parents: [Parent] = []
    var programme = Programme(
      projects: self.projects(projects, &parents, &mistakes), sha256: sha256)
    readDetails(of: &programme, in: workbook)
    var places: [String: Int] = [:]
    for (index, project) in programme.projects.enumerated() { places[project.id] = index }
    readFunds(funds, places, &programme, &mistakes)
    readIndicators(indicators, places, &programme, &mistakes)
    readRelations(of: &programme, in: workbook, places, &mistakes)
    check(parents, places, projects, &mistakes)
    checkPoints(programme, indicators, &mistakes)
    try mistakes.check()
    return programme
  }

  /// What the formulas of a programme may cost: an office's own file has thousands of rows.
  private static let mostWork = 5_000_000

  private static let projects = ProgrammeTable.Layout(
    sheet: "项目", required: [.projectCode, .projectName, .department, .unit],
    optional: [.parent, .goal])
  private static let funds = ProgrammeTable.Layout(
    sheet: "资金", required: [.projectCode, .source, .budget], optional: [.initialBudget])
  private static let details = ProgrammeTable.Layout(
    sheet: "基本信息", required: [.key, .value], optional: [])

  /// A scheme without tiers or points asks for none.
  private var indicatorLayout: ProgrammeTable.Layout {
    var required: [ProgrammeColumn] = [
      .projectCode, .indicatorCode, .indicatorName, .direction, .target,
    ]
    required += tiers + (hasPoints ? [.points] : [])
    let optional = [ProgrammeColumn.tier1, .tier2, .measure, .points].filter {
      !required.contains($0)
    }
    return ProgrammeTable.Layout(sheet: "指标", required: required, optional: optional)
  }

  /// Whether indicators are issued with points. Where scores are judged, what is issued are the
  /// rows of further tables, which have neither points nor tiers.
  var hasPoints: Bool {
    scheme.scoring.earnsPoints && scheme.scoring.mode != .judged && !amongOthers
  }

  /// The tier columns that the scheme's own form has.
  var tiers: [ProgrammeColumn] {
    guard scheme.scoring.mode != .judged, !amongOthers else { return [] }
    let tiers: [(IndicatorColumn, ProgrammeColumn)] = [(.tier1, .tier1), (.tier2, .tier2)]
    return tiers.filter { tier in
      scheme.form.indicators.columns.contains { $0.meaning == tier.0 && $0.isPrinted }
    }.map(\.1)
  }

  private func readDetails(of programme: inout Programme, in workbook: TypedCells) {
    var unminded = ProgrammeMistakes()
    guard let table = ProgrammeTable(Self.details, in: workbook, &unminded) else { return }
    for row in table.rows {
      let value = table.text(row, .value)
      guard !value.isEmpty else { continue }
      switch Wording.label(table.text(row, .key)) {
      case "年度": programme.year = value
      case "工作名称": programme.title = value
      case let key: programme.details[key] = value
      }
    }
  }

  private func projects(
    _ table: ProgrammeTable, _ parents: inout [Parent], _ mistakes: inout ProgrammeMistakes
  ) -> [Programme.Project] {
    var projects: [Programme.Project] = []
    var ids: [TextKey: Int] = [:]
    var names = PairTable(expected: table.rows.count)
    var numbers = TextNumbers()
    let required = [ProgrammeColumn.projectCode, .projectName, .department, .unit]
    for row in table.rows {
      let isComplete = require(required, table, row, &mistakes)
      if let parent = Parent(table, row) { parents.append(parent) }
      // A row that lacks a name is a project all the same: its indicators have nothing wrong.
      guard isComplete || !table.isBlank(row, .projectCode) else { continue }
      let project = self.project(table, row)
      if let other = ids.updateValue(row, forKey: TextKey(project.id)) {
        repeated(.duplicateProject, table, row, .projectCode, other, &mistakes)
        continue
      }
      let name = numbers.number(ofWording: table.cell(row, .projectName))
      let unit = numbers.number(ofWording: table.cell(row, .unit))
      if isComplete, let other = names.update(name, unit, to: Int32(clamping: row)) {
        repeated(.duplicateName, table, row, .projectName, Int(other), &mistakes)
      }
      projects.append(project)
    }
    if table.rows.isEmpty {
      mistakes.add(
        .noProjects, table.name, nil, found: "no rows", expected: "one row for each project",
        "fill the sheet in")
    }
    return projects
  }

  private func project(_ table: ProgrammeTable, _ row: Int) -> Programme.Project {
    let parent = table.code(row, .parent)
    let goal = table.text(row, .goal)
    return Programme.Project(
      id: table.code(row, .projectCode), name: table.text(row, .projectName),
      department: table.text(row, .department), unit: table.text(row, .unit),
      parent: parent.isEmpty ? nil : parent, goal: goal.isEmpty ? nil : goal)
  }

  private func readFunds(
    _ table: ProgrammeTable, _ places: [String: Int], _ programme: inout Programme,
    _ mistakes: inout ProgrammeMistakes
  ) {
    var seen = PairTable(expected: table.rows.count)
    var labels = TextNumbers()
    let required = [ProgrammeColumn.projectCode, .source]
    for row in table.rows {
      guard require(required, table, row, &mistakes),
        let index = project(table, row, places, &mistakes)
      else { continue }
      let source = table.cell(row, .source)
      let label = labels.number(ofLabel: source)
      if let other = seen.update(UInt64(clamping: index), label, to: Int32(clamping: row)) {
        repeated(.duplicateFund, table, row, .source, Int(other), &mistakes)
      }
      let initial = amount(table, row, .initialBudget, &mistakes)
      programme.projects[index].funds.append(
        Programme.Fund(
          source: source.text, initialBudget: initial,
          budget: amount(table, row, .budget, &mistakes)))
    }
  }

  private func amount(
    _ table: ProgrammeTable, _ row: Int, _ column: ProgrammeColumn,
    _ mistakes: inout ProgrammeMistakes
  ) -> Figure? {
    let cell = table.cell(row, column)
    let figure = cell.figure
    if !cell.isBlank, figure?.isNegative ?? true {
      mistakes.add(
        .unreadableAmount, table.name, table.reference(row, column),
        found: quoted(table, row, column), expected: "an amount in 万元", "correct the cell")
    }
    return figure
  }
}

extension ProgrammeReader {
  /// Whether all of these cells are filled; those that are not are reported.
  func require(
    _ columns: [ProgrammeColumn], _ table: ProgrammeTable, _ row: Int,
    _ mistakes: inout ProgrammeMistakes
  ) -> Bool {
    var isComplete = true
    for column in columns where table.isBlank(row, column) {
      isComplete = false
      mistakes.add(
        .missingValue, table.name, table.reference(row, column), found: "a blank cell",
        expected: "「\(column.word)」", "fill the cell in, or delete row \(row)")
    }
    return isComplete
  }

  /// The place of the project that a row belongs to.
  func project(
    _ table: ProgrammeTable, _ row: Int, _ places: [String: Int],
    _ mistakes: inout ProgrammeMistakes
  ) -> Int? {
    let cell = table.cell(row, .projectCode)
    if let index = cell.project { return index }
    let id = cell.code
    if let index = places[id] {
      cell.project = index
      return index
    }
    mistakes.add(
      .unknownProject, table.name, table.reference(row, .projectCode), found: "「\(id)」",
      expected: "a code of the sheet 「项目」", "correct the code, or add the project")
    return nil
  }

  func repeated(
    _ kind: ProgrammeError.Kind, _ table: ProgrammeTable, _ row: Int, _ column: ProgrammeColumn,
    _ other: Int, _ mistakes: inout ProgrammeMistakes
  ) {
    mistakes.add(
      kind, table.name, table.reference(row, column), found: quoted(table, row, column),
      expected: "what row \(other) does not already have", "correct or delete one of the rows")
  }

  func quoted(_ table: ProgrammeTable, _ row: Int, _ column: ProgrammeColumn) -> Phrase {
    "「\(table.text(row, column))」"
  }
}

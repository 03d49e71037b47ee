internal import Evaluation
internal import Figures
internal import Workbooks

/// Writes the programme workbook: sheets and columns as ``ProgrammeReader`` reads them.
struct ProgrammeWriter {
  /// A column: its header, its width in pixels, how its cells look.
  private struct Column {
    let word: String
    let width: Int
    let style: CellStyle
    /// Whether a row cannot do without it: a blank cell is marked.
    var isDue = false
  }

  private static let header = CellStyle(
    font: .init(Face.heading), fill: Colour.label, border: .box(FormLook.rule),
    horizontal: .center, wraps: true)
  private static let text = cell(Face.table, .left, wraps: true, indent: 1)
  private static let words = cell(Face.table, .center, wraps: true)
  private static let code = cell(Face.figures, .center, format: "@")
  private static let figure = cell(Face.figures, .center)
  private static let money = cell(Face.figures, .right, format: "#,##0.00####")

  private static func cell(
    _ face: String, _ horizontal: CellStyle.Horizontal, format: String? = nil,
    wraps: Bool = false, indent: Int = 0
  ) -> CellStyle {
    CellStyle(
      font: .init(face), border: .box(FormLook.rule), numberFormat: format,
      horizontal: horizontal, wraps: wraps, indent: indent)
  }

  /// The keys of 基本信息, in the order of the sheet; each may be empty.
  static let keys = ["年度", "工作名称", "发放单位", "回收截止日期", "联系人", "联系电话"]

  /// The workbook; the same projects give the same bytes.
  static func bytes(
    of projects: [ProjectDraft], details: [String: String]
  ) throws(WorkbookError) -> [UInt8] {
    var book = try WorkbookWriter(streaming: true)
    try book.setProperties(WorkbookProperties(title: details["工作名称"] ?? "下达工作簿"))
    try write(
      "基本信息",
      [.init(word: "键", width: 130, style: words), .init(word: "值", width: 420, style: text)],
      keys.map { [.text($0), value(details[$0] ?? "")] }, &book)
    try write("项目", projectColumns, projects.map(row), &book)
    try write("资金", fundColumns, projects.flatMap(fundRows), &book)
    try write("指标", indicatorColumns, projects.flatMap(indicatorRows), &book)
    return try book.bytes()
  }

  // MARK: Rows

  private static let projectColumns: [Column] = [
    .init(word: "项目编码", width: 120, style: code, isDue: true),
    .init(word: "项目名称", width: 260, style: text, isDue: true),
    .init(word: "主管部门", width: 190, style: text, isDue: true),
    .init(word: "实施单位", width: 190, style: text, isDue: true),
    .init(word: "上级项目编码", width: 120, style: code),
    .init(word: "年度总体目标", width: 420, style: text),
  ]

  private static func row(_ project: ProjectDraft) -> [WorkbookWriter.Value] {
    [project.id, project.name, project.department, project.unit, project.parent, project.goal]
      .map(value)
  }

  private static let fundColumns: [Column] = [
    .init(word: "项目编码", width: 120, style: code, isDue: true),
    .init(word: "资金来源", width: 190, style: text, isDue: true),
    .init(word: "年初预算数", width: 120, style: money),
    .init(word: "全年预算数", width: 120, style: money),
  ]

  private static func fundRows(_ project: ProjectDraft) -> [[WorkbookWriter.Value]] {
    project.funds.map { fund in
      [value(project.id), value(fund.source), number(fund.initialBudget), number(fund.budget)]
    }
  }

  private static let indicatorColumns: [Column] = [
    .init(word: "项目编码", width: 120, style: code, isDue: true),
    .init(word: "指标编码", width: 76, style: code, isDue: true),
    .init(word: "一级指标", width: 110, style: words),
    .init(word: "二级指标", width: 150, style: words),
    .init(word: "三级指标", width: 280, style: text, isDue: true),
    .init(word: "指标性质", width: 76, style: words, isDue: true),
    .init(word: "年度指标值", width: 130, style: figure, isDue: true),
    .init(word: "度量单位", width: 76, style: words),
    .init(word: "分值", width: 60, style: figure),
  ]

  private static func indicatorRows(_ project: ProjectDraft) -> [[WorkbookWriter.Value]] {
    project.indicators.map { indicator in
      let isNumber = [.atLeast, .atMost, .equal].contains(indicator.direction)
      return [
        value(project.id), value(indicator.id), value(indicator.tier1), value(indicator.tier2),
        value(indicator.name), value(indicator.direction?.word ?? ""),
        isNumber ? number(Figure(indicator.target)) : value(indicator.target),
        value(indicator.unit), Figure(indicator.points).map(number) ?? value(indicator.points),
      ]
    }
  }

  private static func value(_ text: String) -> WorkbookWriter.Value {
    text.isEmpty ? .blank : .text(text)
  }

  private static func number(_ figure: Figure?) -> WorkbookWriter.Value {
    figure.map { .number($0.description) } ?? .blank
  }

  // MARK: Sheets

  private static func write(
    _ name: String, _ columns: [Column], _ rows: [[WorkbookWriter.Value]],
    _ book: inout WorkbookWriter
  ) throws(WorkbookError) {
    let sheet = try book.addSheet(named: name)
    for (index, column) in columns.enumerated() {
      try book.setColumns(index + 1...index + 1, pixels: column.width, on: sheet)
    }
    try book.freeze(rows: 1, columns: name == "项目" || name == "指标" ? 2 : 0, on: sheet)
    try finish(sheet, name, columns, rows.count, &book)
    try book.setRow(1, height: 25.5, on: sheet)
    for (index, column) in columns.enumerated() {
      guard let place = CellReference(row: 1, column: index + 1) else { continue }
      try book.write(.text(column.word), at: place, on: sheet, style: header)
    }
    for (number, row) in rows.enumerated() {
      let cells = zip(columns, row).enumerated().map { index, pair in
        cell(pair.0, pair.1, at: index + 1)
      }
      try book.append(
        row: number + 2, height: height(of: row, columns), cells, on: sheet)
    }
  }

  /// A cell that is due and blank is marked, so that it is found among thousands.
  private static func cell(
    _ column: Column, _ value: WorkbookWriter.Value, at number: Int
  ) -> StreamedCell {
    var style = column.style
    if column.isDue, value == .blank { style.fill = Colour.entry }
    return StreamedCell(column: number, value: value, style: style)
  }

  private static func height(of row: [WorkbookWriter.Value], _ columns: [Column]) -> Double {
    let lines = zip(columns, row).map { column, value in
      guard case .text(let text) = value, column.style.wraps else { return 1 }
      return TextLines.count(text, in: column.width - 17)
    }
    return min(409.5, 7.5 + 15 * Double(lines.max() ?? 1))
  }

  private static func finish(
    _ sheet: WorkbookWriter.SheetID, _ name: String, _ columns: [Column], _ rows: Int,
    _ book: inout WorkbookWriter
  ) throws(WorkbookError) {
    guard let first = CellReference(row: 1, column: 1),
      let last = CellReference(row: rows + 1, column: columns.count)
    else { return }
    let table = CellRange(first, last)
    if name != "基本信息", rows > 0 {
      try book.setFilter(table, on: sheet)
      try book.allowDigitsAsText(table, on: sheet)
    }
    if name == "指标", rows > 0 { try addDirections(columns, rows, sheet, &book) }
    try book.setPage(
      PageSetup(
        area: table, repeatedRows: 1...1, footerLeft: PageSetup.footer(name),
        footerRight: PageSetup.pageCount), on: sheet)
  }

  /// The words of 指标性质 to choose from.
  private static func addDirections(
    _ columns: [Column], _ rows: Int, _ sheet: WorkbookWriter.SheetID,
    _ book: inout WorkbookWriter
  ) throws(WorkbookError) {
    let column = (columns.firstIndex { $0.word == "指标性质" } ?? 0) + 1
    guard let first = CellReference(row: 2, column: column),
      let last = CellReference(row: rows + 1, column: column)
    else { return }
    try book.addValidation(
      ValidationRule(
        .list(Target.Direction.allCases.map(\.word)), errorTitle: "指标性质",
        error: "请从下拉列表中选择。"),
      to: CellRange(first, last), on: sheet)
  }
}

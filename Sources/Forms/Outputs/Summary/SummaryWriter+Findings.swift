internal import Evaluation
internal import Workbooks

/// 问题清单: one row a finding, the gravest first.
extension SummaryWriter {
  private struct Row {
    var line: SummaryLine?
    var project: ProjectIdentity?
    var remark: SummaryLine.Remark
  }

  private static let columns: [SummaryColumn] = [
    .init("序号", 48, .index), .init("级别", 62, .words), .init("代码", 52, .code),
    .init("项目编码", 98, .code), .init("项目名称", 190, .text), .init("实施单位", 162, .text),
    .init("单元格", 58, .code), .init("栏目或指标", 224, .text), .init("现填", 96, .words),
    .init("应为", 120, .words), .init("说明", 300, .text), .init("文件", 320, .link, isPrinted: false),
  ]

  static func writeFindings(
    _ round: SummaryRound, _ lines: [SummaryLine], _ book: inout WorkbookWriter
  ) throws(WorkbookError) {
    let rows = rows(round, lines)
    let head = SummarySheet.Head(
      name: "问题清单", title: round.title,
      note: "先须改，再须核实，后提示；同级按项目顺序。可按任一列筛选。单元格和文件两列可点开批注件。"
        + (rows.count > mostRows ? "共 \(rows.count) 条，只列前 \(mostRows) 条，全部见findings.csv。" : ""),
      rows: min(rows.count, mostRows))
    var sheet = try SummarySheet(head, columns: columns, in: &book)
    if rows.isEmpty { try sheet.addEmpty("没有发现问题。", to: &book) }
    let shown = rows.prefix(mostRows)
    for (index, row) in shown.enumerated() {
      try sheet.add(
        cells(of: row, number: index + 1), to: &book)
    }
    try sheet.finish(title: round.title, name: head.name, in: &book)
  }

  /// A sheet ends at row 1,048,576.
  private static let mostRows = 1_000_000

  /// Findings of returns that were read, and of the round, by severity.
  private static func rows(_ round: SummaryRound, _ lines: [SummaryLine]) -> [Row] {
    let projects = RoundProjects(programme: round.programme, missing: round.missing)
    let common = round.findings.map {
      Row(project: projects.project(of: $0), remark: .init($0, keepsAdvice: false))
    }
    var rows: [Row] = []
    for severity in Severity.allCases.sorted(by: >) {
      for line in lines where line.isRead {
        for remark in line.findings where remark.severity == severity {
          rows.append(Row(line: line, project: line.project, remark: remark))
        }
      }
      rows += common.filter { $0.remark.severity == severity }
    }
    return rows
  }

  private static func cells(of row: Row, number: Int) -> [SummaryCell] {
    let remark = row.remark
    return [
      SummaryCell(.number(String(number))), level(remark.severity), .text(remark.code),
      .text(row.project?.id ?? ""), .text(row.project?.name ?? ""), .text(row.project?.unit ?? ""),
      address(row), .text(remark.label), .text(remark.found, limit: 80),
      .text(remark.expected, limit: 80), .text(remark.message),
      row.line.map { file(of: $0) } ?? .blank,
    ]
  }

  static func level(_ severity: Severity) -> SummaryCell {
    switch severity {
    case .error: .text(severity.word, .error)
    case .warning: .text(severity.word, .warning)
    case .note: .text(severity.word)
    }
  }

  /// The cell's address, leading to it in the annotated copy.
  private static func address(_ row: Row) -> SummaryCell {
    guard let place = row.remark.place, let address = place.cell else { return .blank }
    var cell = SummaryCell.text(address)
    let target = SheetName.quoted(place.sheet) + "!" + address
    cell.link = row.line?.annotated.flatMap { link(to: $0, at: target) }
    return cell
  }
}

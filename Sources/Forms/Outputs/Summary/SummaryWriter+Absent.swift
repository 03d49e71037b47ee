internal import Evaluation
internal import Figures
internal import Workbooks

/// 未报 and 无法读取: what a round still lacks.
extension SummaryWriter {
  func writeMissing(_ book: inout WorkbookWriter) throws {
    let projects = index.missing
    let head = SummarySheet.Head(
      name: "未报", title: round.title, note: missingNote, rows: projects.count,
      headingHeight: 30)
    var sheet = try SummarySheet(head, columns: Self.missingColumns, in: &book)
    if projects.isEmpty { try sheet.addEmpty(noneMissing, to: &book) }
    for (row, project) in projects.enumerated() {
      let cells: [SummaryCell] = [
        .index(row + 1), .text(project.id), .text(project.name), .text(project.department),
        .text(project.unit), .number(project.budget), .blank,
      ]
      try sheet.add(cells, to: &book)
    }
    try sheet.finish(in: &book)
  }

  private static let missingColumns: [SummaryColumn] = [
    .init("序号", 53, .index), .init("项目编码", 115, .code), .init("项目名称", 285, .text),
    .init("主管部门", 165, .text), .init("实施单位", 205, .text), .init("全年预算数\n（万元）", 115, .money),
    .init("催报记录", 125, .text),
  ]

  private var missingNote: String {
    guard let programme = round.programme else { return "本轮没有提供下达清单，不能核对未报项目。" }
    let deadline = Wording.trimmed(programme.details[Results.deadlineKey] ?? "").prefix(40)
    let until = deadline.isEmpty ? "" : "截至回收截止日期\(deadline)，"
    return index.missing.isEmpty
      ? "\(until)下达的 \(programme.projects.count) 项全部已报。"
      : "\(until)\(index.missing.count) 项未报。可直接用于催报。"
  }

  private var noneMissing: String {
    round.programme == nil ? "计分时给出下达清单（--programme），这里才能列出未报的项目。" : "没有未报的项目。"
  }

  func writeUnreadable(_ book: inout WorkbookWriter) throws {
    let unread = index.unread
    let head = SummarySheet.Head(
      name: "无法读取", title: round.title,
      note: unread.isEmpty
        ? "所有文件都已读取。" : "\(unread.count) 个文件无法读取，未计分；请按“下一步”一列处理后重报。",
      rows: unread.count)
    var sheet = try SummarySheet(head, columns: Self.unreadColumns, in: &book)
    if unread.isEmpty { try sheet.addEmpty("没有无法读取的文件。", to: &book) }
    for (row, position) in unread.enumerated() {
      let read = try index.read(position, [.shown, .findings])
      let cause = read.findings.first { $0.severity == .error } ?? read.findings.first
      let cells: [SummaryCell] = [
        .index(row + 1), .text(read.file), .text(cause?.code ?? ""), .text(cause?.message ?? ""),
        .text(cause?.advice ?? ""),
      ]
      try sheet.add(cells, to: &book)
    }
    try sheet.finish(in: &book)
  }

  private static let unreadColumns: [SummaryColumn] = [
    .init("序号", 53, .index), .init("文件", 330, .text), .init("代码", 69, .code),
    .init("原因", 310, .text), .init("下一步", 310, .text),
  ]
}

extension Programme.Project {
  /// 全年预算数: the row of the total where one was issued, else the sum of the sources.
  var budget: Figure? {
    let total = funds.first {
      Wording.holds($0.source, "总额") || Wording.holds($0.source, "合计")
    }
    return total?.budget ?? Sum.of(funds.compactMap(\.budget))
  }
}

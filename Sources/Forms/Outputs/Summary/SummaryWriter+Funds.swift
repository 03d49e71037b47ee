internal import Evaluation
internal import Figures
internal import Workbooks

/// 资金对账: departments, below each its projects, below each its sources; sums at the end.
extension SummaryWriter {
  func writeFunds(_ book: inout WorkbookWriter) throws {
    let money = tally.money
    let counting = tally.totals.counting
    let rows =
      counting == 0
      ? 0 : money.departments.count + counting + money.sourceRows + 1 + money.sources.count
    let head = SummarySheet.Head(
      name: "资金对账", title: round.title,
      note: "金额单位：万元。差额＝所填总额－各来源之和。先看部门小计，再看项目，其下为各来源；可按“行别”筛选。",
      rows: rows, frozenColumns: 3, headingHeight: 30)
    let columns = fundColumns
    var sheet = try SummarySheet(head, columns: columns, in: &book)
    if counting == 0 { try sheet.addEmpty("没有计入汇总的自评表。", to: &book) }
    for department in money.departments { try write(department, to: &sheet, &book) }
    if counting > 0 { try writeSums(to: &sheet, &book) }
    let verdict = (columns.firstIndex { $0.heading == "结论" } ?? 0) + 1
    try sheet.mark(verdict, beginning: "▲", SummaryLook.error, in: &book)
    try sheet.mark(verdict, beginning: "△", SummaryLook.warning, in: &book)
    try sheet.finish(in: &book)
  }

  private var fundColumns: [SummaryColumn] {
    let money = tally.money
    let sums = money.all.funds
    let digits = [sums.issued, sums.stated, sums.executed].compactMap {
      $0?.rounded(to: 0).description.utf8.count
    }
    let most = max(digits.max() ?? 1, tally.digits)
    var columns: [SummaryColumn] = [
      .init("行别", 50, .words), .init("部门／编码", 118, .text), .init("项目／资金来源", 232, .text),
    ]
    if money.hasIssued { columns.append(.money("下达\n全年预算数", 90, digits: most)) }
    columns.append(.money("所填\n全年预算数", 90, digits: most))
    if money.hasReceived { columns.append(.money("到位数", 90, digits: most)) }
    return columns + [
      .money("全年执行数\n（所填）", 90, digits: most), .money("全年执行数\n（来源之和）", 90, digits: most),
      .init("差额", 76, .money), .init("执行率", 74, .rate), .init("结论", 178, .text),
      .init("文件", 320, .link, isPrinted: false),
    ]
  }

  /// A row: what it is about, its amounts, and what is behind them.
  private func row(
    _ first: SummaryCell, _ second: SummaryCell, _ third: SummaryCell, _ funds: ReconciledFunds,
    _ conclusion: String, _ file: SummaryCell = .blank
  ) -> [SummaryCell] {
    var cells: [SummaryCell] = []
    cells.reserveCapacity(12)
    cells.append(first)
    cells.append(second)
    cells.append(third)
    if tally.money.hasIssued { cells.append(.number(funds.issued)) }
    cells.append(.number(funds.stated))
    if tally.money.hasReceived { cells.append(.number(funds.received)) }
    cells.append(.number(funds.executed))
    cells.append(.number(funds.bySource))
    cells.append(.number(funds.difference))
    cells.append(.percent(funds.rate))
    cells.append(.text(conclusion))
    cells.append(file)
    return cells
  }

  private func write(
    _ department: MoneyTally.Group, to sheet: inout SummarySheet, _ book: inout WorkbookWriter
  ) throws {
    let sum = department.row
    let name = department.name.isEmpty ? "（未填主管部门）" : department.name
    let cells = row(
      .text("部门"), .text(name), .text("小计 \(sum.projects) 项"), sum.funds, Self.balance(of: sum))
    try sheet.add(cells, .sum, to: &book)
    for position in department.members {
      try write(position, to: &sheet, &book)
    }
  }

  private static func balance(of sum: MoneyTally.Row) -> String {
    sum.unbalanced == 0 ? "相符" : "▲ 不平 \(sum.unbalanced) 项"
  }

  private func write(
    _ position: Int, to sheet: inout SummarySheet, _ book: inout WorkbookWriter
  ) throws {
    let entry = index.entries[position]
    // Notes say nothing here.
    let read = try index.read(
      position, entry.errors + entry.warnings > 0 ? [.shown, .funds, .codes] : [.shown, .funds])
    let whole = ReconciledFunds(read)
    let file = SummaryCell.file(of: read)
    let project = row(
      .text("项目"), .text(read.project.id), .text(read.project.name), whole,
      Self.conclusion(of: read, whole), file)
    try sheet.add(project, to: &book)
    for fund in read.sources {
      let funds = ReconciledFunds(fund, of: read)
      let label = fund.role == .part ? "　其中：" : "　　"
      let source = row(
        .text("来源"), .blank, .text(label + fund.source), funds, Self.conclusion(of: funds), file)
      try sheet.add(source, tone: .grey, to: &book)
    }
  }

  /// The gravest thing found about the money of a project, in a few words.
  private static func conclusion(of read: RecordedReturn, _ whole: ReconciledFunds) -> String {
    if read.funds.isEmpty { return "△ 没有资金数据" }
    let remarks = read.findings.filter { $0.code.hasPrefix("B") || $0.code == "T004" }
    let worst = remarks.filter { $0.severity > .note }.max { $0.severity < $1.severity }
    var text = "相符"
    if let worst {
      let title =
        FindingCode(rawValue: worst.code).map { FindingGuide($0)[.zh].title } ?? worst.code
      text = (worst.severity == .error ? "▲ " : "△ ") + title
    }
    guard let difference = whole.difference, !difference.isZero else { return text }
    let amount = ((try? difference.magnitude()) ?? difference).text(places: 2)
    let words = (difference.isNegative ? "总额少" : "总额多") + amount
    return worst == nil ? "▲ \(words)" : "\(text)（\(words)）"
  }

  private static func conclusion(of source: ReconciledFunds) -> String {
    guard let issued = source.issued, let stated = source.stated, issued != stated else {
      return ""
    }
    return "△ 预算与下达的不一致"
  }

  private func writeSums(to sheet: inout SummarySheet, _ book: inout WorkbookWriter) throws {
    let all = tally.money.all
    let cells = row(
      .text("总计"), .text("总　计"), .text("\(all.projects) 项"), all.funds, Self.balance(of: all))
    try sheet.add(cells, .sum, to: &book)
    for source in tally.money.sources {
      let cells = row(
        .text("分来源"), .text("\(source.row.projects) 项"), .text(source.name), source.row.funds, "")
      try sheet.add(cells, .sum, to: &book)
    }
  }
}

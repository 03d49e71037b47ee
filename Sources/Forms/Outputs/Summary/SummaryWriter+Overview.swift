internal import Evaluation
internal import Figures
internal import Workbooks

/// 总表: one row a return that was scored.
extension SummaryWriter {
  func writeOverview(_ book: inout WorkbookWriter) throws {
    let head = SummarySheet.Head(
      name: "总表", title: round.title, note: counts, rows: index.order.count, frozenColumns: 3,
      headingHeight: 30)
    let columns = overviewColumns
    var sheet = try SummarySheet(head, columns: columns, in: &book)
    if index.order.isEmpty { try sheet.addEmpty("没有可以计分的自评表。", to: &book) }
    for (row, position) in index.order.enumerated() {
      try sheet.add(try overviewCells(position, row), to: &book)
    }
    for scheme in schemes where hasPoints(scheme) {
      try sheet.addTotals(averageCells(of: scheme), to: &book)
    }
    if !index.order.isEmpty { try sheet.addTotals(totalCells, to: &book) }
    let verdict = (columns.firstIndex { $0.heading == "结论" } ?? 0) + 1
    try sheet.mark(verdict, beginning: "退回", SummaryLook.error, in: &book)
    try sheet.finish(in: &book)
  }

  private var blocks: [String] { hasPoints ? tally.blockNames : [] }

  private var overviewColumns: [SummaryColumn] {
    let totals = [tally.totals.budget, tally.totals.executed]
    let sums = totals.map { $0?.rounded(to: 0).description.utf8.count ?? 1 }
    let digits = (sums + [tally.digits]).max() ?? 1
    var columns: [SummaryColumn] = [
      .init("序号", index.order.count > 9999 ? 56 : 44, .index), .init("项目编码", 98, .code),
      .init("项目名称", 220, .text), .init("主管部门", 118, .text), .init("实施单位", 160, .text),
    ]
    if !schemes.isEmpty { columns.append(.init("方案", 130, .text)) }
    columns += [
      .money("全年\n预算数", 92, digits: digits), .money("全年\n执行数", 92, digits: digits),
      .init("执行率", 74, .rate),
    ]
    if hasPoints {
      columns += blocks.map { .init(Self.broken($0), 60, .score) }
      columns += [
        .init("自评\n总分", 62, .score), .init("核定\n总分", 62, .score), .init("差异", 62, .score),
        .init("等级", 46, .words),
      ]
    }
    columns += [
      .init("结论", 82, .words), .init("须改", 46, .count), .init("须核实", 54, .count),
    ]
    if index.hasSecondRound { columns.append(.init("整改", 176, .words)) }
    return columns + [.init("文件", 320, .link, isPrinted: false)]
  }

  /// A block's name on two lines, before 指标 where it ends so.
  private static func broken(_ name: String) -> String {
    guard name.count > 3, !name.contains("\n") else { return name }
    let tail = name.hasSuffix("指标") ? 2 : name.count - name.count / 2
    return name.dropLast(tail) + "\n" + name.suffix(tail)
  }

  private var counts: String {
    let (scored, all, totals) = (index.order.count, index.entries.count, tally.totals)
    var parts: [String] = []
    if let programme = round.programme { parts.append("下达 \(programme.projects.count) 项") }
    parts.append("已报 \(all) 份")
    parts.append("已计分 \(totals.counting) 项")
    parts.append("通过 \(totals.accepted) 项")
    parts.append("退回修改 \(totals.counting - totals.accepted) 项")
    if scored > totals.counting { parts.append("不计入 \(scored - totals.counting) 份") }
    parts.append("无法读取 \(all - scored) 份")
    parts.append(round.programme == nil ? "未报：无下达清单，不能核对" : "未报 \(index.missing.count) 项")
    parts.append("金额单位：万元")
    if !schemes.isEmpty { parts.append(schemesNote) }
    return (parts + reservations).joined(separator: "　　")
  }

  /// How many returns each scheme has, where there are several.
  private var schemesNote: String {
    let counts = schemes.map { scheme in
      "\(scheme) \(index.order.count { index.entries[$0].scheme == scheme }) 份"
    }
    return "表式不止一种：\(counts.joined(separator: "、"))，分数各按各的方案计，不能相互比较"
  }

  /// What the row of sums leaves out, where it leaves out anything.
  private var reservations: [String] {
    let totals = tally.totals
    var parts: [String] = []
    if totals.rate != nil, totals.rated < totals.counting {
      parts.append("合计执行率按资金齐全的 \(totals.rated) 项")
    }
    if schemes.isEmpty, totals.difference != nil, totals.compared < totals.counting {
      parts.append("平均差异按两项总分齐全的 \(totals.compared) 项")
    }
    return parts
  }

  private func overviewCells(_ position: Int, _ row: Int) throws -> [SummaryCell] {
    let entry = index.entries[position]
    var parts: RecordedReturn.Parts = [.shown, .funds, .blocks]
    // Only what replaces another is held against it.
    if entry.replaced != nil { parts.insert(.findings) }
    let read = try index.read(position, parts)
    let project = read.project
    var cells: [SummaryCell] = []
    cells.reserveCapacity(18 + tally.blockNames.count)
    cells.append(.index(row + 1))
    cells.append(.text(project.id))
    cells.append(.text(project.name))
    cells.append(.text(project.department))
    cells.append(.text(project.unit))
    if !schemes.isEmpty { cells.append(.text(entry.scheme)) }
    cells.append(.number(read.wholeBudget))
    cells.append(.number(read.wholeExecuted))
    cells.append(.percent(read.wholeRate))
    if hasPoints {
      for name in tally.blockNames { cells.append(.number(read.score(of: name))) }
      cells.append(.number(read.claimedTotal))
      cells.append(.number(read.total))
      cells.append(.number(read.difference))
      cells.append(.text(read.grade))
    }
    cells.append(.verdict(entry))
    cells.append(.count(entry.errors))
    cells.append(.count(entry.allWarnings))
    if index.hasSecondRound {
      cells.append(.text(try index.rectification(of: position, read)?.counts ?? ""))
    }
    if !entry.counts { cells = cells.map { $0.toned(.grey) } }
    cells.append(.file(of: read))
    return cells
  }

  private var totalCells: [SummaryCell] {
    let isOne = hasPoints && schemes.isEmpty
    return sumCells(tally.totals, isOne ? "合计／平均" : "合计", scores: isOne)
  }

  /// The averages of one scheme's returns, where there are several.
  private func averageCells(of scheme: String) -> [SummaryCell] {
    let totals = tally.totalsByScheme[scheme] ?? SummaryTotals()
    return sumCells(totals, "合计／平均（\(totals.counting) 项）", of: scheme, scores: true)
  }

  private func sumCells(
    _ totals: SummaryTotals, _ name: String, of scheme: String? = nil, scores: Bool
  ) -> [SummaryCell] {
    var cells: [SummaryCell] = [.blank, .blank, .text(name), .blank, .blank]
    if !schemes.isEmpty { cells.append(scheme.map { .text($0) } ?? .blank) }
    cells += [.number(totals.budget), .number(totals.executed), .percent(totals.rate)]
    if hasPoints {
      cells += blocks.map { scores ? .number(totals.average(ofBlock: $0)) : .blank }
      let averages = [totals.claimedTotal, totals.total, totals.difference]
      cells += averages.map { scores ? .number($0) : .blank } + [.blank]
    }
    let back = totals.counting - totals.accepted
    cells += [.text("退回 \(back) 项"), .count(totals.errors), .count(totals.warnings)]
    return index.hasSecondRound ? cells + [.blank] : cells
  }
}

extension SummaryIndex.Entry {
  /// How many findings of level warning it has, F009 among them where it does not count.
  var allWarnings: Int {
    warnings + (superseded != nil && !isIdentical ? 1 : 0)
  }
}

extension Rectification {
  /// What became of the findings, in numbers: 已改3，仍有1，新增0.
  var counts: String { "已改\(resolved.count)，仍有\(standing.count)，新增\(new.count)" }
}

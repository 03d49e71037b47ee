internal import Evaluation
internal import Figures
internal import Workbooks

/// 总表: one row a return that was scored.
extension SummaryWriter {
  static func writeOverview(
    _ round: SummaryRound, _ lines: [SummaryLine], _ book: inout WorkbookWriter
  ) throws(WorkbookError) {
    let read = lines.filter(\.isRead)
    let blocks = round.hasPoints ? blockNames(read) : []
    let totals = SummaryTotals(read, blocks: blocks)
    let head = SummarySheet.Head(
      name: "总表", title: round.title, note: counts(round, totals), rows: read.count,
      frozenColumns: 3,
      headingHeight: 30)
    var sheet = try SummarySheet(head, columns: columns(round, blocks, totals, read), in: &book)
    if read.isEmpty { try sheet.addEmpty("没有可以计分的自评表。", to: &book) }
    for (index, line) in read.enumerated() {
      let cells = cells(of: line, index: index, blocks, round)
      try sheet.add(cells, to: &book)
    }
    if !read.isEmpty { try sheet.addTotals(totalCells(totals, blocks, round), to: &book) }
    try sheet.finish(title: round.title, name: head.name, in: &book)
  }

  /// The blocks of all returns, in the order in which they first come.
  private static func blockNames(_ lines: [SummaryLine]) -> [String] {
    var names: [String] = []
    for line in lines {
      for block in line.blocks where !names.contains(block.name) { names.append(block.name) }
    }
    return names
  }

  private static func columns(
    _ round: SummaryRound, _ blocks: [String], _ totals: SummaryTotals, _ lines: [SummaryLine]
  ) -> [SummaryColumn] {
    let amounts = lines.flatMap { [$0.budget, $0.executed] } + [totals.budget, totals.executed]
    let digits = amounts.compactMap { $0?.rounded(to: 0).description.utf8.count }.max() ?? 1
    var columns: [SummaryColumn] = [
      .init("序号", lines.count > 9999 ? 56 : 44, .index), .init("项目编码", 98, .code),
      .init("项目名称", 220, .text), .init("主管部门", 104, .text), .init("实施单位", 160, .text),
      .money("全年\n预算数", 92, digits: digits), .money("全年\n执行数", 92, digits: digits),
      .init("执行率", 74, .rate),
    ]
    if round.hasPoints {
      columns += blocks.map { .init(broken($0), 60, .score) }
      columns += [
        .init("自评\n总分", 62, .score), .init("核定\n总分", 62, .score), .init("差异", 62, .score),
        .init("等级", 46, .words),
      ]
    }
    columns += [
      .init("结论", 82, .words), .init("须改", 46, .count), .init("须核实", 54, .count),
      .init("文件", 320, .link, isPrinted: false),
    ]
    return columns
  }

  /// A block's name on two lines, before 指标 where it ends so.
  private static func broken(_ name: String) -> String {
    guard name.count > 3, !name.contains("\n") else { return name }
    let tail = name.hasSuffix("指标") ? 2 : name.count - name.count / 2
    return name.dropLast(tail) + "\n" + name.suffix(tail)
  }

  private static func counts(_ round: SummaryRound, _ totals: SummaryTotals) -> String {
    let scored = round.lines.count(where: \.isRead)
    var parts: [String] = []
    if let programme = round.programme { parts.append("下达 \(programme.projects.count) 项") }
    parts.append("已报 \(round.lines.count) 份")
    parts.append("已计分 \(totals.counting) 项")
    parts.append("通过 \(totals.accepted) 项")
    parts.append("退回修改 \(totals.counting - totals.accepted) 项")
    if scored > totals.counting { parts.append("不计入 \(scored - totals.counting) 份") }
    parts.append("无法读取 \(round.lines.count - scored) 份")
    parts.append(round.programme == nil ? "未报：无下达清单，不能核对" : "未报 \(round.missing.count) 项")
    parts.append("金额单位：万元")
    return (parts + reservations(totals)).joined(separator: "　　")
  }

  /// What the row of sums leaves out, where it leaves out anything.
  private static func reservations(_ totals: SummaryTotals) -> [String] {
    var parts: [String] = []
    if totals.rate != nil, totals.rated < totals.counting {
      parts.append("合计执行率按资金齐全的 \(totals.rated) 项")
    }
    if totals.difference != nil, totals.compared < totals.counting {
      parts.append("平均差异按两项总分齐全的 \(totals.compared) 项")
    }
    return parts
  }

  private static func cells(
    of line: SummaryLine, index: Int, _ blocks: [String], _ round: SummaryRound
  ) -> [SummaryCell] {
    let project = line.project
    var cells: [SummaryCell] = [
      SummaryCell(.number(String(index + 1))), .text(project?.id ?? ""), .text(project?.name ?? ""),
      .text(project?.department ?? ""), .text(project?.unit ?? ""), number(line.budget),
      number(line.executed), percent(line.rate),
    ]
    if round.hasPoints {
      cells += blocks.map { number(line.score(of: $0)) }
      cells += [
        number(line.claimedTotal), number(line.total), number(line.difference),
        .text(line.grade ?? ""),
      ]
    }
    cells += [verdict(of: line), .count(line.count(of: .error)), .count(line.count(of: .warning))]
    // A return that does not count is told apart by a word in its verdict; the grey only helps.
    return (line.counts ? cells : cells.map { $0.toned(.grey) }) + [file(of: line)]
  }

  private static func verdict(of line: SummaryLine) -> SummaryCell {
    let isAccepted = line.verdict == .accept
    let words = isAccepted ? "通过" : "退回修改"
    return .text(line.counts ? words : words + "\n（不计入）", isAccepted ? .plain : .error)
  }

  private static func totalCells(
    _ totals: SummaryTotals, _ blocks: [String], _ round: SummaryRound
  ) -> [SummaryCell] {
    let label = round.hasPoints ? "合计／平均" : "合计"
    var cells: [SummaryCell] = [
      .blank, .blank, .text(label), .blank, .blank, number(totals.budget), number(totals.executed),
      percent(totals.rate),
    ]
    if round.hasPoints {
      cells += blocks.map { number(totals.blocks[$0]) }
      cells += [
        number(totals.claimedTotal), number(totals.total), number(totals.difference), .blank,
      ]
    }
    let back = totals.counting - totals.accepted
    return cells + [.text("退回 \(back) 项"), .count(totals.errors), .count(totals.warnings)]
  }

  static func number(_ figure: Figure?) -> SummaryCell {
    figure.map { SummaryCell(.number($0.description)) } ?? .blank
  }

  /// A rate in percent, as the fraction that a cell shows in percent.
  static func percent(_ rate: Figure?) -> SummaryCell {
    number(rate.flatMap { try? $0.shifted(right: 2) })
  }

  /// The return's path, leading to its annotated copy.
  static func file(of line: SummaryLine) -> SummaryCell {
    let name = line.form > 1 ? "\(line.file)（表\(line.form)）" : line.file
    var cell = SummaryCell.text(name)
    cell.link = line.annotated.flatMap { link(to: $0) }
    return cell
  }

  /// A link to a file of the output folder; `nil` where its address would be too long for Excel.
  static func link(to path: String, at place: String? = nil) -> WrittenLink? {
    let longest = path.utf16.count + 2 * path.utf8.count { $0 < 0x30 }
    return longest < 1_800 ? .file(address(of: path), place: place) : nil
  }

  /// A path as an address: `#` would end it, `%` would begin an escape.
  private static func address(of path: String) -> String {
    guard path.utf8.contains(where: { $0 == 0x23 || $0 == 0x25 }) else { return path }
    return path.reduce(into: "") { address, character in
      switch character {
      case "#": address += "%23"
      case "%": address += "%25"
      default: address.append(character)
      }
    }
  }
}

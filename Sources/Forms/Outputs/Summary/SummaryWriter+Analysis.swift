internal import Evaluation
internal import Figures
internal import Workbooks

/// 指标分析: how indicators did by tier and by name, and what was found most often.
extension SummaryWriter {
  func writeAnalysis(_ book: inout WorkbookWriter) throws {
    let tiers = tally.tiers.tiers
    let names = tally.tiers.sharedNames
    let head = SummarySheet.Head(
      name: "指标分析", title: round.title, note: analysisNote(names.count),
      rows: otherBlocks.count + tiers.count + names.count, headingHeight: 30)
    var sheet = try SummarySheet(head, columns: analysisColumns, in: &book)
    if tiers.isEmpty { try sheet.addEmpty("没有计入汇总的指标。", to: &book) }
    let lost = allLost
    for block in otherBlocks {
      try sheet.add(cells(ofBlock: block, allLost: lost), .sum, to: &book)
    }
    for row in tiers + names {
      try sheet.add(
        cells(of: row, allLost: lost), row.tier2 == nil ? .sum : .plain, to: &book)
    }
    try writeFrequent(to: &sheet, &book)
    try sheet.finish(in: &book)
  }

  private func analysisNote(_ names: Int) -> String {
    var note = "只统计计入汇总的报表。平均完成率中，超过100%的按100%计；完成率的分母不含无法计算的。"
    if names > 0 {
      note += "三级指标只列两个以上项目共有的，未完成多的在前"
      note += names == TierTally.shownNames ? "，最多\(names)个。" : "。"
    }
    return note + (tally.tiers.isCut ? "三级指标过多，只比较先出现的部分。" : "")
  }

  private var analysisColumns: [SummaryColumn] {
    let most = Sum.of(tally.blocks.values.compactMap(\.points.value))
    let digits = most?.rounded(to: 0).description.utf8.count ?? 1
    var columns: [SummaryColumn] = [
      .init("层次", 62, .words), .init("一级指标", 110, .text), .init("二级指标", 130, .text),
      .init("三级指标", 230, .text), .init("项目数", 56, .count), .init("指标数", 56, .count),
      .init("达标", 52, .count), .init("超额", 52, .count), .init("未达标", 56, .count),
      .init("无法\n计算", 52, .count), .init("达标率", 74, .rate), .init("平均\n完成率", 74, .rate),
    ]
    if hasPoints {
      columns += [
        .money("分值", 70, digits: digits), .money("得分", 70, digits: digits),
        .money("失分", 70, digits: digits), .init("得分率", 70, .rate), .init("占全部\n失分", 70, .rate),
      ]
    }
    return columns
  }

  private func cells(of row: TierTally.Row, allLost: Figure?) -> [SummaryCell] {
    let level = row.name != nil ? "三级" : row.tier2 != nil ? "二级" : "一级"
    let computed = row.count - row.unresolved
    var cells: [SummaryCell] = [
      .text(level), .text(row.tier1), .text(row.tier2 ?? ""), .text(row.name ?? ""),
      .count(row.projects), .count(row.count), .count(row.met), .count(row.over),
      .count(row.short), .count(row.unresolved),
      .percent(Sum.percent(Figure(row.met + row.over), Figure(computed))),
      .percent(row.completion.mean),
    ]
    if hasPoints { cells += points(row.points.value, row.score.value, allLost) }
    return cells
  }

  /// 分值, 得分, 失分, 得分率, 占全部失分.
  private func points(
    _ points: Figure?, _ score: Figure?, _ allLost: Figure?
  ) -> [SummaryCell] {
    let lost = points.flatMap { points in score.flatMap { try? points - $0 } }
    return [
      .number(points), .number(score), .number(lost), .percent(Sum.percent(score, points)),
      .percent(Sum.percent(lost, allLost)),
    ]
  }

  // MARK: Lost points

  /// Blocks that no indicators stand in: 预算执行率.
  private var otherBlocks: [String] {
    let tiers = Set(tally.tiers.firstTiers.map(\.tier1))
    return hasPoints
      ? tally.blockNames.filter { tally.blocks[TextKey($0)] != nil && !tiers.contains($0) } : []
  }

  private func cells(ofBlock name: String, allLost: Figure?) -> [SummaryCell] {
    let block = tally.blocks[TextKey(name)]
    let blank = [SummaryCell](repeating: .blank, count: 7)
    return [.text("一级"), .text(name), .blank, .blank, .count(block?.points.count ?? 0)] + blank
      + points(block?.points.value, block?.score.value, allLost)
  }

  /// What was lost over all blocks.
  private var allLost: Figure? { Sum.of(tally.blockNames.compactMap { lost(of: $0) }) }

  /// What all returns that count lost in a block.
  func lost(of block: String) -> Figure? {
    guard let tally = tally.blocks[TextKey(block)], let points = tally.points.value,
      let score = tally.score.value
    else { return nil }
    return try? points - score
  }

  // MARK: Frequent findings

  /// The most kinds of finding that are shown.
  private static let shownCodes = 20

  private func writeFrequent(to sheet: inout SummarySheet, _ book: inout WorkbookWriter) throws {
    let codes = tally.codes.sorted { one, other in
      one.value.count == other.value.count
        ? one.key < other.key : one.value.count > other.value.count
    }
    guard !codes.isEmpty else { return }
    let shown = codes.prefix(Self.shownCodes)
    let name =
      codes.count > shown.count
      ? "高频问题（最多的\(shown.count)种，共\(codes.count)种）" : "高频问题"
    try sheet.begin(
      name, ["代码", "级别", "处数", "问题", "项目数", "占项目"], to: &book)
    for (row, (code, found)) in shown.enumerated() {
      let title = FindingCode(rawValue: code).map { FindingGuide($0)[.zh].title } ?? ""
      try sheet.add(
        [
          (.code, .text(code)), (.words, .level(found.worst)), (.count, .count(found.count)),
          (.text, .text(title)), (.count, .count(found.projects)),
          (
            .rate,
            .percent(Sum.percent(Figure(found.projects), Figure(tally.totals.counting)))
          ),
        ], isLast: row + 1 == shown.count, to: &book)
    }
  }
}

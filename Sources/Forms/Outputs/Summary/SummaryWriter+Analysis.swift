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
      rows: tiers.count + names.count, headingHeight: 30)
    var sheet = try SummarySheet(head, columns: analysisColumns, in: &book)
    if tiers.isEmpty { try sheet.addEmpty("没有计入汇总的指标。", to: &book) }
    for key in tiers + names {
      guard let row = tally.tiers.rows[key] else { continue }
      let cells = cells(of: key, row)
      try sheet.add(cells, key.tier2 == nil ? .sum : .plain, to: &book)
    }
    try writeLostPoints(to: &sheet, &book)
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
    var columns: [SummaryColumn] = [
      .init("层次", 62, .words), .init("一级指标", 110, .text), .init("二级指标", 130, .text),
      .init("三级指标", 230, .text), .init("项目数", 56, .count), .init("指标数", 56, .count),
      .init("达标", 52, .count), .init("超额", 52, .count), .init("未达标", 56, .count),
      .init("无法\n计算", 52, .count), .init("达标率", 74, .rate), .init("平均\n完成率", 74, .rate),
    ]
    if hasPoints {
      columns += [
        .init("分值", 74, .score), .init("得分", 74, .score), .init("失分", 70, .score),
        .init("得分率", 74, .rate),
      ]
    }
    return columns
  }

  private func cells(of key: TierTally.Key, _ row: TierTally.Row) -> [SummaryCell] {
    let level = key.name != nil ? "三级" : key.tier2 != nil ? "二级" : "一级"
    let computed = row.count - row.unresolved
    var cells: [SummaryCell] = [
      .text(level), .text(key.tier1), .text(key.tier2 ?? ""), .text(key.name ?? ""),
      .count(row.projects), .count(row.count), .count(row.met), .count(row.over),
      .count(row.short), .count(row.unresolved),
      .percent(Sum.percent(Figure(row.met + row.over), Figure(computed))),
      .percent(row.completion.mean),
    ]
    if hasPoints { cells += points(row.points.value, row.score.value) }
    return cells
  }

  /// 分值, 得分, 失分, 得分率.
  private func points(_ points: Figure?, _ score: Figure?) -> [SummaryCell] {
    let lost = points.flatMap { points in score.flatMap { try? points - $0 } }
    return [
      .number(points), .number(score), .number(lost), .percent(Sum.percent(score, points)),
    ]
  }

  // MARK: Lost points

  private func writeLostPoints(
    to sheet: inout SummarySheet, _ book: inout WorkbookWriter
  ) throws {
    guard hasPoints, !tally.blockNames.isEmpty else { return }
    let names = tally.blockNames.filter { tally.blocks[$0] != nil }
    let all = Sum.of(names.compactMap { lost(of: $0) })
    try sheet.begin(
      "失分构成（含预算执行率）", ["次序", "板块", "占全部失分", "", "项目数", "分值", "得分", "失分", "得分率"],
      to: &book)
    let sorted = names.enumerated().sorted { one, other in
      let (left, right) = (lost(of: one.element) ?? .zero, lost(of: other.element) ?? .zero)
      return left == right ? one.offset < other.offset : left > right
    }
    for (row, name) in sorted.map(\.element).enumerated() {
      let block = tally.blocks[name]
      let (full, score) = (block?.points.value, block?.score.value)
      let values = points(full, score)
      try sheet.add(
        [
          (.index, .index(row + 1)), (.text, .text(name)),
          (.rate, .percent(Sum.percent(lost(of: name), all))), (.text, .blank),
          (.count, .count(block?.points.count ?? 0)), (.score, values[0]), (.score, values[1]),
          (.score, values[2]), (.rate, values[3]),
        ], isLast: row + 1 == names.count, to: &book)
    }
  }

  /// What all returns that count lost in a block.
  func lost(of block: String) -> Figure? {
    guard let tally = tally.blocks[block], let points = tally.points.value,
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
      let title = FindingCode(rawValue: code).map { FindingGuide($0).title } ?? ""
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

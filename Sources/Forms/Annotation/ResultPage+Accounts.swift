internal import Evaluation
internal import Figures
internal import Workbooks

/// The scores by block beside the funds reconciled.
extension ResultPage {
  mutating func addAccounts() {
    let scores = scoreTable
    let funds = ReconciliationTable(subject)
    let left = scores.rows.isEmpty || !card.isRated ? nil : scores
    let hasTables = card.indicators.contains { $0.table != nil }
    guard left != nil || !funds.rows.isEmpty || hasTables else { return }
    let leftTitle = left.map { sectionTitle($0.title) }
    let rightTitle = funds.rows.isEmpty ? nil : sectionTitle("资金对账（\(subject.fundUnit)）")
    draft.add(
      38,
      leftTitle.map { [.init(1...6, $0, AuditLook.section)] } ?? [],
      rightTitle.map { [.init(8...13, $0, AuditLook.section)] } ?? [])
    let right = rightRows(below: funds)
    let leftRows = left.map { [$0.header] + $0.rows } ?? []
    for index in 0..<max(leftRows.count, right.count) {
      draft.add(
        28,
        leftRows.indices.contains(index) ? leftRows[index] : [],
        right.indices.contains(index) ? right[index] : [])
    }
  }

  /// The accounts at the right: the money, and under it each further table.
  private mutating func rightRows(below funds: ReconciliationTable) -> [[SheetDraft.Span]] {
    var rows = funds.rows.isEmpty ? [] : [ReconciliationTable.header] + funds.rows
    for table in StandingTable.all(of: card) {
      if !rows.isEmpty { rows.append([]) }
      rows.append([.init(8...13, sectionTitle(table.title), AuditLook.section)])
      rows += [StandingTable.header] + table.rows
    }
    return rows
  }

  private var scoreTable: ScoreTable {
    card.total == nil ? .completion(card) : .scores(card)
  }
}

/// The table at the left: what each block earned, or, without points, how many targets it met.
struct ScoreTable: Sendable {
  let title: String
  let header: [SheetDraft.Span]
  let rows: [[SheetDraft.Span]]

  private init(_ title: String, headings: [String], rows: [[SheetDraft.Span]]) {
    self.title = title
    header = zip([1...2, 3...3, 4...4, 5...5, 6...6], headings)
      .map { .init($0, $1, AuditLook.header) }
    self.rows = rows
  }

  /// 板块 分值 自评得分 核定得分 差异.
  static func scores(_ card: Scorecard) -> ScoreTable {
    let blocks = card.blocks.map { block in
      row(block.name, block.points, block.claimedScore, block.score, .body)
    }
    let total = row("合计", card.totalPoints, card.claimedTotal, card.total, .lastSum)
    return ScoreTable(
      "得分", headings: ["板块", "分值", "自评得分", "核定得分", "差异"], rows: blocks + [total])
  }

  private static func row(
    _ name: String, _ points: Figure?, _ claimed: Figure?, _ score: Figure?, _ row: AuditLook.Row
  ) -> [SheetDraft.Span] {
    let gap = score.flatMap { score in claimed.flatMap { try? score - $0 } }
    let style = AuditLook.figure(.score, row)
    return [
      .init(1...2, name, AuditLook.words(row)),
      .init(3...3, .figure(points), AuditLook.figure(.count, row)),
      .init(4...4, .figure(claimed), style), .init(5...5, .figure(score), style),
      .init(6...6, .figure(gap), style),
    ]
  }

  /// 板块 指标数 达标 未达标 达标率.
  static func completion(_ card: Scorecard) -> ScoreTable {
    let counted = card.indicators.filter { $0.status != .excluded && $0.table == nil }
    var names: [String] = []
    for indicator in counted where !names.contains(indicator.tier1) {
      names.append(indicator.tier1)
    }
    // A form without tiers has one block, which is the sum.
    let blocks =
      names == [""]
      ? []
      : names.map { name in
        completion(name.isEmpty ? "未分类" : name, counted.filter { $0.tier1 == name }, .body)
      }
    let rows = counted.isEmpty ? [] : blocks + [completion("合计", counted, .lastSum)]
    return ScoreTable(
      "完成情况", headings: ["板块", "指标数", "达标", "未达标", "达标率"], rows: rows)
  }

  private static func completion(
    _ name: String, _ indicators: [IndicatorResult], _ row: AuditLook.Row
  ) -> [SheetDraft.Span] {
    let met = indicators.count { $0.status == .met || $0.status == .over }
    let rate = try? Ratio(Figure(met), over: Figure(indicators.count))?.rounded(to: 4)
    let style = AuditLook.figure(.count, row)
    return [
      .init(1...2, TextExtent.clipped(name, to: 40), AuditLook.words(row)),
      .init(3...3, .number(String(indicators.count)), style),
      .init(4...4, .number(String(met)), style),
      .init(5...5, .number(String(indicators.count - met)), style),
      .init(6...6, .figure(rate), AuditLook.figure(.rate, row)),
    ]
  }
}

internal import Evaluation
internal import Figures
internal import Workbooks

/// 图表: who stands where, where points are lost, whether money and output go together, and money
/// by source. With more projects than a chart can show, both ends are shown, and the title says so.
extension SummaryWriter {
  private typealias Drawing = ChartSheet.Drawing

  /// The most bars of a lying chart, and of a standing one.
  private static let mostBars = 30
  private static let mostColumns = 12
  /// The pixels of a printed page below its title, of lying charts alone on it, and of lying and
  /// standing charts that share it.
  private static let (tall, low, standing) = (570, 290, 260)

  func writeCharts(_ book: inout WorkbookWriter) throws {
    let sheet = try ChartSheet(
      title: round.title, note: "只画计入汇总的报表。深浅、斜纹和圆点在黑白打印时仍可分辨；右侧为作图数据，不打印。",
      in: &book)
    let bars = try [standings(), hasPoints ? losses() : nil].compactMap { $0 }
    let columns = try hasPoints ? moneyBesideOutput() : nil
    let small = [fundsBySource(), statusByTier(), hasPoints ? lostByBlock() : nil]
      .compactMap { $0 }
    let layout = Self.layout(bars, columns, small)
    try sheet.draw(Self.numbered(layout.drawings), breaks: layout.breaks, &book)
  }

  /// Two side by side, one across, the small ones side by side; no chart is cut by a page.
  private static func layout(
    _ bars: [Drawing], _ columns: Drawing?, _ small: [Drawing]
  ) -> (drawings: [Drawing], breaks: [Int]) {
    let most = bars.map(\.names.count).max() ?? 0
    let height = bars.isEmpty ? 0 : most > 14 ? tall : low
    var (drawings, breaks): ([Drawing], [Int]) = ([], [])
    for (index, bar) in bars.enumerated() {
      drawings.append(
        placed(bar, x: index * 532, y: 0, width: bars.count > 1 ? 524 : 1_056, height))
    }
    var y = bars.isEmpty ? 0 : height + 20
    if let columns {
      if height > low { breaks.append(y) }
      drawings.append(placed(columns, x: 0, y: y, width: 1_056, standing))
      y += standing + 20
    }
    if !small.isEmpty {
      if columns == nil || height <= low, y > 0 { breaks.append(y) }
      let step = small.count > 2 ? 380 : 532
      for (index, drawing) in small.enumerated() {
        let width = index + 1 == small.count ? 1_056 - index * step : step - 8
        drawings.append(placed(drawing, x: index * step, y: y, width: width, 360))
      }
    }
    return (drawings, breaks)
  }

  private static func placed(
    _ drawing: Drawing, x: Int, y: Int, width: Int, _ height: Int
  ) -> Drawing {
    var placed = drawing
    (placed.x, placed.y, placed.width, placed.height) = (x, y, width, height)
    return placed
  }

  private static func numbered(_ drawings: [Drawing]) -> [Drawing] {
    zip(drawings, ["一", "二", "三", "四", "五", "六"]).map { drawing, number in
      var numbered = drawing
      numbered.title = "图\(number)　" + drawing.title
      return numbered
    }
  }

  // MARK: By project

  /// Both ends of a long list, with a gap between them; and what the title says of it.
  private static func ends<Element>(
    of all: [Element], _ most: Int, _ words: (String, String)
  ) -> (shown: [Element?], note: String) {
    guard all.count > most else { return (all, "") }
    let half = most / 2
    var shown: [Element?] = Array(all.prefix(half))
    shown.append(nil)
    shown += all.suffix(half).map { $0 }
    return (shown, "：\(words.0)\(half)项与\(words.1)\(half)项（共\(all.count)项）")
  }

  private func standings() throws -> Drawing? {
    // Of several forms those with points are drawn: rates stand on another axis.
    let all = ranked.filter { position in
      let entry = index.entries[position]
      return (hasPoints ? entry.total : rankedBy(entry)) != nil
    }
    guard !all.isEmpty else { return nil }
    let (shown, note) = Self.ends(of: all, Self.mostBars, ("最高", "最低"))
    let entries = shown.map { $0.map { index.entries[$0] } }
    func values(_ isAccepted: Bool) -> [Figure?] {
      entries.map { entry in
        entry.flatMap { ($0.verdict == .accept) == isAccepted ? rankedBy($0) : nil }
      }
    }
    return Drawing(
      title: (hasPoints ? "核定总分" : "预算执行率（%）") + (schemes.isEmpty ? "" : "（依次按方案）")
        + note, names: try names(shown),
      series: [
        .init(name: "通过", values: values(true)),
        .init(name: hasPoints ? "退回修改（待定）" : "退回修改", values: values(false)),
      ],
      isSplit: true, full: hasPoints ? Double(tally.mostPoints.description) : nil)
  }

  private func losses() throws -> Drawing? {
    let lost = tally.lost.enumerated().filter { !$0.element.points.isZero }
      .sorted { one, other in
        one.element.points == other.element.points
          ? one.offset < other.offset : one.element.points > other.element.points
      }
      .map(\.element.index)
    guard !lost.isEmpty else { return nil }
    let shown = Array(lost.prefix(Self.mostBars))
    let read = try shown.map { try index.read($0, [.shown, .blocks]) }
    let blocks = tally.blockNames.prefix(6)
    let note = lost.count > shown.count ? "：失分最多的\(shown.count)项（共\(lost.count)项失分）" : ""
    return Drawing(
      title: "失分构成（分）" + note, names: read.map(Self.shortName),
      series: blocks.map { name in
        .init(
          name: name,
          values: read.map { row in row.blocks.first { $0.name == name }.flatMap(\.lost) })
      }, isStacked: true)
  }

  /// 预算执行率 beside the share of its points that output earned, the lowest execution first.
  private func moneyBesideOutput() throws -> Drawing? {
    let all = index.counting.filter { index.entries[$0].rate != nil }.enumerated()
      .sorted { one, other in
        let (left, right) = (index.entries[one.element].rate, index.entries[other.element].rate)
        guard let left, let right, left != right else { return one.offset < other.offset }
        return left < right
      }
      .map(\.element)
    guard !all.isEmpty else { return nil }
    let (shown, note) = Self.ends(of: all, Self.mostColumns, ("执行率最低", "最高"))
    let output = try shown.map { position in
      try position.flatMap { try index.read($0, .blocks).outputShare }
    }
    return Drawing(
      title: "钱花了多少，事办了多少（%）" + note,
      names: try names(shown).map(Self.onTwoLines),
      series: [
        .init(name: "预算执行率（钱）", values: shown.map { $0.flatMap { index.entries[$0].rate } }),
        .init(name: "产出得分率（事）", values: output),
      ], isHorizontal: false, format: "0")
  }

  private func names(_ positions: [Int?]) throws -> [String] {
    try positions.map { position in
      try position.map { Self.shortName(of: try index.read($0, .shown)) } ?? "……"
    }
  }

  /// A name that fits below a bar.
  private static func onTwoLines(_ name: String) -> String {
    guard name.count > 6 else { return name }
    let short = name.count > 12 ? name.prefix(11) + "…" : name[...]
    return short.prefix(6) + "\n" + short.dropFirst(6)
  }

  /// A name that fits beside a bar.
  private static func shortName(of read: RecordedReturn) -> String {
    let name = read.project.name.isEmpty ? read.project.id : read.project.name
    let short = name.hasSuffix("项目") && name.count > 4 ? String(name.dropLast(2)) : name
    return short.count > 14 ? short.prefix(13) + "…" : short
  }

  // MARK: The round as a whole

  private func fundsBySource() -> Drawing? {
    let money = tally.money
    let sources = money.sources.filter { source in
      let sum = source.row.funds
      return [sum.stated ?? sum.issued, sum.received, sum.executed]
        .contains { $0.map { !$0.isZero } ?? false }
    }
    let shown = sources.prefix(6)
    let rows = shown.isEmpty ? [money.all.funds] : shown.map(\.row.funds)
    guard tally.totals.counting > 0 else { return nil }
    var series: [Drawing.Series] = [
      .init(name: "全年预算数", values: rows.map { $0.stated ?? $0.issued })
    ]
    if money.hasReceived { series.append(.init(name: "到位数", values: rows.map(\.received))) }
    series.append(.init(name: "全年执行数", values: rows.map(\.executed)))
    let note =
      sources.count > shown.count ? "：前\(shown.count)个来源（共\(sources.count)个）" : ""
    return Drawing(
      title: (money.hasReceived ? "各来源预算、到位与执行（万元）" : "各来源预算与执行（万元）") + note,
      names: shown.isEmpty ? ["合计"] : shown.map(\.name),
      series: series, format: "#,##0")
  }

  private func lostByBlock() -> Drawing? {
    let names = tally.blockNames.filter { tally.blocks[TextKey($0)] != nil }.prefix(8)
    guard !names.isEmpty else { return nil }
    return Drawing(
      title: "各板块失分合计（分）", names: Array(names),
      series: [.init(name: "失分", values: names.map { lost(of: $0) })])
  }

  private func statusByTier() -> Drawing? {
    let rows = Array(tally.tiers.firstTiers.prefix(8))
    guard !rows.isEmpty else { return nil }
    func series(_ name: String, _ count: (TierTally.Row) -> Int) -> Drawing.Series {
      .init(name: name, values: rows.map { Figure(count($0)) })
    }
    return Drawing(
      title: "各类指标完成情况（个）", names: rows.map(\.tier1),
      series: [
        series("达标", \.met), series("未达标", \.short), series("无法计算", \.unresolved),
        series("超额", \.over),
      ], isStacked: true, format: "0")
  }
}

extension RecordedReturn {
  /// What its first block of indicators, 产出指标, earned of its points, in percent.
  var outputShare: Figure? {
    guard let block = blocks.first(where: { $0.name.contains("产出") }) else { return nil }
    return Sum.percent(block.score, block.points)
  }
}

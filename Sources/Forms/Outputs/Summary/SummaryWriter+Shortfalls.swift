internal import Evaluation
internal import Figures
internal import Workbooks

/// 短板: indicators that were not met, the lowest completion first.
extension SummaryWriter {
  func writeShortfalls(_ book: inout WorkbookWriter) throws {
    let rows = tally.sortedShortfalls()
    var note = "未完成年度指标值的指标，按完成率由低到高，只列计入汇总的报表。实际完成值可点开批注件。"
    if tally.unresolved > 0 { note += "另有 \(tally.unresolved) 个指标无法计算，见问题清单。" }
    let head = SummarySheet.Head(
      name: "短板", title: round.title, note: note, rows: rows.count, headingHeight: 30)
    let columns = shortfallColumns
    var sheet = try SummarySheet(head, columns: columns, in: &book)
    if rows.isEmpty { try sheet.addEmpty("所有能计算的指标都已完成。", to: &book) }
    for (number, row) in rows.enumerated() {
      let read = try index.read(row.index, [.shown, .indicators], indicator: row.place)
      guard let indicator = read.indicators.first else { continue }
      try sheet.add(cells(of: indicator, read, number + 1), to: &book)
    }
    let degree = (columns.firstIndex { $0.heading == "程度" } ?? 0) + 1
    try sheet.mark(degree, beginning: "▲", SummaryLook.error, in: &book)
    try sheet.mark(degree, beginning: "△", SummaryLook.warning, in: &book)
    try sheet.finish(in: &book)
  }

  private var shortfallColumns: [SummaryColumn] {
    var columns: [SummaryColumn] = [
      .init("序号", 48, .index), .init("项目编码", 98, .code), .init("项目名称", 190, .text),
      .init("主管部门", 110, .text), .init("一级指标", 84, .words), .init("三级指标", 220, .text),
      .init("年度\n指标值", 80, .words), .init("实际\n完成值", 80, .words), .init("完成率", 74, .rate),
      .init("程度", 78, .words),
    ]
    if hasPoints {
      columns += [
        .init("分值", 52, .score), .init("核定\n得分", 56, .score), .init("失分", 52, .score),
      ]
    }
    return columns + [.init("文件", 320, .link, isPrinted: false)]
  }

  private func cells(
    of indicator: RecordedReturn.Indicator, _ read: RecordedReturn, _ number: Int
  ) -> [SummaryCell] {
    let project = read.project
    let place = Place(sheet: indicator.sheet, cellText: indicator.cell)
    var cells: [SummaryCell] = []
    cells.reserveCapacity(14)
    cells.append(.index(number))
    cells.append(.text(project.id))
    cells.append(.text(project.name))
    cells.append(.text(project.department))
    cells.append(.text(indicator.tier1))
    cells.append(.text(indicator.name))
    cells.append(.text(indicator.shownTarget))
    cells.append(.text(indicator.shownActual, of: read, at: place, sheets))
    cells.append(.percent(indicator.completionRate))
    cells.append(.text(Self.degree(of: indicator.completionRate)))
    if hasPoints {
      cells.append(.number(indicator.points))
      cells.append(.number(indicator.score))
      cells.append(.number(indicator.lost))
    }
    cells.append(.file(of: read))
    return cells
  }

  /// How far below its target an indicator is, in words that filters and black print show.
  private static func degree(of rate: Figure?) -> String {
    guard let rate else { return "" }
    if rate < Figure(60) { return "▲不足60%" }
    return rate < Figure(80) ? "△不足80%" : "80%以上"
  }
}

extension RecordedReturn.Indicator {
  /// The target with its sign, as people write it: ≥6410, 10～20, 是.
  var shownTarget: String {
    let target = withPercent(target)
    switch direction {
    case "atLeast": return "≥" + target
    case "atMost": return "≤" + target
    case "equal": return "＝" + target
    case "between":
      return self.target.split(separator: "~").map { withPercent(String($0)) }
        .joined(separator: "～")
    case "by": return self.target + "前"
    default: return self.target
    }
  }

  /// The actual value, with % where that is its unit.
  var shownActual: String { withPercent(actual) }

  /// What it lost; `nil` where it has no points.
  var lost: Figure? { points.flatMap { try? $0 - (score ?? .zero) } }

  private func withPercent(_ text: String) -> String {
    (unit == "%" || unit == "％") && Figure(text) != nil ? text + "%" : text
  }
}

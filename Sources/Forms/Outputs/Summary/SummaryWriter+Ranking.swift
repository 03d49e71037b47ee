internal import Evaluation
internal import Figures
internal import Workbooks

/// 排名: the returns that count, the highest first.
extension SummaryWriter {
  /// What returns are ranked by: 核定总分, or 执行率 where the form has no points.
  func rankedBy(_ entry: SummaryIndex.Entry) -> Figure? { hasPoints ? entry.total : entry.rate }

  /// The returns that count and have what they are ranked by, the highest first, then those
  /// without.
  var ranked: [Int] {
    let entries = index.entries
    let counting = index.counting.enumerated()
    return counting.sorted { one, other in
      switch (rankedBy(entries[one.element]), rankedBy(entries[other.element])) {
      case (let left?, let right?) where left != right: left > right
      case (_?, nil): true
      case (nil, _?): false
      default: one.offset < other.offset
      }
    }
    .map(\.element)
  }

  func writeRanking(_ book: inout WorkbookWriter) throws {
    let ranked = ranked
    let note =
      hasPoints
      ? "按核定总分由高到低，同分同名次；退回修改的项目分数待定，改后重排。条形满格为\(tally.mostPoints)分。"
      : "本方案不计分：按预算执行率由高到低，同率同名次。条形满格为100%。"
    let head = SummarySheet.Head(
      name: "排名", title: round.title, note: note, rows: ranked.count, frozenColumns: 3)
    var sheet = try SummarySheet(head, columns: rankingColumns, in: &book)
    if ranked.isEmpty { try sheet.addEmpty("没有计入汇总的自评表。", to: &book) }
    var place = 0
    var last: Figure?
    for (row, position) in ranked.enumerated() {
      let value = rankedBy(index.entries[position])
      if value != last || row == 0 { place = row + 1 }
      last = value
      try sheet.add(try rankingCells(position, value == nil ? nil : place), to: &book)
    }
    let full = hasPoints ? Double(tally.mostPoints.description) ?? 100 : 1
    try sheet.drawBars(7, upTo: full, in: &book)
    try sheet.mark(hasPoints ? 9 : 8, beginning: "退回", SummaryLook.error, in: &book)
    try sheet.finish(in: &book)
  }

  private var rankingColumns: [SummaryColumn] {
    var columns: [SummaryColumn] = [
      .init("名次", 56, .index), .init("项目编码", 104, .code), .init("项目名称", 240, .text),
      .init("主管部门", 130, .text), .init("实施单位", 170, .text),
      hasPoints ? .init("核定总分", 84, .score) : .init("执行率", 84, .rate),
      .init(hasPoints ? "条形（0～\(tally.mostPoints)）" : "条形（0～100%）", 190, .bar),
    ]
    if hasPoints { columns.append(.init("等级", 50, .words)) }
    return columns + [
      .init("结论", 90, .words), .init("文件", 320, .link, isPrinted: false),
    ]
  }

  private func rankingCells(_ position: Int, _ place: Int?) throws -> [SummaryCell] {
    let read = try index.read(position, [])
    let entry = index.entries[position]
    let project = read.project
    let value: SummaryCell = hasPoints ? .number(entry.total) : .percent(entry.rate)
    var cells: [SummaryCell] = [
      place.map { .index($0) } ?? .text("—"), .text(project.id), .text(project.name),
      .text(project.department), .text(project.unit), value, value,
    ]
    if hasPoints { cells.append(.text(read.grade)) }
    let isPending = hasPoints && entry.verdict == .sendBack
    return cells + [
      isPending ? .text("退回修改\n（待定）") : .verdict(entry), .file(of: read),
    ]
  }
}

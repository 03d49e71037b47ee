internal import Evaluation
internal import Figures
internal import Workbooks

/// 排名: the returns that count, the highest first.
extension SummaryWriter {
  /// What returns are ranked by: 核定总分, or 执行率 where the form has no points.
  func rankedBy(_ entry: SummaryIndex.Entry) -> Figure? {
    hasPoints(entry.scheme) ? entry.total : entry.rate
  }

  /// The returns that count and have what they are ranked by, the highest first, then those
  /// without; each scheme's by themselves.
  var ranked: [Int] {
    let entries = index.entries
    let groups = Dictionary(
      schemes.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
    func group(_ index: Int) -> Int { groups[entries[index].scheme] ?? 0 }
    return index.counting.enumerated().sorted { one, other in
      let (left, right) = (group(one.element), group(other.element))
      guard left == right else { return left < right }
      return switch (rankedBy(entries[one.element]), rankedBy(entries[other.element])) {
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
    let head = SummarySheet.Head(
      name: "排名", title: round.title, note: rankingNote, rows: ranked.count, frozenColumns: 3)
    let columns = rankingColumns
    var sheet = try SummarySheet(head, columns: columns, in: &book)
    if ranked.isEmpty { try sheet.addEmpty("没有计入汇总的自评表。", to: &book) }
    for (position, place) in zip(ranked, places(ranked)) {
      try sheet.add(try rankingCells(position, place), to: &book)
    }
    let full = hasPoints ? Double(tally.mostPoints.description) ?? 100 : 1
    let bar = (columns.firstIndex { $0.kind == .bar } ?? 0) + 1
    try sheet.drawBars(bar, upTo: full, in: &book)
    let verdict = (columns.firstIndex { $0.heading == "结论" } ?? 0) + 1
    try sheet.mark(verdict, beginning: "退回", SummaryLook.error, in: &book)
    try sheet.finish(in: &book)
  }

  private var rankingNote: String {
    let note =
      hasPoints
      ? "按核定总分由高到低，同分同名次；退回修改的项目分数待定，改后重排。条形满格为\(tally.mostPoints)分。"
      : "本方案不计分：按预算执行率由高到低，同率同名次。条形满格为100%。"
    let rates = hasPoints ? "不计分的方案按预算执行率。" : ""
    return schemes.isEmpty ? note : note + "表式不止一种，各方案分别排名。" + rates
  }

  /// The places of ranked returns, from 1 in each scheme; equal ones share theirs. `nil` for one
  /// without what it is ranked by.
  private func places(_ ranked: [Int]) -> [Int?] {
    var (place, count) = (0, 0)
    var last: (scheme: String, value: Figure?)?
    return ranked.map { position in
      let entry = index.entries[position]
      let isFirst = last?.scheme != entry.scheme
      let value = rankedBy(entry)
      count = isFirst ? 1 : count + 1
      if isFirst || value != last?.value { place = count }
      last = (entry.scheme, value)
      return value == nil ? nil : place
    }
  }

  private var rankingColumns: [SummaryColumn] {
    var columns: [SummaryColumn] = [
      .init("名次", 56, .index), .init("项目编码", 104, .code), .init("项目名称", 240, .text),
      .init("主管部门", 130, .text), .init("实施单位", 170, .text),
    ]
    if !schemes.isEmpty { columns.insert(.init("方案", 130, .text), at: 1) }
    if !schemes.isEmpty, hasPoints { columns.append(.init("执行率", 84, .rate)) }
    columns += [
      hasPoints ? .init("核定总分", 84, .score) : .init("执行率", 84, .rate),
      .init(hasPoints ? "条形（0～\(tally.mostPoints)）" : "条形（0～100%）", 190, .bar),
    ]
    if hasPoints { columns.append(.init("等级", 50, .words)) }
    return columns + [
      .init("结论", 90, .words), .init("文件", 320, .link, isPrinted: false),
    ]
  }

  private func rankingCells(_ position: Int, _ place: Int?) throws -> [SummaryCell] {
    let read = try index.read(position, .shown)
    let entry = index.entries[position]
    let project = read.project
    let value: SummaryCell = hasPoints ? .number(entry.total) : .percent(entry.rate)
    var cells: [SummaryCell] = []
    cells.reserveCapacity(12)
    cells.append(place.map { .index($0) } ?? .text("—"))
    if !schemes.isEmpty { cells.append(.text(entry.scheme)) }
    cells.append(.text(project.id))
    cells.append(.text(project.name))
    cells.append(.text(project.department))
    cells.append(.text(project.unit))
    if !schemes.isEmpty, hasPoints { cells.append(.percent(entry.rate)) }
    cells.append(value)
    cells.append(value)
    if hasPoints { cells.append(.text(read.grade)) }
    let isPending = hasPoints(entry.scheme) && entry.verdict == .sendBack
    cells.append(isPending ? .text("退回修改\n（待定）") : .verdict(entry))
    cells.append(.file(of: read))
    return cells
  }
}

internal import Evaluation
internal import Workbooks

/// What became of the findings of the return that this one replaces.
extension ResultPage {
  /// The section 整改情况; nothing where no return is replaced.
  mutating func addRectification() {
    guard let rectification = subject.rectification else { return }
    addSection("整改情况")
    let line = "与上次报送的“\(Self.name(of: rectification.previous))”相比：\(Self.counts(rectification))。"
    draft.add(28, [.init(1...ResultSheet.lastColumn, line, AuditLook.comparison)])
    guard let last = rectification.resolved.indices.last else { return }
    draft.add(
      28,
      [
        .init(1...1, "结果", AuditLook.header), .init(2...2, "代码", AuditLook.header),
        .init(3...5, "栏目或指标", AuditLook.header), .init(6...7, "上次级别", AuditLook.header),
        .init(8...13, "上次的问题", AuditLook.header),
      ])
    for (index, item) in rectification.resolved.enumerated() {
      add(item, index == last ? .last : .body)
    }
  }

  private mutating func add(_ item: Rectification.Item, _ row: AuditLook.Row) {
    let label = item.label.isEmpty ? "全表" : TextExtent.clipped(item.label, to: 100)
    draft.add(
      27,
      [
        .init(1...1, "√ 已改", AuditLook.level(row, Colour.pass)),
        .init(2...2, item.code, AuditLook.address(row, isLink: false)),
        .init(3...5, label, AuditLook.words(row)),
        .init(6...7, item.severity.word, AuditLook.words(row, centred: true)),
        .init(8...13, TextExtent.clipped(item.message, to: 300), AuditLook.settled(row)),
      ])
  }

  /// What stands before the words of a task: whether the last return had it already.
  func comparison(of task: Finding) -> String {
    guard let rectification = subject.rectification else { return "" }
    if rectification.standing.contains(where: { $0.id == task.id }) { return "【仍有】" }
    return rectification.new.contains { $0.id == task.id } ? "【新增】" : ""
  }

  /// The comparison in the band of the verdict; "" where no return is replaced.
  var comparisonLine: String {
    subject.rectification.map { "比上次\(Self.counts($0))。\n" } ?? ""
  }

  private static func counts(_ rectification: Rectification) -> String {
    "已改 \(rectification.resolved.count) 项，仍有 \(rectification.standing.count) 项，"
      + "新增 \(rectification.new.count) 项"
  }

  /// The end of a path, which tells more than its beginning.
  private static func name(of file: String) -> String {
    let scalars = file.unicodeScalars
    guard scalars.count > 100 else { return TextExtent.clipped(file, to: 100) }
    return "…" + TextExtent.clipped(String(String.UnicodeScalarView(scalars.suffix(99))), to: 100)
  }
}

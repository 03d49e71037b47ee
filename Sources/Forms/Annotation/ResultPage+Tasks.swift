internal import Evaluation
internal import Workbooks

/// What the unit must correct, then what it must explain, numbered through.
extension ResultPage {
  mutating func addTasks() {
    var number = 1
    addTasks(.error, "须改（逐项改完再报）", "问题与改法", from: &number)
    addTasks(
      .warning, "须核实（有依据的可不改，\(explanation)）", "问题与建议", from: &number)
  }

  private var explanation: String {
    subject.report.indicatorColumns[.reason] == nil ? "但须说明" : "须在偏差原因栏说明"
  }

  private mutating func addTasks(
    _ severity: Severity, _ title: String, _ lastHeading: String, from number: inout Int
  ) {
    let tasks = findings.filter { $0.severity == severity }
    guard let last = tasks.indices.last else { return }
    addSection(title)
    draft.add(
      28,
      [
        .init(1...1, "序号", AuditLook.header), .init(2...2, "单元格", AuditLook.header),
        .init(3...5, "栏目或指标", AuditLook.header), .init(6...7, "现填", AuditLook.header),
        .init(8...8, "应为", AuditLook.header), .init(9...13, lastHeading, AuditLook.header),
      ])
    for (index, task) in tasks.enumerated() {
      addTask(task, number, index == last ? .last : .body)
      number += 1
    }
  }

  private mutating func addTask(_ task: Finding, _ number: Int, _ row: AuditLook.Row) {
    let centred = AuditLook.words(row, centred: true)
    let found = task.found.isEmpty ? "（空）" : TextExtent.clipped(task.found, to: 60)
    let expected = task.expected.isEmpty ? "—" : TextExtent.clipped(task.expected, to: 60)
    draft.add(
      28,
      [
        .init(1...1, .number(String(number)), centred), address(of: task, in: 2...2, row),
        .init(3...5, label(of: task), AuditLook.words(row)), .init(6...7, found, centred),
        .init(8...8, expected, centred),
        .init(
          9...13,
          comparison(of: task) + TextExtent.clipped(task.message + task.advice, to: 500),
          AuditLook.words(row)),
      ])
  }
}

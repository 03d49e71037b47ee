internal import Evaluation
internal import Workbooks

/// 问题清单: one row a finding, the gravest first.
extension SummaryWriter {
  func writeFindings(_ book: inout WorkbookWriter) throws {
    let common = index.findings
    let count = tally.findings + common.count + tally.resolved
    let head = SummarySheet.Head(
      name: "问题清单", title: round.title, note: findingsNote, rows: count)
    var sheet = try SummarySheet(head, columns: findingColumns, in: &book)
    if count == 0 { try sheet.addEmpty("没有发现问题。", to: &book) }
    var number = 0
    let projects = RoundProjects(programme: round.programme, missing: index.missing.map(\.id))
    for severity in Severity.allCases.sorted(by: >) {
      for position in index.order where has(severity, position) {
        try write(severity, of: position, &number, to: &sheet, &book)
      }
      for finding in common where finding.severity == severity {
        number += 1
        try sheet.add(cells(ofRound: finding, in: projects, number), to: &book)
      }
    }
    if tally.resolved > 0 { try writeResolved(&number, to: &sheet, &book) }
    try sheet.mark(2, beginning: Severity.error.word, SummaryLook.error, in: &book)
    try sheet.mark(2, beginning: Severity.warning.word, SummaryLook.warning, in: &book)
    try sheet.finish(in: &book)
  }

  private var findingsNote: String {
    var note = "先须改，再须核实，后提示；同级按项目顺序。可按任一列筛选。单元格和文件两列可点开批注件。"
    if index.entries.contains(where: { $0.superseded != nil }) {
      note += "被较新一份替代的报表只列F009。"
    }
    if index.hasSecondRound { note += "状态：与被替代的上一份相比；已改的列在最后。" }
    return note
  }

  private var findingColumns: [SummaryColumn] {
    let state: [SummaryColumn] = index.hasSecondRound ? [.init("状态", 48, .words)] : []
    return [.init("序号", 48, .index), .init("级别", 62, .words), .init("代码", 52, .code)] + state + [
      .init("项目编码", 98, .code), .init("项目名称", 190, .text), .init("实施单位", 162, .text),
      .init("单元格", 58, .code), .init("栏目或指标", 224, .text), .init("现填", 96, .words),
      .init("应为", 120, .words), .init("说明", 300, .text), .init("文件", 320, .link, isPrinted: false),
    ]
  }

  /// Whether a return may have findings of a severity, so that not every one is read each time.
  private func has(_ severity: Severity, _ position: Int) -> Bool {
    let entry = index.entries[position]
    if entry.superseded != nil { return severity == (entry.isIdentical ? .note : .warning) }
    switch severity {
    case .error: return entry.errors > 0
    case .warning: return entry.warnings > 0
    case .note: return entry.notes > 0
    }
  }

  private func write(
    _ severity: Severity, of position: Int, _ number: inout Int, to sheet: inout SummarySheet,
    _ book: inout WorkbookWriter
  ) throws {
    let read = try index.read(position, [.shown, .findings])
    let isSuperseded = index.entries[position].superseded != nil
    let before = try index.rectification(of: position, read)
    let states = before.map(Self.states) ?? [:]
    for remark in read.findings where remark.severity == severity {
      if isSuperseded, remark.code != FindingCode.f009.rawValue { continue }
      number += 1
      let state = states.isEmpty ? "" : states[remark.id] ?? ""
      try sheet.add(cells(of: remark, read.project, state, read, number), to: &book)
    }
  }

  /// What is said of the findings that are there, by their ids.
  private static func states(_ before: Rectification) -> [String: String] {
    var states: [String: String] = [:]
    for item in before.new { states[item.id] = "新增" }
    for item in before.standing { states[item.id] = "仍有" }
    return states
  }

  /// What was found in the return before and is gone.
  private func writeResolved(
    _ number: inout Int, to sheet: inout SummarySheet, _ book: inout WorkbookWriter
  ) throws {
    for position in index.counting where index.entries[position].replaced != nil {
      let read = try index.read(position, [.shown, .findings])
      for item in try index.rectification(of: position, read)?.resolved ?? [] {
        number += 1
        let remark = SummaryLine.Remark(
          id: item.id, code: item.code, severity: item.severity, place: nil, label: item.label,
          found: "", expected: "", message: item.message)
        try sheet.add(
          cells(of: remark, read.project, "已改", read, number), tone: .grey, to: &book)
      }
    }
  }

  /// - Parameters:
  ///   - state: 仍有, 新增, 已改; "" where the return replaces none.
  ///   - read: the return; `nil` for a finding about the round as a whole.
  private func cells(
    of remark: SummaryLine.Remark, _ project: ProjectIdentity?, _ state: String,
    _ read: RecordedReturn?, _ number: Int
  ) -> [SummaryCell] {
    var cells: [SummaryCell] = []
    cells.reserveCapacity(13)
    cells.append(.index(number))
    cells.append(.level(remark.severity))
    cells.append(.text(remark.code))
    if index.hasSecondRound { cells.append(.text(state)) }
    cells.append(.text(project?.id ?? ""))
    cells.append(.text(project?.name ?? ""))
    cells.append(.text(project?.unit ?? ""))
    let address = remark.place?.cell ?? ""
    cells.append(read.map { .text(address, of: $0, at: remark.place, sheets) } ?? .blank)
    cells.append(.text(remark.label))
    cells.append(.text(remark.found, limit: 80))
    cells.append(.text(remark.expected, limit: 80))
    cells.append(.text(remark.message))
    cells.append(read.map { .file(of: $0) } ?? .blank)
    return cells
  }

  private func cells(
    ofRound finding: Finding, in projects: RoundProjects, _ number: Int
  ) -> [SummaryCell] {
    let remark = SummaryLine.Remark(finding, keepsAdvice: false)
    return cells(of: remark, projects.project(of: finding), "", nil, number)
  }
}

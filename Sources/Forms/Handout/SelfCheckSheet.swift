internal import Workbooks

/// The sheet behind the self-check: one row for each thing that can be missing or contradict
/// another, so that one formula on the form can say how many there are and lead to the first.
struct SelfCheckSheet {
  static let name = "自检"
  /// The first row of rules; above them stands the header.
  private static let firstRow = 2

  private let checks: [FormDrawing.Check]
  private let form: String

  init(_ drawing: FormDrawing) {
    // Rules of one group stand together; the groups come in the order of the form.
    var groups: [String] = []
    for check in drawing.checks where !groups.contains(check.group) { groups.append(check.group) }
    let missing = drawing.checks.filter { $0.conflict == nil }
    checks =
      groups.flatMap { group in missing.filter { $0.group == group } }
      + Self.conflicts(drawing.checks.filter { $0.conflict != nil })
    form = SheetName.quoted(drawing.sheet)
  }

  var isEmpty: Bool { checks.isEmpty }

  /// Amounts in another unit first: they make others conflict.
  private static func conflicts(_ checks: [FormDrawing.Check]) -> [FormDrawing.Check] {
    checks.filter { $0.group == FormDrafter.magnitudes }
      + checks.filter { $0.group != FormDrafter.magnitudes }
  }

  /// Address, group, fault as 1 or 0, and what is wrong, row by row.
  func write(
    to writer: inout WorkbookWriter, on sheet: WorkbookWriter.SheetID
  ) throws(WorkbookError) {
    func put(
      _ value: WorkbookWriter.Value, _ row: Int, _ column: Int
    ) throws(WorkbookError) {
      guard let place = CellReference(row: row, column: column) else { return }
      try writer.write(value, at: place, on: sheet)
    }
    for (index, title) in ["单元格", "栏目", "有问题为1", "问题"].enumerated() {
      try put(.text(title), 1, index + 1)
    }
    for (index, check) in checks.enumerated() {
      let row = index + Self.firstRow
      try put(.text("\(check.place)"), row, 1)
      try put(.text(check.group), row, 2)
      try put(.formula("IF(\(fault(check)),1,0)", value: .blank), row, 3)
      if let conflict = check.conflict { try put(.text(conflict), row, 4) }
    }
  }

  private func fault(_ check: FormDrawing.Check) -> String {
    let mark = Array("§".utf8)
    let fault = check.fault.utf8.span
    var text: [UInt8] = []
    text.reserveCapacity(fault.count + form.utf8.count)
    var at = 0
    while at < fault.count {
      if at + 1 < fault.count, fault[at] == mark[0], fault[at + 1] == mark[1] {
        text.append(contentsOf: form.utf8)
        text.append(0x21)
        at += 2
      } else {
        text.append(fault[at])
        at += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The formula on the form: a link to the first cell at fault, and what to do there.
  var formula: String {
    let sheet = SheetName.quoted(Self.name) + "!"
    let last = checks.count + Self.firstRow - 1
    let gaps = checks.prefix { $0.conflict == nil }.count
    let all = "\(sheet)$C$\(Self.firstRow):$C$\(last)"
    let place = "INDEX(\(sheet)$A$\(Self.firstRow):$A$\(last),MATCH(1,\(all),0))"
    let target = "\"#\(form)!\"&IF(SUM(\(all))=0,\"A1\",\(place))"
    return "HYPERLINK(\(target),\(words(sheet, gaps: gaps, last: last)))"
  }

  private func words(_ sheet: String, gaps: Int, last: Int) -> String {
    let missing = "SUM(\(sheet)$C$\(Self.firstRow):$C$\(Self.firstRow + max(1, gaps) - 1))"
    let wrong = "\(sheet)$C$\(Self.firstRow + gaps):$C$\(last)"
    let counts = groupCounts(sheet, gaps).joined(separator: "&")
    let missed = "\"自检：未填\"&\(missing)&\"处（\"&\(counts)&\"点此到第一处）\""
    let done = "\"\(Self.complete)\""
    guard gaps < checks.count else { return "IF(\(missing)>0,\(missed),\(done))" }
    let texts = "\(sheet)$D$\(Self.firstRow + gaps):$D$\(last)"
    let contradicted =
      "IF(SUM(\(wrong))>0,\"自检：有\"&SUM(\(wrong))&\"处要核对："
      + "\"&INDEX(\(texts),MATCH(1,\(wrong),0))&\"（点此查看）\",\(done))"
    guard gaps > 0 else { return contradicted }
    return "IF(\(missing)>0,\(missed),\(contradicted))"
  }

  /// What the self-check says when nothing is left to do; the look depends on its beginning.
  static let complete = "自检：已填完，数据相符，可以报送。"
  static let completeBeginning = "自检：已填完"

  /// 实际完成值 18；得分 2；…, each only where it is not 0.
  private func groupCounts(_ sheet: String, _ gaps: Int) -> [String] {
    FormDrafter.runs(checks.prefix(gaps).map(\.group)).map { run in
      let range =
        "\(sheet)$C$\(run.lowerBound + Self.firstRow):$C$\(run.upperBound + Self.firstRow)"
      let name = ScoreFormula.quoted(checks[run.lowerBound].group + " ").dropLast()
      return "IF(SUM(\(range))>0,\(name)\"&SUM(\(range))&\"；\",\"\")"
    }
  }
}

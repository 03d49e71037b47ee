internal import Evaluation
internal import Workbooks

/// All findings in one list, and the lines to be signed.
extension ResultPage {
  mutating func addFindings() {
    guard let last = findings.indices.last else { return }
    addSection("全部发现")
    draft.add(
      28,
      [
        .init(1...1, "级别", AuditLook.header), .init(2...2, "单元格", AuditLook.header),
        .init(3...3, "代码", AuditLook.header), .init(4...7, "栏目或指标", AuditLook.header),
        .init(8...13, "说明", AuditLook.header),
      ])
    for (index, finding) in findings.enumerated() {
      add(finding, index == last ? .last : .body)
    }
  }

  private mutating func add(_ finding: Finding, _ row: AuditLook.Row) {
    draft.add(
      27,
      [
        .init(
          1...1, finding.severity.word, AuditLook.level(row, Self.colour(of: finding.severity))),
        address(of: finding, in: 2...2, row),
        .init(3...3, finding.code.rawValue, AuditLook.address(row, isLink: false)),
        .init(4...7, label(of: finding), AuditLook.words(row)),
        .init(8...13, TextExtent.clipped(finding.message, to: 300), AuditLook.words(row)),
      ])
  }

  private static func colour(of severity: Severity) -> RGB? {
    switch severity {
    case .error: Colour.error
    case .warning: Colour.warning
    case .note: nil
    }
  }

  /// 审核人 日期 盖章.
  mutating func addSignatures() {
    draft.add(14)
    let line = AuditLook.signatureLine
    draft.add(
      40,
      [
        .init(1...1, "审核人：", AuditLook.signature), .init(2...4, "", line),
        .init(5...5, "日期：", AuditLook.signature), .init(6...8, "", line),
        .init(9...9, "（盖章）", AuditLook.signature), .init(10...12, "", line),
      ])
  }
}

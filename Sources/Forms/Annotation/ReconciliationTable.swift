internal import Evaluation
internal import Figures
internal import Workbooks

/// The table 资金对账: each source as issued and as stated, their sum, and the stated total.
struct ReconciliationTable: Sendable {
  /// The rows without the header.
  let rows: [[SheetDraft.Span]]

  static let header: [SheetDraft.Span] = zip(
    8...13, ["资金来源", "下达预算数", "所填预算数", "全年执行数", "执行率", "对账"]
  ).map { .init($0...$0, $1, AuditLook.header) }

  /// The table of a scored form; empty where it has no funds.
  init(_ subject: ScoredForm) {
    let funds = subject.card.funds
    let sources = funds.filter { $0.role != .total && $0.role != .part }
    let lines = sources.map { ReconciliationRow($0, findings: subject.findings(on: $0)) }
    let sum = lines.isEmpty ? nil : ReconciliationRow(sum: lines)
    let stated = funds.first { $0.role == .total }.map { total in
      ReconciliationRow(
        total, findings: subject.findings(on: total),
        against: Self.isComparable(sources, subject) ? sum : nil)
    }
    let bottom: AuditLook.Row = stated == nil ? .lastSum : .sum
    rows =
      lines.map { $0.spans(.body) } + (sum.map { [$0.spans(bottom)] } ?? [])
      + (stated.map { [$0.spans(.last)] } ?? [])
  }

  /// Whether the stated total can be held against the sum. A source given both by itself and in
  /// a group makes the sum too large: then only what B001 says is known.
  private static func isComparable(_ sources: [FundResult], _ subject: ScoredForm) -> Bool {
    let claims = subject.evaluated.findings.filter { $0.code == .b001 }
    guard claims.isEmpty else { return claims.contains { $0.severity > .note } }
    return sources.allSatisfy { if case .source = $0.role { true } else { false } }
  }
}

extension ScoredForm {
  /// The findings in the row of a fund, graver first; those about the total may have no cell.
  fileprivate func findings(on fund: FundResult) -> [Finding] {
    let row = cell(fund.place)?.row
    return findings.filter { finding in
      guard finding.indicator == nil else { return false }
      guard let cell = cell(finding.place) else {
        return fund.role == .total && finding.code == .b001
      }
      return cell.row == row
    }
  }
}

/// One row of the table.
struct ReconciliationRow: Sendable {
  let name: String
  var issued: Figure?
  var budget: Figure?
  var executed: Figure?
  var rate: Figure?
  /// How grave what was found in the row is: the table says no more than the findings do.
  private var severity: Severity?
  /// How it differs; "" where it does not.
  private var gap = ""
  /// The column that differs, 10 or 11.
  private var faulty: Int?

  /// A source or the stated total, the latter held against the sum of the sources.
  init(_ fund: FundResult, findings: [Finding], against sum: ReconciliationRow? = nil) {
    name = fund.role == .total ? "所填总额" : fund.source
    issued = fund.issuedBudget
    budget = fund.amounts[.budget] ?? fund.amounts[.initialBudget]
    executed = fund.amounts[.executed]
    rate = fund.executionRate
    severity = findings.first { $0.severity > .note }?.severity
    if let sum {
      compare(executed, with: sum.executed, column: 11, "")
      compare(budget, with: sum.budget, column: 10, "预算")
    }
    compare(budget, with: issued, column: 10, "预算")
    if let executed, let budget, executed > budget {
      compare(executed, with: budget, column: 11, "超支", isSigned: false)
    }
  }

  /// The sum of the sources.
  init(sum rows: [ReconciliationRow]) {
    name = "来源合计"
    issued = Self.sum(rows) { $0.issued }
    budget = Self.sum(rows) { $0.budget }
    executed = Self.sum(rows) { $0.executed }
    if let executed, let budget {
      rate = try? Ratio(executed, over: budget)?.percent(places: 2)
    }
    compare(budget, with: issued, column: 10, "预算")
  }

  /// The sum of the figures that are known; `nil` where none is, or where it does not fit.
  private static func sum(
    _ rows: [ReconciliationRow], _ figure: (ReconciliationRow) -> Figure?
  ) -> Figure? {
    var sum: Figure?
    for row in rows {
      guard let figure = figure(row) else { continue }
      guard let next = try? (sum ?? .zero) + figure else { return nil }
      sum = next
    }
    return sum
  }

  /// Notes the first difference that shows.
  private mutating func compare(
    _ figure: Figure?, with other: Figure?, column: Int, _ what: String, isSigned: Bool = true
  ) {
    guard gap.isEmpty, let figure, let other, figure != other,
      let difference = try? figure - other, let size = try? difference.magnitude()
    else { return }
    let direction = isSigned ? (difference.isNegative ? "少" : "多") : ""
    gap = what + direction + size.text(places: max(2, size.scale))
    faulty = column
  }

  /// The cells of the row, columns H through M.
  func spans(_ row: AuditLook.Row) -> [SheetDraft.Span] {
    let money = AuditLook.figure(.money, row)
    let fraction = rate.flatMap { try? $0.shifted(right: 2) }
    func alarmed(_ look: Look, _ column: Int) -> Look {
      guard let severity, column == 13 || column == faulty else { return look }
      return AuditLook.alarmed(look, isError: severity == .error)
    }
    return [
      .init(8...8, TextExtent.clipped(name, to: 40), AuditLook.words(row)),
      .init(9...9, .figure(issued), money), .init(10...10, .figure(budget), alarmed(money, 10)),
      .init(11...11, .figure(executed), alarmed(money, 11)),
      .init(12...12, .figure(fraction), AuditLook.figure(.rate, row)),
      .init(13...13, outcome, alarmed(AuditLook.words(row, centred: true), 13)),
    ]
  }

  private var outcome: String {
    if let severity {
      return AuditLook.mark(severity == .error) + " " + (gap.isEmpty ? severity.word : gap)
    }
    guard gap.isEmpty else { return gap }
    if budget == nil && executed == nil { return "未填" }
    return budget == nil || executed == nil ? "—" : "相符"
  }
}

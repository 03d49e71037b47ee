internal import Evaluation
internal import Figures
internal import Workbooks

/// The table 资金对账: each source as issued and as stated, their sum, and the stated total.
struct FundTable: Sendable {
  /// The rows without the header.
  let rows: [[SheetDraft.Span]]

  static let header: [SheetDraft.Span] = zip(
    8...13, ["资金来源", "下达预算数", "所填预算数", "全年执行数", "执行率", "对账"]
  ).map { .init($0...$0, $1, AuditLook.header) }

  /// The table of a scored form; empty where it has no funds.
  init(_ subject: ScoredForm) {
    let funds = subject.card.funds
    let sources = funds.filter { $0.role != .total && $0.role != .part }
    guard !funds.isEmpty else {
      rows = []
      return
    }
    let lines = sources.map { FundRow($0) }
    let sum = sources.isEmpty ? nil : FundRow(sum: lines)
    let stated = funds.first { $0.role == .total }.map { total in
      FundRow(total, against: Self.disputes(sum, subject) ? sum : nil)
    }
    let bottom: AuditLook.Row = stated == nil ? .lastSum : .sum
    rows =
      lines.map { $0.spans(sum == nil && stated == nil ? .last : .body) }
      + (sum.map { [$0.spans(bottom)] } ?? []) + (stated.map { [$0.spans(.last)] } ?? [])
  }

  /// Whether the stated total is held against the sum. A source given twice, by itself and in a
  /// group, makes the sum too large; whether total and sources agree is what B001 says.
  private static func disputes(_ sum: FundRow?, _ subject: ScoredForm) -> Bool {
    sum != nil && subject.evaluated.findings.contains { $0.code == .b001 }
  }
}

/// One row of the table.
struct FundRow: Sendable {
  let name: String
  var issued: Figure?
  var budget: Figure?
  var executed: Figure?
  var rate: Figure?
  /// What is wrong with it; "" where nothing is.
  private var trouble = ""
  private var isGrave = false
  /// The column at fault, 9 through 12.
  private var faulty: Int?

  /// A source or the stated total, held against the sum of the sources where one is given.
  init(_ fund: FundResult, against sum: FundRow? = nil) {
    name = fund.role == .total ? "所填总额" : fund.source
    issued = fund.issuedBudget
    budget = fund.amounts[.budget] ?? fund.amounts[.initialBudget]
    executed = fund.amounts[.executed]
    rate = fund.executionRate
    if let sum { compare(with: sum) }
    if trouble.isEmpty { compareWithIssued() }
    if trouble.isEmpty { compareWithBudget() }
  }

  /// The sum of the sources.
  init(sum rows: [FundRow]) {
    name = "来源合计"
    issued = Self.sum(rows.map(\.issued))
    budget = Self.sum(rows.map(\.budget))
    executed = Self.sum(rows.map(\.executed))
    if let executed, let budget {
      rate = try? Ratio(executed, over: budget)?.percent(places: 2)
    }
    compareWithIssued()
  }

  private static func sum(_ figures: [Figure?]) -> Figure? {
    let known = figures.compactMap { $0 }
    guard !known.isEmpty else { return nil }
    return try? known.reduce(Figure.zero) { try $0 + $1 }
  }

  private mutating func compare(with sum: FundRow) {
    note(executed, against: sum.executed, column: 11, "")
    if trouble.isEmpty { note(budget, against: sum.budget, column: 10, "预算") }
  }

  private mutating func compareWithIssued() {
    guard issued != nil else { return }
    note(budget, against: issued, column: 10, "预算")
  }

  private mutating func compareWithBudget() {
    guard let executed, let budget, executed > budget, let gap = try? executed - budget else {
      return
    }
    trouble = "△ 超支\(gap.text(places: 2))"
    faulty = 11
  }

  private mutating func note(
    _ figure: Figure?, against other: Figure?, column: Int, _ what: String
  ) {
    guard let figure, let other, figure != other, let gap = try? figure - other,
      let size = try? gap.magnitude()
    else { return }
    trouble = "▲ \(what)\(gap.isNegative ? "少" : "多")\(size.text(places: max(2, size.scale)))"
    isGrave = true
    faulty = column
  }

  /// The cells of the row, columns H through M.
  func spans(_ row: AuditLook.Row) -> [SheetDraft.Span] {
    let money = AuditLook.figure(AuditFormat.airyMoney, row)
    let fraction = rate.flatMap { try? $0.shifted(right: 2) }
    let words = AuditLook.words(row, centred: true)
    func style(_ column: Int, _ style: CellStyle) -> CellStyle {
      faulty == column ? AuditLook.alarmed(style, isError: isGrave) : style
    }
    return [
      .init(8...8, TextExtent.clipped(name, to: 40), AuditLook.words(row)),
      .init(9...9, .figure(issued), money), .init(10...10, .figure(budget), style(10, money)),
      .init(11...11, .figure(executed), style(11, money)),
      .init(12...12, .figure(fraction), AuditLook.figure(AuditFormat.airyRate, row)),
      .init(
        13...13, trouble.isEmpty ? agreement : trouble,
        trouble.isEmpty ? words : AuditLook.alarmed(words, isError: isGrave)),
    ]
  }

  private var agreement: String {
    budget == nil && executed == nil ? "未填" : "相符"
  }
}

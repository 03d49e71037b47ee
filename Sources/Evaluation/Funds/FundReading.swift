internal import Figures

extension FundTable {
  /// Reads the fund block of a report.
  ///
  /// - Parameters:
  ///   - lines: the rows as returned.
  ///   - layout: the scheme's words for them.
  ///   - issued: the budgets that were issued; empty where none were.
  ///   - unit: the unit that the form itself states; the scheme's where it states none.
  ///   - base: the column that a row is held against.
  ///   - formulas: the cells that hold a formula of the blank's own.
  static func read(
    _ lines: [FundLine], layout: FundLayout, issued: [Programme.Fund], values: ValueParser,
    unit: String? = nil, base: FundColumn = .budget, formulas: Set<Place> = []
  ) -> FundTable {
    let shift = unit.flatMap { MoneyUnit.shift(from: $0, to: layout.moneyUnit) } ?? 0
    let measure = Measure.money(unit: shift == 0 ? layout.moneyUnit : unit ?? layout.moneyUnit)
    let table = FundTable(
      rows: lines.map { line in
        let row = FundRow(
          line, name: layout.name(of: line), issued: layout.issued(for: line, among: issued),
          base: base)
        for column in FundColumn.amounts {
          guard let typed = line.cell(column) else { continue }
          let reading = values.number(typed, as: measure)
          row.readings[column] = shift == 0 ? reading : reading.shifted(right: shift)
        }
        // 元 for 万元 is the slip that is known; a form that states its unit means it.
        if layout.moneyUnit == MoneyUnit.issued, shift == 0 { row.settleMagnitudes() }
        return row
      })
    if !formulas.isEmpty { table.settleTotals(formulas) }
    return table
  }

  /// The sums that a blank's own formulas work out add up what stands in the cells: 元 beside
  /// 万元, and no text at all. Where they did just that, the sum of what was understood counts,
  /// and what is to be said stands at the sources.
  private func settleTotals(_ formulas: Set<Place>) {
    guard let index = rows.firstIndex(where: { $0.role == .total }) else { return }
    let parts = rows.filter { $0.isSource } + groups
    for column in FundColumn.amounts {
      guard let typed = rows[index].line.cell(column), formulas.contains(typed.place),
        let stated = Self.stored(typed), let sum = try? sum(column),
        let added = try? Figure.sum(
          parts.compactMap { $0.line.cell(column).flatMap(Self.stored) }),
        stated == added, sum != stated
      else { continue }
      rows[index].readings[column] = Reading(figure: sum)
      rows[index].isRestated = true
    }
  }

  private static func stored(_ typed: Typed) -> Figure? {
    guard case .number(let digits, _, _) = typed.content else { return nil }
    return Figure(stored: digits)
  }
}

extension FundRow {
  /// V008: an amount 2 000 times what it is held against, and near it once divided by 10 000, was
  /// typed in 元 where 万元 is due; the evident reading counts.
  fileprivate func settleMagnitudes() {
    let initial = issued?.initialBudget ?? amount(.initialBudget)
    settle(.budget, against: issued?.budget ?? initial)
    settle(.initialBudget, against: issued?.initialBudget ?? budget)
    for column in [FundColumn.received, .executed, .pending] { settle(column, against: budget) }
  }

  private func settle(_ column: FundColumn, against base: Figure?) {
    guard let base, base > .zero, let amount = amount(column),
      (try? amount >= base * Figure(2000)) == true, var reading = readings[column],
      let divided = try? amount.shifted(right: 4),
      let fifth = Figure(significand: 2, scale: 1), (try? divided >= base * fifth) == true,
      (try? divided <= base * Figure(5)) == true
    else { return }
    reading.figure = divided
    let found = line.cell(column)?.shown ?? amount.description
    reading.remarks.append(.init(.v008, found: found, expected: divided.description))
    readings[column] = reading
  }
}

extension FundLayout {
  /// The scheme's word for a row, else the form's own.
  func name(of line: FundLine) -> String {
    switch line.role {
    case .total: total.first ?? line.label
    case .source(let id): sources.first { $0.id == id }?.labels.first ?? line.label
    case .group(let id): groups.first { $0.id == id }?.labels.first ?? line.label
    case .part: line.label
    }
  }

  /// The issued budget of a row, in the unit of the form. A programme that issues sources only has issued their sum for
  /// the total row.
  func issued(for line: FundLine, among issued: [Programme.Fund]) -> Programme.Fund? {
    guard !issued.isEmpty else { return nil }
    return inOwnUnit(row(of: line, among: issued))
  }

  private func row(of line: FundLine, among issued: [Programme.Fund]) -> Programme.Fund? {
    switch line.role {
    case .total: return issuedTotal(issued)
    case .source(let id):
      let words = sources.first { $0.id == id }?.labels ?? []
      return Self.fund(named: words + [line.label], among: issued)
    case .group, .part: return Self.fund(named: [line.label], among: issued)
    }
  }

  private func issuedTotal(_ issued: [Programme.Fund]) -> Programme.Fund? {
    if let stated = Self.fund(named: total, among: issued) { return stated }
    return Programme.Fund(
      source: total.first ?? "", initialBudget: Self.sum(issued, \.initialBudget),
      budget: Self.sum(issued, \.budget))
  }

  /// `nil` where none is known, or the sum leaves the range of exact figures.
  private static func sum(_ funds: [Programme.Fund], _ amount: (Programme.Fund) -> Figure?)
    -> Figure?
  {
    var sum: Figure?
    for fund in funds {
      guard let amount = amount(fund) else { continue }
      guard let next = try? (sum ?? .zero) + amount else { return nil }
      sum = next
    }
    return sum
  }

  /// The first of some funds whose source one of the words names.
  private static func fund(named words: [String], among issued: [Programme.Fund])
    -> Programme.Fund?
  {
    var labels: [String]?
    for fund in issued {
      if words.contains(where: { Wording.same($0, fund.source) }) { return fund }
      let known = labels ?? words.map(Wording.label)
      labels = known
      let label = Wording.label(fund.source)
      if known.contains(where: { Wording.equal($0, label) }) { return fund }
    }
    return nil
  }
}

internal import Figures

/// The fund block with its amounts understood.
struct FundTable {
  var rows: [FundRow]

  /// The stated total row.
  var total: FundRow? { rows.first { $0.role == .total } }
  /// The rows that add up to the total.
  var sources: [FundRow] { rows.filter(\.isSource) }
  /// The rows that give several sources as one amount.
  var groups: [FundRow] {
    rows.filter { row in
      if case .group = row.role { true } else { false }
    }
  }

  /// Whether an amount counts otherwise than it stands in its cell: in another unit (V008), or
  /// in a total that adds up what is no number to a formula.
  var hasDoubts: Bool {
    rows.contains { row in
      row.isRestated || row.readings.values.contains { $0.remarks.contains { $0.code == .v008 } }
    }
  }

  /// Whether the total row is blank or all zero while the sources are not: then their sum counts.
  var sourcesStandForTotal: Bool {
    guard !sources.isEmpty else { return false }
    let stated = total.map { row in
      row.hasAmounts || row.hasUnreadAmount
    }
    guard stated != true else { return false }
    return sources.contains(where: \.hasAmounts)
  }

  /// The sum of a column over the sources and groups; `nil` where none has an amount.
  func sum(_ column: FundColumn) throws(FigureOverflow) -> Figure? {
    let amounts = (sources + groups).compactMap { $0.amount(column) }
    return amounts.isEmpty ? nil : try Figure.sum(amounts)
  }

  /// The amount the whole project is reconciled and scored with.
  func whole(_ column: FundColumn) throws(FigureOverflow) -> Figure? {
    sourcesStandForTotal ? try sum(column) : total?.amount(column)
  }
}

/// One row of the fund block with its amounts understood.
struct FundRow {
  var role: FundLine.Role
  /// The scheme's word for it, else the form's own.
  var name: String
  var line: FundLine
  /// How each amount was read; the columns that the form has.
  var readings: [FundColumn: Reading]
  /// The budgets that were issued for this row, in the unit of the form.
  var issued: Programme.Fund?
  /// The column of its budget: 年初预算数 where the form has no other.
  var base = FundColumn.budget
  /// Whether it is a total whose formula came to something else than its sources.
  var isRestated = false
  /// The amounts as they count.
  var amounts: [FundColumn: Figure] { readings.compactMapValues(\.figure) }

  /// One amount as it counts.
  func amount(_ column: FundColumn) -> Figure? { readings[column]?.figure }

  /// Whether any amount is other than 0.
  var hasAmounts: Bool {
    readings.values.contains { reading in reading.figure.map { !$0.isZero } ?? false }
  }

  var isSource: Bool {
    if case .source = role { true } else { false }
  }

  /// Whether something stands in an amount cell that could not be understood.
  var hasUnreadAmount: Bool {
    FundColumn.amounts.contains { column in
      readings[column].map { $0.figure == nil && $0.remarks.first?.code != .v001 } ?? false
    }
  }

  /// The budget the row is held against: issued, else its own.
  var budget: Figure? {
    (base == .initialBudget ? issued?.initialBudget : issued?.budget) ?? amount(base)
  }

  /// `column` ÷ budget; `nil` where either is missing or the budget is 0.
  func rate(_ column: FundColumn, over denominator: FundColumn = .budget) throws(FigureOverflow)
    -> Ratio?
  {
    let divisor = denominator == .budget ? budget : amount(denominator)
    guard let amount = amount(column), let divisor else { return nil }
    return try Ratio(amount, over: divisor)
  }
}

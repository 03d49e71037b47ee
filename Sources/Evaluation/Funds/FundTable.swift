internal import Figures

/// The fund block with its amounts understood.
struct FundTable {
  let rows: [FundRow]
  /// The rows that add up to the total.
  let sources: [FundRow]
  /// The rows that give several sources as one amount.
  let groups: [FundRow]
  /// The stated total row.
  let total: FundRow?

  init(rows: [FundRow]) {
    self.rows = rows
    sources = rows.filter(\.isSource)
    groups = rows.filter(\.isGroup)
    total = rows.first(where: \.isTotal)
  }

  /// Whether an amount counts otherwise than it stands in its cell: in another unit (V008), or
  /// in a total that adds up what is no number to a formula.
  var hasDoubts: Bool {
    rows.contains { row in
      row.isRestated
        || row.readings.all.contains { $0.reading.remarks.contains { $0.code == .v008 } }
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
    try Self.sum(column, of: groups, after: Self.sum(column, of: sources, after: nil))
  }

  private static func sum(
    _ column: FundColumn, of rows: [FundRow], after sum: Figure?
  ) throws(FigureOverflow) -> Figure? {
    var sum = sum
    for row in rows {
      guard let amount = row.amount(column) else { continue }
      sum = try (sum ?? .zero) + amount
    }
    return sum
  }

  /// The amount the whole project is reconciled and scored with.
  func whole(_ column: FundColumn) throws(FigureOverflow) -> Figure? {
    sourcesStandForTotal ? try sum(column) : total?.amount(column)
  }
}

/// One row of the fund block with its amounts understood. Reading completes it; afterwards nobody
/// changes it.
final class FundRow {
  let role: FundLine.Role
  /// The scheme's word for it, else the form's own.
  let name: String
  let line: FundLine
  /// How each amount was read; the columns that the form has.
  var readings = FundReadings()
  /// The budgets that were issued for this row, in the unit of the form.
  let issued: Programme.Fund?
  /// The column of its budget: 年初预算数 where the form has no other.
  let base: FundColumn
  /// Whether it is a total whose formula came to something else than its sources.
  var isRestated = false

  init(_ line: FundLine, name: String, issued: Programme.Fund?, base: FundColumn) {
    (self.line, role, self.name) = (line, line.role, name)
    (self.issued, self.base) = (issued, base)
  }

  /// The amounts as they count.
  var amounts: [FundColumn: Figure] {
    var amounts: [FundColumn: Figure] = [:]
    amounts.reserveCapacity(readings.all.count)
    for (column, reading) in readings.all { amounts[column] = reading.figure }
    return amounts
  }

  /// One amount as it counts.
  func amount(_ column: FundColumn) -> Figure? { readings.figure(column) }

  /// Whether any amount is other than 0.
  var hasAmounts: Bool {
    readings.all.contains { $0.reading.figure.map { !$0.isZero } ?? false }
  }

  var isSource: Bool {
    if case .source = role { true } else { false }
  }

  var isGroup: Bool {
    if case .group = role { true } else { false }
  }

  var isTotal: Bool {
    if case .total = role { true } else { false }
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

/// How the amounts of a row were read; few enough to be looked through.
struct FundReadings {
  private(set) var all: [(column: FundColumn, reading: Reading)] = []

  /// How one amount was read; `nil` where the form has no such column.
  subscript(_ column: FundColumn) -> Reading? {
    get {
      for index in all.indices where all[index].column == column { return all[index].reading }
      return nil
    }
    set {
      if all.contains(where: { $0.column == column }) { all.removeAll { $0.column == column } }
      if let newValue { all.append((column, newValue)) }
    }
  }

  /// The amount of a column, without all else that its reading says.
  func figure(_ column: FundColumn) -> Figure? {
    for index in all.indices where all[index].column == column { return all[index].reading.figure }
    return nil
  }
}

/// A column of the fund block, by meaning.
public enum FundColumn: String, CaseIterable, Hashable, Sendable {
  /// 年初预算数, in the form's money unit.
  case initialBudget
  /// 全年预算数.
  case budget
  /// 到位数.
  case received
  /// 全年执行数.
  case executed
  /// 待支付: counted as executed, not yet paid.
  case pending
  /// 计划成本.
  case plannedCost
  /// 实际成本.
  case actualCost
  /// 分值.
  case points
  /// 执行率, as claimed.
  case executionRate
  /// 到位率, as claimed.
  case arrivalRate
  /// 得分, as claimed.
  case score
  /// 原因.
  case reason
  /// 全年预计执行数.
  case forecast
  /// 得分计算方法: read as a text.
  case explanation

  /// The columns that hold money.
  public static let amounts: [FundColumn] = [
    .initialBudget, .budget, .received, .executed, .forecast, .pending, .plannedCost, .actualCost,
  ]
}

/// One row of the fund block.
public struct FundLine: Sendable {
  /// What the row stands for.
  public enum Role: Hashable, Sendable {
    /// 年度资金总额: the sum of the sources.
    case total
    /// One source, by its id in the scheme.
    case source(String)
    /// Several sources given as one amount, by its id in the scheme.
    case group(String)
    /// A part of a source (其中), not added to the total again.
    case part
  }

  /// What the row stands for.
  public let role: Role
  /// The row's label as the form words it, without 其中： and white space.
  public let label: String
  /// Where the label stands.
  public let place: Place
  /// The cells of the row; a column that the form lacks has none.
  public var cells: [FundColumn: Typed] { row.all }
  private let row: RowCells<FundColumn>

  /// A row.
  public init(role: Role, label: String, place: Place, cells: [FundColumn: Typed]) {
    self.role = role
    self.label = label
    self.place = place
    row = RowCells(cells)
  }

  /// A row as it was read, column after column: no two of one meaning.
  public init(
    role: Role, label: String, place: Place, columns: [(column: FundColumn, typed: Typed)]
  ) {
    self.role = role
    self.label = label
    self.place = place
    row = RowCells(columns)
  }

  /// One cell; `nil` where the form has no such column.
  func cell(_ column: FundColumn) -> Typed? { row[column] }

  /// Whether a formula in it had no stored value.
  var isWorkedOut: Bool { row.isWorkedOut }
}

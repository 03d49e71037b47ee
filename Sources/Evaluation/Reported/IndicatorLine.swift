/// A column of the indicator block, by meaning.
public enum IndicatorColumn: String, CaseIterable, Hashable, Sendable {
  /// 一级指标.
  case tier1
  /// 二级指标.
  case tier2
  /// 三级指标: the indicator's name.
  case name
  /// 指标解释: what is judged, as the form words it.
  case explanation
  /// 指标性质, 计算符号: ≥ ≤ = …
  case sign
  /// 年度指标值.
  case target
  /// 调整后指标值: where it is filled in, it counts and not ``target``.
  case adjustedTarget
  /// 度量单位.
  case unit
  /// 基期值, 上年值: what an increase is measured from.
  case baseline
  /// 实际完成值.
  case actual
  /// 完成率, as claimed.
  case completionRate
  /// 分值.
  case points
  /// 得分, as claimed.
  case score
  /// 扣减分数: what the unit itself takes off the score of its row; 得分 stands without it.
  case deduction
  /// 偏差原因分析及改进措施.
  case reason
  /// 完成情况简要描述: what was done, in the unit's words.
  case summary
  /// 全年预计完成情况: what the year is expected to come to.
  case forecast
  /// Ticked where money is what stood in the way (经费保障).
  case causeFunding
  /// Ticked where rules are (制度保障).
  case causeRules
  /// Ticked where staff is (人员保障).
  case causeStaff
  /// Ticked where equipment is (硬件条件保障).
  case causeEquipment
  /// Ticked where anything else is (其他).
  case causeOther
  /// 完成目标可能性, as one of the scheme's words.
  case likelihood
  /// Ticked where the target will be met for certain (确定能).
  case certain
  /// Ticked where it may be met (有可能).
  case possible
  /// Ticked where it cannot be met (完全不可能).
  case impossible
  /// 自评完成值, beside the reviewed one.
  case selfActual
  /// 自评得分, beside the reviewed one.
  case selfScore
  /// 偏离度, as the reviewer gives it.
  case deviation
  /// 备注.
  case remark
}

extension IndicatorColumn {
  /// Whether it holds points, which further tables have none of.
  public var isOfPoints: Bool { self == .points || self == .score || self == .deduction }

  /// Whether only one way of scoring the indicator block has a use for it (``ScoringRules/Mode``).
  public var isOfOneMode: Bool {
    switch self {
    case .forecast, .causeFunding, .causeRules, .causeStaff, .causeEquipment, .causeOther,
      .likelihood, .certain, .possible, .impossible, .selfActual, .selfScore, .deviation:
      true
    default: false
    }
  }

  /// Columns to be ticked: why a target is in danger, and how likely it is to be met.
  public var isTicked: Bool {
    switch self {
    case .causeFunding, .causeRules, .causeStaff, .causeEquipment, .causeOther, .certain,
      .possible, .impossible:
      true
    default: false
    }
  }
}

/// One row of indicators.
public struct IndicatorLine: Sendable {
  /// A row is handed on many times: one reference stands for all of it.
  private let row: Row

  private final class Row: Sendable {
    let tier1: String
    let tier2: String
    let name: String
    let cells: RowCells<IndicatorColumn>
    let namedKey: String?
    let table: String?
    let goal: Int?

    init(
      _ tier1: String, _ tier2: String, _ name: String, _ cells: RowCells<IndicatorColumn>,
      table: String?, namedKey: String?, goal: Int?
    ) {
      (self.tier1, self.tier2, self.name, self.cells) = (tier1, tier2, name, cells)
      (self.table, self.namedKey, self.goal) = (table, namedKey, goal)
    }
  }

  /// The first tier, inherited from above where the cell is merged or blank; "" where none stands.
  public var tier1: String { row.tier1 }
  /// The second tier, likewise.
  public var tier2: String { row.tier2 }
  /// The text of the third-level cell, trimmed, unit in brackets included.
  public var name: String { row.name }
  /// The cells of the row; a column that the form lacks has none.
  public var cells: [IndicatorColumn: Typed] { row.cells.all }
  /// Which indicator the names of its cells call it, as ``Programme/Indicator/key(id:number:)``
  /// makes them; `nil` where its cells have no names, or those of several rows.
  public var namedKey: String? { row.namedKey }
  /// The id of the further table it stands in; `nil` for the indicator block.
  public var table: String? { row.table }
  /// Which of the report's goals it stands under, from 0; `nil` where the form has none.
  public var goal: Int? { row.goal }

  /// A row.
  public init(
    tier1: String, tier2: String, name: String, cells: [IndicatorColumn: Typed],
    table: String? = nil, namedKey: String? = nil, goal: Int? = nil
  ) {
    row = Row(
      tier1, tier2, name, RowCells(cells), table: table, namedKey: namedKey, goal: goal)
  }

  /// A row as it was read, column after column: no two of one meaning.
  public init(
    tier1: String, tier2: String, name: String,
    columns: [(column: IndicatorColumn, typed: Typed)], table: String?, namedKey: String?,
    goal: Int?
  ) {
    row = Row(
      tier1, tier2, name, RowCells(columns), table: table, namedKey: namedKey, goal: goal)
  }

  /// One cell; `nil` where the form has no such column.
  func cell(_ column: IndicatorColumn) -> Typed? { row.cells[column] }

  /// Whether a formula in it had no stored value.
  var isWorkedOut: Bool { row.cells.isWorkedOut }
}

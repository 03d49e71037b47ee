/// One project's self-evaluation as returned: every value with its place, nothing judged yet.
public struct Report: Sendable {
  /// 项目名称.
  public var projectName: Typed?
  /// 实施单位.
  public var unit: Typed?
  /// 主管部门.
  public var department: Typed?
  /// 项目编码, where the form has a place for it.
  public var projectCode: Typed?
  /// The year in the form's title (2023年度); `nil` where it states none. Days typed without a year
  /// belong to it.
  public var year: Int?
  /// The rows of the fund block, in the order of the form.
  public var funds: [FundLine]
  /// The columns of the fund block that the form has, with the place of each header.
  public var fundColumns: [FundColumn: Place]
  /// The money unit the form states beside its fund block (元, 万元); `nil` where it states none.
  public var moneyUnit: Typed?
  /// The rows of indicators and after them those of further tables, in the order of the form; lines without a third-level text, and
  /// lines of the blank that nobody filled in, are not among them.
  public var indicators: [IndicatorLine]
  /// The annual goals that rows of indicators stand under, in the order of the form.
  public var goals: [AnnualGoal] = []
  /// The columns of the indicator block that the form has, with the place of each header.
  public var indicatorColumns: [IndicatorColumn: Place]
  /// The columns of further tables that the form has, by the table's id.
  public var tableColumns: [String: [IndicatorColumn: Place]]
  /// The points printed in the total row.
  public var totalPoints: Typed?
  /// The unit's own total score.
  public var claimedTotal: Typed?
  /// The reviewer's total, where it stands beside the unit's own.
  public var reviewedTotal: Typed?
  /// The reasons for all rows together, below the table; `nil` where the form has no such text.
  public var reasons: Typed?
  /// Texts beside the tables (总体目标, 实际完成情况…), to be searched for placeholders.
  public var texts: [Typed]
  /// The labels of these texts, by where the texts stand.
  public var textLabels: [Place: String]
  /// The goal as the form states it (预期目标), a text each where it states several.
  public var goalTexts: [Typed]
  /// What reading found out about the structure (codes F and S), in the order of the form.
  public var remarks: [StructureRemark]
  /// What the blank it was made from carried; `nil` where it carries nothing, or nothing that can
  /// be believed.
  public var issued: IssuedForm?
  /// Cells that hold the formula they were handed out with: that a program saved no value with it
  /// is nothing to tell the unit about.
  public var issuedFormulas: Set<Place>

  /// An empty report.
  public init() {
    funds = []
    fundColumns = [:]
    indicators = []
    indicatorColumns = [:]
    tableColumns = [:]
    texts = []
    textLabels = [:]
    goalTexts = []
    remarks = []
    issuedFormulas = []
  }
}

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
  public let cells: [FundColumn: Typed]

  /// A row.
  public init(role: Role, label: String, place: Place, cells: [FundColumn: Typed]) {
    self.role = role
    self.label = label
    self.place = place
    self.cells = cells
  }
}

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
  /// The first tier, inherited from above where the cell is merged or blank; "" where none stands.
  public let tier1: String
  /// The second tier, likewise.
  public let tier2: String
  /// The text of the third-level cell, trimmed, unit in brackets included.
  public let name: String
  /// The cells of the row; a column that the form lacks has none.
  public let cells: [IndicatorColumn: Typed]
  /// Which indicator the names of its cells call it, as ``Programme/Indicator/key(id:number:)``
  /// makes them; `nil` where its cells have no names, or those of several rows.
  public let namedKey: String?
  /// The id of the further table it stands in; `nil` for the indicator block.
  public let table: String?
  /// Which of the report's goals it stands under, from 0; `nil` where the form has none.
  public let goal: Int?

  /// A row.
  public init(
    tier1: String, tier2: String, name: String, cells: [IndicatorColumn: Typed],
    table: String? = nil, namedKey: String? = nil, goal: Int? = nil
  ) {
    self.table = table
    self.goal = goal
    self.tier1 = tier1
    self.tier2 = tier2
    self.name = name
    self.cells = cells
    self.namedKey = namedKey
  }
}

/// One of several annual goals, each with its own rows of indicators (年度绩效目标1).
public struct AnnualGoal: Hashable, Sendable {
  /// Its label without brackets and white space (年度绩效目标1).
  public let name: String
  /// The text of its cell, in which its points may stand: 年度绩效目标1（40分）.
  public let text: String
  /// Where it stands.
  public let place: Place

  /// A goal.
  public init(name: String, text: String, place: Place) {
    self.name = name
    self.text = text
    self.place = place
  }
}

/// What reading found out about a return's structure.
public struct StructureRemark: Hashable, Sendable {
  /// The code, F or S.
  public let code: FindingCode
  /// Where it shows; `nil` for the file as a whole.
  public let place: Place?
  /// The column or thing concerned, in the words of the form.
  public let label: String
  /// What was found.
  public let found: String
  /// What was expected.
  public let expected: String
  /// Tells remarks of one code apart, in words that do not depend on the cell.
  public let key: String

  /// The label of remarks about what a blank carries on its hidden sheet.
  public static let carried = "空表所带的下发信息"

  /// A remark.
  public init(
    _ code: FindingCode, at place: Place?, label: String, found: String, expected: String,
    key: String = ""
  ) {
    self.code = code
    self.place = place
    self.label = label
    self.found = found
    self.expected = expected
    self.key = key
  }

  /// A manifest that is of another project than the form (S005).
  ///
  /// - Parameter what: the cells that say so, as the subject of 不符.
  public static func stranger(
    name: String, unit: String, at place: Place?, contradicting what: String
  ) -> StructureRemark {
    StructureRemark(
      .s005, at: place, label: carried, found: "空表是为“\(name)”（\(unit)）下发的，与表内\(what)不符",
      expected: "表内文字", key: "stranger")
  }
}

public import Figures

/// One project scored: the funds reconciled, every indicator with its rate, score and working.
public struct Scorecard: Sendable {
  /// The project, as issued or as the return names it.
  public var project: ProjectIdentity
  /// The rows of the fund block, in the order of the form.
  public var funds: [FundResult]
  /// The budget execution rate as a scored row.
  public var execution: ExecutionResult?
  /// The indicators, in the order of the form; issued ones that are missing come last.
  public var indicators: [IndicatorResult]
  /// The blocks with what they earned, 预算执行率 first.
  public var blocks: [BlockResult]
  /// The sum of the rounded rows; `nil` where the form has no points.
  public var total: Figure?
  /// The points that could be earned.
  public var totalPoints: Figure?
  /// The unit's own total.
  public var claimedTotal: Figure?
  /// The grade of the total; `nil` without one.
  public var grade: String?
  /// Whether there is anything to rate: not where targets are filed.
  public var isRated = true
  /// How the total came about where it is no plain sum of the blocks; `nil` where it is.
  public var totalWorking: String?
}

/// Which project a return is about.
public struct ProjectIdentity: Hashable, Sendable {
  /// 项目编码; "" where none is known.
  public var id: String
  /// 项目名称.
  public var name: String
  /// 实施单位.
  public var unit: String
  /// 主管部门.
  public var department: String

  /// An identity.
  public init(id: String, name: String, unit: String, department: String) {
    self.id = id
    self.name = name
    self.unit = unit
    self.department = department
  }
}

/// One row of the fund block, understood.
public struct FundResult: Sendable {
  /// What the row stands for.
  public var role: FundLine.Role
  /// The scheme's word for the row, or the form's own where the scheme has none.
  public var source: String
  /// Where its label stands.
  public var place: Place
  /// The column that execution is held against: 年初预算数 where the form has no 全年预算数.
  public var base = FundColumn.budget
  /// The amounts as understood, in the scheme's money unit.
  public var amounts: [FundColumn: Figure]
  /// The budget that was issued, where one was.
  public var issuedBudget: Figure?
  /// 全年执行数 ÷ the budget in percent, rounded.
  public var executionRate: Figure?
  /// 到位数 ÷ 全年预算数 in percent, rounded.
  public var arrivalRate: Figure?
  /// One line that says how it reconciles (结余81.64).
  public var working: String
}

/// How a scored row stands.
public enum RowStatus: String, Hashable, Sendable, CaseIterable {
  /// The target is met.
  case met
  /// The target is not met.
  case shortfall
  /// Met, beyond the limit that asks for a reason.
  case over
  /// No score can be computed: 0 points, always reported.
  case unresolved
  /// Listed, not scored, not in totals.
  case excluded
}

/// The budget execution rate as a scored row.
public struct ExecutionResult: Sendable {
  /// In percent, rounded; `nil` where unresolved.
  public var rate: Figure?
  /// Its points.
  public var points: Figure?
  /// What it earned; `nil` where the form has no points.
  public var score: Figure?
  /// The unit's own score.
  public var claimedScore: Figure?
  /// How it stands.
  public var status: RowStatus
  /// One line that shows the sum (`1431.06÷1496.5×10＝9.56`).
  public var working: String
  /// Where its score stands in the form, or would stand.
  public var place: Place?
}

/// One indicator scored.
public struct IndicatorResult: Sendable {
  /// The issued code, or `I01`, `I02`… by position.
  public var id: String
  /// The first tier.
  public var tier1: String
  /// The second tier.
  public var tier2: String
  /// The text of the third-level cell as issued.
  public var name: String
  /// Its unit; "" where none is known.
  public var unit: String
  /// What it is to reach; `nil` where unknown.
  public var target: Target?
  /// The actual as understood, as text; `nil` where it could not be understood.
  public var actual: String?
  /// In percent, rounded; `nil` where unresolved.
  public var completionRate: Figure?
  /// The unit's own rate, in percent.
  public var claimedRate: Figure?
  /// The points it is scored with; `nil` where the form has none.
  public var points: Figure?
  /// What it earned; `nil` where the form has no points, or it is excluded.
  public var score: Figure?
  /// The unit's own score.
  public var claimedScore: Figure?
  /// How it stands.
  public var status: RowStatus
  /// One line that shows the sum (`5123÷6410×8＝6.39，缺1287`).
  public var working: String
  /// The further table it stands in, by its title (年度任务); `nil` for the indicator block.
  public var table: String?
  /// Where its actual stands, of a judged row its score; `nil` for an issued indicator that is missing.
  public var place: Place?
  /// What the year is expected to come to, as text; `nil` where the form does not ask.
  public var forecast: String?
  /// The unit's own actual beside the reviewed one, as text; `nil` where the form is none of a
  /// review.
  public var selfActual: String?
}

/// One block of indicators.
public struct BlockResult: Sendable {
  /// Its name (产出指标).
  public var name: String
  /// Its points.
  public var points: Figure
  /// What it earned.
  public var score: Figure
  /// The unit's own scores added up; `nil` where one is missing.
  public var claimedScore: Figure?
  /// Where its name first stands in the form.
  public var place: Place?
  /// How its score came about where it is no plain sum of its rows; `nil` where it is.
  public var working: String?
}

/// Whether a return may stand or must go back.
public enum Verdict: String, Hashable, Sendable {
  /// 通过.
  case accept
  /// 退回修改: a finding of level error stands.
  case sendBack
}

/// A report scored and checked.
public struct Evaluated: Sendable {
  /// The scores.
  public var scorecard: Scorecard
  /// Everything there is to say, graver first within the order of the form.
  public var findings: [Finding]
  /// Whether it may stand.
  public var verdict: Verdict
  /// What the unit says in its own words, as far as it says enough to be held against others'.
  public var texts: [OwnText] = []
}

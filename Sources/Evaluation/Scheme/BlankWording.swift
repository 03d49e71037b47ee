/// What a blank prints beside the words that returns are read by.
public struct BlankWording: Hashable, Sendable {
  /// The heading beside the fund block.
  public var funds = "项目资金"
  /// The heading over the names of the sources.
  public var fundSources = "资金来源"
  /// The heading beside the indicator block.
  public var indicators = "绩效指标"
  /// Headings over several columns of the indicator block (年度指标值 over sign, target and unit).
  public var headings: [Heading] = []
  /// The project's goal and what became of it; `nil` where the form has no place for them.
  public var goal: Goal?
  /// The tiers of a form that is handed out without indicators, in order.
  public var tiers: [Tier] = []
  /// The third-level lines under each of those tiers; all of them name no indicator.
  public var lines: [String] = []
  /// What is signed below the table (填表人, 填报日期).
  public var signatures: [String] = []
  /// The notes below the table, one sentence or more each.
  public var notes: [String] = []

  /// A heading over neighbouring columns of the indicator block.
  public struct Heading: Hashable, Sendable {
    /// Its text.
    public var title: String
    /// The columns below it, in the order of the form.
    public var columns: [IndicatorColumn]
  }

  /// The block of the project's goal.
  public struct Goal: Hashable, Sendable {
    /// The heading beside it (年度总体目标).
    public var title: String
    /// The heading over the goal as issued (预期目标).
    public var expected: String
    /// The heading over what the unit says became of it (实际完成情况).
    public var actual: String
  }

  /// A first tier with its second tiers.
  public struct Tier: Hashable, Sendable {
    /// 一级指标.
    public var tier1: String
    /// 二级指标.
    public var tier2: [String]
  }

  /// A blank with nothing but its tables.
  public init() {}
}

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
  /// Labels beside the project's names that the unit fills in (负责人及电话).
  public var fields: [String] = []
  /// Texts beside the tables, each under its heading.
  public var texts: [Texts] = []
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
    /// The heading over why it did not (偏差原因分析及改进措施); `nil` where the form does not ask.
    public var reason: String?
  }

  /// Texts that the unit writes: one beside its heading, or one beside each of several labels.
  public struct Texts: Hashable, Sendable {
    /// The heading beside them (资金管理情况).
    public var title: String
    /// The labels of the single texts (分配科学性); with none the heading is the text's own.
    public var lines: [String]
    /// Where they stand.
    public var position: Position

    /// Where texts stand.
    public enum Position: String, CaseIterable, Sendable {
      /// Between the money and the goal.
      case above
      /// Below the tables.
      case below
    }
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

public import Figures

/// What was approved: the projects of one round with their targets, points and budgets.
public struct Programme: Sendable {
  /// 年度, as written; `nil` where it was left empty.
  public var year: String?
  /// 工作名称.
  public var title: String?
  /// Other keys of 基本信息 (发放单位, 回收截止日期, 联系人, 联系电话).
  public var details: [String: String]
  /// The projects, in the order of the sheet.
  public var projects: [Project]
  /// The SHA-256 of the workbook it was read from, in hexadecimal.
  public var sha256: String
  /// The indicators that are parts of others (C003), beside those of the scheme.
  public var parts: [PartOfWhole] = []

  /// A programme.
  public init(
    year: String? = nil, title: String? = nil, details: [String: String] = [:],
    projects: [Project], sha256: String = ""
  ) {
    self.year = year
    self.title = title
    self.details = details
    self.projects = projects
    self.sha256 = sha256
  }

  /// An indicator that counts a part of what another counts.
  public struct PartOfWhole: Hashable, Sendable {
    /// The project it is meant for; `nil` for every one that has both.
    public var project: String?
    /// The code or name of the part.
    public var part: String
    /// The code or name of the whole.
    public var whole: String

    /// A pair.
    public init(project: String?, part: String, whole: String) {
      self.project = project
      self.part = part
      self.whole = whole
    }
  }

  /// A project as approved.
  public struct Project: Hashable, Sendable {
    /// 项目编码.
    public var id: String
    /// 项目名称.
    public var name: String
    /// 主管部门.
    public var department: String
    /// 实施单位.
    public var unit: String
    /// 上级项目编码; `nil` for a project of its own.
    public var parent: String?
    /// 年度总体目标.
    public var goal: String?
    /// Its budgets, in 万元; empty where none were issued.
    public var funds: [Fund]
    /// Its indicators, in the order of the sheet.
    public var indicators: [Indicator]

    /// A project.
    public init(
      id: String, name: String, department: String, unit: String, parent: String? = nil,
      goal: String? = nil, funds: [Fund] = [], indicators: [Indicator] = []
    ) {
      self.id = id
      self.name = name
      self.department = department
      self.unit = unit
      self.parent = parent
      self.goal = goal
      self.funds = funds
      self.indicators = indicators
    }
  }

  /// An issued budget.
  public struct Fund: Hashable, Sendable {
    /// 资金来源, as written.
    public var source: String
    /// 年初预算数, in 万元.
    public var initialBudget: Figure?
    /// 全年预算数, in 万元.
    public var budget: Figure?

    /// A budget.
    public init(source: String, initialBudget: Figure?, budget: Figure?) {
      self.source = source
      self.initialBudget = initialBudget
      self.budget = budget
    }
  }
}

extension Programme.Indicator {
  /// Whether a text is its code, or its name but for what stands in brackets.
  public func isCalled(_ text: String) -> Bool {
    Wording.key(id) == Wording.key(text) || Wording.label(name) == Wording.label(text)
  }
}

/// A project as a filled form states it: what a programme is made of.
public struct ProjectDraft: Sendable {
  /// 项目编码; "" where the form and its blank have none.
  public var id = ""
  /// 项目名称.
  public var name = ""
  /// 主管部门.
  public var department = ""
  /// 实施单位.
  public var unit = ""
  /// 上级项目编码, as its blank has it; "" where there is none.
  public var parent = ""
  /// 年度总体目标; several are lines.
  public var goal = ""
  /// Its money by source, in the form's money unit.
  public var funds: [Programme.Fund] = []
  /// Its indicators, in the order of the form.
  public var indicators: [Indicator] = []
  /// What could not be read, or is not taken over.
  public var gaps: [Gap] = []

  /// A project of which nothing is known.
  public init() {}

  /// An indicator, in the words of the programme workbook.
  public struct Indicator: Hashable, Sendable {
    /// 指标编码: that of its blank, else by its place.
    public var id: String
    /// 一级指标.
    public var tier1: String
    /// 二级指标.
    public var tier2: String
    /// 三级指标.
    public var name: String
    /// 指标性质; `nil` where the target cannot be understood.
    public var direction: Target.Direction?
    /// 年度指标值; as typed where it cannot be understood.
    public var target: String
    /// 度量单位.
    public var unit: String
    /// 分值; as typed where it is no number.
    public var points: String

    /// An indicator of these words.
    public init(
      id: String, tier1: String, tier2: String, name: String, direction: Target.Direction?,
      target: String, unit: String, points: String
    ) {
      (self.id, self.tier1, self.tier2, self.name) = (id, tier1, tier2, name)
      (self.direction, self.target, self.unit, self.points) = (direction, target, unit, points)
    }
  }

  /// Something that a person has to look at.
  public struct Gap: Hashable, Sendable {
    /// How grave it is: an error leaves the programme incomplete.
    public var severity: Severity
    /// Where it stands; `nil` for the form as a whole.
    public var place: Place?
    /// What it is.
    public var text: Bilingual
  }

  mutating func add(_ severity: Severity, at place: Place?, _ chinese: String, _ english: String) {
    gaps.append(Gap(severity: severity, place: place, text: Bilingual(chinese, english)))
  }
}

extension Target.Direction {
  /// The word of the programme workbook's column 指标性质.
  public var word: String {
    switch self {
    case .atLeast: "≥"
    case .atMost: "≤"
    case .equal: "="
    case .between: "区间"
    case .yesNo: "是否"
    case .level: "定性"
    case .by: "期限"
    }
  }
}

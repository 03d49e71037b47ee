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

/// A form and the rules it is scored by: all that differs between provinces, as data.
///
/// Read from a scheme file (``SchemeFile``). Points are points of the scheme's total, rates are
/// in percent.
public struct Scheme: Sendable {
  /// The scheme's name for commands and results (`mof-2020`).
  public var id: String
  /// Its version, as the file gives it.
  public var version: String
  /// The form's title, which also heads outputs.
  public var title: String
  /// One sentence on what it is for.
  public var summary: String
  /// Where its rules come from, one a line.
  public var sources: [String]
  /// How the form is laid out and worded.
  public var form: FormWording
  /// How figures become scores.
  public var scoring: ScoringRules
}

/// The words by which a form is known: each list holds the scheme's own word first, then the
/// synonyms that returns use. They are compared by ``Wording/label(_:)``; a 其中 at the beginning of
/// a header or of a row of the fund block is taken off before.
public struct FormWording: Sendable {
  /// Names of the sheet; a sheet whose name contains none of them was renamed (S001).
  public var sheetNames: [String]
  /// 项目名称.
  public var projectName: [String]
  /// 实施单位; none where the form names the project alone.
  public var unit: [String]
  /// 主管部门.
  public var department: [String]
  /// 项目编码.
  public var projectCode: [String]
  /// Labels of texts beside the tables.
  public var texts: [String]
  /// Labels of a text that gives the reasons for all rows together, where the indicator block has
  /// no column for them.
  public var reasons: [String] = []
  /// The fund block; `nil` where the form has none.
  public var funds: FundLayout?
  /// The indicator block.
  public var indicators: IndicatorLayout
  /// What a blank prints beside all this.
  public var blank = BlankWording()
  /// Further tables of rows on the same sheet (年度任务): rated, and without points.
  public var tables: [FurtherTable] = []
}

/// A table of rows beside the indicator block: rated by the ordinary rules, without points.
public struct FurtherTable: Sendable {
  /// Its id within the scheme (`tasks`).
  public var id: String
  /// Its name in outputs (年度任务).
  public var title: String
  /// Its words; it has columns for neither points nor scores.
  public var layout: IndicatorLayout
  /// What becomes of a row that states no target.
  public var withoutTarget: WithoutTarget

  /// What becomes of a row that states no target.
  public enum WithoutTarget: String, CaseIterable, Sendable {
    /// It cannot be rated, which is an error.
    case unresolved
    /// It is listed and not rated, with a warning.
    case excluded
  }
}

/// The words of the fund block.
public struct FundLayout: Sendable {
  /// The unit of its amounts (万元).
  public var moneyUnit: String
  /// Its columns in the scheme's order, each with the words of its header.
  public var columns: [Column<FundColumn>]
  /// The column that tells one header row from another: without it the block is not found.
  public var required: [FundColumn]
  /// The words of the total row.
  public var total: [String]
  /// The sources that add up to the total.
  public var sources: [Source]
  /// Rows that give several sources as one amount.
  public var groups: [Group]
  /// Whether rows under other names are the unit's own (its tasks of the year) and no slip.
  public var hasOwnSources = false
  /// Whether amounts may stand beside the names of the rows, without a header over them.
  public var mayLackHeader = false

  /// One source of money.
  public struct Source: Sendable {
    /// Its id within the scheme (`central`).
    public var id: String
    /// The words of its row, the scheme's own first.
    public var labels: [String]

    /// A source.
    public init(id: String, labels: [String]) {
      self.id = id
      self.labels = labels
    }
  }

  /// Several sources given as one amount.
  public struct Group: Sendable {
    /// Its id within the scheme (`local`).
    public var id: String
    /// The words of its row, the scheme's own first.
    public var labels: [String]
    /// The ids of the sources it stands for.
    public var members: [String]

    /// A group.
    public init(id: String, labels: [String], members: [String]) {
      self.id = id
      self.labels = labels
      self.members = members
    }
  }
}

/// The words of the indicator block.
public struct IndicatorLayout: Sendable {
  /// Its columns in the scheme's order, each with the words of its header.
  public var columns: [Column<IndicatorColumn>]
  /// The columns without which a header row is not the block's.
  public var required: [IndicatorColumn]
  /// The words of the total row (总分).
  public var total: [String]
  /// Words that end the block where no total row does (注, 说明).
  public var end: [String]
  /// How the label of an annual goal begins beside the rows that belong to it (年度绩效目标, then its
  /// number); empty where the form has one goal for all.
  public var goals: [String] = []
  /// Texts that stand in the third-level cells of a blank and name no indicator (指标1：, ……): the
  /// whole text, so that 指标1：培训人次 is an indicator.
  public var templateLines: [String]
}

/// A column and the words of its header.
public struct Column<Meaning: Hashable & Sendable>: Sendable {
  /// What it holds.
  public var meaning: Meaning
  /// The words of its header, the scheme's own first.
  public var labels: [String]
  /// Whether the scheme's own form has it; `false` for a column that is only read where a return
  /// has it (a 完成率 or 度量单位 that a department added).
  public var isPrinted: Bool

  /// A column.
  public init(_ meaning: Meaning, labels: [String], isPrinted: Bool = true) {
    self.meaning = meaning
    self.labels = labels
    self.isPrinted = isPrinted
  }
}

extension FormWording {
  /// The scheme's own word for a column of the indicator block, or of a further table by its id.
  public func label(_ column: IndicatorColumn, of table: String? = nil) -> String {
    if let own = ownLabel(column, of: table) { return own }
    // Reasons that stand in one text for all rows.
    if column == .reason, let text = reasons.first { return text }
    return column.rawValue
  }

  /// Looked for in place: a finding more or less takes a label, and a layout is large to hand on.
  private func ownLabel(_ column: IndicatorColumn, of table: String?) -> String? {
    if let table, let index = tables.firstIndex(where: { $0.id == table }) {
      return tables[index].layout.label(column)
    }
    return indicators.label(column)
  }

  /// The words of a further table by its id, else of the indicator block.
  public func layout(of table: String?) -> IndicatorLayout {
    guard let table else { return indicators }
    return tables.first { $0.id == table }?.layout ?? indicators
  }

  /// The scheme's own word for a column of the fund block.
  public func label(_ column: FundColumn) -> String {
    funds?.columns.first { $0.meaning == column }?.labels.first ?? column.rawValue
  }
}

extension IndicatorLayout {
  fileprivate func label(_ column: IndicatorColumn) -> String? {
    for index in columns.indices where columns[index].meaning == column {
      return columns[index].labels.first
    }
    return nil
  }
}

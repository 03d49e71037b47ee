internal import Evaluation

extension SchemeText {
  /// How the form is known.
  var form: Section? {
    let form = scheme.form
    return Section(
      heading: language("表", "The form"),
      lines: [
        (language("工作表", "sheet"), sheet(form.sheetNames)),
        (
          language("项目", "project"),
          list(
            [form.projectName, form.unit, form.department, form.projectCode].compactMap(\.first))
        ),
      ] + texts)
  }

  /// The texts beside the tables that are read.
  private var texts: [(String, String)] {
    let texts = scheme.form.texts
    guard !texts.isEmpty else { return [] }
    return [
      (
        language("文字", "texts"),
        list(texts) + language("：留有提示文字的报告（V014）", ": prompts left in are reported (V014)")
      )
    ]
  }

  private func sheet(_ names: [String]) -> String {
    language(
      "名称含“\(names.joined(separator: "”或“"))”",
      "its name contains \(names.joined(separator: " or "))")
  }

  /// The fund block.
  var funds: Section? {
    guard let funds = scheme.form.funds else { return nil }
    let printed = funds.columns.filter(\.isPrinted).map { name($0) }
    let read = funds.columns.filter { !$0.isPrinted }.map { name($0) }
    let sources = funds.sources.compactMap(\.labels.first)
    var lines = [
      (language("单位", "unit"), funds.moneyUnit), (language("栏", "columns"), list(printed)),
    ]
    if !read.isEmpty { lines.append((alsoRead, list(read))) }
    if let total = funds.total.first, !sources.isEmpty {
      lines.append((language("来源", "sources"), "\(total)＝\(sources.joined(separator: "＋"))"))
    }
    if funds.hasOwnSources {
      lines.append(
        (
          language("其他各行", "other rows"),
          language("由单位自定，与合计对账", "the unit's own, reconciled with the total")
        ))
    }
    if funds.mayLackHeader {
      lines.append(
        (
          language("表头", "header"),
          language(
            "可以没有：金额直接写在各行名称旁", "may be absent: amounts then stand beside the names of the rows")
        ))
    }
    lines += groups(funds)
    return Section(heading: language("资金", "Money"), lines: lines)
  }

  private func groups(_ funds: FundLayout) -> [(String, String)] {
    funds.groups.map { group in
      let members = group.members.compactMap { id in
        funds.sources.first { $0.id == id }?.labels.first
      }
      let text = "\(group.labels.first ?? group.id)＝\(members.joined(separator: "＋"))"
      return (language("合并列示", "together"), text)
    }
  }

  /// The indicator block.
  var indicators: Section? {
    let columns = scheme.form.indicators.columns
    let read = columns.filter { !$0.isPrinted }.map { name($0) }
    var lines = [(language("栏", "columns"), list(columns.filter(\.isPrinted).map { name($0) }))]
    if !read.isEmpty { lines.append((alsoRead, list(read))) }
    if let goal = scheme.form.indicators.goals.first {
      lines.append(
        (
          language("年度目标", "annual goals"),
          language("可有多个，以“\(goal)1（40分）”分隔", "several, told apart by \(goal)1（40分）")
        ))
    }
    let costs = scheme.scoring.costWords
    if !costs.isEmpty {
      lines.append(
        (
          language("成本", "costs"),
          language(
            "二级指标含\(list(costs))的，指标值一般是≤，写作≥的报告（T005）",
            "second tiers with \(list(costs)): a target of ≥ is reported (T005)")
        ))
    }
    return Section(heading: language("指标", "Indicators"), lines: lines)
  }

  /// The further tables, each with what becomes of a row without a target.
  var tables: [Section?] {
    scheme.form.tables.map { table in
      let columns = table.layout.columns
      let read = columns.filter { !$0.isPrinted }.map { name($0) }
      var lines = [(language("栏", "columns"), list(columns.filter(\.isPrinted).map { name($0) }))]
      if !read.isEmpty { lines.append((alsoRead, list(read))) }
      lines.append((language("计分", "scores"), language("只算完成率，不计分", "rates alone, no points")))
      let without =
        table.withoutTarget == .excluded
        ? language("只列出，提请核实（V001）", "listed and not rated, to be explained (V001)")
        : language("无法计算（V001）", "unresolved (V001)")
      let target = scheme.form.label(.target, of: table.id)
      lines.append((language("未列\(target)", "no target"), without))
      return Section(heading: table.title, lines: lines)
    }
  }

  private var alsoRead: String { language("有则读取", "read if there") }

  /// A column by the form's own word, with what it means where that is another language.
  private func name<Meaning: ColumnMeaning>(_ column: Column<Meaning>) -> String {
    let word = column.labels.first ?? column.meaning.english
    return language(word, "\(word) (\(column.meaning.english))")
  }
}

/// What a column holds, in English.
protocol ColumnMeaning: Hashable, Sendable {
  var english: String { get }
}

extension FundColumn: ColumnMeaning {
  var english: String {
    switch self {
    case .initialBudget: "initial budget"
    case .budget: "budget"
    case .received: "received"
    case .executed: "executed"
    case .pending: "not yet paid"
    case .plannedCost: "planned cost"
    case .actualCost: "actual cost"
    case .points: "points"
    case .executionRate: "execution rate"
    case .arrivalRate: "rate received"
    case .score: "score"
    case .reason: "reason"
    case .forecast: "expected for the year"
    case .explanation: "explanation"
    }
  }
}

extension IndicatorColumn: ColumnMeaning {
  var english: String {
    switch self {
    case .tier1: "first tier"
    case .tier2: "second tier"
    case .name: "indicator"
    case .explanation: "explanation"
    case .sign: "direction"
    case .target: "target"
    case .adjustedTarget: "adjusted target"
    case .unit: "unit"
    case .actual: "actual"
    case .completionRate: "completion rate"
    case .points: "points"
    case .score: "score"
    case .baseline: "baseline"
    case .deduction: "deduction"
    case .reason: "reason"
    case .summary: "what was done"
    case .forecast: "expected for the year"
    case .causeFunding: "cause: money"
    case .causeRules: "cause: rules"
    case .causeStaff: "cause: staff"
    case .causeEquipment: "cause: equipment"
    case .causeOther: "cause: other"
    case .likelihood: "likelihood"
    case .certain: "certain"
    case .possible: "possible"
    case .impossible: "impossible"
    case .selfActual: "actual, own"
    case .selfScore: "score, own"
    case .deviation: "deviation"
    case .remark: "remark"
    }
  }
}

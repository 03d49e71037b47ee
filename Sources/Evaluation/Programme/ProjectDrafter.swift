public import Figures

/// Makes project drafts of filled forms: targets, points and money as the forms themselves state
/// them, whether or not anything was reached.
public struct ProjectDrafter: Sendable {
  private let scheme: Scheme
  private let assessor: Assessor

  /// A drafter for forms of a scheme.
  public init(_ scheme: Scheme) {
    self.scheme = scheme
    assessor = Assessor(scheme: scheme, programme: nil)
  }

  /// The draft of one form.
  ///
  /// - Throws: `FigureOverflow` where its sums leave the range of exact figures.
  public func draft(_ report: Report) throws(FigureOverflow) -> ProjectDraft {
    let issued = report.issued?.project
    let assessment = try assessor.assess(report, project: issued)
    var draft = ProjectDraft()
    draft.id = Wording.plain(report.projectCode?.shown ?? "")
    if draft.id.isEmpty { draft.id = issued?.id ?? "" }
    draft.parent = issued?.parent ?? ""
    draft.name = report.projectName?.shown ?? ""
    // A form about a unit as a whole names it once.
    draft.unit = (scheme.form.unit.isEmpty ? report.projectName : report.unit)?.shown ?? ""
    draft.department = report.department?.shown ?? ""
    draft.goal = report.goalTexts.map(\.shown).joined(separator: "\n")
    checkIdentity(report, &draft)
    try addFunds(assessment.funds, &draft)
    addIndicators(assessment, report, &draft)
    return draft
  }

  private func checkIdentity(_ report: Report, _ draft: inout ProjectDraft) {
    let cells: [(Typed?, [String])] = [
      (report.projectName, scheme.form.projectName), (report.unit, scheme.form.unit),
      (report.department, scheme.form.department),
    ]
    for (typed, labels) in cells where typed?.isBlank ?? true {
      guard let label = labels.first ?? (draft.unit.isEmpty ? nil : "主管部门") else { continue }
      draft.add(
        .error, at: typed?.place, "没有“\(label)”，须在下达工作簿中补上",
        "no “\(label)”; fill it in in the programme")
    }
    if let goal = scheme.form.blank.goal, report.goalTexts.isEmpty {
      draft.add(
        .note, at: nil, "没有读到“\(goal.expected)”，年度总体目标留空",
        "no “\(goal.expected)” was read; the goal stays empty")
    }
  }

  // MARK: Money

  /// The sources; the total only where it stands alone, for it is theirs.
  private func addFunds(_ table: FundTable, _ draft: inout ProjectDraft) throws(FigureOverflow) {
    for row in table.rows {
      for column in [FundColumn.initialBudget, .budget] { checkAmount(row, column, &draft) }
    }
    let parts = table.sources + table.groups
    let hasParts = parts.contains(where: Self.isFunded)
    for row in table.rows where Self.isFunded(row) {
      switch row.role {
      case .total where hasParts: break
      case .part:
        draft.add(
          .note, at: row.line.place, "“\(row.name)”是其中的一部分，不单列为资金来源",
          "“\(row.name)” is a part of a source and no source of its own")
      default:
        draft.funds.append(
          .init(
            source: row.name, initialBudget: row.amount(.initialBudget),
            budget: row.amount(.budget)))
      }
    }
    if hasParts { try compareTotal(table, &draft) }
  }

  private static func isFunded(_ row: FundRow) -> Bool {
    row.amount(.initialBudget) != nil || row.amount(.budget) != nil
  }

  private func checkAmount(_ row: FundRow, _ column: FundColumn, _ draft: inout ProjectDraft) {
    guard let reading = row.readings[column] else { return }
    let typed = row.line.cell(column)
    if let doubt = reading.remarks.first(where: { $0.code == .v008 }) {
      draft.add(
        .warning, at: typed?.place, "“\(row.name)”填的是\(doubt.found)，按\(doubt.expected)收入",
        "“\(row.name)” says \(doubt.found), taken as \(doubt.expected)")
    }
    let isNegative = reading.figure?.isNegative ?? false
    guard reading.figure == nil && typed?.isBlank == false || isNegative,
      reading.remarks.first?.code != .v001 || isNegative
    else { return }
    draft.add(
      .error, at: typed?.place, "“\(row.name)”的金额“\(typed?.shown ?? "")”无法读取",
      "the amount “\(typed?.shown ?? "")” of “\(row.name)” cannot be read")
  }

  /// A total that its sources do not add up to: the sources are taken over, and it is said.
  private func compareTotal(_ table: FundTable, _ draft: inout ProjectDraft) throws(FigureOverflow)
  {
    for column in [FundColumn.initialBudget, .budget] {
      guard let total = table.total, let stated = total.amount(column),
        let sum = try table.sum(column), stated != sum
      else { continue }
      draft.add(
        .warning, at: total.line.cell(column)?.place,
        "“\(total.name)”为\(stated)，各来源合计为\(sum)；按各来源收入",
        "“\(total.name)” is \(stated), its sources add up to \(sum); the sources are taken over")
    }
  }

  // MARK: Indicators

  private func addIndicators(
    _ assessment: Assessment, _ report: Report, _ draft: inout ProjectDraft
  ) {
    let isJudged = scheme.scoring.mode == .judged
    let hasPoints = report.indicatorColumns[.points] != nil
    if needsPoints, !hasPoints {
      draft.add(
        .error, at: nil, "表内没有分值栏，须在下达工作簿中补上分值",
        "the form has no column of points; fill them in in the programme")
    }
    var taken = Set(assessment.indicators.compactMap { $0.issued?.id })
    var number = 0
    for row in assessment.indicators {
      guard let line = row.line else {
        draft.add(
          .warning, at: nil, "空表下达的“\(row.name)”表内没有，未收入",
          "“\(row.name)”, which was issued, is not in the form and not taken over")
        continue
      }
      if row.isJudged { continue }
      guard (line.table != nil) == isJudged, !row.isWithoutTarget else {
        draft.add(
          .note, at: line.cell(.name)?.place, "“\(line.name)”不是下达的指标，未收入",
          "“\(line.name)” is no indicator that is issued and not taken over")
        continue
      }
      number += 1
      let id = row.issued?.id ?? Self.free(number, &taken)
      let points = needsPoints && hasPoints ? pointsText(row, &draft) : ""
      draft.indicators.append(indicator(row, line, id: id, points: points, &draft))
    }
  }

  /// The first id by number that no blank has given.
  private static func free(_ number: Int, _ taken: inout Set<String>) -> String {
    var number = number
    while true {
      let id = number < 10 ? "I0\(number)" : "I\(number)"
      if taken.insert(id).inserted { return id }
      number += 1
    }
  }

  private func indicator(
    _ row: AssessedIndicator, _ line: IndicatorLine, id: String, points: String,
    _ draft: inout ProjectDraft
  ) -> ProjectDraft.Indicator {
    var indicator = ProjectDraft.Indicator(
      id: id, tier1: Self.withoutPoints(line.tier1), tier2: line.tier2, name: line.name,
      direction: nil, target: line.cell(.target)?.shown ?? "", unit: row.ownTarget.unit,
      points: points)
    guard let target = row.ownTarget.target else {
      let shown = indicator.target
      draft.add(
        .error, at: line.cell(.target)?.place,
        shown.isEmpty
          ? "“\(line.name)”没有年度指标值" : "“\(line.name)”的年度指标值“\(shown)”无法理解，照原样写出",
        shown.isEmpty
          ? "“\(line.name)” has no target"
          : "the target “\(shown)” of “\(line.name)” cannot be understood and is written as it is")
      return indicator
    }
    indicator.direction = target.direction
    // （定性） behind a name says the kind, which has a column of its own.
    if target.direction == .level, line.cell(.unit)?.isBlank ?? true { indicator.unit = "" }
    indicator.target = text(of: target, indicator)
    return indicator
  }

  /// A target in words that a programme reads as the same target.
  private func text(of target: Target, _ indicator: ProjectDraft.Indicator) -> String {
    let isAsTyped =
      !isRead(target.text, as: target, indicator) && isRead(indicator.target, as: target, indicator)
    return isAsTyped ? indicator.target : target.text
  }

  private func isRead(
    _ text: String, as target: Target, _ indicator: ProjectDraft.Indicator
  ) -> Bool {
    let place = Place(sheet: "", cell: nil)
    let sign = Typed(.text(target.direction.word), at: place)
    return assessor.literalTargets.read(
      Typed(.text(text), at: place), sign: sign, unit: indicator.unit
    ).target == target
  }

  /// Whether indicators of the scheme are issued with points.
  private var needsPoints: Bool {
    scheme.scoring.totalPoints != nil && scheme.scoring.mode == .computed
  }

  private func pointsText(_ row: AssessedIndicator, _ draft: inout ProjectDraft) -> String {
    if let figure = row.ownPoints?.figure { return figure.description }
    let typed = row.cell(.points)
    draft.add(
      .error, at: typed?.place ?? row.cell(.name)?.place,
      "“\(row.name)”没有读到分值", "no points of “\(row.name)” were read")
    return typed?.shown ?? ""
  }

  /// A first tier without the points printed behind it: 产出指标（50分）.
  private static func withoutPoints(_ tier: String) -> String {
    guard let bracket = Wording.bracketedSuffix(of: tier), bracket.hasSuffix("分") else {
      return tier
    }
    let label = Wording.label(tier)
    return label.isEmpty ? tier : label
  }
}

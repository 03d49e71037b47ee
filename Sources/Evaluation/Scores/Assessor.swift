internal import Figures

/// Understands and scores one report: the first half of an evaluation, before anything is said.
final class Assessor: Sendable {
  let scheme: Scheme
  let programme: Programme?
  let values: ValueParser
  let targets: TargetParser
  /// Reads a plain number under % as it stands: the way an issued target is written.
  let literalTargets: TargetParser
  /// The scheme's rules for rows that have none of their own.
  private let usual: SharedRowRules
  /// The programme's year: what a day given without one belongs to.
  private let programmeYear: Int?

  init(scheme: Scheme, programme: Programme?) {
    self.scheme = scheme
    self.programme = programme
    values = ValueParser(vocabulary: Vocabulary(scheme.scoring))
    targets = TargetParser(scheme.scoring)
    literalTargets = TargetParser(scheme.scoring, readsFractions: false)
    usual = SharedRowRules(scheme.scoring.rows)
    programmeYear = programme?.year.flatMap(Self.year)
  }

  private static func year(_ text: String) -> Int? {
    let digits = text.unicodeScalars.filter { ("0"..."9").contains($0) }
    return Int(String(String.UnicodeScalarView(digits.prefix(4))))
  }

  func assess(_ report: Report, project: Programme.Project?) throws(FigureOverflow) -> Assessment {
    let layout = scheme.form.funds
    let funds = layout.map {
      FundTable.read(
        report.funds, layout: $0, issued: project?.funds ?? [], values: values,
        unit: report.moneyUnit?.shown, base: base(of: report), formulas: report.issuedFormulas)
    }
    let assessment = Assessment(
      scheme: scheme, report: report, issued: project, programme: programme,
      funds: funds ?? FundTable(rows: []),
      totalPoints: report.totalPoints.flatMap(presentNumber),
      claimedTotal: report.claimedTotal.map { values.number($0, as: Self.points) },
      values: values)
    assessment.execution = try execution(in: assessment)
    try readIndicators(of: report, project: project, into: assessment)
    if assessment.hasPoints { assessment.blocks = try Blocks(assessment).all }
    assessment.claims = ScoreClaim.all(in: assessment)
    return assessment
  }

  /// The column of budgets: 年初预算数 where the form has no other and the scheme takes that.
  private func base(of report: Report) -> FundColumn {
    let denominator = scheme.scoring.execution?.denominator(among: report.fundColumns)
    return denominator == .initialBudget && report.fundColumns[.budget] == nil
      ? .initialBudget : .budget
  }

  private func presentNumber(_ typed: Typed) -> Reading? {
    values.isBlank(typed) ? nil : values.number(typed, as: Self.points)
  }

  static let points = Measure.quantity(unit: "分")

  /// How a cell was read; `nil` where the form has no such column.
  private func reading(_ typed: Typed?, as measure: Measure) -> Reading? {
    guard let typed else { return nil }
    return values.number(typed, as: measure)
  }

  /// Points below 0 are out of range: with them, another row could earn more than the total.
  func readPoints(_ typed: Typed?, _ what: String = "分值") -> Reading? {
    guard let typed else { return nil }
    let reading = values.number(typed, as: Self.points)
    guard reading.figure?.isNegative == true else { return reading }
    return .failed(.v002, found: typed.shown, expected: "不小于0的\(what)")
  }

  // MARK: Indicators

  private func readIndicators(
    of report: Report, project: Programme.Project?, into assessment: Assessment
  ) throws(FigureOverflow) {
    let lines = report.indicators
    let due = project?.indicators ?? []
    let blank = report.issued?.project.indicators ?? []
    let matches = IndicatorMatch(lines, issued: due, blank: blank) {
      !isJudged($0)
    } fits: { row, place in
      isPrinted(due[place], in: lines[row])
    }
    assessment.moved = matches.moved
    let shared = due.contains { $0.points != nil } ? nil : try SharedPoints(report, scheme.scoring)
    var unissued = 0
    // Rows of the indicator block are I01, I02…, those of further tables T01, T02….
    var rows = 0
    var furtherRows = 0
    assessment.indicators.reserveCapacity(lines.count + matches.missing.count)
    for (index, line) in lines.enumerated() {
      let issued = matches.issued[index]
      if line.table == nil { rows += 1 } else { furtherRows += 1 }
      var id = issued?.id ?? (line.table == nil ? Self.id("I", rows) : Self.id("T", furtherRows))
      let isUnissued =
        isJudged(line)
        ? scheme.scoring.block(of: line.tier1) == nil
        : issued == nil && !due.isEmpty
      if isUnissued {
        unissued += 1
        id = Self.id("N", unissued)
      }
      assessment.indicators.append(
        try indicator(
          id: id, key: issued?.id ?? matches.key(index), line: line, issued: issued,
          isUnissued: isUnissued, share: shared?.shares[index], report: report))
    }
    for issued in matches.missing {
      assessment.indicators.append(
        try indicator(
          id: issued.id, key: issued.id, line: nil, issued: issued, isUnissued: false,
          report: report))
    }
    if matches.areNamedAsIssued {
      for row in assessment.indicators where row.line != nil { row.hasIssuedName = true }
    }
    guard !blank.isEmpty else { return }
    let blanks = Dictionary(blank.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for row in assessment.indicators { row.blank = row.issued.flatMap { blanks[$0.id] } }
  }

  /// Whether the target and points printed in a row are those of an issued indicator.
  private func isPrinted(_ issued: Programme.Indicator, in line: IndicatorLine) -> Bool {
    let unit = issued.unit.isEmpty ? Self.unit(of: line) : issued.unit
    let own = ownTarget(of: line, unit: unit, issued: issued.target)
    guard ChangedTargets.isSame(own.target, issued.target) else { return false }
    guard let points = issued.points, let typed = line.cell(.points) else { return true }
    return readPoints(typed)?.figure == points
  }

  /// Whether the score of a row is the evaluator's: of the indicator block, where the scheme says
  /// so.
  func isJudged(_ line: IndicatorLine) -> Bool {
    scheme.scoring.mode == .judged && line.table == nil
  }

  private static func id(_ letter: String, _ number: Int) -> String {
    number < 10 ? "\(letter)0\(number)" : "\(letter)\(number)"
  }

  private func indicator(
    id: String, key: String, line: IndicatorLine?, issued: Programme.Indicator?, isUnissued: Bool,
    share: SharedPoints.Share? = nil, report: Report
  ) throws(FigureOverflow) -> AssessedIndicator {
    let unitGiven = issued.map(\.unit).flatMap { $0.isEmpty ? nil : $0 } ?? Self.unit(of: line)
    let isJudged = line.map(isJudged) ?? false
    let item = isJudged ? scheme.scoring.item(named: line?.name ?? "") : nil
    let own = ownTarget(of: line, unit: unitGiven, issued: issued?.target)
    let unit = issued.map { $0.unit.isEmpty ? own.unit : $0.unit } ?? own.unit
    let target = issued?.target ?? own.target
    let ownPoints = readPoints(line?.cell(.points))
    let assessed = AssessedIndicator(
      id: id, key: key, line: line, issued: issued, isUnissued: isUnissued, unit: unit,
      ownTarget: own)
    assessed.hasIssuedTarget = issued.map { own.target == $0.target } ?? false
    assessed.isJudged = isJudged
    assessed.item = item
    assessed.isWithoutTarget = isWithoutTarget(line, own, issued)
    assessed.adjustedFrom = adjustedFrom(line, own.target, unit: own.unit)
    assessed.target = isJudged ? nil : target
    assessed.ownPoints = ownPoints
    assessed.points = issued?.points ?? ownPoints?.figure ?? item?.points ?? share?.points
    assessed.share = share
    assessed.claimedScore = reading(line?.cell(claimColumn(of: line)), as: Self.points)
    assessed.baseline = line?.cell(.baseline).map { values.number($0, as: .of(unit: unit)) }
    assessed.deduction = readPoints(line?.cell(.deduction), "扣减分数")
    assessed.claimedRate = reading(line?.cell(.completionRate), as: .percent)
    assessed.hasReason = values.isReason(line?.cell(.reason) ?? report.reasons)
    assessed.year = year(of: report)
    assessed.mode = line?.table == nil ? scheme.scoring.mode : .computed
    do throws(FigureOverflow) {
      try score(assessed, year: assessed.year)
      if assessed.mode == .forecast { try foresee(assessed, year: assessed.year) }
      if assessed.mode == .reviewed { try review(assessed, year: assessed.year) }
      try assessed.deduct(places: scheme.scoring.scorePlaces)
    } catch {
      withdraw(assessed)
    }
    return assessed
  }

  private func year(of report: Report) -> Int? {
    programmeYear ?? report.issued.flatMap { Self.year($0.year) } ?? report.year
  }

  /// A row whose figures cannot be computed exactly is unresolved; the others are scored.
  private func withdraw(_ row: AssessedIndicator) {
    row.actual = nil
    row.scored = nil
    row.own = nil
    row.actualRemarks = [
      .init(.v002, found: row.cell(.actual)?.shown ?? "", expected: ValueParser.rangeWords)
    ]
  }

  private func score(_ row: AssessedIndicator, year: Int?) throws(FigureOverflow) {
    if row.isJudged { return try judge(row) }
    if settle(row) { return }
    if row.isWithoutTarget {
      row.actual = values.number(row.cell(.actual), as: .of(unit: row.unit)).figure
        .map { .number($0) }
    }
    if row.mode == .filed { return row.file() }
    guard let target = row.target, let line = row.line else { return }
    row.shared = rules(of: row, target)
    let reader = ActualReader(
      values: values, unit: row.unit, year: year, perYear: row.ownTarget.perYear,
      levelTakesPercent: row.shared.rules.levelTakesPercent)
    let (actual, remarks) = try reader.read(line.cell(.actual), against: target)
    row.actual = actual
    row.actualRemarks = remarks
    guard let actual, !row.hasUnreadBaseline else { return }
    let claimed = row.mode == .reviewed ? reviewedScore(of: row) : row.claimedScore?.figure
    row.scored = try scheme.scoring.scored(
      actual, against: target, points: row.points, claimed: claimed, year: year,
      by: row.shared.rules,
      from: row.baseline?.figure)
    let ownPoints = row.ownPoints?.figure ?? row.points
    if row.hasIssuedTarget, ownPoints == row.points {
      row.own = row.scored
      return
    }
    guard let ownTarget = row.ownTarget.target else { return }
    if ownTarget == target, ownPoints == row.points {
      row.own = row.scored
      return
    }
    row.own = try scheme.scoring.scored(
      actual, against: ownTarget, points: ownPoints, claimed: claimed,
      year: year, by: rules(of: row, ownTarget).rules, from: row.baseline?.figure)
  }

  /// The rules of a row, which may be chosen by the direction of its target too.
  private func rules(of row: AssessedIndicator, _ target: Target) -> SharedRowRules {
    if scheme.scoring.special.isEmpty { return usual }
    return SharedRowRules(
      scheme.scoring.rules(
        tier1: row.issued?.tier1 ?? row.line?.tier1 ?? "",
        tier2: row.issued?.tier2 ?? row.line?.tier2 ?? "", name: row.name,
        direction: target.direction))
  }

  /// The column of the unit's own score: a review has one of its own for it.
  private func claimColumn(of line: IndicatorLine?) -> IndicatorColumn {
    scheme.scoring.mode == .reviewed && line?.table == nil ? .selfScore : .score
  }

  /// The evaluator's score is the score.
  private func judge(_ row: AssessedIndicator) throws(FigureOverflow) {
    guard let score = row.claimedScore?.figure else { return }
    row.scored = try scheme.scoring.given(score, of: row.points)
    row.own = row.scored
  }
}

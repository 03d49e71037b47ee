internal import Figures

/// A report with every figure understood and scored: what the checks look at. The assessor makes it
/// and completes it; afterwards it is only read. Handed on by reference: it holds some hundred words.
final class Assessment {
  let scheme: Scheme
  let report: Report
  /// The project as issued, by the programme or else by the blank; `nil` where neither has it.
  let issued: Programme.Project?
  /// The whole programme, to name the nearest project.
  let programme: Programme?
  let funds: FundTable
  var execution: AssessedExecution?
  var indicators: [AssessedIndicator] = []
  /// The rows that stand elsewhere than the blank has them, from 0 among the report's.
  var moved: [Int] = []
  /// The points printed in the total row.
  let totalPoints: Reading?
  /// The unit's own total; `nil` where the form has no place for it.
  let claimedTotal: Reading?
  let values: ValueParser
  /// What of the rules the workings of scores name.
  let terms: Working.Terms
  /// Whether the form has points to earn.
  let hasPoints: Bool
  /// The scores that the unit gave itself; empty where the form has no points.
  var claims: [ScoreClaim] = []
  /// The blocks with their points and scores; empty where the form has no points.
  var blocks: [Blocks.Block] = []

  init(
    scheme: Scheme, report: Report, issued: Programme.Project?, programme: Programme?,
    funds: FundTable, totalPoints: Reading?, claimedTotal: Reading?, values: ValueParser
  ) {
    self.scheme = scheme
    self.report = report
    self.issued = issued
    self.programme = programme
    self.funds = funds
    self.totalPoints = totalPoints
    self.claimedTotal = claimedTotal
    self.values = values
    terms = Working.Terms(scheme.scoring)
    hasPoints = Self.hasPoints(scheme.scoring, report, issued)
  }

  /// Whether the form has points to earn.
  private static func hasPoints(
    _ rules: ScoringRules, _ report: Report, _ issued: Programme.Project?
  ) -> Bool {
    rules.totalPoints != nil
      && (report.indicatorColumns[.points] != nil || rules.mode == .judged
        || rules.unstatedPoints != .unscored)
      || issued?.indicators.contains { $0.points != nil } == true
  }

  /// Whether the points of its indicators are known. Where those of none are, a total would be that
  /// of the budget execution rate alone, and its grade would mislead.
  var knowsPoints: Bool {
    hasPoints
      && (scheme.scoring.mode == .judged || indicators.contains { $0.points != nil })
  }

  /// Whether a value that differs from the programme's is the one the blank was handed out with:
  /// then it is no change of the unit's.
  func isAsHandedOut(_ row: AssessedIndicator, _ isSame: (Programme.Indicator) -> Bool) -> Bool {
    programme != nil && row.blank.map(isSame) ?? false
  }

  /// The annual goal that a row stands under, where the form has several.
  func goal(of row: AssessedIndicator) -> AnnualGoal? {
    guard let index = row.line?.goal, report.goals.indices.contains(index) else { return nil }
    return report.goals[index]
  }

  /// Whether the table of a row has a column of that meaning.
  func has(_ column: IndicatorColumn, beside row: AssessedIndicator) -> Bool {
    columns(of: row)[column] != nil || column == .reason && report.reasons != nil
  }

  /// The headers of the table that a row stands in.
  func columns(of row: AssessedIndicator) -> [IndicatorColumn: Place] {
    row.table.flatMap { report.tableColumns[$0] } ?? report.indicatorColumns
  }

  /// The column that the execution rate is divided by.
  var denominator: FundColumn {
    scheme.scoring.execution?.denominator(among: report.fundColumns) ?? .budget
  }

  /// Whether the fund block has a column of that meaning.
  func has(_ column: FundColumn) -> Bool { report.fundColumns[column] != nil }
}

/// The budget execution rate as a scored row. Handed on by reference, with every claim.
final class AssessedExecution {
  /// The points that are scored.
  let points: Figure?
  /// The points printed in the form.
  let ownPoints: Reading?
  let claimedScore: Reading?
  let claimedRate: Reading?
  /// By the issued budget; `nil` where unresolved.
  let scored: ScoredRow?
  /// By the return's own budget.
  let own: ScoredRow?
  /// What was divided by what, for the working.
  let executed: Figure?
  /// See ``executed``.
  let budget: Figure?
  /// The column it was divided by, where that is not the scheme's first.
  let otherDenominator: FundColumn?

  init(
    points: Figure?, ownPoints: Reading?, claimedScore: Reading?, claimedRate: Reading?,
    scored: ScoredRow?, own: ScoredRow?, executed: Figure?, budget: Figure?,
    otherDenominator: FundColumn?
  ) {
    (self.points, self.ownPoints) = (points, ownPoints)
    (self.claimedScore, self.claimedRate) = (claimedScore, claimedRate)
    (self.scored, self.own) = (scored, own)
    (self.executed, self.budget) = (executed, budget)
    self.otherDenominator = otherDenominator
  }
}

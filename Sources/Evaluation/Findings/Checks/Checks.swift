/// Every check, in the order in which findings are listed for one place.
enum Checks {
  static let all: [any Check.Type] = [
    StructureRemarks.self, ChangedLabels.self, MovedRows.self, ReadingRemarks.self,
    WorkedOutFormulas.self, LeftoverPrompts.self,
    UnissuedIndicators.self, MissingIndicators.self, ChangedTargets.self, ChangedPoints.self,
    PointsAddUp.self, UnstatedPoints.self,
    ChangedBudgets.self, ContradictoryDirections.self,
    TotalIsSumOfSources.self, ExecutedBeyondBudget.self, ExecutedBeyondReceived.self,
    ReceivedDiffersFromBudget.self, ClaimedExecutionRate.self, NegativeAmounts.self,
    PendingCountedAsExecuted.self, LowExecution.self, SourcesByThemselves.self,
    ClaimedRate.self, ClaimedDeviation.self, ClaimedScore.self, ReviewedScores.self,
    ScoresBeyondPoints.self, BlankScores.self,
    ClaimedTotal.self, Shortfalls.self, UnexplainedChanges.self,
    UndescribedLevels.self,
    Unresolved.self, JudgedScores.self, AllFullMarks.self, ScoredWithoutFigures.self,
    PartsBeyondWholes.self, TextAgainstTable.self, Forecasts.self, IdenticalBenefitTargets.self,
    ActualsEqualTargets.self,
  ]

  /// What all checks say, precedence settled.
  static func findings(in assessment: Assessment) throws -> [Draft] {
    var drafts: [Draft] = []
    for check in all {
      let found = try check.findings(in: assessment)
      if !found.isEmpty { drafts += found }
    }
    return Precedence.settle(withoutConsequences(drafts))
  }

  /// V008 replaces the B findings that follow from it: those about the same row of money.
  private static func withoutConsequences(_ drafts: [Draft]) -> [Draft] {
    guard drafts.contains(where: { $0.code == .v008 }) else { return drafts }
    let doubted = Set(drafts.filter { $0.code == .v008 }.map(\.subject.key))
    return drafts.filter { draft in
      !(draft.code.rawValue.hasPrefix("B") && doubted.contains(draft.subject.key))
    }
  }
}

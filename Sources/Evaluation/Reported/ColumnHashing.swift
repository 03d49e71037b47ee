// The cells of a row are looked up by their columns. An enumeration with words for raw values is
// hashed by its words, unless it says otherwise: here by a number for each case.

extension IndicatorColumn {
  /// By a number for each case.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }

  private var number: UInt8 {
    switch self {
    case .tier1: 0
    case .tier2: 1
    case .name: 2
    case .explanation: 3
    case .sign: 4
    case .target: 5
    case .adjustedTarget: 6
    case .unit: 7
    case .baseline: 8
    case .actual: 9
    case .completionRate: 10
    case .points: 11
    case .score: 12
    case .deduction: 13
    case .reason: 14
    case .summary: 15
    case .forecast: 16
    case .causeFunding: 17
    case .causeRules: 18
    case .causeStaff: 19
    case .causeEquipment: 20
    case .causeOther: 21
    case .likelihood: 22
    case .certain: 23
    case .possible: 24
    case .impossible: 25
    case .selfActual: 26
    case .selfScore: 27
    case .deviation: 28
    case .remark: 29
    }
  }
}

extension FundColumn {
  /// By a number for each case.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }

  private var number: UInt8 {
    switch self {
    case .initialBudget: 0
    case .budget: 1
    case .received: 2
    case .executed: 3
    case .pending: 4
    case .plannedCost: 5
    case .actualCost: 6
    case .points: 7
    case .executionRate: 8
    case .arrivalRate: 9
    case .score: 10
    case .reason: 11
    case .forecast: 12
    case .explanation: 13
    }
  }
}

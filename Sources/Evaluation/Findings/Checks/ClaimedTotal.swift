internal import Figures

/// R003: the claimed total differs from the sum of the claimed rows.
enum ClaimedTotal: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    guard assessment.hasPoints, let claim = assessment.claimedTotal, let total = claim.figure,
      let place = assessment.report.claimedTotal?.place
    else { return [] }
    // A blank or unreadable row is what has to be put right first.
    guard let sums = try sums(assessment), let sum = sums.first else { return [] }
    let places = assessment.scheme.scoring.scorePlaces
    let isKnown = sums.contains { total.rounded(to: places) == $0.rounded(to: places) }
    guard !isKnown else { return [] }
    let computed = sum.text(places: places)
    return [
      Draft(
        .r003, at: place, assessment.subject(form: "total", label: "总分·得分"),
        found: total.description, expected: computed, "自评总分\(total)与各项自评得分之和\(computed)不符。",
        advice: "各项得分无误的，把总分改为\(computed)，或恢复求和公式。")
    ]
  }

  /// What the claimed rows may come to: their sum; that less what the unit took off; and scaled
  /// as the total is where indicators do not apply. `nil` where a row claims nothing.
  private static func sums(_ assessment: Assessment) throws -> [Figure]? {
    // A row that was not issued is none of the form's, and its claim is in the unit's sum.
    var sum: Figure?
    var isPlain = true
    for row in assessment.indicators {
      if row.isLeftOut || row.deduction != nil { isPlain = false }
      guard counts(row), let claim = row.claimedScore else { continue }
      guard let figure = claim.figure else { return nil }
      sum = try (sum ?? .zero) + figure
    }
    if let execution = assessment.execution?.claimedScore {
      guard let figure = execution.figure else { return nil }
      sum = try (sum ?? .zero) + figure
    }
    guard let sum else { return nil }
    if isPlain { return [sum] }
    let rows = assessment.indicators.filter { counts($0) && $0.claimedScore != nil }
    return try [
      sum, afterDeductions(rows, assessment), scaled(assessment, \.claimed),
      scaled(assessment, \.claimedLeft),
    ].compactMap(\.self)
  }

  private static func counts(_ row: AssessedIndicator) -> Bool {
    row.isUnissued || !row.isExcluded
  }

  /// The claimed rows, each less its deduction.
  private static func afterDeductions(
    _ rows: [AssessedIndicator], _ assessment: Assessment
  ) throws -> Figure? {
    guard rows.contains(where: { ($0.deduction?.figure ?? .zero) > .zero }) else { return nil }
    let left = try rows.compactMap { row in
      try row.claimedScore?.figure.map { claimed in
        max(.zero, try claimed - (row.deduction?.figure ?? .zero))
      }
    }
    return try Figure.sum(left) + (assessment.execution?.claimedScore?.figure ?? .zero)
  }

  /// The claimed scores of the blocks, scaled as those computed are.
  private static func scaled(
    _ assessment: Assessment, _ claim: (Blocks.Block) -> Figure?
  ) throws -> Figure? {
    guard assessment.indicators.contains(where: \.isLeftOut) else { return nil }
    let claims = try assessment.blocks.map { block in
      var claimed = block
      claimed.score = try block.scaled(claim(block), assessment.scheme.scoring) ?? .zero
      claimed.exact = ExactSum()
      try claimed.exact.add(Ratio(claimed.score))
      return claimed
    }
    return try Totals(claims, assessment.scheme.scoring).score
  }
}

extension Blocks.Block {
  /// The unit's own score of the block, with the points of rows that do not apply shared among the
  /// others.
  fileprivate func scaled(_ claimed: Figure?, _ rules: ScoringRules) throws -> Figure? {
    guard let claimed, let applicablePoints else { return claimed }
    return try Ratio(points, over: applicablePoints)
      .map { try ($0 * claimed).rounded(to: rules.scorePlaces) }
  }
}

internal import Figures

/// R001: the claimed completion rate is wrong, held against the return's own figures.
enum ClaimedRate: Check {
  static func findings(in assessment: Assessment) throws -> [Draft] {
    try assessment.indicators.compactMap { row in
      guard let claim = row.claimedRate, claim.figure != nil, let own = row.own,
        let exact = own.exactRate, let typed = row.cell(.completionRate),
        !isFormulaOfTheBlank(typed, row, assessment),
        try !agrees(claim, with: exact), let rate = own.rate
      else { return nil }
      let computed = rate.text(places: assessment.scheme.scoring.ratePlaces) + "%"
      return Draft(
        .r001, at: typed.place, assessment.subject(row, .completionRate), found: typed.shown,
        expected: computed, "完成率填的是\(typed.shown)，应为\(computed)。",
        advice: "改为\(computed)，或恢复公式。")
    }
  }

  /// A rate that a formula of the blank works out goes by the issued target and by what stands in
  /// the cell: where either is not what the row was read as, that is said there.
  private static func isFormulaOfTheBlank(
    _ typed: Typed, _ row: AssessedIndicator, _ assessment: Assessment
  ) -> Bool {
    assessment.report.issuedFormulas.contains(typed.place)
      && (row.actualRemarks.contains { $0.code == .v007 } || row.ownTarget.target != row.target)
  }

  /// Whether a claimed rate is the exact one rounded half up, once, to the claim's own decimals
  /// (at most 4), or at the decimals the cell shows.
  static func agrees(_ claim: Reading, with exact: Ratio) throws(FigureOverflow) -> Bool {
    guard let figure = claim.figure else { return true }
    if agrees(figure, exact, places: min(claim.decimals, 4)) { return true }
    if let shown = claim.shownDecimals, agrees(figure, exact, places: min(shown, 12)) {
      return true
    }
    // 1.6 in a plain cell is 160 % where that is the rate: a fraction above the usual limit.
    guard !claim.isPercent else { return false }
    return agrees(try figure * .hundred, exact, places: min(max(claim.decimals - 2, 0), 4))
  }

  /// A rate too large to be rounded at these places agrees with nothing.
  private static func agrees(_ claim: Figure, _ exact: Ratio, places: Int) -> Bool {
    (try? exact.percent(places: places)) == claim.rounded(to: places)
  }
}

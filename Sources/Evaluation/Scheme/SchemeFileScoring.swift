import Figures

/// Reads the part of a scheme file that says how figures become scores.
struct SchemeScoringReader {
  let form: FormWording

  func rules(_ node: SchemeNode) throws(SchemeFileError) -> ScoringRules {
    let scoring = try SchemeMapping(node, SchemeKeys.scoring)
    let points = try SchemePoints(scoring, form: form)
    var answers = SchemeWords(comparedAs: .cell)
    let yes = try answers.take(scoring.required("yesWords"), for: "yes")
    let no = try answers.take(scoring.required("noWords"), for: "no")
    let levels = try SchemeBands.levels(scoring.optional("levels"), &answers)
    let overLimit = try scoring.optional("overLimit")
      .map { (node) throws(SchemeFileError) in try node.figure(from: .hundred) }
    let rows = try SchemeRows.rules(scoring)
    let special = try SchemeRows.special(scoring.optional("special"), over: rows)
    try checkBaseline(scoring, [rows] + special.map(\.rules))
    let inapplicable = try scoring.optional("notApplicable").map { (node) throws(SchemeFileError) in
      try notApplicable(node, &answers)
    }
    return ScoringRules(
      mode: points.mode, totalPoints: points.total, execution: points.execution,
      blocks: points.blocks,
      rows: rows,
      levels: levels, yes: yes, no: no, overLimit: overLimit,
      shortfallNeedsReason: try scoring.required("shortfallNeedsReason").flag(),
      overNeedsReason: try overNeedsReason(scoring, overLimit),
      changeNeedsReason: try scoring.optional("changeNeedsReason")?.flag() ?? false,
      executionReasonBelow: try executionReasonBelow(scoring),
      ratePlaces: try scoring.required("ratePlaces").places(),
      scorePlaces: try scoring.required("scorePlaces").places(),
      grades: try SchemeBands.grades(
        scoring, total: points.mode.givesScores ? points.total : nil),
      placeholders: try placeholders(scoring, besides: yes + no + levels.flatMap(\.words)),
      costWords: try scoring.words("costWords"),
      parts: try SchemeParts.parts(scoring.optional("parts")),
      likelihood: try likelihood(scoring.optional("likelihood")), special: special,
      lostPointsNeedReason: try scoring.optional("lostPointsNeedReason")?.flag() ?? false,
      levelNeedsSummary: try levelNeedsSummary(scoring),
      notApplicable: inapplicable,
      missingTarget: try missingTarget(scoring),
      totalFrom: try scoring.optional("totalFrom").map { (node) throws(SchemeFileError) in
        try node.choice(of: ScoringRules.TotalSource.self)
      } ?? .roundedScores,
      unstatedPoints: try unstatedPoints(scoring, total: points.total),
      sharedBy: try sharedBy(scoring))
  }

  private func likelihood(
    _ node: SchemeNode?
  ) throws(SchemeFileError) -> ScoringRules.Likelihood {
    var likelihood = ScoringRules.Likelihood()
    guard let node else { return likelihood }
    let keys = try SchemeMapping(node, SchemeKeys.likelihood)
    var words = SchemeWords(comparedAs: .cell)
    likelihood.certain = try words.take(keys.required("certain"), for: "certain")
    likelihood.possible = try words.take(keys.required("possible"), for: "possible")
    likelihood.impossible = try words.take(keys.required("impossible"), for: "impossible")
    return likelihood
  }

  /// What is measured from a baseline needs a column for one.
  private func checkBaseline(
    _ scoring: SchemeMapping, _ rules: [RowRules]
  ) throws(SchemeFileError) {
    let hasColumn = form.indicators.columns.contains { $0.meaning == .baseline }
    guard !hasColumn, rules.contains(where: \.fromBaseline) else { return }
    throw (scoring.optional("fromBaseline") ?? scoring.place).error(
      .contradiction, "rows are measured from a baseline, and there is no column “baseline”",
      "the column among form.indicators.columns or otherColumns")
  }

  /// A text that is due needs a column to stand in.
  private func levelNeedsSummary(_ scoring: SchemeMapping) throws(SchemeFileError) -> Bool {
    guard let node = scoring.optional("levelNeedsSummary"), try node.flag() else { return false }
    guard form.indicators.columns.contains(where: { $0.meaning == .summary }) else {
      throw node.error(
        .contradiction, "a text is due with judged levels, and there is no column “summary”",
        "the column among form.indicators.columns or otherColumns")
    }
    return true
  }

  private func notApplicable(
    _ node: SchemeNode, _ answers: inout SchemeWords
  ) throws(SchemeFileError) -> ScoringRules.NotApplicable {
    let keys = try SchemeMapping(node, SchemeKeys.notApplicable)
    return .init(
      words: try answers.take(keys.required("words"), for: "notApplicable"),
      points: try keys.required("points").choice(of: ScoringRules.NotApplicable.Policy.self))
  }

  private func missingTarget(
    _ scoring: SchemeMapping
  ) throws(SchemeFileError) -> ScoringRules.MissingTarget {
    guard let node = scoring.optional("missingTarget") else { return .error }
    let choice = try node.choice(of: ScoringRules.MissingTarget.self)
    guard choice != .notApplicable || scoring.optional("notApplicable") != nil else {
      throw node.error(
        .contradiction, "nothing says what becomes of indicators that do not apply",
        "the key notApplicable")
    }
    return choice
  }

  private func unstatedPoints(
    _ scoring: SchemeMapping, total: Figure?
  ) throws(SchemeFileError) -> ScoringRules.UnstatedPoints {
    guard let node = scoring.optional("unstatedPoints") else { return .unscored }
    let source = try node.choice(of: ScoringRules.UnstatedPoints.self)
    guard source == .unscored || total != nil else {
      throw node.error(
        .contradiction, "points are shared out of a total that is not given", "the key total")
    }
    return source
  }

  private func sharedBy(_ scoring: SchemeMapping) throws(SchemeFileError) -> [IndicatorColumn] {
    var tiers: [IndicatorColumn] = []
    guard let node = scoring.optional("sharedBy") else { return [] }
    for entry in try node.list() {
      let tier = try entry.choice(of: SharedTier.self).column
      guard !tiers.contains(tier) else {
        throw entry.error(
          .duplicateID, "“\(tier.rawValue)” stands here twice", "every column once")
      }
      tiers.append(tier)
    }
    guard scoring.optional("unstatedPoints") != nil else {
      throw node.error(
        .contradiction, "tiers share points that nothing shares out", "the key unstatedPoints")
    }
    return tiers
  }

  /// The tiers that can share points.
  private enum SharedTier: String, CaseIterable {
    case tier1, tier2

    var column: IndicatorColumn { self == .tier1 ? .tier1 : .tier2 }
  }

  private func overNeedsReason(
    _ scoring: SchemeMapping, _ limit: Figure?
  ) throws(SchemeFileError) -> Bool {
    let node = try scoring.required("overNeedsReason")
    let needed = try node.flag()
    guard !needed || limit != nil else {
      throw node.error(
        .contradiction, "a reason is needed beyond a limit that is not given",
        "the key overLimit, or false")
    }
    return needed
  }

  private func executionReasonBelow(_ scoring: SchemeMapping) throws(SchemeFileError) -> Figure? {
    guard let node = scoring.optional("executionReasonBelow") else { return nil }
    guard scoring.optional("execution") != nil else {
      throw node.error(
        .contradiction, "a limit stands here for an execution rate that is not given",
        "the key execution")
    }
    return try node.figure(through: .hundred)
  }

  /// A prompt that an answer begins with would make every such answer a prompt.
  private func placeholders(
    _ scoring: SchemeMapping, besides answers: [String]
  ) throws(SchemeFileError) -> [String] {
    var words = SchemeWords(comparedAs: .cell)
    guard let list = scoring.optional("placeholders") else { return [] }
    let placeholders = try words.take(list, for: "placeholders")
    let keys = answers.map { ($0, Wording.key($0)) }
    for (entry, prompt) in zip(try list.list(), placeholders) {
      let key = Wording.key(prompt)
      for (answer, words) in keys where words.utf8.starts(with: key.utf8) {
        throw entry.error(
          .ambiguous, "the answer \(quoted(answer)) begins with \(quoted(prompt))",
          "a prompt that no answer begins with")
      }
    }
    return placeholders
  }
}

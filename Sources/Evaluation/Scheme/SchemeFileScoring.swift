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
    return ScoringRules(
      totalPoints: points.total, execution: points.execution, blocks: points.blocks,
      atLeast: try scoring.required("atLeast").choice(of: ScoringRules.ShortfallRule.self),
      atMost: try scoring.required("atMost").choice(of: ScoringRules.ShortfallRule.self),
      levels: levels, yes: yes, no: no, overLimit: overLimit,
      shortfallNeedsReason: try scoring.required("shortfallNeedsReason").flag(),
      overNeedsReason: try overNeedsReason(scoring, overLimit),
      executionReasonBelow: try executionReasonBelow(scoring),
      ratePlaces: try scoring.required("ratePlaces").places(),
      scorePlaces: try scoring.required("scorePlaces").places(),
      grades: try SchemeBands.grades(scoring, total: points.total),
      placeholders: try placeholders(scoring, besides: yes + no + levels.flatMap(\.words)),
      costWords: try scoring.words("costWords"),
      parts: try SchemeParts.parts(scoring.optional("parts")))
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

/// The points of a scheme, which have to add up.
private struct SchemePoints {
  var total: Figure?
  var execution: ScoringRules.Execution?
  var blocks: [ScoringRules.Block] = []

  init(_ scoring: SchemeMapping, form: FormWording) throws(SchemeFileError) {
    let node = scoring.optional("total")
    total = try node.map { (node) throws(SchemeFileError) in try Self.positive(node) }
    execution = try scoring.optional("execution").map { (node) throws(SchemeFileError) in
      try Self.execution(node, form: form)
    }
    try readBlocks(scoring.optional("blocks"))
    try check(at: node ?? scoring.place)
  }

  private static func positive(_ node: SchemeNode) throws(SchemeFileError) -> Figure {
    let points = try node.figure()
    guard !points.isZero else { throw node.error(.outOfRange, "0 points", "more than 0") }
    return points
  }

  private static func execution(
    _ node: SchemeNode, form: FormWording
  ) throws(SchemeFileError) -> ScoringRules.Execution {
    let execution = try SchemeMapping(node, SchemeKeys.execution)
    let place = try execution.required("denominator")
    let column = try place.choice(of: FundColumn.self)
    for needed in [column, .executed] {
      guard form.funds?.columns.contains(where: { $0.meaning == needed }) == true else {
        throw place.error(
          .contradiction, "the fund block has no column “\(needed.rawValue)”",
          "a column of form.funds.columns, and executed among them")
      }
    }
    guard FundColumn.amounts.contains(column), column != .executed, column != .pending else {
      throw place.error(
        .unknownWord, "“\(column.rawValue)” is nothing to divide by",
        "one of initialBudget, budget, received")
    }
    return .init(
      name: try execution.required("name").text(),
      points: try execution.optional("points").map { (node) throws(SchemeFileError) in
        try positive(node)
      },
      denominator: column)
  }

  private mutating func readBlocks(_ node: SchemeNode?) throws(SchemeFileError) {
    var names = SchemeWords(comparedAs: .label)
    for (index, entry) in try (node?.list() ?? []).enumerated() {
      let block = try SchemeMapping(entry, SchemeKeys.block)
      let labels = try names.take(block.required("labels"), for: "block \(index + 1)")
      let points = try block.optional("points").map { (node) throws(SchemeFileError) in
        try Self.positive(node)
      }
      blocks.append(.init(labels: labels, points: points))
    }
  }

  private func check(at node: SchemeNode) throws(SchemeFileError) {
    let parts = [execution?.points].compactMap(\.self) + blocks.compactMap(\.points)
    guard let total else {
      guard parts.isEmpty else {
        throw node.error(
          .contradiction, "points stand here, but no total of them", "the key total")
      }
      return
    }
    let isFree = blocks.isEmpty || blocks.contains { $0.points == nil }
    guard let sum = try? parts.reduce(.zero, { try $0 + $1 }) else {
      throw node.error(.outOfRange, "the points are too large", "points that can be added")
    }
    guard isFree ? sum <= total : sum == total else {
      let addends = parts.map(\.description).joined(separator: " + ")
      throw node.error(
        .sum, "execution and blocks add up to \(sum) (\(addends)), the total is \(total)",
        isFree ? "a sum within the total" : "the same")
    }
  }
}

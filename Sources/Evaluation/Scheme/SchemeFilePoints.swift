import Figures

/// The points of a scheme, which have to add up.
struct SchemePoints {
  var mode = ScoringRules.Mode.computed
  var total: Figure?
  var execution: ScoringRules.Execution?
  var blocks: [ScoringRules.Block] = []

  init(_ scoring: SchemeMapping, form: FormWording) throws(SchemeFileError) {
    let node = scoring.optional("total")
    total = try node.map { (node) throws(SchemeFileError) in try Self.positive(node) }
    execution = try scoring.optional("execution").map { (node) throws(SchemeFileError) in
      try Self.execution(node, form: form)
    }
    if let node = scoring.optional("mode") { mode = try node.choice(of: ScoringRules.Mode.self) }
    try readBlocks(scoring.optional("blocks"), form)
    try check(at: node ?? scoring.place)
    if mode == .judged, let node = scoring.optional("mode") { try checkJudged(node, form) }
    try SchemeModes.check(mode, at: scoring.optional("mode") ?? scoring.place, form)
  }

  static func positive(_ node: SchemeNode) throws(SchemeFileError) -> Figure {
    let points = try node.figure()
    guard !points.isZero else { throw node.error(.outOfRange, "0 points", "more than 0") }
    return points
  }

  private static func execution(
    _ node: SchemeNode, form: FormWording
  ) throws(SchemeFileError) -> ScoringRules.Execution {
    let execution = try SchemeMapping(node, SchemeKeys.execution)
    let denominators = try denominators(execution.required("denominator"), form: form)
    return .init(
      name: try execution.required("name").text(),
      points: try execution.optional("points").map { (node) throws(SchemeFileError) in
        try positive(node)
      },
      denominators: denominators, rules: try SchemeRows.rules(execution))
  }

  /// One column, or several of which the first that a form has counts.
  private static func denominators(
    _ node: SchemeNode, form: FormWording
  ) throws(SchemeFileError) -> [FundColumn] {
    var columns: [FundColumn] = []
    for place in node.isList ? try node.list() : [node] {
      let column = try denominator(place, form: form)
      guard !columns.contains(column) else {
        throw place.error(
          .duplicateID, "“\(column.rawValue)” stands here twice", "every column once")
      }
      columns.append(column)
    }
    return columns
  }

  private static func denominator(
    _ place: SchemeNode, form: FormWording
  ) throws(SchemeFileError) -> FundColumn {
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
    return column
  }

  private mutating func readBlocks(
    _ node: SchemeNode?, _ form: FormWording
  ) throws(SchemeFileError) {
    var names = SchemeWords(comparedAs: .label)
    var items = SchemeItems(form: form, mode: mode)
    for (index, entry) in try (node?.list() ?? []).enumerated() {
      let block = try SchemeMapping(entry, SchemeKeys.block)
      let labels = try names.take(block.required("labels"), for: "block \(index + 1)")
      let points = try block.optional("points").map { (node) throws(SchemeFileError) in
        try Self.positive(node)
      }
      let own = try items.read(block.optional("items"), within: points)
      blocks.append(.init(labels: labels, points: points, items: own))
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

  /// Judged scores are held against points, so there have to be some to hold them against.
  private func checkJudged(
    _ node: SchemeNode, _ form: FormWording
  ) throws(SchemeFileError) {
    guard form.indicators.columns.contains(where: { $0.meaning == .score }) else {
      throw node.error(
        .contradiction, "scores are judged, but the indicator block has no column “score”",
        "the column among form.indicators.columns")
    }
    guard total != nil, !blocks.isEmpty, blocks.allSatisfy({ $0.points != nil }) else {
      throw node.error(
        .contradiction, "scores are judged, but not every limit for them is given",
        "the key total, and blocks that all have points")
    }
  }
}

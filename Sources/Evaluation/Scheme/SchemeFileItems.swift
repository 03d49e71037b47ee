import Figures

/// Reads the rows of judged blocks from a scheme file.
struct SchemeItems {
  let form: FormWording
  let mode: ScoringRules.Mode
  private var names = SchemeWords(comparedAs: .label)

  init(form: FormWording, mode: ScoringRules.Mode) {
    self.form = form
    self.mode = mode
  }

  /// The rows of one block, whose points have to fit into the block's.
  mutating func read(
    _ node: SchemeNode?, within points: Figure?
  ) throws(SchemeFileError) -> [ScoringRules.Item] {
    guard let node else { return [] }
    guard mode == .judged else {
      throw node.error(
        .contradiction, "items stand here, but scores are computed", "the key mode with judged")
    }
    var items: [ScoringRules.Item] = []
    for entry in try node.list() { items.append(try item(entry)) }
    try check(items, within: points, at: node)
    return items
  }

  private mutating func item(_ entry: SchemeNode) throws(SchemeFileError) -> ScoringRules.Item {
    let keys = try SchemeMapping(entry, SchemeKeys.item)
    let words = try names.take(keys.required("labels"), for: "an item of line \(entry.line)")
    return ScoringRules.Item(
      tier2: try keys.required("tier2").text(), labels: words,
      explanation: try keys.optional("explanation").map { (node) throws(SchemeFileError) in
        try node.text()
      },
      points: try keys.optional("points").map { (node) throws(SchemeFileError) in
        try SchemePoints.positive(node)
      },
      restsOn: try amounts(keys.optional("restsOn")),
      isExample: try keys.optional("example").map { (node) throws(SchemeFileError) in
        try node.flag()
      } ?? false)
  }

  private func amounts(_ node: SchemeNode?) throws(SchemeFileError) -> [FundColumn] {
    var columns: [FundColumn] = []
    for entry in try node?.list() ?? [] {
      let column = try entry.choice(of: FundColumn.self)
      guard FundColumn.amounts.contains(column) else {
        let amounts = FundColumn.amounts.map(\.rawValue).joined(separator: ", ")
        throw entry.error(.unknownWord, "“\(column.rawValue)” is no amount", "one of \(amounts)")
      }
      guard form.funds?.columns.contains(where: { $0.meaning == column }) == true else {
        throw entry.error(
          .contradiction, "the fund block has no column “\(column.rawValue)”",
          "a column of form.funds")
      }
      guard !columns.contains(column) else {
        throw entry.error(
          .duplicateID, "“\(column.rawValue)” stands here twice", "every column once")
      }
      columns.append(column)
    }
    return columns
  }

  private func check(
    _ items: [ScoringRules.Item], within points: Figure?, at node: SchemeNode
  ) throws(SchemeFileError) {
    let known = items.compactMap(\.points)
    guard let points, !known.isEmpty else { return }
    let isWhole = known.count == items.count && !items.contains(where: \.isExample)
    guard let sum = try? known.reduce(.zero, { try $0 + $1 }) else {
      throw node.error(.outOfRange, "the points are too large", "points that can be added")
    }
    guard isWhole ? sum == points : sum <= points else {
      throw node.error(
        .sum, "the items add up to \(sum), the block has \(points)",
        isWhole ? "the same" : "a sum within the block's points")
    }
  }
}

internal import Evaluation
internal import Figures

extension Results {
  static func fund(
    _ rows: Span<FundResult>, _ at: Int, _ places: Places, _ json: inout JSONBytes
  ) {
    json.openObject()
    json.member("source", rows[at].source)
    json.member("initialBudget", rows[at].amounts[.initialBudget])
    json.member("budget", rows[at].denominator)
    json.member("received", rows[at].amounts[.received])
    json.member("executed", rows[at].amounts[.executed])
    json.member("executionRate", rows[at].executionRate, places: places.rate)
    json.member("arrivalRate", rows[at].arrivalRate, places: places.rate)
    json.member("pending", rows[at].amounts[.pending])
    json.member("role", rows[at].role.word)
    json.member("issuedBudget", rows[at].issuedBudget)
    json.member("statedBudget", rows[at].amounts[.budget])
    json.closeObject()
  }

  static func execution(_ row: ExecutionResult?, _ places: Places, _ json: inout JSONBytes) {
    json.key("execution")
    guard let row else { return json.append(literal: "null") }
    json.openObject()
    json.member("rate", row.rate, places: places.rate)
    json.member("points", row.points)
    json.member("score", row.score, places: places.score)
    json.member("claimedScore", row.claimedScore)
    json.member("status", row.status.rawValue)
    json.closeObject()
  }

  static func indicator(
    _ rows: Span<IndicatorResult>, _ at: Int, _ places: Places, _ json: inout JSONBytes
  ) {
    json.openObject()
    json.member("id", rows[at].id)
    json.member("tier1", rows[at].tier1)
    json.member("tier2", rows[at].tier2)
    json.member("name", rows[at].name)
    json.member("unit", orNull: rows[at].unit)
    json.member("direction", orNull: rows[at].target?.direction.rawValue)
    json.member("target", orNull: rows[at].target?.text)
    json.member("actual", orNull: rows[at].actual)
    json.member("completionRate", rows[at].completionRate, places: places.rate)
    json.member("claimedRate", rows[at].claimedRate)
    json.member("points", rows[at].points)
    json.member("score", rows[at].score, places: places.score)
    json.member("claimedScore", rows[at].claimedScore)
    json.member("status", rows[at].status.rawValue)
    json.member("working", rows[at].working)
    json.member("sheet", orNull: rows[at].place?.sheet)
    json.member("cell", orNull: rows[at].place?.cell)
    // Of forms that ask for them alone.
    if let forecast = rows[at].forecast { json.member("forecast", forecast) }
    if let own = rows[at].selfActual { json.member("selfActual", own) }
    json.closeObject()
  }

  static func block(
    _ rows: Span<BlockResult>, _ at: Int, _ places: Places, _ json: inout JSONBytes
  ) {
    json.openObject()
    json.member("name", rows[at].name)
    json.member("points", rows[at].points)
    json.member("score", rows[at].score, places: places.score)
    json.closeObject()
  }

  static func text(_ rows: Span<OwnText>, _ at: Int, _ json: inout JSONBytes) {
    json.openObject()
    json.member("label", rows[at].label)
    json.member("sheet", rows[at].place.sheet)
    json.member("cell", orNull: rows[at].place.cell)
    json.member("text", rows[at].text)
    json.closeObject()
  }

  static func finding(_ rows: Span<Finding>, _ at: Int, _ json: inout JSONBytes) {
    json.openObject()
    json.member("id", rows[at].id)
    json.member("code", rows[at].code.rawValue)
    json.member("severity", rows[at].severity.rawValue)
    json.member("sheet", orNull: rows[at].place?.sheet)
    json.member("cell", orNull: rows[at].place?.cell)
    json.member("indicator", orNull: rows[at].indicator)
    json.member("found", rows[at].found)
    json.member("expected", orNull: rows[at].expected)
    json.member("message", rows[at].message)
    json.member("advice", rows[at].advice)
    json.member("label", rows[at].label)
    json.closeObject()
  }
}

extension FundResult {
  /// The budget that the execution rate is computed from: the issued one, else the return's own.
  var denominator: Figure? { issuedBudget ?? amounts[base] }
}

extension FundLine.Role {
  /// The word of results.json.
  fileprivate var word: String {
    switch self {
    case .total: "total"
    case .source: "source"
    case .group: "group"
    case .part: "part"
    }
  }
}

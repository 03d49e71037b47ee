internal import Evaluation
internal import Figures

extension Results {
  static func fund(line: FundResult, _ places: Places, _ json: inout JSONBytes) {
    json.openObject()
    json.member("source", line.source)
    json.member("initialBudget", line.amounts[.initialBudget])
    json.member("budget", line.denominator)
    json.member("received", line.amounts[.received])
    json.member("executed", line.amounts[.executed])
    json.member("executionRate", line.executionRate, places: places.rate)
    json.member("arrivalRate", line.arrivalRate, places: places.rate)
    json.member("pending", line.amounts[.pending])
    json.member("role", line.role.word)
    json.member("issuedBudget", line.issuedBudget)
    json.member("statedBudget", line.amounts[.budget])
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

  static func indicator(_ row: IndicatorResult, _ places: Places, _ json: inout JSONBytes) {
    json.openObject()
    json.member("id", row.id)
    json.member("tier1", row.tier1)
    json.member("tier2", row.tier2)
    json.member("name", row.name)
    json.member("unit", orNull: row.unit)
    json.member("direction", orNull: row.target?.direction.rawValue)
    json.member("target", orNull: row.target?.text)
    json.member("actual", orNull: row.actual)
    json.member("completionRate", row.completionRate, places: places.rate)
    json.member("claimedRate", row.claimedRate)
    json.member("points", row.points)
    json.member("score", row.score, places: places.score)
    json.member("claimedScore", row.claimedScore)
    json.member("status", row.status.rawValue)
    json.member("working", row.working)
    json.member("sheet", orNull: row.place?.sheet)
    json.member("cell", orNull: row.place?.cell)
    // Of forms that ask for them alone.
    if let forecast = row.forecast { json.member("forecast", forecast) }
    if let own = row.selfActual { json.member("selfActual", own) }
    json.closeObject()
  }

  static func block(_ row: BlockResult, _ places: Places, _ json: inout JSONBytes) {
    json.openObject()
    json.member("name", row.name)
    json.member("points", row.points)
    json.member("score", row.score, places: places.score)
    json.closeObject()
  }

  static func text(_ text: OwnText, _ json: inout JSONBytes) {
    json.openObject()
    json.member("label", text.label)
    json.member("sheet", text.place.sheet)
    json.member("cell", orNull: text.place.cell)
    json.member("text", text.text)
    json.closeObject()
  }

  static func finding(_ finding: Finding, _ json: inout JSONBytes) {
    json.openObject()
    json.member("id", finding.id)
    json.member("code", finding.code.rawValue)
    json.member("severity", finding.severity.rawValue)
    json.member("sheet", orNull: finding.place?.sheet)
    json.member("cell", orNull: finding.place?.cell)
    json.member("indicator", orNull: finding.indicator)
    json.member("found", finding.found)
    json.member("expected", orNull: finding.expected)
    json.member("message", finding.message)
    json.member("advice", finding.advice)
    json.member("label", finding.label)
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

internal import Evaluation
internal import Figures

/// What results.json says of the round as a whole.
struct RecordedRound {
  var schema = ""
  /// The scheme's id; `nil` where its returns are scored by several.
  var scheme: String?
  var programme: Programme?
  /// What the round is called; `nil` where it is not said.
  var title: String?
  /// Whether the form has points; `nil` where it is not said.
  var hasPoints: Bool?
  /// Which part of a round it is; `nil` for a whole one.
  var shard: RecordedShard?
  private var deadline: String?

  /// - Parameters:
  ///   - head: what stands before the returns, from the first brace to the bracket of the list.
  ///   - tail: what stands behind them, from the bracket that closes it.
  init(head: [UInt8], tail: [UInt8]) throws(JSONScanner.Fault) {
    var json = JSONScanner(head + tail)
    var hasReturns = false
    try json.object { key, json throws(JSONScanner.Fault) in
      switch key {
      case "schema": schema = try json.text()
      case "scheme": scheme = try json.optionalText()
      case "programme": try readProgramme(&json)
      case "round": try readRound(&json)
      case "shard": shard = try RecordedShard(&json)
      case "returns":
        hasReturns = true
        try json.skip()
      default: try json.skip()
      }
    }
    try json.finish()
    guard hasReturns else { throw json.fault("no returns") }
    if let deadline { programme?.details[Results.deadlineKey] = deadline }
  }

  private mutating func readProgramme(_ json: inout JSONScanner) throws(JSONScanner.Fault) {
    if try json.null() { return }
    var read = Programme(projects: [])
    try json.object { key, json throws(JSONScanner.Fault) in
      switch key {
      case "year": read.year = try json.optionalText()
      case "sha256": read.sha256 = try json.optionalText() ?? ""
      case "projects":
        try json.list { json throws(JSONScanner.Fault) in
          read.projects.append(try Programme.Project(&json))
        }
      default: try json.skip()
      }
    }
    programme = read
  }

  private mutating func readRound(_ json: inout JSONScanner) throws(JSONScanner.Fault) {
    try json.object { key, json throws(JSONScanner.Fault) in
      switch key {
      case "title": title = try json.text()
      case "deadline": deadline = try json.optionalText()
      case "scored": hasPoints = try json.flag()
      default: try json.skip()
      }
    }
  }
}

extension Programme.Project {
  init(_ json: inout JSONScanner) throws(JSONScanner.Fault) {
    self.init(id: "", name: "", department: "", unit: "")
    try json.object { key, json throws(JSONScanner.Fault) in
      switch key {
      case "id": id = try json.optionalText() ?? ""
      case "name": name = try json.optionalText() ?? ""
      case "unit": unit = try json.optionalText() ?? ""
      case "department": department = try json.optionalText() ?? ""
      case "parent": parent = try json.optionalText()
      case "budget":
        if let budget = try json.figure() {
          funds = [Programme.Fund(source: "", initialBudget: nil, budget: budget)]
        }
      default: try json.skip()
      }
    }
  }
}

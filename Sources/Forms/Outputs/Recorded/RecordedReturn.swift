internal import Evaluation
internal import Figures

/// One return as results.json records it. The roll-up is made from this alone, so that it does not
/// depend on whether the returns were scored in this run or in several others.
struct RecordedReturn {
  /// What of a return is read; the rest is checked and passed over.
  struct Parts: OptionSet {
    let rawValue: Int
    static let funds = Parts(rawValue: 1)
    static let indicators = Parts(rawValue: 2)
    static let findings = Parts(rawValue: 4)
    static let texts = Parts(rawValue: 8)
    static let all: Parts = [.funds, .indicators, .findings]
  }

  /// A row of the fund block; amounts in the form's money unit.
  struct Fund {
    var source = ""
    var role = ""
    /// The budget the rate is computed from.
    var budget: Figure?
    /// The budget that was issued.
    var issuedBudget: Figure?
    /// The return's own budget.
    var statedBudget: Figure?
    var initialBudget: Figure?
    var received: Figure?
    var executed: Figure?
    var pending: Figure?
    var executionRate: Figure?
  }

  /// An indicator.
  struct Indicator {
    var id = ""
    var tier1 = ""
    var tier2 = ""
    var name = ""
    var unit = ""
    var direction = ""
    var target = ""
    var actual = ""
    var completionRate: Figure?
    var points: Figure?
    var score: Figure?
    var status: RowStatus?
    var working = ""
    var sheet = ""
    var cell = ""
  }

  /// A block with its points.
  struct Block {
    var name = ""
    var points = Figure.zero
    var score = Figure.zero
  }

  var file = ""
  /// Which form of the workbook, from 1.
  var form = 1
  var sha256 = ""
  var isScored = false
  /// Whether it counted in the run that recorded it.
  var counted = false
  var fundUnit = ""
  /// The annotated copy, relative to the folder of results.json.
  var annotated: String?
  var project = ProjectIdentity(id: "", name: "", unit: "", department: "")
  var funds: [Fund] = []
  /// The execution rate that was scored; `nil` where the form scores none.
  var executionRate: Figure?
  var indicators: [Indicator] = []
  var blocks: [Block] = []
  var total: Figure?
  var claimedTotal: Figure?
  var grade = ""
  var verdict = Verdict.sendBack
  var findings: [SummaryLine.Remark] = []
  var modified: String?
  var texts: [OwnText] = []
  /// The id of the scheme it was scored by; `nil` where it is not said.
  var scheme: String?
}

extension RecordedReturn {
  /// Reads one line of results.json.
  init(line: [UInt8], _ parts: Parts = .all) throws(JSONScanner.Fault) {
    var json = JSONScanner(line)
    var isWhole = false
    try json.object { key, json throws(JSONScanner.Fault) in
      if key == "file" { isWhole = true }
      try read(key, parts, &json)
    }
    try json.finish()
    guard isWhole, !sha256.isEmpty || !isScored else {
      throw JSONScanner.Fault(offset: 0, reason: "no return: file or sha256 is missing")
    }
  }

  private mutating func read(
    _ key: String, _ parts: Parts, _ json: inout JSONScanner
  ) throws(JSONScanner.Fault) {
    switch key {
    case "file": file = try json.text()
    case "form": form = try json.ordinal()
    case "sha256": sha256 = try json.text()
    case "status": isScored = try json.word(["scored", "rejected"]) == "scored"
    case "counts": counted = try json.flag()
    case "fundUnit": fundUnit = try json.optionalText() ?? ""
    case "annotated": annotated = try json.optionalText()
    case "project": try readProject(&json)
    case "execution": try readExecution(&json)
    case "total": total = try json.figure()
    case "claimedTotal": claimedTotal = try json.figure()
    case "grade": grade = try json.optionalText() ?? ""
    case "verdict":
      verdict = try json.word(["accept", "sendBack"]) == "accept" ? .accept : .sendBack
    case "modified": modified = try json.optionalText()
    case "scheme": scheme = try json.optionalText()
    default: try readRows(key, parts, &json)
    }
  }

  private mutating func readRows(
    _ key: String, _ parts: Parts, _ json: inout JSONScanner
  ) throws(JSONScanner.Fault) {
    switch key {
    case "funds" where parts.contains(.funds):
      try json.list { json throws(JSONScanner.Fault) in funds.append(try Fund(&json)) }
    case "indicators" where parts.contains(.indicators):
      try json.list { json throws(JSONScanner.Fault) in indicators.append(try Indicator(&json)) }
    case "blocks":
      try json.list { json throws(JSONScanner.Fault) in blocks.append(try Block(&json)) }
    case "findings" where parts.contains(.findings):
      try json.list { json throws(JSONScanner.Fault) in
        findings.append(try SummaryLine.Remark(&json))
      }
    case "texts" where parts.contains(.texts):
      try json.list { json throws(JSONScanner.Fault) in texts.append(try OwnText(&json)) }
    default: try json.skip()
    }
  }

  private mutating func readProject(_ json: inout JSONScanner) throws(JSONScanner.Fault) {
    if try json.null() { return }
    try json.object { key, json throws(JSONScanner.Fault) in
      switch key {
      case "id": project.id = try json.optionalText() ?? ""
      case "name": project.name = try json.optionalText() ?? ""
      case "unit": project.unit = try json.optionalText() ?? ""
      case "department": project.department = try json.optionalText() ?? ""
      default: try json.skip()
      }
    }
  }

  private mutating func readExecution(_ json: inout JSONScanner) throws(JSONScanner.Fault) {
    if try json.null() { return }
    try json.object { key, json throws(JSONScanner.Fault) in
      if key == "rate" { executionRate = try json.figure() } else { try json.skip() }
    }
  }
}

extension RecordedReturn.Fund {
  init(_ json: inout JSONScanner) throws(JSONScanner.Fault) {
    try json.object { key, json throws(JSONScanner.Fault) in
      switch key {
      case "source": source = try json.optionalText() ?? ""
      case "role": role = try json.optionalText() ?? ""
      case "budget": budget = try json.figure()
      case "issuedBudget": issuedBudget = try json.figure()
      case "statedBudget": statedBudget = try json.figure()
      case "initialBudget": initialBudget = try json.figure()
      case "received": received = try json.figure()
      case "executed": executed = try json.figure()
      case "pending": pending = try json.figure()
      case "executionRate": executionRate = try json.figure()
      default: try json.skip()
      }
    }
  }
}

extension RecordedReturn.Indicator {
  init(_ json: inout JSONScanner) throws(JSONScanner.Fault) {
    try json.object { key, json throws(JSONScanner.Fault) in
      switch key {
      case "completionRate": completionRate = try json.figure()
      case "points": points = try json.figure()
      case "score": score = try json.figure()
      case "status": status = RowStatus(rawValue: try json.text())
      default: try readText(key, &json)
      }
    }
  }

  private mutating func readText(
    _ key: String, _ json: inout JSONScanner
  ) throws(JSONScanner.Fault) {
    switch key {
    case "id": id = try json.optionalText() ?? ""
    case "tier1": tier1 = try json.optionalText() ?? ""
    case "tier2": tier2 = try json.optionalText() ?? ""
    case "name": name = try json.optionalText() ?? ""
    case "unit": unit = try json.optionalText() ?? ""
    case "direction": direction = try json.optionalText() ?? ""
    case "target": target = try json.optionalText() ?? ""
    case "actual": actual = try json.optionalText() ?? ""
    case "working": working = try json.optionalText() ?? ""
    case "sheet": sheet = try json.optionalText() ?? ""
    case "cell": cell = try json.optionalText() ?? ""
    default: try json.skip()
    }
  }
}

extension RecordedReturn.Block {
  init(_ json: inout JSONScanner) throws(JSONScanner.Fault) {
    try json.object { key, json throws(JSONScanner.Fault) in
      switch key {
      case "name": name = try json.optionalText() ?? ""
      case "points": points = try json.figure() ?? .zero
      case "score": score = try json.figure() ?? .zero
      default: try json.skip()
      }
    }
  }
}

extension OwnText {
  init(_ json: inout JSONScanner) throws(JSONScanner.Fault) {
    var (label, sheet, text) = ("", "", "")
    var cell: String?
    try json.object { key, json throws(JSONScanner.Fault) in
      switch key {
      case "label": label = try json.text()
      case "sheet": sheet = try json.text()
      case "cell": cell = try json.optionalText()
      case "text": text = try json.text()
      default: try json.skip()
      }
    }
    self.init(label: label, place: Place(sheet: sheet, cell: cell), text: text)
  }
}

extension SummaryLine.Remark {
  init(_ json: inout JSONScanner) throws(JSONScanner.Fault) {
    var (id, code, severity, label) = ("", "", Severity.note, "")
    var (found, expected, message, advice) = ("", "", "", "")
    var (sheet, cell): (String?, String?) = (nil, nil)
    try json.object { key, json throws(JSONScanner.Fault) in
      switch key {
      case "id": id = try json.text()
      case "code": code = try json.text()
      case "severity":
        severity = Severity(rawValue: try json.word(["note", "warning", "error"])) ?? .note
      case "sheet": sheet = try json.optionalText()
      case "cell": cell = try json.optionalText()
      case "found": found = try json.optionalText() ?? ""
      case "expected": expected = try json.optionalText() ?? ""
      case "message": message = try json.optionalText() ?? ""
      case "advice": advice = try json.optionalText() ?? ""
      case "label": label = try json.optionalText() ?? ""
      default: try json.skip()
      }
    }
    self.init(
      id: id, code: code, severity: severity, place: sheet.map { Place(sheet: $0, cell: cell) },
      label: label, found: found, expected: expected, message: message, advice: advice)
  }
}

extension JSONScanner {
  /// One of these words.
  mutating func word(_ words: [String]) throws(Fault) -> String {
    let word = try text()
    guard words.contains(word) else {
      throw fault("“\(word.prefix(40))” where \(words.joined(separator: ", ")) is due")
    }
    return word
  }
}

internal import Evaluation
internal import Figures

extension RecordedReturn.Fund {
  private enum Key: String, CaseIterable {
    case source, initialBudget, budget, received, executed, executionRate, arrivalRate, pending
    case role, issuedBudget, statedBudget
  }

  private static let keys = JSONNames(Key.self)
  private static let roles = JSONNames<RecordedReturn.Role>([
    ("source", .source), ("total", .total), ("part", .part), ("group", .group), ("", .none),
  ])

  init(_ json: inout JSONScanner) throws(JSONScanner.Fault) {
    try json.object(Self.keys) { key, json throws(JSONScanner.Fault) in
      switch key {
      case .source: source = try json.optionalText() ?? ""
      case .role: role = try json.null() ? .none : try json.known(Self.roles) ?? .other
      case .budget: budget = try json.figure()
      case .issuedBudget: issuedBudget = try json.figure()
      case .statedBudget: statedBudget = try json.figure()
      case .initialBudget: initialBudget = try json.figure()
      case .received: received = try json.figure()
      case .executed: executed = try json.figure()
      case .pending: pending = try json.figure()
      case .executionRate: executionRate = try json.figure()
      case .arrivalRate, nil: try json.skip()
      }
    }
  }
}

/// The keys of an indicator, in the order in which they are written.
private enum IndicatorKey: String, CaseIterable {
  case id, tier1, tier2, name, unit, direction, target, actual, completionRate, claimedRate, points
  case score, claimedScore, status, working, sheet, cell

  static let names = JSONNames(IndicatorKey.self)
}

extension RowStatus {
  /// The words of results.json.
  fileprivate static let names = JSONNames(RowStatus.self)
}

extension RecordedReturn.Indicator {
  init(_ json: inout JSONScanner) throws(JSONScanner.Fault) {
    try json.object(IndicatorKey.names) { key, json throws(JSONScanner.Fault) in
      switch key {
      case .completionRate: completionRate = try json.figure()
      case .points: points = try json.figure()
      case .score: score = try json.figure()
      case .status: status = try json.known(RowStatus.names)
      default: try readText(key, &json)
      }
    }
  }

  private mutating func readText(
    _ key: IndicatorKey?, _ json: inout JSONScanner
  ) throws(JSONScanner.Fault) {
    switch key {
    case .id: id = try json.optionalText() ?? ""
    case .tier1: tier1 = try json.optionalText() ?? ""
    case .tier2: tier2 = try json.optionalText() ?? ""
    case .name: name = try json.optionalText() ?? ""
    case .unit: unit = try json.optionalText() ?? ""
    case .direction: direction = try json.optionalText() ?? ""
    case .target: target = try json.optionalText() ?? ""
    case .actual: actual = try json.optionalText() ?? ""
    case .working: working = try json.optionalText() ?? ""
    case .sheet: sheet = try json.optionalText() ?? ""
    case .cell: cell = try json.optionalText() ?? ""
    default: try json.skip()
    }
  }
}

extension RecordedReturn.CountedIndicator {
  init(_ json: inout JSONScanner) throws(JSONScanner.Fault) {
    place = json.at
    try json.object(IndicatorKey.names) { key, json throws(JSONScanner.Fault) in
      switch key {
      case .tier1: tier1 = try json.null() ? nil : try json.passage()
      case .tier2: tier2 = try json.null() ? nil : try json.passage()
      case .name: name = try json.null() ? nil : try json.passage()
      case .completionRate: completionRate = try json.figure()
      case .points: points = try json.figure()
      case .score: score = try json.figure()
      case .status: status = try json.known(RowStatus.names)
      default: try json.skip()
      }
    }
  }
}

extension RecordedReturn.Block {
  private enum Key: String, CaseIterable {
    case name, points, score
  }

  private static let keys = JSONNames(Key.self)

  init(_ json: inout JSONScanner) throws(JSONScanner.Fault) {
    try json.object(Self.keys) { key, json throws(JSONScanner.Fault) in
      switch key {
      case .name: name = try json.optionalText() ?? ""
      case .points: points = try json.figure() ?? .zero
      case .score: score = try json.figure() ?? .zero
      case nil: try json.skip()
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
  private enum Key: String, CaseIterable {
    case id, code, severity, sheet, cell, indicator, found, expected, message, advice, label
  }

  private static let keys = JSONNames(Key.self)
  private static let severities = JSONNames([
    ("note", Severity.note), ("warning", .warning), ("error", .error),
  ])

  /// - Parameter isWhole: whether more than its code and severity is read.
  init(_ json: inout JSONScanner, isWhole: Bool) throws(JSONScanner.Fault) {
    self.init(
      code: "", severity: .note, place: nil, label: "", found: "", expected: "", message: "")
    var (sheet, cell): (String?, String?) = (nil, nil)
    try json.object(Self.keys) { key, json throws(JSONScanner.Fault) in
      switch key {
      case .code: code = try json.text()
      case .severity: severity = try json.word(Self.severities)
      case .sheet where isWhole: sheet = try json.optionalText()
      case .cell where isWhole: cell = try json.optionalText()
      case _ where isWhole: try readText(key, &json)
      default: try json.skip()
      }
    }
    place = sheet.map { Place(sheet: $0, cell: cell) }
  }

  private mutating func readText(
    _ key: Key?, _ json: inout JSONScanner
  ) throws(JSONScanner.Fault) {
    switch key {
    case .id: id = try json.text()
    case .found: found = try json.optionalText() ?? ""
    case .expected: expected = try json.optionalText() ?? ""
    case .message: message = try json.optionalText() ?? ""
    case .advice: advice = try json.optionalText() ?? ""
    case .label: label = try json.optionalText() ?? ""
    default: try json.skip()
    }
  }
}

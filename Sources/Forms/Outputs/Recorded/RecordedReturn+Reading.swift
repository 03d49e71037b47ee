internal import Evaluation

extension RecordedReturn {
  /// What is read of a line.
  struct Request {
    var parts: Parts
    /// Where the only indicator that is wanted begins in the line; `nil` for all of them.
    var indicator: Int?
    /// Where the line's lists stand, where it was read before.
    var lists: RecordedLists?

    init(_ parts: Parts, indicator: Int? = nil, lists: RecordedLists? = nil) {
      (self.parts, self.indicator, self.lists) = (parts, indicator, lists)
    }

    func asksFor(_ any: Parts) -> Bool { !parts.isDisjoint(with: any) }

    /// Whether a packed return says all that is asked for: it has no texts, and of indicators only
    /// those that are asked for one by one.
    var isPacked: Bool { !asksFor(.texts) && (indicator != nil || !asksFor(.indicators)) }
  }

  private enum Key: String, CaseIterable {
    case file, form, sha256, status, counts, fundUnit, annotated, project, funds, execution
    case indicators, blocks, total, claimedTotal, grade, verdict, findings, modified, scheme, texts
  }

  private static let keys = JSONNames(Key.self)
  private static let statuses = JSONNames([("scored", true), ("rejected", false)])
  private static let verdicts = JSONNames([
    ("accept", Verdict.accept), ("sendBack", Verdict.sendBack),
  ])

  /// Reads one line of results.json.
  convenience init(_ json: inout JSONScanner, _ request: Request) throws(JSONScanner.Fault) {
    self.init()
    var (hasFile, hasDigest) = (false, false)
    try json.object(Self.keys) { key, json throws(JSONScanner.Fault) in
      switch key {
      case .file: hasFile = true
      case .sha256: hasDigest = try json.hasText()
      default: break
      }
      try read(key, request, &json)
    }
    try json.finish()
    guard hasFile, hasDigest || !isScored else {
      throw JSONScanner.Fault(offset: 0, reason: "no return: file or sha256 is missing")
    }
  }

  private func read(
    _ key: Key?, _ request: Request, _ json: inout JSONScanner
  ) throws(JSONScanner.Fault) {
    switch key {
    case .file where request.asksFor([.shown, .standing]): file = try json.text()
    case .form: form = try json.ordinal()
    case .sha256 where request.asksFor(.standing): sha256 = try json.text()
    case .status: isScored = try json.word(Self.statuses)
    case .counts: counted = try json.flag()
    case .fundUnit: fundUnit = try json.optionalText() ?? ""
    case .annotated where request.asksFor(.shown): annotated = try json.optionalText()
    case .project: try readProject(request, &json)
    case .execution: try readExecution(&json)
    case .total: total = try json.figure()
    case .claimedTotal: claimedTotal = try json.figure()
    case .grade where request.asksFor(.shown): grade = try json.optionalText() ?? ""
    case .verdict: verdict = try json.word(Self.verdicts)
    case .modified where request.asksFor(.standing): modified = try json.optionalText()
    case .scheme: scheme = try json.optionalText()
    case .funds, .indicators, .blocks, .findings, .texts: try readRows(key, request, &json)
    case .file, .sha256, .annotated, .grade, .modified, nil: try json.skip()
    }
  }

  private func readRows(
    _ key: Key?, _ request: Request, _ json: inout JSONScanner
  ) throws(JSONScanner.Fault) {
    switch key {
    case .funds:
      if request.asksFor(.funds) { funds.reserveCapacity(Self.usualFunds) }
      try rows(.funds, [.funds], request, &json) { read, _, json throws(JSONScanner.Fault) in
        read.funds.append(try Fund(&json))
      }
    case .indicators:
      try readIndicators(request, &json)
    case .findings:
      try rows(.findings, [.findings, .codes], request, &json) {
        read, _, json throws(JSONScanner.Fault) in
        read.findings.append(
          try SummaryLine.Remark(&json, isWhole: request.parts.contains(.findings)))
      }
    case .texts:
      try rows(.texts, [.texts], request, &json) { read, _, json throws(JSONScanner.Fault) in
        read.texts.append(try OwnText(&json))
      }
    default:
      try rows(.blocks, [.blocks], request, &json) { read, _, json throws(JSONScanner.Fault) in
        read.blocks.append(try Block(&json))
      }
    }
  }

  /// Reads the rows of a list where one of `parts` is asked for, and passes over it otherwise.
  private func rows(
    _ list: RecordedLists.List, _ parts: Parts, _ request: Request, _ json: inout JSONScanner,
    _ row: (RecordedReturn, Request, inout JSONScanner) throws(JSONScanner.Fault) -> Void
  ) throws(JSONScanner.Fault) {
    let start = json.at
    if request.asksFor(parts) {
      try json.list { json throws(JSONScanner.Fault) in try row(self, request, &json) }
    } else if let end = request.lists?.end(of: list, from: start) {
      json.jump(to: end)
    } else {
      try json.skip()
    }
    lists.put(list, at: start..<json.at)
  }

  /// Most returns have no more rows.
  private static let (usualFunds, usualIndicators) = (6, 24)

  private func readIndicators(
    _ request: Request, _ json: inout JSONScanner
  ) throws(JSONScanner.Fault) {
    if let place = request.indicator, let end = request.lists?.end(of: .indicators, from: json.at),
      place < end
    {
      json.jump(to: place)
      indicators.append(try Indicator(&json))
      return json.jump(to: end)
    }
    if request.asksFor(.counted) { countedIndicators.reserveCapacity(Self.usualIndicators) }
    try rows(.indicators, [.indicators, .counted], request, &json) {
      read, request, json throws(JSONScanner.Fault) in
      if request.parts.contains(.counted) {
        read.countedIndicators.append(try CountedIndicator(&json))
      } else {
        read.indicators.append(try Indicator(&json))
      }
    }
  }

  private enum ProjectKey: String, CaseIterable {
    case id, name, unit, department
  }

  private static let projectKeys = JSONNames(ProjectKey.self)

  /// The department is always read: money is added up by it.
  private func readProject(
    _ request: Request, _ json: inout JSONScanner
  ) throws(JSONScanner.Fault) {
    if try json.null() { return }
    let isNamed = request.asksFor([.shown, .standing])
    try json.object(Self.projectKeys) { key, json throws(JSONScanner.Fault) in
      switch key {
      case .department: project.department = try json.optionalText() ?? ""
      case .id where isNamed: project.id = try json.optionalText() ?? ""
      case .name where isNamed: project.name = try json.optionalText() ?? ""
      case .unit where isNamed: project.unit = try json.optionalText() ?? ""
      case .id, .name, .unit, nil: try json.skip()
      }
    }
  }

  private static let executionKeys = JSONNames([("rate", true)])

  private func readExecution(_ json: inout JSONScanner) throws(JSONScanner.Fault) {
    if try json.null() { return }
    try json.object(Self.executionKeys) { key, json throws(JSONScanner.Fault) in
      if key == true { executionRate = try json.figure() } else { try json.skip() }
    }
  }
}

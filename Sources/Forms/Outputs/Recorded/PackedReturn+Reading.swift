internal import Evaluation
internal import Figures

extension RecordedReturn {
  /// Reads a packed return.
  convenience init(
    packed: consuming PackedReader, _ request: Request
  ) throws(JSONScanner.Fault) {
    self.init()
    try readHead(&packed, request)
    funds = try packed.rows(request.asksFor(.funds)) { packed throws(JSONScanner.Fault) in
      try Fund(&packed)
    }
    blocks = try packed.rows(request.asksFor(.blocks)) { packed throws(JSONScanner.Fault) in
      try Block(&packed)
    }
    countedIndicators = try packed.rows(request.asksFor(.counted)) {
      packed throws(JSONScanner.Fault) in try CountedIndicator(&packed)
    }
    let isWhole = request.asksFor(.findings)
    findings = try packed.rows(isWhole || request.asksFor(.codes)) {
      packed throws(JSONScanner.Fault) in try SummaryLine.Remark(&packed, isWhole: isWhole)
    }
    guard let place = request.indicator else { return }
    try packed.go(to: place)
    indicators = [try Indicator(&packed)]
  }

  private func readHead(
    _ packed: inout PackedReader, _ request: Request
  ) throws(JSONScanner.Fault) {
    let flags = PackedFlags(rawValue: try packed.byte())
    isScored = flags.contains(.scored)
    counted = flags.contains(.counts)
    verdict = flags.contains(.accepted) ? .accept : .sendBack
    form = try packed.number()
    executionRate = try packed.figure()
    total = try packed.figure()
    claimedTotal = try packed.figure()
    fundUnit = try packed.text()
    scheme = try packed.optionalText()
    project.department = try packed.text()
    try packed.section(request.asksFor([.shown, .standing])) {
      packed throws(JSONScanner.Fault) in
      file = try packed.text()
      project.id = try packed.text()
      project.name = try packed.text()
      project.unit = try packed.text()
      annotated = try packed.optionalText()
      grade = try packed.text()
      sha256 = try packed.text()
      modified = try packed.optionalText()
    }
  }
}

extension RecordedReturn.Fund {
  fileprivate init(_ packed: inout PackedReader) throws(JSONScanner.Fault) {
    source = try packed.text()
    role = RecordedReturn.Role(rawValue: try packed.byte()) ?? .other
    budget = try packed.figure()
    issuedBudget = try packed.figure()
    statedBudget = try packed.figure()
    initialBudget = try packed.figure()
    received = try packed.figure()
    executed = try packed.figure()
    pending = try packed.figure()
    executionRate = try packed.figure()
  }
}

extension RecordedReturn.Block {
  fileprivate init(_ packed: inout PackedReader) throws(JSONScanner.Fault) {
    name = try packed.text()
    points = try packed.figure() ?? .zero
    score = try packed.figure() ?? .zero
  }
}

extension RecordedReturn.CountedIndicator {
  fileprivate init(_ packed: inout PackedReader) throws(JSONScanner.Fault) {
    tier1 = try packed.passage()
    tier2 = try packed.passage()
    name = try packed.passage()
    completionRate = try packed.figure()
    points = try packed.figure()
    score = try packed.figure()
    status = RowStatus(packed: try packed.byte())
    place = try packed.number()
  }
}

extension RecordedReturn.Indicator {
  /// What is shown of an indicator that fell short.
  fileprivate init(_ packed: inout PackedReader) throws(JSONScanner.Fault) {
    tier1 = try packed.text()
    name = try packed.text()
    unit = try packed.text()
    direction = try packed.text()
    target = try packed.text()
    actual = try packed.text()
    completionRate = try packed.figure()
    points = try packed.figure()
    score = try packed.figure()
    sheet = try packed.text()
    cell = try packed.text()
    status = .shortfall
  }
}

extension SummaryLine.Remark {
  /// - Parameter isWhole: whether more than its code and severity is read.
  fileprivate init(
    _ packed: inout PackedReader, isWhole: Bool
  ) throws(JSONScanner.Fault) {
    severity = Severity(packed: try packed.byte()) ?? .error
    code = try packed.text()
    (id, label, found, expected, message, advice) = ("", "", "", "", "", "")
    try packed.section(isWhole) { packed throws(JSONScanner.Fault) in
      id = try packed.text()
      let sheet = try packed.optionalText()
      let cell = try packed.optionalText()
      place = sheet.map { Place(sheet: $0, cell: cell) }
      label = try packed.text()
      found = try packed.text()
      expected = try packed.text()
      message = try packed.text()
      advice = try packed.text()
    }
  }
}

extension RowStatus {
  /// What it is packed as.
  var packed: UInt8 {
    switch self {
    case .met: 0
    case .shortfall: 1
    case .over: 2
    case .unresolved: 3
    case .excluded: 4
    }
  }

  fileprivate init?(packed: UInt8) {
    switch packed {
    case 0: self = .met
    case 1: self = .shortfall
    case 2: self = .over
    case 3: self = .unresolved
    case 4: self = .excluded
    default: return nil
    }
  }
}

extension Severity {
  /// What it is packed as.
  var packed: UInt8 {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  fileprivate init?(packed: UInt8) {
    switch packed {
    case 0: self = .note
    case 1: self = .warning
    case 2: self = .error
    default: return nil
    }
  }
}

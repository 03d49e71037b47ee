internal import Evaluation
internal import Figures

/// What is kept of each return while its roll-up is written: what tells which counts, and what
/// sheets are sorted by. Everything else is read again from its line of results.json.
struct SummaryIndex {
  /// One return.
  struct Entry {
    var file: String
    var form: Int
    /// Whether it could be read and was scored.
    var isRead: Bool
    /// Whether it is the return of its project that counts.
    var counts = false
    var verdict: Verdict
    /// The return that counts instead.
    var superseded: Int?
    /// The return that it replaces.
    var replaced: Int?
    /// Whether it is the same file as the one that counts instead.
    var isIdentical = false
    var total: Figure?
    /// The id of the scheme it was scored by; "" where it was not, or nobody said.
    var scheme: String
    /// 执行率 in percent.
    var rate: Figure?
    /// The place of its project in the programme; behind all others where it has none.
    var rank: Int
    /// How many findings it has, F009 left out, by severity.
    var errors: Int
    var warnings: Int
    var notes: Int
    /// Where its lists stand in its line.
    var lists: RecordedLists
  }

  /// The money of a return, where a programme has projects that are parts of others.
  private struct ProjectMoney {
    let id: String
    let funds: SubprojectSums.Funds
  }

  private(set) var entries: [Entry] = []
  /// The returns that were read, in the order of the programme, then as given.
  private(set) var order: [Int] = []
  /// The projects from which nothing came.
  private(set) var missing: [Programme.Project] = []
  /// Findings about the round as a whole: C001, by the returns that count, and C002.
  private(set) var findings: [Finding] = []
  private let returns: RecordedReturns

  /// - Parameter copied: what is said of copied texts (C005), where the run that scored the returns
  ///   found it out; `nil` reads their texts for it.
  init(_ returns: RecordedReturns, programme: Programme?, copied: [Finding]?) throws {
    self.returns = returns
    var parts: RecordedReturn.Parts = [.standing, .codes]
    if copied == nil { parts.insert(.texts) }
    var standing: [Standing.Entry] = []
    var inputs: [Int] = []
    var ranks: [String: Int] = [:]
    for (rank, project) in (programme?.projects ?? []).enumerated() { ranks[project.id] = rank }
    let hasParts = programme?.projects.contains { $0.parent != nil } ?? false
    if hasParts { parts.insert(.funds) }
    var money: [Int: ProjectMoney] = [:]
    entries.reserveCapacity(returns.count)
    standing.reserveCapacity(returns.count)
    inputs.reserveCapacity(returns.count)
    var prints = TextPrints()
    var owners: [CopiedTexts.Owner] = []
    for index in 0..<returns.count {
      let read = try returns.read(index, .init(parts))
      let isNext = index > 0 && isSameInput(read, as: index, standing[index - 1].digest)
      inputs.append((inputs.last ?? 0) + (isNext ? 0 : 1))
      entries.append(
        Entry(
          read, rank: ranks[read.project.id] ?? ranks.count, rate: try rate(of: index, read)))
      if hasParts {
        money[index] = ProjectMoney(
          id: read.project.id,
          funds: .init(budget: read.wholeBudget, executed: read.wholeExecuted))
      }
      if copied == nil {
        prints.append(read.texts.map { TextPrint($0.text) })
        owners.append(.init(read.project))
      }
      standing.append(Self.standing(read, inProgramme: programme != nil))
    }
    settle(standing, inputs)
    let present = Set(standing.filter(\.isEligible).compactMap(\.project))
    missing = programme?.projects.filter { !present.contains($0.id) } ?? []
    findings = subprojects(programme, money) + missing.map(RoundFindings.missing)
    if let copied {
      findings += copied
    } else {
      findings += try self.copied(prints, owners).findings(in: returns)
    }
    order = entries.indices.filter { entries[$0].isRead }
    order.sort { (entries[$0].rank, $0) < (entries[$1].rank, $1) }
  }

  /// 执行率 in percent: most returns say it without their money.
  private func rate(of index: Int, _ read: RecordedReturn) throws -> Figure? {
    guard read.isScored, read.executionRate == nil else { return read.executionRate }
    return try returns.read(index, .init(.funds, lists: read.lists)).wholeRate
  }

  /// The texts that no other return of their project replaces.
  private func copied(_ prints: TextPrints, _ owners: [CopiedTexts.Owner]) -> CopiedTexts {
    var copied = CopiedTexts(of: prints)
    for (index, owner) in owners.enumerated()
    where entries[index].isRead && entries[index].superseded == nil {
      copied.add(textsOf: index, owner: owner)
    }
    return copied
  }

  /// C001, by the returns that count.
  private func subprojects(
    _ programme: Programme?, _ money: [Int: ProjectMoney]
  ) -> [Finding] {
    guard let programme else { return [] }
    var funds: [String: SubprojectSums.Funds] = [:]
    for (index, project) in money where entries[index].counts && !project.id.isEmpty {
      funds[project.id] = project.funds
    }
    return SubprojectSums.findings(programme, funds: funds)
  }

  /// Whether a return is another form of the same workbook as the one before it.
  private func isSameInput(_ read: RecordedReturn, as index: Int, _ digest: FileDigest) -> Bool {
    let before = entries[index - 1]
    return read.file == before.file && read.form == before.form + 1
      && FileDigest(read.sha256) == digest
      && returns.run(of: index) == returns.run(of: index - 1)
  }

  private static func standing(
    _ read: RecordedReturn, inProgramme: Bool
  ) -> Standing.Entry {
    // One that did not count in its run is known to the round if another counted instead.
    let isKnown = read.counted || read.findings.contains { $0.code == FindingCode.f009.rawValue }
    return Standing.Entry(
      project: read.isScored ? Standing.key(of: read.project, inProgramme: inProgramme) : nil,
      isEligible: read.isScored && isKnown, modified: read.modified, file: read.file,
      sha256: read.sha256)
  }

  /// Decides over all runs which return of a project counts.
  private mutating func settle(_ standing: [Standing.Entry], _ inputs: [Int]) {
    let superseded = Standing.superseded(standing)
    let replaced = Standing.replaced(standing, superseded: superseded)
    for index in entries.indices {
      entries[index].superseded = superseded[index]
      entries[index].replaced = replaced[index]
      entries[index].counts = standing[index].isEligible && superseded[index] == nil
      if let newest = superseded[index] {
        entries[index].isIdentical =
          inputs[index] != inputs[newest] && standing[index].digest == standing[newest].digest
      }
    }
  }

  // MARK: Reading returns again

  /// The returns that count, in the order of the programme.
  var counting: [Int] { order.filter { entries[$0].counts } }

  /// The schemes of the returns that were read, in the order in which they first come.
  var schemes: [String] {
    order.reduce(into: []) { schemes, index in
      if !schemes.contains(entries[index].scheme) { schemes.append(entries[index].scheme) }
    }
  }

  /// The returns that could not be read, as given.
  var unread: [Int] { entries.indices.filter { !entries[$0].isRead } }

  /// Whether any return replaces another.
  var hasSecondRound: Bool { entries.contains { $0.replaced != nil } }

  /// A return as it stands in the round: F009 says which counts over all runs.
  ///
  /// - Parameter indicator: where the only one that is wanted begins in the line; `nil` for all.
  func read(
    _ index: Int, _ parts: RecordedReturn.Parts, indicator: Int? = nil
  ) throws -> RecordedReturn {
    try read(index, parts, indicator: indicator) { read, _ in read }
  }

  /// A return with the line it stands in.
  func read<Result>(
    _ index: Int, _ parts: RecordedReturn.Parts, indicator: Int? = nil,
    _ use: (RecordedReturn, JSONScanner) throws(JSONScanner.Fault) -> Result
  ) throws -> Result {
    let request = RecordedReturn.Request(
      parts, indicator: indicator, lists: entries[index].lists)
    return try returns.read(index, request) { read, json throws(JSONScanner.Fault) in
      guard !parts.isDisjoint(with: [.findings, .codes]) else { return try use(read, json) }
      settle(read, index)
      return try use(read, json)
    }
  }

  private func settle(_ read: RecordedReturn, _ index: Int) {
    read.findings.removeAll { $0.code == FindingCode.f009.rawValue }
    if let newest = entries[index].superseded {
      let finding = RoundFindings.superseded(
        read.project, by: entries[newest].file, isIdentical: entries[index].isIdentical)
      read.findings.append(SummaryLine.Remark(finding, keepsAdvice: true))
    }
  }

  /// What became of the findings of the return that this one replaces; `nil` where it replaces
  /// none.
  func rectification(of index: Int, _ read: RecordedReturn) throws -> Rectification? {
    guard let before = entries[index].replaced else { return nil }
    return Rectification(
      previous: entries[before].file,
      before: try self.read(before, .findings).findings.compactMap(Rectification.Item.init),
      after: read.findings.compactMap(Rectification.Item.init))
  }
}

extension SummaryIndex.Entry {
  init(_ read: RecordedReturn, rank: Int, rate: Figure?) {
    let findings = read.findings.filter { $0.code != FindingCode.f009.rawValue }
    self.init(
      file: read.file, form: read.form, isRead: read.isScored, verdict: read.verdict,
      total: read.total, scheme: read.isScored ? read.scheme ?? "" : "", rate: rate, rank: rank,
      errors: findings.count { $0.severity == .error },
      warnings: findings.count { $0.severity == .warning },
      notes: findings.count { $0.severity == .note }, lists: read.lists)
  }
}

extension Rectification.Item {
  /// A finding about the return itself; `nil` for one about which return counts.
  init?(_ remark: SummaryLine.Remark) {
    guard remark.code != FindingCode.f009.rawValue else { return nil }
    self.init(
      id: remark.id, code: remark.code, severity: remark.severity, label: remark.label,
      message: remark.message)
  }
}

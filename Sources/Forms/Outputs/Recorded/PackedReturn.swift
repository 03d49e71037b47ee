internal import Evaluation
internal import Figures

/// What the roll-up needs of a return, packed: the run that scores a return knows it, and need not
/// read its line of results.json for it. It says the same as that line, in the same decimals.
enum PackedReturn {
  static func bytes(of outcome: ReturnOutcome, places: Results.Places) -> [UInt8] {
    var packed = PackedBytes()
    let card = outcome.evaluated?.scorecard
    head(outcome, card, places, &packed)
    packed.rows(card?.funds ?? []) { fund($0, places, &$1) }
    packed.rows(card?.blocks ?? []) { block($0, places, &$1) }
    let indicators = card?.indicators ?? []
    // Where those that fell short stand behind the rest is known once it is written.
    var shortfalls: [Int] = []
    packed.rows(indicators) { row, packed in
      counted(row, places, &packed)
      if row.fellShort { shortfalls.append(packed.count) }
      packed.append(0)
    }
    let isRead = outcome.evaluated != nil
    packed.rows(outcome.findings) { finding($0, keepsAdvice: !isRead, &$1) }
    var next = 0
    for row in indicators where row.fellShort {
      packed.put(packed.count, at: shortfalls[next])
      next += 1
      indicator(row, places, &packed)
    }
    return packed.bytes
  }

  private static func head(
    _ outcome: ReturnOutcome, _ card: Scorecard?, _ places: Results.Places,
    _ packed: inout PackedBytes
  ) {
    var flags = PackedFlags()
    if card != nil { flags.insert(.scored) }
    if outcome.counts { flags.insert(.counts) }
    if card != nil, outcome.verdict == .accept { flags.insert(.accepted) }
    packed.append(flags.rawValue)
    packed.append(outcome.form)
    packed.append(card?.execution?.rate, places: places.rate)
    packed.append(card?.total, places: places.score)
    packed.append(card?.claimedTotal)
    packed.append(outcome.fundUnit)
    packed.append(outcome.scheme)
    let project = card?.project
    packed.append(project?.department)
    packed.section { packed in
      packed.append(outcome.file)
      packed.append(project?.id)
      packed.append(project?.name)
      packed.append(project?.unit)
      packed.append(outcome.annotated)
      packed.append(card?.grade)
      packed.append(outcome.sha256)
      packed.append(outcome.modified)
    }
  }

  private static func fund(
    _ row: borrowing FundResult, _ places: Results.Places, _ packed: inout PackedBytes
  ) {
    packed.append(row.source)
    packed.append(RecordedReturn.Role(row.role).rawValue)
    packed.append(row.denominator)
    packed.append(row.issuedBudget)
    packed.append(row.amounts[.budget])
    packed.append(row.amounts[.initialBudget])
    packed.append(row.amounts[.received])
    packed.append(row.amounts[.executed])
    packed.append(row.amounts[.pending])
    packed.append(row.executionRate, places: places.rate)
  }

  private static func block(
    _ row: borrowing BlockResult, _ places: Results.Places, _ packed: inout PackedBytes
  ) {
    packed.append(row.name)
    packed.append(row.points)
    packed.append(row.score, places: places.score)
  }

  private static func counted(
    _ row: borrowing IndicatorResult, _ places: Results.Places, _ packed: inout PackedBytes
  ) {
    packed.append(row.tier1)
    packed.append(row.tier2)
    packed.append(row.name)
    packed.append(row.completionRate, places: places.rate)
    packed.append(row.points)
    packed.append(row.score, places: places.score)
    packed.append(row.status.packed)
  }

  /// An indicator as it is shown where it fell short.
  private static func indicator(
    _ row: borrowing IndicatorResult, _ places: Results.Places, _ packed: inout PackedBytes
  ) {
    packed.append(row.tier1)
    packed.append(row.name)
    packed.append(row.unit)
    packed.append(row.target?.direction.rawValue)
    packed.append(row.target?.text)
    packed.append(row.actual)
    packed.append(row.completionRate, places: places.rate)
    packed.append(row.points)
    packed.append(row.score, places: places.score)
    packed.append(row.place?.sheet)
    packed.append(row.place?.cell)
  }

  private static func finding(
    _ finding: borrowing Finding, keepsAdvice: Bool, _ packed: inout PackedBytes
  ) {
    packed.append(finding.severity.packed)
    packed.append(finding.code.rawValue)
    packed.section { packed in
      packed.append(finding.id)
      packed.append(finding.place?.sheet)
      packed.append(finding.place?.cell)
      packed.append(finding.label)
      packed.append(finding.found)
      packed.append(finding.expected)
      packed.append(finding.message)
      packed.append(keepsAdvice ? finding.advice : "")
    }
  }
}

/// What is said of a packed return by yes and no.
struct PackedFlags: OptionSet {
  let rawValue: UInt8
  static let scored = PackedFlags(rawValue: 1)
  static let counts = PackedFlags(rawValue: 2)
  static let accepted = PackedFlags(rawValue: 4)
}

extension IndicatorResult {
  /// Whether 短板 lists it.
  fileprivate var fellShort: Bool { status == .shortfall && completionRate != nil }
}

extension RecordedReturn.Role {
  fileprivate init(_ role: FundLine.Role) {
    self =
      switch role {
      case .total: .total
      case .source: .source
      case .group: .group
      case .part: .part
      }
  }
}

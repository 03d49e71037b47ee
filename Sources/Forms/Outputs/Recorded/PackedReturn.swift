internal import Evaluation
internal import Figures

/// What the roll-up needs of a return, packed: the run that scores a return knows it, and need not
/// read its line of results.json for it. It says the same as that line, in the same decimals.
enum PackedReturn {
  static func bytes(of outcome: ReturnOutcome, places: Results.Places) -> [UInt8] {
    var packed = PackedBytes()
    let card = outcome.evaluated?.scorecard
    head(outcome, card, places, &packed)
    packed.rows(card?.funds ?? []) { fund($0, $1, places, &$2) }
    packed.rows(card?.blocks ?? []) { block($0, $1, places, &$2) }
    let indicators = card?.indicators ?? []
    // Where those that fell short stand behind the rest is known once it is written.
    var shortfalls: [(row: Int, place: Int)] = []
    packed.rows(indicators) { rows, at, packed in
      counted(rows, at, places, &packed)
      if rows[at].status == .shortfall, rows[at].completionRate != nil {
        shortfalls.append((at, packed.count))
      }
      packed.append(0)
    }
    let isRead = outcome.evaluated != nil
    packed.rows(outcome.findings) { finding($0, $1, keepsAdvice: !isRead, &$2) }
    for (row, place) in shortfalls {
      packed.put(packed.count, at: place)
      indicator(indicators.span, row, places, &packed)
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
    _ rows: Span<FundResult>, _ at: Int, _ places: Results.Places, _ packed: inout PackedBytes
  ) {
    packed.append(rows[at].source)
    packed.append(RecordedReturn.Role(rows[at].role).rawValue)
    packed.append(rows[at].denominator)
    packed.append(rows[at].issuedBudget)
    packed.append(rows[at].amounts[.budget])
    packed.append(rows[at].amounts[.initialBudget])
    packed.append(rows[at].amounts[.received])
    packed.append(rows[at].amounts[.executed])
    packed.append(rows[at].amounts[.pending])
    packed.append(rows[at].executionRate, places: places.rate)
  }

  private static func block(
    _ rows: Span<BlockResult>, _ at: Int, _ places: Results.Places, _ packed: inout PackedBytes
  ) {
    packed.append(rows[at].name)
    packed.append(rows[at].points)
    packed.append(rows[at].score, places: places.score)
  }

  private static func counted(
    _ rows: Span<IndicatorResult>, _ at: Int, _ places: Results.Places, _ packed: inout PackedBytes
  ) {
    packed.append(rows[at].tier1)
    packed.append(rows[at].tier2)
    packed.append(rows[at].name)
    packed.append(rows[at].completionRate, places: places.rate)
    packed.append(rows[at].points)
    packed.append(rows[at].score, places: places.score)
    packed.append(rows[at].status.packed)
  }

  /// An indicator as it is shown where it fell short.
  private static func indicator(
    _ rows: Span<IndicatorResult>, _ at: Int, _ places: Results.Places, _ packed: inout PackedBytes
  ) {
    packed.append(rows[at].tier1)
    packed.append(rows[at].name)
    packed.append(rows[at].unit)
    packed.append(rows[at].target?.direction.rawValue)
    packed.append(rows[at].target?.text)
    packed.append(rows[at].actual)
    packed.append(rows[at].completionRate, places: places.rate)
    packed.append(rows[at].points)
    packed.append(rows[at].score, places: places.score)
    packed.append(rows[at].place?.sheet)
    packed.append(rows[at].place?.cell)
  }

  private static func finding(
    _ rows: Span<Finding>, _ at: Int, keepsAdvice: Bool, _ packed: inout PackedBytes
  ) {
    packed.append(rows[at].severity.packed)
    packed.append(rows[at].code.rawValue)
    packed.section { packed in
      packed.append(rows[at].id)
      packed.append(rows[at].place?.sheet)
      packed.append(rows[at].place?.cell)
      packed.append(rows[at].label)
      packed.append(rows[at].found)
      packed.append(rows[at].expected)
      packed.append(rows[at].message)
      packed.append(keepsAdvice ? rows[at].advice : "")
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

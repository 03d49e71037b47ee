internal import Evaluation
internal import Figures

/// What the roll-up adds up over a whole round: counted once, before any sheet is written.
struct SummaryTally {
  /// The sums and averages under 总表.
  var totals = SummaryTotals()
  /// The same by scheme: scores of different forms have no common average.
  var totalsByScheme: [String: SummaryTotals] = [:]
  /// The blocks of all returns, in the order in which they first come.
  var blockNames: [String] = []
  var blocks: [TextKey: BlockTally] = [:]
  /// The first tiers of indicators, in the order in which they first come.
  var tiers = TierTally()
  /// Findings of returns that count, by code.
  var codes: [String: CodeTally] = [:]
  /// Money, by source and by department.
  var money = MoneyTally()
  /// Shortfalls, in the order of the returns.
  var shortfalls: [Shortfall] = []
  /// Indicators of returns that count and could not be computed.
  var unresolved = 0
  /// What returns lost, by their place in the index.
  var lost: [(index: Int, points: Figure)] = []
  /// How many findings will be listed, of returns that were read.
  var findings = 0
  /// Findings that are gone since the return that was replaced.
  var resolved = 0
  /// The most digits that an amount has before the decimal point.
  var digits = 1
  var hasScores = false
  /// The most points that a return can have: where bars are full.
  var mostPoints = Figure.hundred

  /// One block over all returns that count.
  struct BlockTally {
    var points = Sum()
    var score = Sum()

    mutating func add(_ block: RecordedReturn.Block) {
      points.add(block.points)
      score.add(block.score)
    }
  }

  /// An indicator that fell short.
  struct Shortfall {
    /// The return, in the index.
    var index: Int
    /// Where the indicator begins in its line.
    var place: Int
    var rate: Figure
  }

  /// The findings of one code.
  struct CodeTally {
    var count = 0
    var projects = 0
    var lastIndex = -1
    var worst = Severity.note
  }

  init(_ index: SummaryIndex) throws {
    for position in index.order { try add(position, index) }
  }

  private mutating func add(_ position: Int, _ index: SummaryIndex) throws {
    let entry = index.entries[position]
    var parts: RecordedReturn.Parts = [.funds, .blocks, entry.replaced == nil ? .codes : .findings]
    if entry.counts { parts.insert(.counted) }
    let read = try index.read(position, parts) { read, json throws(JSONScanner.Fault) in
      if entry.counts { try addIndicators(read, json, position) }
      return read
    }
    digits = max(digits, Self.digits(read.wholeBudget), Self.digits(read.wholeExecuted))
    hasScores = hasScores || read.total != nil || read.claimedTotal != nil
    for block in read.blocks where !blockNames.contains(block.name) {
      blockNames.append(block.name)
    }
    findings += entry.superseded == nil ? read.findings.count : 1
    guard entry.counts else { return }
    totals.add(read, entry)
    totalsByScheme[entry.scheme, default: SummaryTotals()].add(read, entry)
    money.add(read, at: position)
    addBlocks(read, position)
    for remark in read.findings { codes[remark.code, default: CodeTally()].add(remark, position) }
    resolved += try index.rectification(of: position, read)?.resolved.count ?? 0
  }

  private static func digits(_ amount: Figure?) -> Int {
    amount?.rounded(to: 0).description.utf8.count ?? 1
  }

  private mutating func addBlocks(_ read: RecordedReturn, _ position: Int) {
    for block in read.blocks {
      blocks[TextKey(block.name), default: BlockTally()].add(block)
    }
    if let points = Sum.of(read.blocks.map(\.points)) { mostPoints = max(mostPoints, points) }
    if let points = read.lostPoints { lost.append((position, points)) }
  }

  private mutating func addIndicators(
    _ read: RecordedReturn, _ json: JSONScanner, _ position: Int
  ) throws(JSONScanner.Fault) {
    for indicator in read.countedIndicators {
      try tiers.add(indicator, in: json, of: position)
      if indicator.status == .unresolved { unresolved += 1 }
      guard indicator.status == .shortfall, let rate = indicator.completionRate else { continue }
      shortfalls.append(Shortfall(index: position, place: indicator.place, rate: rate))
    }
  }

  /// The shortfalls, the lowest completion first; equal ones as the returns stand.
  func sortedShortfalls() -> [Shortfall] {
    shortfalls.enumerated()
      .sorted { ($0.element.rate, $0.offset) < ($1.element.rate, $1.offset) }
      .map(\.element)
  }
}

extension SummaryTally.CodeTally {
  mutating func add(_ remark: SummaryLine.Remark, _ position: Int) {
    count += 1
    if lastIndex != position { projects += 1 }
    lastIndex = position
    worst = max(worst, remark.severity)
  }
}

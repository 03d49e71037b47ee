internal import Evaluation
internal import Figures

/// How indicators did, by first tier, by second tier, and by name where projects share it.
struct TierTally {
  /// What is counted of one row of 指标分析: a first tier, a second tier of it, or a name below both.
  struct Row {
    let tier1: String
    let tier2: String?
    let name: String?
    var met = 0
    var over = 0
    var short = 0
    var unresolved = 0
    var points = Sum()
    var score = Sum()
    /// Completion in percent, more than 100 taken as 100.
    var completion = Sum()
    /// How many projects have it.
    var projects = 0
    private var lastIndex = -1

    init(_ tier1: String, _ tier2: String? = nil, _ name: String? = nil) {
      (self.tier1, self.tier2, self.name) = (tier1, tier2, name)
    }

    var count: Int { met + over + short + unresolved }

    mutating func add(
      _ indicator: RecordedReturn.CountedIndicator, _ status: RowStatus, of position: Int
    ) {
      switch status {
      case .met: met += 1
      case .over: over += 1
      case .shortfall: short += 1
      case .unresolved: unresolved += 1
      case .excluded: return
      }
      points.add(indicator.points)
      score.add(indicator.points == nil ? nil : indicator.score ?? .zero)
      completion.add(indicator.completionRate.map { min($0, .hundred) })
      if lastIndex != position { projects += 1 }
      lastIndex = position
    }
  }

  /// A first and a second tier, by their rows; and what is below them.
  private struct Pair {
    let first: Int
    /// `nil` where there is no second tier.
    let second: Int?
    /// Rows by name.
    var names: [String: Int] = [:]
  }

  private var rows: [Row] = []
  /// First tiers, second tiers below each, and names, in the order in which they first come.
  private var firsts: [String: Int] = [:]
  private var firstRows: [Int] = []
  private var secondRows: [Int: [Int]] = [:]
  private var nameRows: [Int] = []
  private var pairs: [Pair] = []
  private var pairsByTiers: [[String]: Int] = [:]
  /// Pairs by the bytes of both tiers, and rows by those of a name behind its pair: nearly all
  /// indicators of a round stand in one of them.
  private var knownPairs = ByteTable(most: 4_096)
  private var knownNames = ByteTable(most: 3 * mostNames)
  /// Whether there were more names than are kept.
  private(set) var isCut = false

  /// The most names that are looked at: rounds in which every project has its own have no use
  /// for a comparison by name.
  private static let mostNames = 5_000
  /// The most names that are shown.
  static let shownNames = 200

  /// Adds an indicator of a return.
  ///
  /// - Parameter json: the line that its texts stand in.
  mutating func add(
    _ indicator: RecordedReturn.CountedIndicator, in json: JSONScanner, of position: Int
  ) throws(JSONScanner.Fault) {
    guard let status = indicator.status, status != .excluded else { return }
    let pair = try pair(of: indicator, json)
    rows[pairs[pair].first].add(indicator, status, of: position)
    if let second = pairs[pair].second { rows[second].add(indicator, status, of: position) }
    guard let name = try name(of: indicator, json, below: pair) else { return isCut = true }
    rows[name].add(indicator, status, of: position)
  }

  // MARK: Where an indicator counts

  private mutating func pair(
    of indicator: RecordedReturn.CountedIndicator, _ json: JSONScanner
  ) throws(JSONScanner.Fault) -> Int {
    let key = json.bytes(from: indicator.tier1, to: indicator.tier2)
    if let key, let known = knownPairs.find(key, 0) { return known }
    let first = Wording.label(try json.text(orEmpty: indicator.tier1))
    let tiers = [
      first.isEmpty ? "（未分级）" : first, Wording.label(try json.text(orEmpty: indicator.tier2)),
    ]
    let pair = pairsByTiers[tiers] ?? newPair(tiers[0], tiers[1])
    pairsByTiers[tiers] = pair
    if let key { knownPairs.insert(key, 0, pair) }
    return pair
  }

  private mutating func newPair(_ tier1: String, _ tier2: String) -> Int {
    let first = firsts[tier1] ?? newRow(Row(tier1))
    if firsts.updateValue(first, forKey: tier1) == nil { firstRows.append(first) }
    var second: Int?
    if !tier2.isEmpty {
      let row = newRow(Row(tier1, tier2))
      secondRows[first, default: []].append(row)
      second = row
    }
    pairs.append(Pair(first: first, second: second))
    return pairs.count - 1
  }

  private mutating func newRow(_ row: Row) -> Int {
    rows.append(row)
    return rows.count - 1
  }

  /// The row of a name; `nil` where there are too many.
  private mutating func name(
    of indicator: RecordedReturn.CountedIndicator, _ json: JSONScanner, below pair: Int
  ) throws(JSONScanner.Fault) -> Int? {
    let key = json.bytes(from: indicator.name, to: indicator.name)
    if let key, let known = knownNames.find(key, pair) { return known }
    let name = try json.text(orEmpty: indicator.name)
    var row = pairs[pair].names[name]
    if row == nil, nameRows.count < Self.mostNames {
      let tiers = rows[pairs[pair].second ?? pairs[pair].first]
      let new = newRow(Row(tiers.tier1, tiers.tier2 ?? "", name))
      pairs[pair].names[name] = new
      nameRows.append(new)
      row = new
    }
    if let key, let row { knownNames.insert(key, pair, row) }
    return row
  }

  // MARK: What is shown

  /// First tiers, in the order in which they first come.
  var firstTiers: [Row] { firstRows.map { rows[$0] } }

  /// First and second tiers, each first tier followed by what is below it.
  var tiers: [Row] {
    firstRows.flatMap { first in ([first] + (secondRows[first] ?? [])).map { rows[$0] } }
  }

  /// Names that several projects share, those that most fell short of first.
  var sharedNames: [Row] {
    nameRows.filter { rows[$0].projects > 1 }
      .map { (row: $0, failures: rows[$0].short + rows[$0].unresolved) }
      .sorted { ($1.failures, $0.row) < ($0.failures, $1.row) }
      .prefix(Self.shownNames).map { rows[$0.row] }
  }
}

extension JSONScanner {
  /// The text of a passage; "" where there is none.
  fileprivate func text(orEmpty passage: JSONPassage?) throws(Fault) -> String {
    guard let passage else { return "" }
    return try text(of: passage)
  }
}

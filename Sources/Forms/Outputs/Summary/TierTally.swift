internal import Evaluation
internal import Figures

/// How indicators did, by first tier, by second tier, and by name where projects share it.
struct TierTally {
  /// Where a row of 指标分析 stands: a first tier, a second tier of it, or a name below both.
  struct Key: Hashable {
    var tier1: String
    var tier2: String?
    var name: String?
  }

  /// What is counted of one row.
  struct Row {
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
    var lastIndex = -1

    var count: Int { met + over + short + unresolved }

    mutating func add(_ indicator: RecordedReturn.Indicator, of position: Int) {
      switch indicator.status {
      case .met: met += 1
      case .over: over += 1
      case .shortfall: short += 1
      case .unresolved: unresolved += 1
      case .excluded, nil: return
      }
      points.add(indicator.points)
      score.add(indicator.points == nil ? nil : indicator.score ?? .zero)
      completion.add(indicator.completionRate.map { min($0, .hundred) })
      if lastIndex != position { projects += 1 }
      lastIndex = position
    }
  }

  private(set) var rows: [Key: Row] = [:]
  /// First tiers, second tiers below each, and names, in the order in which they first come.
  private var firsts: [String] = []
  private var seconds: [String: [String]] = [:]
  private var names: [Key] = []
  /// Whether there were more names than are kept.
  private(set) var isCut = false

  /// The most names that are looked at: rounds in which every project has its own have no use
  /// for a comparison by name.
  private static let mostNames = 5_000
  /// The most names that are shown.
  static let shownNames = 200

  mutating func add(_ indicator: RecordedReturn.Indicator, of position: Int) {
    guard let status = indicator.status, status != .excluded else { return }
    let first = Wording.label(indicator.tier1)
    let tier1 = first.isEmpty ? "（未分级）" : first
    let tier2 = Wording.label(indicator.tier2)
    add(Key(tier1: tier1), indicator, position)
    if !tier2.isEmpty { add(Key(tier1: tier1, tier2: tier2), indicator, position) }
    let name = Key(tier1: tier1, tier2: tier2, name: indicator.name)
    guard rows[name] != nil || names.count < Self.mostNames else { return isCut = true }
    add(name, indicator, position)
  }

  private mutating func add(
    _ key: Key, _ indicator: RecordedReturn.Indicator, _ position: Int
  ) {
    if rows[key] == nil {
      switch (key.tier2, key.name) {
      case (nil, _): firsts.append(key.tier1)
      case (let tier2?, nil): seconds[key.tier1, default: []].append(tier2)
      default: names.append(key)
      }
    }
    rows[key, default: Row()].add(indicator, of: position)
  }

  /// First tiers, in the order in which they first come.
  var firstTiers: [Key] { firsts.map { Key(tier1: $0) } }

  /// First and second tiers, each first tier followed by what is below it.
  var tiers: [Key] {
    firsts.flatMap { tier1 in
      [Key(tier1: tier1)] + (seconds[tier1] ?? []).map { Key(tier1: tier1, tier2: $0) }
    }
  }

  /// Names that several projects share, those that most fell short of first.
  var sharedNames: [Key] {
    let shared = names.enumerated().filter { (rows[$1]?.projects ?? 0) > 1 }
    func failures(_ key: Key) -> Int { rows[key].map { $0.short + $0.unresolved } ?? 0 }
    return shared.sorted { one, other in
      (failures(other.element), one.offset) < (failures(one.element), other.offset)
    }
    .prefix(Self.shownNames).map(\.element)
  }
}

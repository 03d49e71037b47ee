/// Which returned row is which issued indicator.
///
/// Rows of a form that was no blank of ours are matched by the third-level text; where that stands
/// twice, by the tiers as well, then by order. Rows of a blank have three witnesses, of which the
/// agreement of two wins (``IndicatorWitnesses``).
struct IndicatorMatch {
  /// For each row, what was issued.
  var issued: [Programme.Indicator?]
  /// For each row, a key of words that is unique among the rows.
  var keys: [String]
  /// Issued indicators that no row stands for, in the programme's order.
  var missing: [Programme.Indicator]
  /// The rows that stand elsewhere than their names or the order of the blank have them, from 0.
  var moved: [Int] = []

  /// - Parameters:
  ///   - all: what was issued.
  ///   - blank: the indicators of the blank in its order; empty where the return carries none.
  ///   - fits: whether the figures printed in a row are those of an issued indicator, both from 0:
  ///     asked only where witnesses contradict each other.
  init(
    _ lines: [IndicatorLine], issued all: [Programme.Indicator],
    blank: [Programme.Indicator] = [], fits: (_ row: Int, _ issued: Int) -> Bool = { _, _ in false }
  ) {
    let rows = lines.map { IndicatorWords($0.tier1, $0.tier2, $0.name) }
    issued = Array(repeating: nil, count: lines.count)
    keys = Self.uniqueKeys(rows)
    missing = []
    guard !all.isEmpty else { return }
    var places = [Int?](repeating: nil, count: lines.count)
    if let witnesses = IndicatorWitnesses(lines, rows, issued: all, blank: blank) {
      places = witnesses.settled(fits)
      settleByWords(rows, all, &places)
      moved = witnesses.moved(places)
    } else {
      settleByWords(rows, all, &places)
    }
    issued = places.map { place in place.map { all[$0] } }
    let found = Set(places.compactMap { $0 })
    missing = all.indices.filter { !found.contains($0) }.map { all[$0] }
  }

  /// Matches the rows that are left by their words, of equals by order.
  private func settleByWords(
    _ rows: [IndicatorWords], _ all: [Programme.Indicator], _ places: inout [Int?]
  ) {
    let due = all.map { IndicatorWords($0.tier1, $0.tier2, $0.name) }
    let taken = Set(places.compactMap { $0 })
    var open = all.indices.filter { !taken.contains($0) }
    for likeness in IndicatorWords.Likeness.allCases {
      for (row, words) in rows.enumerated() where places[row] == nil {
        guard let place = open.firstIndex(where: { words.isLike(due[$0], likeness) }) else {
          continue
        }
        places[row] = open.remove(at: place)
      }
    }
  }

  private static func uniqueKeys(_ rows: [IndicatorWords]) -> [String] {
    var seen: [ByteText: Int] = [:]
    seen.reserveCapacity(rows.count)
    return rows.map { row in
      let key = row.full
      let count = seen[ByteText(text: key), default: 0] + 1
      seen[ByteText(text: key)] = count
      return count == 1 ? key : "\(key)#\(count)"
    }
  }
}

/// The compared words of a row, or of an issued indicator.
struct IndicatorWords: Hashable {
  let tier1: String
  let tier2: String
  let name: String

  /// How alike the words of two indicators are, the most alike first.
  enum Likeness: CaseIterable {
    case allTiers, secondTier, name
  }

  init(_ tier1: String, _ tier2: String, _ name: String) {
    self.tier1 = Wording.key(tier1)
    self.tier2 = Wording.key(tier2)
    self.name = Wording.key(name)
  }

  var full: String { tier1 + "/" + tier2 + "/" + name }

  func isLike(_ other: IndicatorWords, _ likeness: Likeness) -> Bool {
    guard name == other.name else { return false }
    return switch likeness {
    case .allTiers: tier2 == other.tier2 && tier1 == other.tier1
    case .secondTier: tier2 == other.tier2
    case .name: true
    }
  }
}

/// Which returned row is which issued indicator.
///
/// Rows of a form that was no blank of ours are matched by the third-level text; where that stands
/// twice, by the tiers as well, then by order. Rows of a blank have three witnesses, of which the
/// agreement of two wins (``IndicatorWitnesses``).
struct IndicatorMatch {
  /// For each row, what was issued.
  var issued: [Programme.Indicator?]
  /// Issued indicators that no row stands for, in the programme's order.
  var missing: [Programme.Indicator]
  /// Whether every row bears the very name of what was issued in its place.
  let areNamedAsIssued: Bool
  /// The rows that stand elsewhere than their names or the order of the blank have them, from 0.
  var moved: [Int] = []
  private let rows: [IndicatorWords]
  private let tables: [String?]
  /// For each row how many have its words up to it; none where no two have the same.
  private let counts: [Int]

  /// - Parameters:
  ///   - all: what was issued.
  ///   - blank: the indicators of the blank in its order; empty where the return carries none.
  ///   - canBeIssued: whether a row can be an issued indicator at all; the others are none.
  ///   - fits: whether the figures printed in a row are those of an issued indicator, both from 0:
  ///     asked only where witnesses contradict each other.
  init(
    _ lines: [IndicatorLine], issued all: [Programme.Indicator],
    blank: [Programme.Indicator] = [], where canBeIssued: (IndicatorLine) -> Bool = { _ in true },
    fits: (_ row: Int, _ issued: Int) -> Bool = { _, _ in false }
  ) {
    if blank.isEmpty, Self.areAsIssued(lines, all, canBeIssued) {
      issued = all.prefix(lines.count).map { $0 }
      missing = Array(all.dropFirst(lines.count))
      (rows, tables, counts) = ([], [], [])
      areNamedAsIssued = true
      return
    }
    areNamedAsIssued = false
    let rows = IndicatorWords.all(lines)
    self.rows = rows
    tables = lines.map(\.table)
    counts = Self.counts(rows)
    issued = Array(repeating: nil, count: lines.count)
    missing = []
    guard !all.isEmpty else { return }
    let open = lines.indices.filter { canBeIssued(lines[$0]) }
    let words = open.map { rows[$0] }
    var places = [Int?](repeating: nil, count: open.count)
    let witnesses = IndicatorWitnesses(
      open.map { lines[$0] }, words, issued: all, blank: blank)
    if let witnesses { places = witnesses.settled { fits(open[$0], $1) } }
    let due = all.enumerated().map { place, indicator in
      lines.indices.contains(place) && Self.isWorded(lines[place], as: indicator)
        ? rows[place] : IndicatorWords(indicator.tier1, indicator.tier2, indicator.name)
    }
    Self.settleByWords(words, due, &places)
    moved = witnesses?.moved(places).map { open[$0] } ?? []
    for (row, place) in zip(open, places) { issued[row] = place.map { all[$0] } }
    let found = Set(places.compactMap { $0 })
    missing = all.indices.filter { !found.contains($0) }.map { all[$0] }
  }

  /// Whether every row has the words of the indicator issued in its place, and no name in the
  /// workbook to say otherwise: then it is that one. Where forms print more beside the first tier
  /// than was issued (产出指标（50分）), no name may stand twice.
  private static func areAsIssued(
    _ lines: [IndicatorLine], _ all: [Programme.Indicator],
    _ canBeIssued: (IndicatorLine) -> Bool
  ) -> Bool {
    lines.count <= all.count
      && lines.indices.allSatisfy { row in
        lines[row].namedKey == nil && Wording.same(lines[row].name, all[row].name)
          && Wording.same(lines[row].tier2, all[row].tier2) && canBeIssued(lines[row])
      }
      && (lines.indices.allSatisfy { Wording.same(lines[$0].tier1, all[$0].tier1) }
        || !hasNameTwice(all))
  }

  private static func hasNameTwice(_ all: [Programme.Indicator]) -> Bool {
    let names = all.map { digest(ofKey: $0.name.utf8.span) }.sorted()
    return zip(names, names.dropFirst()).contains(where: ==)
  }

  /// A digest of the characters of a text's key.
  private static func digest(ofKey text: Span<UInt8>) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    var at = 0
    while at < text.count {
      let (scalar, count) = TextBytes.scalar(text, at: at)
      // Ideographs are their own key.
      if count == 3, TextBytes.leadsIdeograph(text[at]) {
        digest = (digest ^ UInt64(scalar)) &* 0x100_0000_01B3
        at += 3
        continue
      }
      if let kept = Wording.keyed(scalar) { digest = (digest ^ UInt64(kept)) &* 0x100_0000_01B3 }
      at += count
    }
    return digest
  }

  /// The key of a row that is none of the issued indicators, counted from 0.
  func key(_ row: Int) -> String {
    guard rows.indices.contains(row) else { return "" }
    let count = counts.isEmpty ? 1 : counts[row]
    let key = count == 1 ? rows[row].full : "\(rows[row].full)#\(count)"
    return tables[row].map { "\($0)//\(key)" } ?? key
  }

  /// Matches the rows that are left by their words, of equals by order.
  private static func settleByWords(
    _ rows: [IndicatorWords], _ due: [IndicatorWords], _ places: inout [Int?]
  ) {
    var isOpen = [Bool](repeating: true, count: due.count)
    for case let place? in places { isOpen[place] = false }
    var first = 0
    for likeness in IndicatorWords.Likeness.allCases {
      for row in rows.indices where places[row] == nil {
        while first < due.count, !isOpen[first] { first += 1 }
        guard let place = place(like: rows[row], likeness, due, isOpen, from: first) else {
          continue
        }
        places[row] = place
        isOpen[place] = false
      }
    }
  }

  /// Whether a row has the words of an indicator as they were issued, which most have.
  private static func isWorded(_ line: IndicatorLine, as issued: Programme.Indicator) -> Bool {
    Wording.same(line.name, issued.name) && Wording.same(line.tier2, issued.tier2)
      && Wording.same(line.tier1, issued.tier1)
  }

  private static func place(
    like words: IndicatorWords, _ likeness: IndicatorWords.Likeness, _ due: [IndicatorWords],
    _ isOpen: [Bool], from first: Int
  ) -> Int? {
    for place in due.indices.dropFirst(first)
    where isOpen[place] && due[place].nameDigest == words.nameDigest {
      if words.isLike(due[place], likeness) { return place }
    }
    return nil
  }

  private static func counts(_ rows: [IndicatorWords]) -> [Int] {
    let names = rows.map(\.nameDigest).sorted()
    guard zip(names, names.dropFirst()).contains(where: ==) else { return [] }
    var seen: [ByteText: Int] = [:]
    seen.reserveCapacity(rows.count)
    return rows.map { row in
      let count = seen[ByteText(text: row.full), default: 0] + 1
      seen[ByteText(text: row.full)] = count
      return count
    }
  }
}

/// The compared words of a row, or of an issued indicator.
struct IndicatorWords: Hashable {
  let tier1: String
  let tier2: String
  let name: String
  /// A digest of the bytes of ``name``.
  let nameDigest: UInt64

  /// How alike the words of two indicators are, the most alike first.
  enum Likeness: CaseIterable {
    case allTiers, secondTier, name
  }

  init(_ tier1: String, _ tier2: String, _ name: String) {
    self.tier1 = Wording.key(tier1)
    self.tier2 = Wording.key(tier2)
    self.name = Wording.key(name)
    nameDigest = FindingID.digest([self.name.utf8])
  }

  private init(tier1: String, tier2: String, name: String) {
    (self.tier1, self.tier2, self.name) = (tier1, tier2, Wording.key(name))
    nameDigest = FindingID.digest([self.name.utf8])
  }

  /// The words of rows, of which those below each other mostly share their tiers.
  static func all(_ lines: [IndicatorLine]) -> [IndicatorWords] {
    var all: [IndicatorWords] = []
    all.reserveCapacity(lines.count)
    var above: (line: IndicatorLine, words: IndicatorWords)?
    for line in lines {
      let tier1 = above.flatMap { Wording.same($0.line.tier1, line.tier1) ? $0.words.tier1 : nil }
      let tier2 = above.flatMap { Wording.same($0.line.tier2, line.tier2) ? $0.words.tier2 : nil }
      let words = IndicatorWords(
        tier1: tier1 ?? Wording.key(line.tier1), tier2: tier2 ?? Wording.key(line.tier2),
        name: line.name)
      all.append(words)
      above = (line, words)
    }
    return all
  }

  var full: String { tier1 + "/" + tier2 + "/" + name }

  func isLike(_ other: IndicatorWords, _ likeness: Likeness) -> Bool {
    guard Wording.same(name, other.name) else { return false }
    return switch likeness {
    case .allTiers: Wording.same(tier2, other.tier2) && Wording.same(tier1, other.tier1)
    case .secondTier: Wording.same(tier2, other.tier2)
    case .name: true
    }
  }
}

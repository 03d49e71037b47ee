/// Which returned row is which issued indicator.
///
/// Rows are matched by the third-level text; where that stands twice, by the tiers as well, then
/// by order.
struct IndicatorMatch {
  /// For each row, what was issued.
  var issued: [Programme.Indicator?]
  /// For each row, a key of words that is unique among the rows.
  var keys: [String]
  /// Issued indicators that no row stands for, in the programme's order.
  var missing: [Programme.Indicator]

  /// The compared words of a row, or of an issued indicator.
  private struct Words {
    let tier1: String
    let tier2: String
    let name: String

    init(_ tier1: String, _ tier2: String, _ name: String) {
      self.tier1 = Wording.key(tier1)
      self.tier2 = Wording.key(tier2)
      self.name = Wording.key(name)
    }

    var full: String { tier1 + "/" + tier2 + "/" + name }
  }

  /// Matches rows with what was issued; those for which `canBeIssued` is false with nothing.
  init(
    _ lines: [IndicatorLine], issued all: [Programme.Indicator],
    where canBeIssued: (IndicatorLine) -> Bool
  ) {
    let rows = lines.map { Words($0.tier1, $0.tier2, $0.name) }
    issued = Array(repeating: nil, count: lines.count)
    keys = zip(lines, Self.uniqueKeys(rows)).map { line, key in
      line.table.map { "\($0)//\(key)" } ?? key
    }
    missing = []
    guard !all.isEmpty else { return }
    match(rows, all, at: lines.indices.filter { canBeIssued(lines[$0]) })
  }

  private mutating func match(
    _ rows: [Words], _ all: [Programme.Indicator], at places: [Int]
  ) {
    let due = all.map { Words($0.tier1, $0.tier2, $0.name) }
    var open = Array(all.indices)
    let matchers: [(Words, Words) -> Bool] = [
      {
        Wording.same($0.name, $1.name) && Wording.same($0.tier2, $1.tier2)
          && Wording.same($0.tier1, $1.tier1)
      },
      { Wording.same($0.name, $1.name) && Wording.same($0.tier2, $1.tier2) },
      { Wording.same($0.name, $1.name) },
    ]
    for matches in matchers {
      for row in places where issued[row] == nil {
        guard let place = open.firstIndex(where: { matches(rows[row], due[$0]) }) else { continue }
        issued[row] = all[open.remove(at: place)]
      }
    }
    missing = open.map { all[$0] }
  }

  private static func uniqueKeys(_ rows: [Words]) -> [String] {
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

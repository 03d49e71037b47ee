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

  init(_ lines: [IndicatorLine], issued all: [Programme.Indicator]) {
    issued = Array(repeating: nil, count: lines.count)
    keys = Self.uniqueKeys(lines)
    var open = all.map { Optional($0) }
    let matchers: [(IndicatorLine, Programme.Indicator) -> Bool] = [
      {
        Self.fullKey($0) == Self.key($1.tier1) + "/" + Self.key($1.tier2) + "/" + Self.key($1.name)
      },
      { Self.key($0.tier2) == Self.key($1.tier2) && Self.key($0.name) == Self.key($1.name) },
      { Self.key($0.name) == Self.key($1.name) },
    ]
    guard !all.isEmpty else {
      missing = []
      return
    }
    for matches in matchers {
      for (row, line) in lines.enumerated() where issued[row] == nil {
        guard
          let index = open.firstIndex(where: { candidate in
            candidate.map { matches(line, $0) } ?? false
          })
        else { continue }
        issued[row] = open[index]
        open[index] = nil
      }
    }
    missing = open.compactMap { $0 }
  }

  private static func key(_ text: String) -> String { Wording.key(text) }

  private static func fullKey(_ line: IndicatorLine) -> String {
    key(line.tier1) + "/" + key(line.tier2) + "/" + key(line.name)
  }

  private static func uniqueKeys(_ lines: [IndicatorLine]) -> [String] {
    var seen: [String: Int] = [:]
    return lines.map { line in
      let key = fullKey(line)
      let count = (seen[key] ?? 0) + 1
      seen[key] = count
      return count == 1 ? key : "\(key)#\(count)"
    }
  }
}

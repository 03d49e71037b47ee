/// How far names are from one.
struct Nearness {
  private let wanted: [UInt32]
  private static let longest = 64

  /// How far names are from this one.
  init(to wanted: String) { self.wanted = Self.characters(wanted) }

  /// The number of single characters to insert, delete or change; long names are cut to 64.
  static func distance(_ one: String, _ other: String) -> Int {
    Nearness(to: other).distance(one, below: .max) ?? 0
  }

  private static func characters(_ name: String) -> [UInt32] {
    Wording.key(name).unicodeScalars.prefix(longest).map(\.value)
  }

  /// The same from the name that is wanted; `nil` where it is not below a bound.
  func distance(_ name: String, below bound: Int) -> Int? {
    let name = Self.characters(name)
    // As many at least as one is longer.
    guard abs(name.count - wanted.count) < bound else { return nil }
    var row = InlineArray<65, Int>(repeating: 0)
    for place in 0...wanted.count { row[place] = place }
    for (place, character) in name.enumerated() {
      var diagonal = row[0]
      row[0] = place + 1
      for other in wanted.indices {
        let cost = min(row[other], row[other + 1]) + 1
        let changed = diagonal + (character == wanted[other] ? 0 : 1)
        diagonal = row[other + 1]
        row[other + 1] = min(cost, changed)
      }
    }
    let distance = row[wanted.count]
    return distance < bound ? distance : nil
  }
}

/// How far names are from one.
struct Nearness {
  private let wanted: Characters

  /// How far names are from this one and what follows it.
  init(to wanted: String, _ rest: String = "") { self.wanted = Characters(wanted, rest) }

  /// The number of single characters of one and what follows it to insert, delete or change; long
  /// names are cut to 64. `nil` where it is not below a bound.
  func distance(_ name: String, _ rest: String = "", below bound: Int) -> Int? {
    let name = Characters(name, rest)
    // As many at least as one is longer.
    guard abs(name.count - wanted.count) < bound else { return nil }
    var row = InlineArray<65, Int>(repeating: 0)
    for place in 0...wanted.count { row[place] = place }
    let (letters, due) = (name.values.span, wanted.values.span)
    for place in 0..<name.count {
      // No later row has a lower number than the lowest of this one.
      let lowest = Self.take(letters[place], place, due.extracting(0..<wanted.count), &row)
      guard lowest < bound else { return nil }
    }
    let distance = row[wanted.count]
    return distance < bound ? distance : nil
  }

  /// The next row of numbers of changes, for one more character; gives the lowest.
  private static func take(
    _ character: UInt32, _ place: Int, _ wanted: Span<UInt32>,
    _ row: inout InlineArray<65, Int>
  ) -> Int {
    var diagonal = row[0]
    row[0] = place + 1
    var lowest = place + 1
    for other in wanted.indices {
      let changed = diagonal &+ (character == wanted[other] ? 0 : 1)
      diagonal = row[other + 1]
      let least = min(min(row[other], diagonal) &+ 1, changed)
      row[other + 1] = least
      lowest = min(lowest, least)
    }
    return lowest
  }

  /// The first characters of a name's key.
  private struct Characters {
    fileprivate private(set) var values = InlineArray<64, UInt32>(repeating: 0)
    private(set) var count = 0

    init(_ name: String, _ rest: String) {
      append(name.utf8.span)
      append(rest.utf8.span)
    }

    private mutating func append(_ bytes: Span<UInt8>) {
      var at = 0
      while at < bytes.count, count < values.count {
        let (scalar, length) = TextBytes.scalar(bytes, at: at)
        let kept = TextBytes.leadsIdeograph(bytes[at]) ? scalar : Wording.keyed(scalar)
        at += length
        guard let kept else { continue }
        values[count] = kept
        count += 1
      }
    }
  }
}

/// Changes to the bytes of a part: what is not named stays as it is.
struct XMLEdits {
  private var changes: [(range: Range<Int>, rank: Int, text: [UInt8])] = []

  /// Whether nothing changes.
  var isEmpty: Bool { changes.isEmpty }

  /// Puts a text before the byte at a place; several at one place stand by rank, then in the
  /// order in which they came.
  mutating func insert(_ text: [UInt8], at place: Int, rank: Int = 0) {
    changes.append((place..<place, rank, text))
  }

  /// Puts a text before the byte at a place.
  mutating func insert(_ text: String, at place: Int, rank: Int = 0) {
    insert(Array(text.utf8), at: place, rank: rank)
  }

  /// Puts a text in the place of another.
  mutating func replace(_ range: Range<Int>, with text: [UInt8]) {
    changes.append((range, 0, text))
  }

  /// Puts a text in the place of another.
  mutating func replace(_ range: Range<Int>, with text: String) {
    replace(range, with: Array(text.utf8))
  }

  /// Takes a text out.
  mutating func remove(_ range: Range<Int>) { changes.append((range, 0, [])) }

  /// The bytes with all changes. A change that overlaps an earlier one is left out.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    changes.isEmpty ? bytes : applied(to: bytes, within: 0..<bytes.count)
  }

  /// A stretch of the bytes with the changes within it.
  func applied(to bytes: [UInt8], within stretch: Range<Int>) -> [UInt8] {
    let ordered = changes.enumerated().sorted { one, two in
      let (left, right) = (one.element, two.element)
      return (left.range.lowerBound, left.range.upperBound, left.rank, one.offset)
        < (right.range.lowerBound, right.range.upperBound, right.rank, two.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(stretch.count + changes.reduce(0) { $0 + $1.text.count })
    var done = stretch.lowerBound
    for (_, change) in ordered {
      guard change.range.lowerBound >= done, change.range.upperBound <= stretch.upperBound else {
        continue
      }
      result.append(contentsOf: bytes[done..<change.range.lowerBound])
      result.append(contentsOf: change.text)
      done = change.range.upperBound
    }
    result.append(contentsOf: bytes[done..<stretch.upperBound])
    return result
  }
}

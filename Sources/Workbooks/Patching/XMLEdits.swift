/// Changes to the bytes of a part: what is not named stays as it is.
struct XMLEdits {
  private var changes: [(range: Range<Int>, text: [UInt8])] = []

  /// Whether nothing changes.
  var isEmpty: Bool { changes.isEmpty }

  /// Puts a text before the byte at a place; several at one place stay in their order.
  mutating func insert(_ text: String, at place: Int) {
    changes.append((place..<place, Array(text.utf8)))
  }

  /// Puts bytes before the byte at a place.
  mutating func insert(_ bytes: [UInt8], at place: Int) { changes.append((place..<place, bytes)) }

  /// Puts a text in the place of another.
  mutating func replace(_ range: Range<Int>, with text: String) {
    changes.append((range, Array(text.utf8)))
  }

  /// Takes a text out.
  mutating func remove(_ range: Range<Int>) { changes.append((range, [])) }

  /// The bytes with all changes. A change that overlaps an earlier one is left out.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    guard !changes.isEmpty else { return bytes }
    let ordered = changes.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + changes.reduce(0) { $0 + $1.text.count })
    var done = 0
    for (_, change) in ordered {
      guard change.range.lowerBound >= done, change.range.upperBound <= bytes.count else {
        continue
      }
      result.append(contentsOf: bytes[done..<change.range.lowerBound])
      result.append(contentsOf: change.text)
      done = change.range.upperBound
    }
    result.append(contentsOf: bytes[done...])
    return result
  }
}

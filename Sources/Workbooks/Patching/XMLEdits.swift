/// Changes to the bytes of a part: what is not named stays as it is.
struct XMLEdits: ~Copyable {
  private struct Change {
    let start: Int
    let end: Int
    let rank: Int
    /// Where its text stands among the new ones.
    let text: Range<Int>

    @inline(__always)
    func isBefore(_ other: Change) -> Bool {
      if start != other.start { return start < other.start }
      if end != other.end { return end < other.end }
      return rank < other.rank
    }
  }

  private var changes: [Change] = []
  /// The texts of all changes, one behind the other.
  private var texts = ByteBuffer(capacity: 256)

  /// Makes room for so many changes.
  mutating func reserve(_ count: Int) { changes.reserveCapacity(count) }

  /// Whether nothing changes.
  var isEmpty: Bool { changes.isEmpty }

  /// Puts what is written before the byte at a place; several at one place stand by rank, then in
  /// the order in which they came.
  @inline(__always)
  mutating func insert(
    at place: Int, rank: Int = 0, _ write: (inout ByteBuffer) -> Void
  ) {
    replace(Range(uncheckedBounds: (place, place)), rank: rank, write)
  }

  /// Puts what is written in the place of another text.
  @inline(__always)
  mutating func replace(
    _ range: Range<Int>, rank: Int = 0, _ write: (inout ByteBuffer) -> Void
  ) {
    let start = texts.count
    write(&texts)
    changes.append(
      Change(
        start: range.lowerBound, end: range.upperBound, rank: rank, text: start..<texts.count))
  }

  /// Puts a text before the byte at a place.
  mutating func insert(_ text: [UInt8], at place: Int, rank: Int = 0) {
    insert(at: place, rank: rank) { $0.append(bytes: text) }
  }

  /// Puts a text before the byte at a place.
  mutating func insert(_ text: String, at place: Int, rank: Int = 0) {
    insert(at: place, rank: rank) { $0.append(text: text) }
  }

  /// Puts a text in the place of another.
  mutating func replace(_ range: Range<Int>, with text: [UInt8]) {
    replace(range) { $0.append(bytes: text) }
  }

  /// Puts a text in the place of another.
  mutating func replace(_ range: Range<Int>, with text: String) {
    replace(range) { $0.append(text: text) }
  }

  /// Takes a text out.
  mutating func remove(_ range: Range<Int>) { replace(range) { _ in } }

  /// The bytes with all changes. A change that overlaps an earlier one is left out.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    changes.isEmpty ? bytes : applied(to: bytes, within: 0..<bytes.count)
  }

  /// A stretch of the bytes with the changes within it.
  func applied(to bytes: [UInt8], within stretch: Range<Int>) -> [UInt8] {
    let order = areInOrder ? nil : inOrder
    return [UInt8](unsafeUninitializedCapacity: stretch.count + texts.count) { room, count in
      var done = stretch.lowerBound
      bytes.withUnsafeBytes { bytes in
        texts.withBytes { texts in
          for at in changes.indices {
            let change = changes[order?[at] ?? at]
            guard change.start >= done, change.end <= stretch.upperBound else { continue }
            Self.copy(bytes, done..<change.start, to: room, &count)
            Self.copy(texts, change.text, to: room, &count)
            done = change.end
          }
          Self.copy(bytes, done..<stretch.upperBound, to: room, &count)
        }
      }
    }
  }

  @inline(__always)
  private static func copy(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>,
    to room: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) {
    let stretch = UnsafeRawBufferPointer(rebasing: bytes[range])
    guard let from = stretch.baseAddress, let to = room.baseAddress else { return }
    UnsafeMutableRawPointer(to + count).copyMemory(from: from, byteCount: range.count)
    count += range.count
  }

  /// The places of the changes from left to right.
  private var inOrder: [Int] {
    changes.indices.sorted { left, right in
      let (one, two) = (changes[left], changes[right])
      return one.isBefore(two) || !two.isBefore(one) && left < right
    }
  }

  /// Whether the changes came from left to right.
  private var areInOrder: Bool {
    let changes = changes.span
    for at in changes.indices.dropFirst() where changes[at].isBefore(changes[at - 1]) {
      return false
    }
    return true
  }
}

/// Numbers by the bytes of texts: rounds have the same few texts again and again, and as strings
/// they would be made and hashed each time.
///
/// It gives what was put in, or nothing; past its bound it takes nothing more.
struct ByteTable {
  private struct Entry {
    let hash: UInt64
    let above: Int
    let start: Int
    let count: Int
    let value: Int
  }

  private let most: Int
  private var entries: [Entry] = []
  private var bytes: [UInt8] = []
  /// Places among the entries, from 1, by the lower bits of their hashes; 0 for none.
  private var slots: [Int32]

  /// - Parameters:
  ///   - most: how many texts it takes.
  ///   - isFilled: whether it will have as many, so that it begins with room for them.
  init(most: Int, isFilled: Bool = false) {
    self.most = most
    var count = 64
    while isFilled, count < 2 * most { count *= 2 }
    slots = Array(repeating: 0, count: count)
  }

  /// What was put in for a text below a number; `nil` where nothing was.
  func find(_ text: ArraySlice<UInt8>, _ above: Int) -> Int? {
    let hash = Self.hash(text, above)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, entry.above == above, isSame(entry, text) { return entry.value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Puts in a number for a text, which must not be there, below another number.
  ///
  /// - Returns: whether it was taken.
  @discardableResult
  mutating func insert(_ text: ArraySlice<UInt8>, _ above: Int, _ value: Int) -> Bool {
    guard entries.count < most else { return false }
    entries.append(
      Entry(
        hash: Self.hash(text, above), above: above, start: bytes.count, count: text.count,
        value: value))
    bytes.append(contentsOf: text)
    if entries.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for index in entries.indices { place(index) }
    } else {
      place(entries.count - 1)
    }
    return true
  }

  private mutating func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index + 1)
  }

  private func isSame(_ entry: Entry, _ text: ArraySlice<UInt8>) -> Bool {
    guard entry.count == text.count else { return false }
    let (own, other) = (bytes.span.extracting(entry.start..<entry.start + entry.count), text.span)
    var at = 0
    while at + 8 <= own.count {
      if EightBytes.load(own, at) != EightBytes.load(other, at) { return false }
      at += 8
    }
    while at < own.count {
      if own[at] != other[at] { return false }
      at += 1
    }
    return true
  }

  private static func hash(_ text: ArraySlice<UInt8>, _ above: Int) -> UInt64 {
    let bytes = text.span
    var hash = UInt64(truncatingIfNeeded: above) &+ UInt64(bytes.count) << 32
    var at = 0
    while at + 8 <= bytes.count {
      hash = mixed(hash ^ EightBytes.load(bytes, at))
      at += 8
    }
    var rest: UInt64 = 0
    while at < bytes.count {
      rest = rest << 8 | UInt64(bytes[at])
      at += 1
    }
    return mixed(mixed(hash ^ rest))
  }

  /// The bits of a number spread over all of it; the factor is 2^64 over the golden ratio.
  private static func mixed(_ bits: UInt64) -> UInt64 {
    let product = bits &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}

/// Numbers by pairs of numbers: the rows of a programme are told apart by the numbers of their
/// texts, which need no hash of their own.
struct PairTable {
  private struct Entry {
    let one, two: UInt64
    var value: Int32
  }

  private var entries: [Entry] = []
  /// Places among the entries, from 1, by the upper bits of their hashes; 0 for none.
  private var slots: [Int32]
  /// What a hash is shifted right by to become a slot.
  private var shift: Int

  /// - Parameter expected: how many pairs it will have, more or less.
  init(expected: Int = 0) {
    // No table has to grow that was given as many as it expects.
    let bits = 6 + max(0, Int.bitWidth - (min(max(expected, 0), 1 << 24) >> 5).leadingZeroBitCount)
    slots = Array(repeating: 0, count: 1 << bits)
    shift = UInt64.bitWidth - bits
    entries.reserveCapacity(min(max(expected, 0), 1 << 24))
  }

  /// How many pairs it has.
  var count: Int { entries.count }

  /// The number of a pair; `nil` where it has none.
  func find(_ one: UInt64, _ two: UInt64) -> Int32? {
    let place = slots[slot(of: one, two)]
    return place == 0 ? nil : entries[Int(place) - 1].value
  }

  /// Gives a pair a number.
  ///
  /// - Returns: the number that it had.
  @discardableResult
  mutating func update(_ one: UInt64, _ two: UInt64, to value: Int32) -> Int32? {
    let slot = slot(of: one, two)
    guard slots[slot] == 0 else {
      let place = Int(slots[slot]) - 1
      let other = entries[place].value
      entries[place].value = value
      return other
    }
    entries.append(Entry(one: one, two: two, value: value))
    slots[slot] = Int32(clamping: entries.count)
    if entries.count * 2 > slots.count { grow() }
    return nil
  }

  /// Forgets all pairs.
  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    slots = Array(repeating: 0, count: slots.count)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    shift -= 1
    for index in entries.indices {
      slots[slot(of: entries[index].one, entries[index].two)] = Int32(clamping: index + 1)
    }
  }

  /// The slot that has a pair, or the free one that is due to it: one is free at all times.
  private func slot(of one: UInt64, _ two: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(one, two) >> UInt64(shift))
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.one == one, entry.two == two { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// The bits of both numbers spread over all of it; the factor is 2^64 over the golden ratio.
  private static func hash(_ one: UInt64, _ two: UInt64) -> UInt64 {
    let first = one &* 0x9E37_79B9_7F4A_7C15
    return (first ^ first >> 32 ^ two) &* 0x9E37_79B9_7F4A_7C15
  }
}

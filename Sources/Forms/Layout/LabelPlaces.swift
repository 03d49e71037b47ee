/// Where labels stand in a list, by the hashes of their bytes: an open table, built once and asked
/// for many cells.
struct LabelPlaces: Sendable {
  private struct Slot: Sendable {
    var hash: UInt64 = 0
    /// The place in the list; -1 for none.
    var place = -1
  }

  /// A power of two of slots, fewer than half of them taken.
  private var slots = [Slot](repeating: Slot(), count: 64)
  private var count = 0

  /// Adds a place; one of the same hash stays in front of it.
  mutating func add(_ place: Int, hash: UInt64) {
    count += 1
    if count * 2 > slots.count { grow() }
    insert(Slot(hash: hash, place: place))
  }

  /// The first place of a hash for which something holds.
  @inline(__always)
  func first(_ hash: UInt64, where holds: (Int) -> Bool) -> Int? {
    var index = start(hash)
    while slots[index].place >= 0 {
      if slots[index].hash == hash, holds(slots[index].place) { return slots[index].place }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    // By place, so that those of one hash keep their order.
    for slot in old.filter({ $0.place >= 0 }).sorted(by: { $0.place < $1.place }) { insert(slot) }
  }

  private mutating func insert(_ slot: Slot) {
    var index = start(slot.hash)
    while slots[index].place >= 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }

  /// The slot that a hash is looked for first in: its upper half is mixed into the lower.
  private func start(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
  }
}

internal import Synchronization

/// Small parts that stand alike in the copies of one form, with what they deflate to.
///
/// Styles, content types and relationships of copies are mostly the same bytes again: they are
/// deflated once. A part is kept when it is met for the second time, so that parts which differ
/// in every copy take no room.
struct RepeatedParts {
  /// The longest part that is kept, in bytes.
  static let longest = 64 << 10

  private struct Part {
    let bytes: [UInt8]
    let deflated: [UInt8]
  }

  private static let shared = Mutex(RepeatedParts())
  private static let mostKept = (parts: 128, bytes: 2 << 20)
  private static let mostMet = 4096

  /// What was asked for lately.
  private var kept: [UInt64: Part] = [:]
  private var keptBytes = 0
  /// What was kept before room was made, and goes the next time unless it is asked for.
  private var fading: [UInt64: Part] = [:]
  private var met: Set<UInt64> = []

  /// What the same bytes were deflated to before; `nil` where they are not kept.
  static func deflated(_ bytes: [UInt8], checksum: UInt32) -> [UInt8]? {
    guard bytes.count <= longest else { return nil }
    let part = shared.withLock { $0.part(key(bytes, checksum)) }
    guard let part, part.bytes.isSame(as: bytes) else { return nil }
    return part.deflated
  }

  /// Takes note of what bytes were deflated to.
  static func note(_ bytes: [UInt8], checksum: UInt32, deflated: [UInt8]) {
    guard bytes.count <= longest else { return }
    shared.withLock { $0.note(key(bytes, checksum), Part(bytes: bytes, deflated: deflated)) }
  }

  private mutating func part(_ key: UInt64) -> Part? {
    if let part = kept[key] { return part }
    guard let part = fading[key] else { return nil }
    keep(part, key)
    return part
  }

  private mutating func keep(_ part: Part, _ key: UInt64) {
    if kept.count >= Self.mostKept.parts || keptBytes >= Self.mostKept.bytes {
      (fading, kept, keptBytes) = (kept, [:], 0)
    }
    kept[key] = part
    keptBytes += part.bytes.count + part.deflated.count
  }

  private mutating func note(_ key: UInt64, _ part: Part) {
    if met.contains(key) {
      keep(part, key)
    } else {
      if met.count >= Self.mostMet { met.removeAll(keepingCapacity: true) }
      met.insert(key)
    }
  }

  private static func key(_ bytes: [UInt8], _ checksum: UInt32) -> UInt64 {
    UInt64(truncatingIfNeeded: bytes.count) << 32 | UInt64(checksum)
  }
}

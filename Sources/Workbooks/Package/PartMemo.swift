internal import Synchronization

/// What was made of small parts, given again where the same bytes come once more.
///
/// The workbooks of a round are mostly copies of one form: their styles, relationships and content
/// types are the same to the byte. What is kept is found by a digest and compared in full, and is
/// good for the same limits alone. A part is kept when it is met for the second time, so that parts
/// which differ in every workbook take no room.
final class PartMemo<Made: Sendable>: Sendable {
  private struct Part: Sendable {
    let bytes: [UInt8]
    let limits: Limits
    let beside: String
    let made: Made
  }

  private struct Shelf {
    var kept: [UInt64: Part] = [:]
    var met: Set<UInt64> = []
  }

  private let shelf = Mutex(Shelf())
  /// The longest part that is kept, in bytes.
  private let longest = 64 << 10
  private let mostKept = 32
  private let mostMet = 1024

  /// What `make` makes of the bytes, or made of them before.
  ///
  /// - Parameters:
  ///   - beside: what else it depends on.
  ///   - make: depends on nothing but the bytes, the limits and `beside`. What it throws is not
  ///     kept.
  func made<Failure: Error>(
    of bytes: [UInt8], _ limits: Limits, beside: String = "",
    _ make: () throws(Failure) -> Made
  ) throws(Failure) -> Made {
    guard bytes.count <= longest else { return try make() }
    let key = StylePiece.digest(of: bytes.span, 0..<bytes.count)
    if let part = shelf.withLock({ $0.kept[key] }), part.bytes.isSame(as: bytes),
      part.limits == limits,
      part.beside == beside
    {
      return part.made
    }
    let made = try make()
    note(key, Part(bytes: bytes, limits: limits, beside: beside, made: made))
    return made
  }

  private func note(_ key: UInt64, _ part: Part) {
    shelf.withLock { shelf in
      if shelf.met.contains(key) {
        if shelf.kept.count >= mostKept { shelf.kept.removeAll(keepingCapacity: true) }
        shelf.kept[key] = part
      } else {
        if shelf.met.count >= mostMet { shelf.met.removeAll(keepingCapacity: true) }
        shelf.met.insert(key)
      }
    }
  }
}

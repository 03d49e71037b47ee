internal import Synchronization

/// What was made of small parts, given again where the same bytes come once more.
///
/// The workbooks of a round are mostly copies of one form: their styles, relationships and content
/// types are the same to the byte. What is kept is found by a digest and compared in full, and is
/// good for the same limits alone. A part is kept when it is met for the second time, so that parts
/// which differ in every workbook take no room.
final class PartMemo<Made: Sendable>: Sendable {
  private final class Part: Sendable {
    let bytes: [UInt8]
    let limits: Limits
    let beside: String
    let made: Made

    init(bytes: [UInt8], limits: Limits, beside: String, made: Made) {
      self.bytes = bytes
      self.limits = limits
      self.beside = beside
      self.made = made
    }

    func isOf(_ bytes: [UInt8], _ limits: Limits, _ beside: String) -> Bool {
      self.bytes.isSame(as: bytes) && self.limits == limits && self.beside == beside
    }
  }

  private struct Shelf {
    /// The digests of the parts that are kept, which are few: looked over one by one.
    var digests: [UInt64] = []
    var kept: [Part] = []
    var met: Set<UInt64> = []

    func part(_ digest: UInt64) -> Part? {
      for at in digests.indices where digests[at] == digest { return kept[at] }
      return nil
    }

    mutating func keep(_ part: Part, _ digest: UInt64, most: Int) {
      if let at = digests.firstIndex(of: digest) {
        kept[at] = part
        return
      }
      if kept.count >= most {
        digests.removeAll(keepingCapacity: true)
        kept.removeAll(keepingCapacity: true)
      }
      digests.append(digest)
      kept.append(part)
    }
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
    if let part = shelf.withLock({ $0.part(key) }), part.isOf(bytes, limits, beside) {
      return part.made
    }
    let made = try make()
    if isMetAgain(key) {
      let part = Part(bytes: bytes, limits: limits, beside: beside, made: made)
      shelf.withLock { $0.keep(part, key, most: mostKept) }
    }
    return made
  }

  /// Whether a digest was met before; from now on it was.
  private func isMetAgain(_ key: UInt64) -> Bool {
    shelf.withLock { shelf in
      if shelf.met.contains(key) { return true }
      if shelf.met.count >= mostMet { shelf.met.removeAll(keepingCapacity: true) }
      shelf.met.insert(key)
      return false
    }
  }
}

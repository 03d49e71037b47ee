import CDeflate
internal import Synchronization

/// The one owner of a decompressor, used again for every entry of an archive, and for the next.
struct Inflater: ~Copyable {
  private let decompressor: OpaquePointer

  /// The corresponding C function is `libdeflate_alloc_decompressor`.
  init() throws(WorkbookError) {
    guard
      let decompressor = Self.exchange(for: nil)?.decompressor ?? libdeflate_alloc_decompressor()
    else {
      throw .damaged(part: WorkbookError.archive, detail: "no memory to inflate it in")
    }
    self.decompressor = decompressor
  }

  /// The corresponding C function is `libdeflate_free_decompressor`.
  deinit {
    if let other = Self.exchange(for: Spare(decompressor: decompressor)) {
      libdeflate_free_decompressor(other.decompressor)
    }
  }

  /// A decompressor that nobody uses.
  private struct Spare: @unchecked Sendable {
    let decompressor: OpaquePointer
  }

  /// The one that was used last: making one takes as long as inflating a small part.
  private static let spare = Mutex<Spare?>(nil)

  /// Puts one aside, or none; what lay there before.
  private static func exchange(for new: Spare?) -> Spare? {
    spare.withLock { spare in
      defer { spare = new }
      return spare
    }
  }

  /// Inflates a raw deflate stream (RFC 1951) into so many bytes, neither fewer nor more.
  ///
  /// The corresponding C functions are `libdeflate_deflate_decompress`, which writes within the
  /// room it is given only, and `libdeflate_crc32`.
  ///
  /// - Throws: `Fault`; of damaged bytes nothing is given.
  func inflate(
    _ deflated: [UInt8], size: Int, checksum: UInt32
  ) throws(Fault) -> [UInt8] {
    var outcome = LIBDEFLATE_BAD_DATA
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { room, count in
      outcome = deflated.withUnsafeBytes { from in
        libdeflate_deflate_decompress(
          decompressor, from.baseAddress, from.count, room.baseAddress, size, nil)
      }
      count = outcome == LIBDEFLATE_SUCCESS ? size : 0
    }
    switch outcome {
    case LIBDEFLATE_SUCCESS: break
    case LIBDEFLATE_INSUFFICIENT_SPACE: throw .more
    case LIBDEFLATE_SHORT_OUTPUT: throw .fewer
    default: throw .notDeflate
    }
    let found = bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    guard found == checksum else { throw .otherChecksum }
    return bytes
  }

  /// The same of a part that many archives have in common.
  func inflateCommon(
    _ deflated: [UInt8], size: Int, checksum: UInt32
  ) throws(Fault) -> [UInt8] {
    guard size <= Self.longestCommon else {
      return try inflate(deflated, size: size, checksum: checksum)
    }
    let common = try Self.memo.made(of: deflated, .standard) { () throws(Fault) in
      Inflated(
        bytes: try inflate(deflated, size: size, checksum: checksum), checksum: checksum)
    }
    // Another archive may tell lies about the same bytes.
    guard common.bytes.count == size, common.checksum == checksum else {
      return try inflate(deflated, size: size, checksum: checksum)
    }
    return common.bytes
  }

  private struct Inflated: Sendable {
    let bytes: [UInt8]
    let checksum: UInt32
  }

  private static let longestCommon = 64 << 10
  private static let memo = PartMemo<Inflated>()

  /// Why bytes could not be inflated.
  enum Fault: Error {
    /// They are no deflate stream, or one that was cut off.
    case notDeflate
    /// They inflate to fewer bytes than were declared.
    case fewer
    /// They inflate to more bytes than were declared.
    case more
    /// What they inflate to has another checksum.
    case otherChecksum
  }
}

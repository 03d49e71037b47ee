import CDeflate
internal import Synchronization

/// The one owner of a compressor and of the room it writes to, both used again for every part.
///
/// It may go from thread to thread, with one at a time.
struct Deflater: ~Copyable, @unchecked Sendable {
  /// The fastest level; its copies are 6 % larger than those of zlib's level 6.
  private static let level: Int32 = 1

  private let compressor: OpaquePointer
  private var room: UnsafeMutableRawBufferPointer

  /// The corresponding C function is `libdeflate_alloc_compressor`.
  init() throws(WorkbookError) {
    guard let compressor = libdeflate_alloc_compressor(Self.level) else {
      throw .cannotWrite("\(WorkbookError.archive): no memory to compress in")
    }
    self.compressor = compressor
    room = .allocate(byteCount: 0, alignment: 1)
  }

  deinit {
    libdeflate_free_compressor(compressor)
    room.deallocate()
  }

  /// The one that was put back last: making one takes as long as deflating a small part.
  private static let spare = Mutex<Deflater?>(nil)
  /// More room is not kept.
  private static let mostRoom = 1 << 20

  /// One that is not in use, or a new one.
  static func take() throws(WorkbookError) -> Deflater {
    var taken: Deflater?
    spare.withLock { swap(&$0, &taken) }
    if let taken { return taken }
    return try Deflater()
  }

  /// Puts one back, for the next archive.
  static func putBack(_ deflater: consuming Deflater) {
    guard deflater.room.count <= mostRoom else { return }
    var given: Deflater? = deflater
    spare.withLock { swap(&$0, &given) }
  }

  /// The bytes as a raw deflate stream (RFC 1951), with their checksum.
  ///
  /// The corresponding C functions are `libdeflate_deflate_compress` and `libdeflate_crc32`.
  mutating func deflate(_ bytes: [UInt8], part: String) throws(WorkbookError) -> DeflatedPart {
    let checksum = bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    if let known = RepeatedParts.deflated(bytes, checksum: checksum) {
      return DeflatedPart(bytes: known, inflatedSize: bytes.count, checksum: checksum)
    }
    let deflated = try compress(bytes, part)
    RepeatedParts.note(bytes, checksum: checksum, deflated: deflated)
    return DeflatedPart(bytes: deflated, inflatedSize: bytes.count, checksum: checksum)
  }

  private mutating func compress(_ bytes: [UInt8], _ part: String) throws(WorkbookError) -> [UInt8]
  {
    let bound = libdeflate_deflate_compress_bound(compressor, bytes.count)
    if room.count < bound {
      room.deallocate()
      room = .allocate(byteCount: bound, alignment: 1)
    }
    let count = bytes.withUnsafeBytes {
      libdeflate_deflate_compress(
        compressor, $0.baseAddress, $0.count, room.baseAddress, room.count)
    }
    guard count > 0 else { throw .cannotWrite("\(part): it could not be compressed") }
    return [UInt8](room.prefix(count))
  }
}

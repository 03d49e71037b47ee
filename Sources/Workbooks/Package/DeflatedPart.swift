import CZip

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A part that is compressed already, from which libzip reads what it writes as it is.
///
/// One archive at a time reads from it.
final class DeflatedPart {
  private let bytes: [UInt8]
  private let inflatedSize: Int
  private let checksum: UInt32
  private var offset = 0

  /// - Parameters:
  ///   - bytes: a raw deflate stream.
  ///   - inflatedSize: the bytes it inflates to.
  ///   - checksum: their CRC-32.
  init(bytes: [UInt8], inflatedSize: Int, checksum: UInt32) {
    self.bytes = bytes
    self.inflatedSize = inflatedSize
    self.checksum = checksum
  }

  /// A source that keeps the part until libzip frees it.
  ///
  /// The corresponding C function is `zip_source_function_create`.
  func source(_ error: inout zip_error_t) -> OpaquePointer? {
    let kept = Unmanaged.passRetained(self)
    let source = zip_source_function_create(Self.answer, kept.toOpaque(), &error)
    if source == nil { kept.release() }
    return source
  }

  private static let answer: zip_source_callback = { part, data, length, command in
    guard let part else { return -1 }
    let kept = Unmanaged<DeflatedPart>.fromOpaque(part)
    if command == ZIP_SOURCE_FREE {
      kept.release()
      return 0
    }
    return kept.takeUnretainedValue().reply(to: command, data, length)
  }

  private func reply(
    to command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: zip_uint64_t
  ) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_OPEN:
      offset = 0
      return 0
    case ZIP_SOURCE_READ: return read(into: data, length)
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_STAT: return describe(in: data, length)
    case ZIP_SOURCE_ERROR: return refusal(in: data, length)
    case ZIP_SOURCE_SUPPORTS: return Self.commands
    default: return -1
    }
  }

  /// `ZIP_SOURCE_SUPPORTS_READABLE`, a macro that Swift does not see.
  private static let commands = [
    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
    ZIP_SOURCE_FREE, ZIP_SOURCE_SUPPORTS,
  ].reduce(zip_int64_t(0)) { $0 | 1 << zip_int64_t($1.rawValue) }

  private func read(into data: UnsafeMutableRawPointer?, _ length: zip_uint64_t) -> zip_int64_t {
    let count = min(bytes.count - offset, Int(clamping: length))
    guard let data, count > 0 else { return 0 }
    bytes.withUnsafeBytes { from in
      if let base = from.baseAddress { memcpy(data, base + offset, count) }
    }
    offset += count
    return zip_int64_t(count)
  }

  private func describe(
    in data: UnsafeMutableRawPointer?, _ length: zip_uint64_t
  ) -> zip_int64_t {
    guard let data, length >= MemoryLayout<zip_stat_t>.size else { return -1 }
    let stat = data.assumingMemoryBound(to: zip_stat_t.self)
    zip_stat_init(stat)
    stat.pointee.valid = zip_uint64_t(
      ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD
        | ZIP_STAT_ENCRYPTION_METHOD)
    stat.pointee.size = zip_uint64_t(inflatedSize)
    stat.pointee.comp_size = zip_uint64_t(bytes.count)
    stat.pointee.crc = checksum
    stat.pointee.comp_method = zip_uint16_t(ZIP_CM_DEFLATE)
    stat.pointee.encryption_method = zip_uint16_t(ZIP_EM_NONE)
    return zip_int64_t(MemoryLayout<zip_stat_t>.size)
  }

  /// Only a question that a readable source has no answer to fails here.
  private func refusal(in data: UnsafeMutableRawPointer?, _ length: zip_uint64_t) -> zip_int64_t {
    let size = 2 * MemoryLayout<Int32>.size
    guard let data, length >= size else { return -1 }
    let codes = data.assumingMemoryBound(to: Int32.self)
    codes[0] = ZIP_ER_OPNOTSUPP
    codes[1] = 0
    return zip_int64_t(size)
  }
}

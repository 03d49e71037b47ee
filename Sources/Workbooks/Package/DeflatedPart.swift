import CZip

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A part that is compressed already, which libzip writes as it is.
final class DeflatedPart: ReadablePart {
  let bytes: [UInt8]
  let inflatedSize: Int
  let checksum: UInt32
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

  func rewind() { offset = 0 }

  func read(into data: UnsafeMutableRawPointer, _ length: Int) -> Int {
    let count = min(bytes.count - offset, length)
    guard count > 0 else { return 0 }
    bytes.withUnsafeBytes { from in
      if let base = from.baseAddress { memcpy(data, base + offset, count) }
    }
    offset += count
    return count
  }

  func describe(in stat: inout zip_stat_t) {
    stat.valid = zip_uint64_t(
      ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD
        | ZIP_STAT_ENCRYPTION_METHOD)
    stat.size = zip_uint64_t(inflatedSize)
    stat.comp_size = zip_uint64_t(bytes.count)
    stat.crc = checksum
    stat.comp_method = zip_uint16_t(ZIP_CM_DEFLATE)
    stat.encryption_method = zip_uint16_t(ZIP_EM_NONE)
  }

  /// Only a question that a readable source has no answer to fails here.
  var failure: (archive: Int32, system: Int32) { (ZIP_ER_OPNOTSUPP, 0) }
}

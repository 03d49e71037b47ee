import CDeflate

/// A zip archive of stored entries, made without libzip so that any name and any bytes go in.
enum StoredZip {
  static func bytes(_ parts: [(name: [UInt8], bytes: ArraySlice<UInt8>)]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let offset = archive.count
      let fields = described(part)
      archive += [0x50, 0x4B, 3, 4] + fields + part.name + part.bytes
      directory += [0x50, 0x4B, 1, 2, 20, 0] + fields
      directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
      directory += little(offset, 4) + part.name
    }
    let count = little(parts.count, 2)
    let end = little(directory.count, 4) + little(archive.count, 4) + [0, 0]
    return archive + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + end
  }

  /// The fields that the local header and the directory have in common.
  private static func described(_ part: (name: [UInt8], bytes: ArraySlice<UInt8>)) -> [UInt8] {
    let checksum = part.bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    let size = little(part.bytes.count, 4)
    let isUTF8: [UInt8] = [0, 8]
    return [20, 0] + isUTF8 + [0, 0, 0, 0, 0x21, 0] + little(Int(checksum), 4) + size + size
      + little(part.name.count, 2) + [0, 0]
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}

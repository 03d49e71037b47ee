import CZip

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A part of a new archive that is read piece by piece while the archive is written, so that it
/// never lies in memory whole.
final class StreamedPart: ReadablePart {
  /// A piece of it.
  enum Segment {
    case bytes([UInt8])
    case file(ScratchFile)

    var count: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .file(let file): file.count
      }
    }
  }

  private let segments: [Segment]
  private let size: Int
  private var segment = 0
  private var offset = 0

  init(_ segments: [Segment]) throws(WorkbookError) {
    for case .file(let file) in segments { try file.flush() }
    self.segments = segments
    size = segments.reduce(0) { $0 + $1.count }
  }

  /// All of it, where it is no more than so many bytes and can be read.
  func bytes(upTo limit: Int) -> [UInt8]? {
    guard size <= limit else { return nil }
    rewind()
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { room, count in
      guard let start = UnsafeMutableRawPointer(room.baseAddress) else { return }
      while count < size {
        let got = read(into: start + count, size - count)
        guard got > 0 else { break }
        count += got
      }
    }
    rewind()
    return bytes.count == size ? bytes : nil
  }

  func rewind() { (segment, offset) = (0, 0) }

  func read(into data: UnsafeMutableRawPointer, _ length: Int) -> Int {
    while segment < segments.count {
      let count = min(length, segments[segment].count - offset)
      guard count > 0 else {
        (segment, offset) = (segment + 1, 0)
        continue
      }
      guard copy(count, into: data) == count else { return -1 }
      offset += count
      return count
    }
    return 0
  }

  private func copy(_ count: Int, into data: UnsafeMutableRawPointer) -> Int {
    switch segments[segment] {
    case .bytes(let bytes):
      bytes.withUnsafeBytes { from in
        if let base = from.baseAddress { memcpy(data, base + offset, count) }
      }
      return count
    case .file(let file):
      var done = 0
      while done < count {
        let got = file.read(at: offset + done, into: data + done, count - done)
        guard got > 0 else { return -1 }
        done += got
      }
      return done
    }
  }

  func describe(in stat: inout zip_stat_t) {
    stat.valid = zip_uint64_t(ZIP_STAT_SIZE)
    stat.size = zip_uint64_t(size)
  }

  var failure: (archive: Int32, system: Int32) { (ZIP_ER_READ, EIO) }
}

import CZip

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A part of a new archive that is read piece by piece while the archive is written, so that it
/// never lies in memory whole.
final class StreamedPart {
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
    let kept = Unmanaged<StreamedPart>.fromOpaque(part)
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
      (segment, offset) = (0, 0)
      return 0
    case ZIP_SOURCE_READ: return read(into: data, Int(clamping: length))
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_STAT: return describe(in: data, length)
    case ZIP_SOURCE_ERROR: return failure(in: data, length)
    case ZIP_SOURCE_SUPPORTS: return Self.commands
    default: return -1
    }
  }

  /// `ZIP_SOURCE_SUPPORTS_READABLE`, a macro that Swift does not see.
  private static let commands = [
    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
    ZIP_SOURCE_FREE, ZIP_SOURCE_SUPPORTS,
  ].reduce(zip_int64_t(0)) { $0 | 1 << zip_int64_t($1.rawValue) }

  private func read(into data: UnsafeMutableRawPointer?, _ length: Int) -> zip_int64_t {
    guard let data else { return -1 }
    while segment < segments.count {
      let count = min(length, segments[segment].count - offset)
      guard count > 0 else {
        (segment, offset) = (segment + 1, 0)
        continue
      }
      guard copy(count, into: data) == count else { return -1 }
      offset += count
      return zip_int64_t(count)
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

  private func describe(
    in data: UnsafeMutableRawPointer?, _ length: zip_uint64_t
  ) -> zip_int64_t {
    guard let data, length >= MemoryLayout<zip_stat_t>.size else { return -1 }
    let stat = data.assumingMemoryBound(to: zip_stat_t.self)
    zip_stat_init(stat)
    stat.pointee.valid = zip_uint64_t(ZIP_STAT_SIZE)
    stat.pointee.size = zip_uint64_t(size)
    return zip_int64_t(MemoryLayout<zip_stat_t>.size)
  }

  private func failure(in data: UnsafeMutableRawPointer?, _ length: zip_uint64_t) -> zip_int64_t {
    let size = 2 * MemoryLayout<Int32>.size
    guard let data, length >= size else { return -1 }
    let codes = data.assumingMemoryBound(to: Int32.self)
    codes[0] = ZIP_ER_READ
    codes[1] = EIO
    return zip_int64_t(size)
  }
}

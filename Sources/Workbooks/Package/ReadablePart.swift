import CZip

/// A part of a new archive that libzip reads while it writes the archive; one archive at a time.
protocol ReadablePart: AnyObject {
  /// Goes back to the first byte.
  func rewind()
  /// Copies at most so many of the bytes that come next.
  ///
  /// - Returns: how many; 0 at the end, −1 where they cannot be had.
  func read(into data: UnsafeMutableRawPointer, _ length: Int) -> Int
  /// Says what libzip has to know of the part before it reads it.
  func describe(in stat: inout zip_stat_t)
  /// What to answer where something failed: a code of libzip's and one of the system's.
  var failure: (archive: Int32, system: Int32) { get }
}

extension ReadablePart {
  /// A source that keeps the part until libzip frees it.
  ///
  /// The corresponding C function is `zip_source_function_create`.
  func source(_ error: inout zip_error_t) -> OpaquePointer? {
    let kept = Unmanaged.passRetained(PartSource(self))
    let source = zip_source_function_create(PartSource.answer, kept.toOpaque(), &error)
    if source == nil { kept.release() }
    return source
  }
}

/// Answers libzip for a part.
private final class PartSource {
  private let part: any ReadablePart

  init(_ part: any ReadablePart) { self.part = part }

  static let answer: zip_source_callback = { source, data, length, command in
    guard let source else { return -1 }
    let kept = Unmanaged<PartSource>.fromOpaque(source)
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
      part.rewind()
      return 0
    case ZIP_SOURCE_READ:
      guard let data else { return -1 }
      return zip_int64_t(part.read(into: data, Int(clamping: length)))
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

  private func describe(
    in data: UnsafeMutableRawPointer?, _ length: zip_uint64_t
  ) -> zip_int64_t {
    guard let data, length >= MemoryLayout<zip_stat_t>.size else { return -1 }
    let stat = data.assumingMemoryBound(to: zip_stat_t.self)
    zip_stat_init(stat)
    part.describe(in: &stat.pointee)
    return zip_int64_t(MemoryLayout<zip_stat_t>.size)
  }

  private func failure(in data: UnsafeMutableRawPointer?, _ length: zip_uint64_t) -> zip_int64_t {
    let size = 2 * MemoryLayout<Int32>.size
    guard let data, length >= size else { return -1 }
    let codes = data.assumingMemoryBound(to: Int32.self)
    (codes[0], codes[1]) = part.failure
    return zip_int64_t(size)
  }
}

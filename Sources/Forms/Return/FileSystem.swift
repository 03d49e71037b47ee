#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import Workbooks

/// A path as the system has it: bytes of no certain encoding.
struct SystemPath: Hashable, Sendable {
  /// The bytes, without the closing zero.
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The path of something in this folder.
  func appending(_ name: [UInt8]) -> SystemPath {
    SystemPath(bytes: (bytes.last == 0x2F ? bytes : bytes + [0x2F]) + name)
  }

  /// The whole path, in characters.
  var text: String { EncodedName.decoded(bytes) }

  /// The last part of the path, in characters.
  var name: String {
    EncodedName.decoded(bytes.split(separator: 0x2F).last.map(Array.init) ?? bytes)
  }

  /// Calls the system with the path.
  func call<Result>(_ body: (UnsafePointer<CChar>) -> Result?) -> Result? {
    (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { text in
      text.baseAddress.flatMap(body)
    }
  }
}

/// The few questions about files that finding returns needs.
enum FileSystem {
  enum Kind: Equatable {
    case file, folder, other
    /// There is nothing, or the way there is barred.
    case unreachable(reason: String)
  }

  /// Which file a path leads to, whatever the path.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  /// What a path leads to, links followed.
  static func kind(of path: SystemPath) -> Kind { look(at: path).kind }

  /// Which file a path leads to, links followed; `nil` where there is none.
  static func identity(of path: SystemPath) -> Identity? { look(at: path).identity }

  /// What a path leads to and which file that is, links followed.
  static func look(at path: SystemPath) -> (kind: Kind, identity: Identity?) {
    var status = stat()
    guard path.call({ stat($0, &status) }) == 0 else {
      return (.unreachable(reason: String(cString: strerror(errno))), nil)
    }
    let identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
    switch status.st_mode & S_IFMT {
    case S_IFREG: return (.file, identity)
    case S_IFDIR: return (.folder, identity)
    default: return (.other, identity)
    }
  }

  /// Whether a path is itself a link.
  static func isLink(_ path: SystemPath) -> Bool {
    var status = stat()
    return path.call { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The names in a folder, without `.` and `..`, in no order; `nil` where it cannot be opened.
  static func names(in folder: SystemPath) -> [[UInt8]]? {
    guard let handle = folder.call({ opendir($0) }) else { return nil }
    defer { closedir(handle) }
    var names: [[UInt8]] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names
  }

  /// The first bytes of a regular file; `nil` where it cannot be read.
  static func beginning(of path: SystemPath, count: Int) -> [UInt8]? {
    guard kind(of: path) == .file else { return nil }
    let descriptor = path.call { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) } ?? -1
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return try? read(descriptor, size: count, path)
  }

  /// The bytes of a regular file of at most `limit` bytes, none of them written meanwhile.
  static func read(_ path: SystemPath, limit: Int) throws(WorkbookError) -> [UInt8] {
    // Without waiting, should a pipe have taken the file's place.
    let descriptor = path.call { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) } ?? -1
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(part: path.name, detail: "it is no regular file any more")
    }
    for _ in 0..<3 {
      let size = Int(clamping: status.st_size)
      guard size <= limit else {
        throw .beyondLimit(.fileBytes, found: size, allowed: limit, part: path.name)
      }
      let bytes = try read(descriptor, size: size, path)
      var after = stat()
      guard fstat(descriptor, &after) == 0 else { throw failure(path) }
      if bytes.count == size, isSame(status, after) { return bytes }
      status = after
    }
    throw .unreadable(part: path.name, detail: "it changes while it is read")
  }

  /// Whether nobody wrote into a file in between.
  private static func isSame(_ one: stat, _ other: stat) -> Bool {
    one.st_size == other.st_size && one.st_mtim.tv_sec == other.st_mtim.tv_sec
      && one.st_mtim.tv_nsec == other.st_mtim.tv_nsec
  }

  /// Reads as many bytes as the file had when it was opened.
  private static func read(
    _ descriptor: Int32, size: Int, _ path: SystemPath
  ) throws(WorkbookError) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = pread(descriptor, base + count, size - count, off_t(count))
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        count += got
      }
    }
    if failed { throw failure(path) }
    return bytes
  }

  private static func failure(_ path: SystemPath) -> WorkbookError {
    .unreadable(part: path.name, detail: String(cString: strerror(errno)))
  }
}

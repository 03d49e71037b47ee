internal import Glibc

/// A file that appears whole or not at all: it grows under another name in the same folder and
/// takes its own name when it is complete. Whatever goes wrong, the other name is gone again.
public struct OutputFile: ~Copyable {
  private let path: String
  private let growing: GrowingFile

  /// Begins a file under a path, which may exist; missing folders are made.
  public init(_ path: String) throws(OutputError) {
    let folder = OutputPath.folder(of: path)
    try OutputPath.makeFolders(folder)
    let growing = try GrowingFile(in: folder, for: path)
    self.path = path
    self.growing = growing
  }

  /// Begins a file below a folder: every folder on the way is a real one, never a link that
  /// leads elsewhere.
  ///
  /// - Parameter relative: names with `/` between them, none of them empty, `.` or `..`.
  public init(_ relative: String, below base: String) throws(OutputError) {
    let folder = try OutputPath.makeFolders(for: relative, below: base)
    let path = OutputPath.joined(base, relative)
    let growing = try GrowingFile(in: folder, for: path)
    self.path = path
    self.growing = growing
  }

  /// Writes more of it.
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    try growing.descriptor.write(bytes, path: path)
  }

  /// Gives it its name; whatever had it is replaced.
  public consuming func finish() throws(OutputError) {
    try growing.become(path)
  }

  /// Writes a whole file under a path.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    Leftovers.remove(in: OutputPath.folder(of: path))
    let file = try OutputFile(path)
    try file.write(bytes)
    try file.finish()
  }

  /// Writes a whole file below a folder; see ``init(_:below:)``.
  public static func write(
    _ bytes: [UInt8], to relative: String, below base: String
  ) throws(OutputError) {
    let file = try OutputFile(relative, below: base)
    try file.growing.descriptor.write(whole: bytes, path: file.path)
    try file.finish()
  }
}

/// What people work on further is not replaced.
extension OutputFile {
  /// Writes a whole file under a path, unless it is there already.
  ///
  /// - Throws: ``OutputError`` where another file has that name.
  public static func writeNew(_ bytes: [UInt8], to path: String) throws(OutputError) {
    let reason = "another file of that name is there, maybe completed by hand"
    if try holds(bytes, path, orElse: reason) { return }
    try write(bytes, to: path)
  }

  /// Whether the same bytes lie under a path already.
  ///
  /// - Throws: ``OutputError`` where something else does, with this reason.
  static func holds(
    _ bytes: [UInt8], _ path: String, orElse reason: String
  ) throws(OutputError) -> Bool {
    let place = SystemPath(path)
    guard FileSystem.identity(of: place) != nil else { return false }
    if (try? FileSystem.read(place, limit: bytes.count)) == bytes { return true }
    throw OutputError(.replace, path, code: 0, reason: reason)
  }
}

/// A file under a passing name, taken away unless it gets a lasting one.
struct GrowingFile: ~Copyable {
  let descriptor: FileDescriptor
  private let name: String
  private let unlinker: Unlinker

  /// A new file in a folder; `path` is what it is for.
  init(in folder: String, for path: String) throws(OutputError) {
    let (number, name) = try Self.open(in: folder, for: path)
    descriptor = FileDescriptor(number)
    self.name = name
    unlinker = Unlinker(name)
  }

  private static func open(
    in folder: String, for path: String
  ) throws(OutputError) -> (Int32, String) {
    for number in 0..<10_000 {
      let name = OutputPath.joined(folder, ".scorebook-\(number).part")
      let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
      let opened = Glibc.open(name, flags, 0o666)
      if opened >= 0 {
        if Leftovers.claim(opened) { return (opened, name) }
        close(opened)
        continue
      }
      guard errno == EEXIST else { throw OutputError(.create, path, code: errno) }
    }
    throw OutputError(.create, path, code: EEXIST)
  }

  /// Gives the file its lasting name.
  consuming func become(_ path: String) throws(OutputError) {
    // The lock outlives the first descriptor, until the passing name is gone.
    let lock = descriptor.duplicate()
    defer { lock?.letGo() }
    try descriptor.finish(path)
    guard rename(name, path) == 0 else { throw OutputError(.replace, path, code: errno) }
    unlinker.keep()
  }
}

/// Takes a file away when it is let go of.
private final class Unlinker {
  private let name: String
  private var isKept = false

  init(_ name: String) { self.name = name }

  func keep() { isKept = true }

  deinit {
    if !isKept { unlink(name) }
  }
}

/// An open file.
final class FileDescriptor {
  private let number: Int32
  private var isOpen = true
  /// What is yet to be written: small pieces go to the system together.
  private var pending: [UInt8] = []

  /// So many bytes are written at once.
  private static let room = 1 << 16
  /// Pieces from this size on are not set aside first.
  private static let large = 1 << 14

  init(_ number: Int32) { self.number = number }

  deinit { letGo() }

  /// Writes all the bytes, at the latest when the file is read or finished; `path` is what the
  /// error names.
  func write(_ bytes: [UInt8], path: String) throws(OutputError) {
    if bytes.count >= Self.large {
      try flush(path: path)
      return try writeNow(bytes, path: path)
    }
    pending.append(contentsOf: bytes)
    if pending.count >= Self.room { try flush(path: path) }
  }

  /// Writes all the bytes at once: nothing follows them.
  func write(whole bytes: [UInt8], path: String) throws(OutputError) {
    try flush(path: path)
    try writeNow(bytes, path: path)
  }

  private func flush(path: String) throws(OutputError) {
    guard !pending.isEmpty else { return }
    try writeNow(pending, path: path)
    pending.removeAll(keepingCapacity: true)
  }

  private func writeNow(_ bytes: [UInt8], path: String) throws(OutputError) {
    var done = 0
    while done < bytes.count {
      let part = bytes.withUnsafeBytes { buffer in
        Glibc.write(number, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if part > 0 {
        done += part
      } else if part == 0 || errno != EINTR {
        throw OutputError(.write, path, code: part == 0 ? ENOSPC : errno)
      }
    }
  }

  /// Reads the bytes of a part of the file.
  func read(_ range: Range<Int>, path: String) throws(OutputError) -> [UInt8] {
    try flush(path: path)
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let part = pread(
          number, buffer.baseAddress?.advanced(by: count), range.count - count,
          off_t(range.lowerBound + count))
        if part == 0 || (part < 0 && errno != EINTR) { break }
        count += max(0, part)
      }
    }
    guard bytes.count == range.count else { throw OutputError(.read, path, code: EIO) }
    return bytes
  }

  /// A second descriptor of the open file; `nil` where none is left.
  func duplicate() -> FileDescriptor? {
    let copy = fcntl(number, F_DUPFD_CLOEXEC, 0)
    return copy < 0 ? nil : FileDescriptor(copy)
  }

  /// Closes it, whatever the system says of that.
  func letGo() {
    if isOpen { close(number) }
    isOpen = false
  }

  /// Closes it: some file systems tell only now that they have no room.
  func finish(_ path: String) throws(OutputError) {
    try flush(path: path)
    isOpen = false
    guard close(number) == 0 else { throw OutputError(.write, path, code: errno) }
  }
}

internal import CXlsxWriter
internal import Glibc

/// Bytes set aside on the disk while something is written: a file without a name, gone with this.
final class ScratchFile {
  private let descriptor: Int32
  private let folder: String
  private var pending = Pending()

  /// The bytes in the file, those that are yet to be written included.
  var count: Int { pending.all }

  /// What is yet to be written; one value, so that a piece is one access.
  private struct Pending {
    var bytes: [UInt8] = []
    /// All bytes so far.
    var all = 0

    private static let room = 1 << 16

    /// Takes more bytes; whether it is time to write them.
    mutating func take(_ more: UnsafeRawBufferPointer) -> Bool {
      bytes.append(contentsOf: more)
      all += more.count
      return bytes.count >= Self.room
    }
  }

  /// A new, empty file in a folder; `nil` keeps it in memory.
  init(in folder: String?) throws(WorkbookError) {
    self.folder = folder ?? "memory"
    descriptor = try folder.map(Self.open) ?? memfd_create("rows", 1)
    guard descriptor >= 0 else { throw Self.failure(in: self.folder) }
  }

  private static func failure(in folder: String) -> WorkbookError {
    let code = errno
    return .cannotSetAside(folder: folder, code: code, reason: String(cString: strerror(code)))
  }

  deinit { close(descriptor) }

  private static func open(in folder: String) throws(WorkbookError) -> Int32 {
    for number in 0..<10_000 {
      let name = "\(folder)/.scorebook-rows-\(number).part"
      let opened = Glibc.open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      if opened >= 0 {
        // The passing name goes at once; the open file stays readable.
        unlink(name)
        return opened
      }
      guard errno == EEXIST else { break }
    }
    throw failure(in: folder)
  }

  /// Appends bytes.
  func append(_ bytes: [UInt8]) throws(WorkbookError) {
    if bytes.withUnsafeBytes({ pending.take($0) }) { try flush() }
  }

  /// Appends what a buffer holds.
  func append(_ bytes: borrowing ByteBuffer) throws(WorkbookError) {
    if bytes.withBytes({ pending.take($0) }) { try flush() }
  }

  /// Puts what is buffered into the file; due before anything is read.
  func flush() throws(WorkbookError) {
    let written = pending.bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let part = write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        if part < 0, errno == EINTR { continue }
        guard part > 0 else { break }
        done += part
      }
      return done
    }
    guard written == pending.bytes.count else { throw Self.failure(in: folder) }
    pending.bytes.removeAll(keepingCapacity: true)
  }

  /// Reads bytes from a place in the file; how many there were, −1 where it cannot be read.
  func read(at offset: Int, into target: UnsafeMutableRawPointer, _ length: Int) -> Int {
    var got = pread(descriptor, target, length, off_t(offset))
    while got < 0, errno == EINTR { got = pread(descriptor, target, length, off_t(offset)) }
    return got
  }
}

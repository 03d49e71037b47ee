internal import CXlsxWriter
internal import Glibc

/// A file without a name on any disk, for a library that writes to paths only.
struct MemoryFile: ~Copyable {
  private let descriptor: Int32

  /// A new, empty file.
  init() throws(WorkbookError) {
    descriptor = memfd_create("workbook", 1)
    guard descriptor >= 0 else {
      throw .cannotWrite("the system gave no memory file: \(String(cString: strerror(errno)))")
    }
  }

  deinit { close(descriptor) }

  /// The path under which the file opens within this process.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// - Throws: `cannotWrite` where the process has no descriptors left for what the library opens:
  ///   it prints where it is refused one.
  func expectDescriptors() throws(WorkbookError) {
    var spare: [Int32] = []
    defer { for number in spare { close(number) } }
    for _ in 0..<4 {
      let number = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
      guard number >= 0 else { throw .cannotWrite(String(cString: strerror(errno))) }
      spare.append(number)
    }
  }

  /// Everything written to it.
  func bytes() throws(WorkbookError) -> [UInt8] {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size > 0 else { throw .cannotWrite("nothing reached the memory file") }
    let result = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let part = pread(
          descriptor, buffer.baseAddress?.advanced(by: count), size - count, off_t(count))
        guard part > 0 else { break }
        count += part
      }
    }
    guard result.count == size else { throw .cannotWrite("the memory file is cut short") }
    return result
  }
}

/// Writes a whole file.
enum WholeFile {
  /// Writes the bytes under a path, over whatever is there.
  static func write(_ bytes: [UInt8], to path: String) throws(WorkbookError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotWrite("\(path) does not open (error \(errno))") }
    let written = bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let part = Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        guard part > 0 else { break }
        done += part
      }
      return done
    }
    guard close(descriptor) == 0, written == bytes.count else {
      throw .cannotWrite("\(path) took \(written) of \(bytes.count) bytes; is the disk full?")
    }
  }
}

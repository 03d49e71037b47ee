#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import Workbooks

/// The few questions about files that finding returns needs.
enum FileSystem {
  enum Kind {
    case file, folder, missing, other
  }

  /// What a path leads to, links followed.
  static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .missing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Whether a path is itself a link.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  static func canList(_ folder: String) -> Bool { names(in: folder) != nil }

  /// The names in a folder, without `.` and `..`, in no order; `nil` where it cannot be opened.
  static func names(in folder: String) -> [String]? {
    guard let handle = opendir(folder) else { return nil }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The last part of a path.
  static func baseName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The bytes of a regular file of at most `limit` bytes.
  static func read(_ path: String, limit: Int) throws(WorkbookError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .damaged(part: baseName(path), detail: "it is no regular file any more")
    }
    let size = Int(clamping: status.st_size)
    guard size <= limit else {
      throw .beyondLimit(.fileBytes, found: size, allowed: limit, part: baseName(path))
    }
    return try read(descriptor, size: size, path)
  }

  /// Reads as many bytes as the file had when it was opened.
  private static func read(
    _ descriptor: Int32, size: Int, _ path: String
  ) throws(WorkbookError) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = systemRead(descriptor, base + count, size - count)
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        count += got
      }
    }
    if failed { throw failure(path) }
    return bytes
  }

  private static func failure(_ path: String) -> WorkbookError {
    .damaged(part: baseName(path), detail: "it cannot be read: \(String(cString: strerror(errno)))")
  }
}

/// `read(2)`, under a name that the methods above do not hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ size: Int) -> Int
{
  read(descriptor, buffer, size)
}

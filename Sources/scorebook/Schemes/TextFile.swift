internal import Evaluation
internal import Forms
internal import Glibc

/// Small files of the command's own.
enum TextFile {
  /// Why it cannot be read.
  struct Unreadable: Error {
    let reason: Bilingual

    init(_ chinese: String, _ english: String) { reason = Bilingual(chinese, english) }

    /// The reason that the system gave last.
    init(system code: Int32) {
      let text = String(cString: strerror(code))
      self.init(ReasonsInChinese.text(of: text), text)
    }
  }

  /// The whole text of a file of at most 1 MB.
  static func read(_ path: String) throws -> String {
    // Without waiting for the other end of a pipe.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw Unreadable(system: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Unreadable("不是文件；请给出方案文件的路径", "not a file; give the path of a scheme file")
    }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    var count = 0
    while count < bytes.count {
      let taken = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(file, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      }
      guard taken >= 0 else { throw Unreadable(system: errno) }
      if taken == 0 { return String(decoding: bytes.prefix(count), as: UTF8.self) }
      count += taken
    }
    throw Unreadable("大于1 MB", "larger than 1 MB")
  }

  /// The beginning of a file, as much as holds the first lines; `nil` where it cannot be read.
  static func head(of path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return withUnsafeTemporaryAllocation(byteCount: 2048, alignment: 1) { buffer in
      let count = Glibc.read(file, buffer.baseAddress, buffer.count)
      return count < 0 ? nil : String(decoding: buffer.prefix(count), as: UTF8.self)
    }
  }

  /// The names in a folder; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}

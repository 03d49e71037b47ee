internal import Evaluation
internal import Glibc

/// Finds schemes: shipped ones by id, others by path.
enum SchemeLocator {
  /// Reads the scheme that an option names.
  ///
  /// - Throws: `CommandError` with what was looked for and what there is, or the file's error
  ///   with line and column.
  static func scheme(_ name: String) throws -> Scheme {
    if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      return try read(name)
    }
    for folder in folders {
      let path = "\(folder)/\(name)/scheme.yaml"
      if access(path, R_OK) == 0 { return try read(path) }
    }
    let known = shipped.joined(separator: ", ")
    throw CommandError(
      "no scheme “\(name)”; shipped are: \(known.isEmpty ? "(none found)" : known); "
        + "or give the path of a scheme file")
  }

  private static func read(_ path: String) throws -> Scheme {
    let text: String
    do {
      text = try TextFile.read(path)
    } catch {
      throw CommandError("scheme \(path): \(error)")
    }
    do {
      return try SchemeFile.read(yaml: text, file: path)
    } catch {
      throw CommandError("\(error)")
    }
  }

  /// Where schemes are kept: beside an installed command, or above a built one.
  private static var folders: [String] {
    guard let executable = executablePath else { return ["templates"] }
    var folders: [String] = []
    var folder = parent(of: executable)
    folders.append("\(parent(of: folder))/share/scorebook/templates")
    while !folder.isEmpty {
      folders.append("\(folder)/templates")
      folder = parent(of: folder)
    }
    return folders
  }

  /// The ids of the shipped schemes.
  static var shipped: [String] {
    for folder in folders {
      let names = TextFile.names(in: folder).filter {
        access("\(folder)/\($0)/scheme.yaml", R_OK) == 0
      }
      if !names.isEmpty { return names.sorted() }
    }
    return []
  }

  private static var executablePath: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    return count > 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}

/// Small files of the command's own.
enum TextFile {
  struct Unreadable: Error, CustomStringConvertible {
    var description: String
  }

  /// The whole text of a file of at most 1 MB.
  static func read(_ path: String) throws -> String {
    // Without waiting for the other end of a pipe.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw Unreadable(description: String(cString: strerror(errno))) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Unreadable(description: "not a file; give the path of a scheme file")
    }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    var count = 0
    while count < bytes.count {
      let taken = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(file, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      }
      guard taken >= 0 else { throw Unreadable(description: String(cString: strerror(errno))) }
      if taken == 0 { return String(decoding: bytes.prefix(count), as: UTF8.self) }
      count += taken
    }
    throw Unreadable(description: "larger than 1 MB")
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

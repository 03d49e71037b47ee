internal import Glibc

/// Paths of outputs, and the folders they need.
enum OutputPath {
  static func joined(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return folder.utf8.last == 0x2F ? folder + name : folder + "/" + name
  }

  /// The folder of a path: `.` where it names none.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes a folder and those above it, where they are missing.
  static func makeFolders(_ path: String) throws(OutputError) {
    if isFolder(path, followingLinks: true) { return }
    let above = folder(of: path)
    if above != path, above != "." { try makeFolders(above) }
    try make(path, followingLinks: true)
  }

  /// Makes `base` and the folders between it and a file below it; the folder the file belongs in.
  static func makeFolders(for relative: String, below base: String) throws(OutputError) -> String {
    // The system parts names by their bytes, too.
    let names = relative.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
      .map { Substring($0) }
    guard names.allSatisfy({ isPlain($0) }) else {
      throw OutputError(
        .create, relative, code: 0, reason: "not a path below the output folder")
    }
    var folder = base
    for (depth, name) in names.dropLast().enumerated() {
      folder = joined(folder, String(name))
      if isFolder(folder, followingLinks: false) { continue }
      // Asked only now: a folder that is there stands in one that is there.
      if depth == 0 { try makeFolders(base) }
      try make(folder, followingLinks: false)
    }
    if names.count == 1 { try makeFolders(base) }
    return folder
  }

  private static func isPlain(_ name: Substring) -> Bool {
    !name.isEmpty && name != "." && name != ".." && !name.utf8.contains(0)
  }

  private static func make(_ folder: String, followingLinks: Bool) throws(OutputError) {
    if isFolder(folder, followingLinks: followingLinks) || mkdir(folder, 0o777) == 0 { return }
    let code = errno
    // Another thread may have made it in between.
    if code == EEXIST, isFolder(folder, followingLinks: followingLinks) { return }
    guard code == EEXIST else { throw OutputError(.makeFolder, folder, code: code) }
    throw OutputError(.makeFolder, folder, code: isLink(folder) ? ELOOP : EEXIST)
  }

  private static func isFolder(_ path: String, followingLinks: Bool) -> Bool {
    var status = stat()
    let result = followingLinks ? stat(path, &status) : lstat(path, &status)
    return result == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}

internal import Workbooks

/// Lists the files below a folder.
enum FolderWalk {
  /// A file, or a folder that could not be opened.
  struct Found {
    /// Where it is.
    let path: String
    /// Its path below the folder that was walked.
    let name: String
    /// Why it cannot be read.
    var error: WorkbookError?
  }

  /// The regular files below a folder, in the order of the bytes of their paths. Links to files
  /// count, links to folders are not followed: so no loop can arise.
  static func files(below folder: String) -> [Found] {
    let root = folder.utf8.last == 0x2F ? folder : folder + "/"
    var found: [Found] = []
    var open = [""]
    while let prefix = open.popLast() {
      guard let names = FileSystem.names(in: root + prefix) else {
        found.append(unreadable(root + prefix, String(prefix.dropLast())))
        continue
      }
      for name in names where !InboxNames.isSkipped(name) {
        let path = root + prefix + name
        switch FileSystem.kind(of: path) {
        case .file: found.append(Found(path: path, name: prefix + name))
        case .folder: if !FileSystem.isLink(path) { open.append(prefix + name + "/") }
        case .missing, .other: break
        }
      }
    }
    return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func unreadable(_ path: String, _ name: String) -> Found {
    let error = WorkbookError.damaged(
      part: name, detail: "the folder cannot be opened; check its permissions")
    return Found(path: path, name: name, error: error)
  }
}

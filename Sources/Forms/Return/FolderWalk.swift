internal import Workbooks

/// Lists the files below a folder.
enum FolderWalk {
  /// A file, or a folder that could not be opened.
  struct Found {
    /// Where it is.
    let path: SystemPath
    /// Its path below the folder that was walked.
    let name: [UInt8]
    /// Why it cannot be read.
    var error: WorkbookError?

    /// The path below the folder, in characters; every folder's name is decoded for itself.
    var file: String {
      name.split(separator: 0x2F).map { EncodedName.decoded(Array($0)) }.joined(separator: "/")
    }
  }

  /// The regular files below a folder, in the order of the bytes of their paths. Links to files
  /// count, links to folders are not followed: so no loop can arise.
  static func files(below folder: SystemPath) -> [Found] {
    var found: [Found] = []
    var open: [(path: SystemPath, name: [UInt8])] = [(folder, [])]
    while let current = open.popLast() {
      guard let names = FileSystem.names(in: current.path) else {
        found.append(unreadable(current.path, current.name))
        continue
      }
      for name in names where !InboxNames.isSkipped(EncodedName.decoded(name)) {
        let path = current.path.appending(name)
        let below = current.name.isEmpty ? name : current.name + [0x2F] + name
        switch FileSystem.kind(of: path) {
        case .file: found.append(Found(path: path, name: below))
        case .folder: if !FileSystem.isLink(path) { open.append((path, below)) }
        case .missing, .other: break
        }
      }
    }
    return found.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  private static func unreadable(_ path: SystemPath, _ name: [UInt8]) -> Found {
    let error = WorkbookError.damaged(
      part: path.name, detail: "the folder cannot be opened; check its permissions")
    return Found(path: path, name: name, error: error)
  }
}

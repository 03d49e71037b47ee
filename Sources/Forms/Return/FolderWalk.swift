internal import Workbooks

/// Lists the files below a folder.
struct FolderWalk {
  /// A file, or what could not be opened.
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

  /// What is not looked at.
  let leftOut: Set<FileSystem.Identity>
  /// The regular files, and what cannot be reached, in the order of the bytes of their paths.
  private(set) var found: [Found] = []
  /// What is no file and was not gone into: links to folders, pipes, devices.
  private(set) var passedOver: [Found] = []
  /// What was met and left out.
  private(set) var met: [(path: SystemPath, identity: FileSystem.Identity)] = []
  private var open: [(path: SystemPath, name: [UInt8])] = []

  /// Walks a folder. Links to files count, links to folders are not followed: so no loop can
  /// arise.
  init(below folder: SystemPath, leavingOut leftOut: Set<FileSystem.Identity> = []) {
    self.leftOut = leftOut
    open = [(folder, [])]
    while let current = open.popLast() {
      guard let names = FileSystem.names(in: current.path) else {
        found.append(
          Self.unreadable(current, "the folder cannot be opened; check its permissions"))
        continue
      }
      for name in names where !InboxNames.isSkipped(EncodedName.decoded(name)) {
        take(name, in: current)
      }
    }
    found.sort { $0.name.lexicographicallyPrecedes($1.name) }
    passedOver.sort { $0.name.lexicographicallyPrecedes($1.name) }
  }

  private mutating func take(_ name: [UInt8], in folder: (path: SystemPath, name: [UInt8])) {
    let path = folder.path.appending(name)
    let below = folder.name.isEmpty ? name : folder.name + [0x2F] + name
    let (kind, identity) = FileSystem.look(at: path)
    if let identity, leftOut.contains(identity) {
      met.append((path, identity))
      return
    }
    switch kind {
    case .file: found.append(Found(path: path, name: below))
    case .folder where !FileSystem.isLink(path): open.append((path, below))
    case .folder, .other: passedOver.append(Found(path: path, name: below))
    case .unreachable(let reason): found.append(Self.unreadable((path, below), reason))
    }
  }

  private static func unreadable(
    _ place: (path: SystemPath, name: [UInt8]), _ detail: String
  ) -> Found {
    let error = WorkbookError.unreadable(part: place.path.name, detail: detail)
    return Found(path: place.path, name: place.name, error: error)
  }
}

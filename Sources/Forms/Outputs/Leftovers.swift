internal import Evaluation
internal import Glibc

/// Passing files that a run left behind because it was killed: the next run into the same folder
/// takes them away.
///
/// Who writes a passing file holds its lock, and the system gives the lock back with the process:
/// a file whose lock is free belongs to nobody. So two runs into one folder leave each other alone.
enum Leftovers {
  private static let prefix = Array(".scorebook-".utf8)
  private static let suffix = Array(".part".utf8)

  /// Whether a new passing file is this process's own from now on; `false` where another run took
  /// it for a leftover before its lock was had.
  static func claim(_ descriptor: Int32) -> Bool {
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    var status = stat()
    return fstat(descriptor, &status) != 0 || status.st_nlink > 0
  }

  /// Takes away what is left in a folder.
  static func remove(in folder: String) {
    let place = SystemPath(folder)
    guard FileSystem.kind(of: place) == .folder else { return }
    for name in FileSystem.names(in: place) ?? [] where isPassing(name) {
      remove(place.appending(name))
    }
  }

  /// Takes away what is left in the folders of some files below a folder; links are not followed.
  static func remove(besides files: [String], below base: String) {
    remove(in: base)
    var seen: Set<TextKey> = []
    var last = ""
    for file in files {
      // Files of a folder mostly follow each other.
      let folder = OutputPath.folder(of: file)
      if Wording.same(folder, last) { continue }
      last = folder
      var end = file.startIndex
      while let slash = file.utf8[end...].firstIndex(of: 0x2F) {
        let folder = String(file[..<slash])
        end = file.utf8.index(after: slash)
        guard seen.insert(TextKey(folder)).inserted else { continue }
        let path = OutputPath.joined(base, folder)
        if FileSystem.isLink(SystemPath(path)) { return }
        remove(in: path)
      }
    }
  }

  private static func isPassing(_ name: [UInt8]) -> Bool {
    name.starts(with: prefix) && name.suffix(suffix.count).elementsEqual(suffix)
  }

  private static func remove(_ path: SystemPath) {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let descriptor = path.call { open($0, flags) } ?? -1
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else { return }
    _ = path.call { unlink($0) }
  }
}

/// Says that the outputs of a folder are those of a run that has not come to its end: what lies
/// there under the names of outputs is then no return, should the folder lie among them.
enum UnfinishedMark {
  /// The file that says so; it begins with a dot, so that no one takes it for a return.
  static let name = ".scorebook-unfinished"

  /// Sets the mark; whatever has its name already says the same.
  static func set(in folder: String) throws(OutputError) {
    let path = OutputPath.joined(folder, name)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno != EEXIST {
      throw OutputError(.create, path, code: errno)
    }
  }

  /// Takes the mark away.
  static func clear(in folder: String) { unlink(OutputPath.joined(folder, name)) }
}

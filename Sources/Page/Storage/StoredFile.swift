internal import FoundationEssentials
internal import Glibc

/// What the page asks of the file system.
enum StoredFile {
  /// The bytes of a file of the page's own.
  static func read(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: path)))
  }

  /// The bytes of a file; 0 where there is none.
  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(clamping: status.st_size) : 0
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Takes away a file or folder with all that is in it.
  static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  /// Takes away the files of a folder that were on their way when a process was killed.
  static func removePassing(in folder: String) {
    for name in names(in: folder) where name.hasPrefix(".scorebook-") {
      remove(folder + "/" + name)
    }
  }

  static func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// The names in a folder, ascending; none where there is no folder.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// The files below a folder by their paths, ascending; hidden ones left out.
  static func files(below folder: String) -> [String] {
    var files: [String] = []
    for name in names(in: folder) where !name.hasPrefix(".") {
      var status = stat()
      guard lstat(folder + "/" + name, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: files += self.files(below: folder + "/" + name).map { name + "/" + $0 }
      case S_IFREG: files.append(name)
      default: continue
      }
    }
    return files
  }
}

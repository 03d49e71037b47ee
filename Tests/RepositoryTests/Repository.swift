import Foundation

/// The files of this repository, as tests of its rules see them.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The paths of all files under version control; where git is not at hand, or will not read a
  /// checkout that belongs to somebody else, of all files that `.gitignore` does not name.
  static let files: [String] = tracked ?? found

  static func files(under folder: String = "", ending: String) -> [String] {
    files.filter { $0.hasPrefix(folder) && $0.hasSuffix(ending) }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  /// The names of the folders in a folder.
  static func folders(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      at: root.appending(path: folder), includingPropertiesForKeys: [.isDirectoryKey]
    )
    .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
    .map(\.lastPathComponent).sorted()
  }

  private static var tracked: [String]? {
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    // New files count before they are committed.
    git.arguments = [
      "git", "-C", root.path, "ls-files", "-z", "--cached", "--others", "--exclude-standard",
    ]
    let output = Pipe()
    git.standardOutput = output
    git.standardError = FileHandle.nullDevice
    guard (try? git.run()) != nil else { return nil }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    guard git.terminationStatus == 0 else { return nil }
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.filter(exists)
  }

  private static var found: [String] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return paths.filter { path in
      var isFolder: ObjCBool = false
      let whole = root.appending(path: path).path
      let isThere = FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder)
      return isThere && !isFolder.boolValue && !path.hasPrefix(".") && !isIgnored(path)
    }
  }

  private static let ignored: [String] = {
    let lines = (try? text(".gitignore"))?.split(separator: "\n") ?? []
    return lines.map { String($0.hasPrefix("/") ? $0.dropFirst() : $0) }
  }()

  /// Whether a line of `.gitignore` names the file or a folder around it; its patterns are of the
  /// form `*.ending`.
  private static func isIgnored(_ path: String) -> Bool {
    let folders = path.split(separator: "/")
    return ignored.contains { line in
      if line.hasPrefix("*") { return path.hasSuffix(line.dropFirst()) }
      let name = line.hasSuffix("/") ? line.dropLast() : line[...]
      return folders.contains(name)
    }
  }
}

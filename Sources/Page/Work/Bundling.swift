internal import Forms
internal import FoundationEssentials
internal import Workbooks

/// Bundles of files to take away.
enum Bundling {
  /// Writes a bundle, whole or not at all.
  ///
  /// - Parameter names: the files by their paths below `folder`, which are their paths in the
  ///   bundle too.
  static func write(_ names: [String], below folder: String, to path: String) throws {
    let file = try OutputFile(path)
    var bundle = try FileBundle()
    for name in names {
      try bundle.add(name, StoredFile.read(folder + "/" + name)) { try file.write($0) }
    }
    try bundle.finish { try file.write($0) }
    try file.finish()
  }
}

public import Workbooks

/// What was handed in: files, folders and bundles, as an ordered list of inputs.
///
/// Every regular file counts, whatever its name: what is no workbook is refused by name later,
/// not passed over in silence. Left out are `~$*`, files that begin with a dot, and `__MACOSX`.
public struct Inbox: Sendable {
  /// One file that was handed in. Any task may read it.
  public struct Input: Sendable {
    /// Its path below the argument it was found under, `/` between folders, NFC; of a file given
    /// by name, its base name; of a bundle's entry, `bundle.zip/entry`.
    public let file: String
    let source: Source

    /// Its bytes, read now.
    ///
    /// - Throws: `WorkbookError`: `.beyondLimit` for a file that is too large, `.damaged` for one
    ///   that cannot be read, and what a bundle says of its entry.
    public func read(limits: Limits = .standard) throws(WorkbookError) -> [UInt8] {
      switch source {
      case .file(let path): try FileSystem.read(path, limit: limits.fileBytes)
      case .entry(let bundle, let name): try bundle.read(name, limit: limits.fileBytes)
      case .unreadable(let error): throw error
      }
    }
  }

  enum Source: Sendable {
    case file(SystemPath)
    case entry(of: ReturnBundle, named: String)
    case unreadable(WorkbookError)
  }

  /// The inputs: arguments in their order, what a folder or bundle holds in the order of the
  /// bytes of its path.
  public let inputs: [Input]

  /// Finds out what the arguments stand for.
  ///
  /// - Throws: `InboxError` for an argument that is no file and no folder, or cannot be opened.
  public init(_ arguments: [String]) throws(InboxError) {
    var inputs: [Input] = []
    for argument in arguments { inputs += try Self.inputs(of: argument) }
    self.inputs = inputs
  }

  private static func inputs(of argument: String) throws(InboxError) -> [Input] {
    let path = SystemPath(argument)
    switch FileSystem.kind(of: path) {
    case .file: return input(path, as: path.name)
    case .folder:
      guard FileSystem.names(in: path) != nil else { throw .unreadable(argument) }
      return FolderWalk.files(below: path).flatMap { found -> [Input] in
        if let error = found.error { return [Input(file: found.file, source: .unreadable(error))] }
        return input(found.path, as: found.file)
      }
    case .missing: throw .missing(argument)
    case .other: throw .notAFile(argument)
    }
  }

  /// A file, or what is in it where it is a bundle.
  private static func input(_ path: SystemPath, as name: String) -> [Input] {
    let name = NormalForm.composed(name)
    if name.utf8.count > 4, name.suffix(4).lowercased() == ".zip",
      let entries = ReturnBundle.inputs(path: path, name: name)
    {
      return entries
    }
    return [Input(file: name, source: .file(path))]
  }
}

/// Why an argument cannot be worked with.
public enum InboxError: Error, Hashable, Sendable {
  /// There is nothing of that name.
  case missing(String)
  /// Neither a file nor a folder: a device, a pipe.
  case notAFile(String)
  /// A folder that cannot be opened.
  case unreadable(String)
}

extension InboxError: CustomStringConvertible {
  /// One sentence with the next step.
  public var description: String {
    switch self {
    case .missing(let path): "there is no file or folder \(path); check the path"
    case .notAFile(let path): "\(path) is neither a file nor a folder; give a file or folder"
    case .unreadable(let path): "the folder \(path) cannot be opened; check its permissions"
    }
  }
}

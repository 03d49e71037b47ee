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

    /// The file it is read from.
    var path: SystemPath? {
      switch source {
      case .file(let path): path
      case .entry(let bundle, _): bundle.path
      case .unreadable: nil
      }
    }

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

    /// Says that it will be read once more, so that its bundle stays open until then.
    func announceReading() {
      if case .entry(let bundle, _) = source { bundle.announceReading() }
    }
  }

  enum Source: Sendable {
    case file(SystemPath)
    case entry(of: ReturnBundle, named: String)
    case unreadable(WorkbookError)
  }

  /// The inputs: arguments in their order, what a folder or bundle holds in the order of the
  /// bytes of its path.
  public private(set) var inputs: [Input] = []
  /// What lies in the folders and is neither file nor folder, by its path below them: pipes,
  /// devices, and links to folders, which are not followed.
  public private(set) var passedOver: [String] = []

  /// Finds out what the arguments stand for.
  ///
  /// - Parameters:
  ///   - output: the folder that outputs go to: what an earlier run left there is no return.
  ///   - programme: the programme workbook, which is no return wherever it lies.
  ///   - limits: within which bundles are opened.
  /// - Throws: `InboxError` for an argument that is no file and no folder, or cannot be opened;
  ///   `.mixed` where something of an output's name lies among the returns and no finished run
  ///   wrote it; `.wouldReplace` where an output would take the place of a return.
  public init(
    _ arguments: [String], output: String? = nil, programme: String? = nil,
    limits: Limits = .standard
  ) throws(InboxError) {
    let own = output.map { OwnOutputs($0) }
    let programme = programme.flatMap { FileSystem.identity(of: SystemPath($0)) }
    let leftOut = (own?.identities ?? []).union(programme.map { [$0] } ?? [])
    for argument in arguments {
      let path = SystemPath(argument)
      switch FileSystem.look(at: path) {
      case (.file, let identity):
        if identity != programme { inputs += Self.input(path, as: path.name, limits) }
      case (.folder, _):
        try take(
          FolderWalk(below: path, leavingOut: leftOut), argument,
          isFinished: own?.areItsOwn ?? true, programme, limits)
      case (.unreachable, _): throw .missing(argument)
      case (.other, _): throw .notAFile(argument)
      }
    }
    try check(own)
  }

  /// A file by itself, as an option names it.
  ///
  /// - Throws: `InboxError` for what is no file.
  public static func file(_ path: String) throws(InboxError) -> Input {
    let place = SystemPath(path)
    switch FileSystem.kind(of: place) {
    case .file: return Input(file: place.name, source: .file(place))
    case .unreachable: throw .missing(path)
    case .folder, .other: throw .notAFile(path)
    }
  }

  private mutating func take(
    _ walk: FolderWalk, _ argument: String, isFinished: Bool, _ programme: FileSystem.Identity?,
    _ limits: Limits
  ) throws(InboxError) {
    if walk.found.first?.name == [] { throw .unreadable(argument) }
    let outputs = walk.met.filter { $0.identity != programme }.map(\.path.text).sorted()
    if !isFinished, let output = outputs.first { throw .mixed(output) }
    passedOver += walk.passedOver.map(\.file)
    inputs += walk.found.flatMap { found -> [Input] in
      if let error = found.error { return [Input(file: found.file, source: .unreadable(error))] }
      return Self.input(found.path, as: found.file, limits)
    }
  }

  /// A return is never written over.
  private func check(_ own: OwnOutputs?) throws(InboxError) {
    guard let own else { return }
    var paths = OutputPaths()
    let copies = inputs.map { paths.path(for: $0.file) }
    let sources = Set(inputs.compactMap(\.path).compactMap { FileSystem.identity(of: $0) })
    if let output = own.replacing(sources, copies: copies) { throw .wouldReplace(output) }
  }

  /// A file, or what is in it where it is a bundle.
  private static func input(_ path: SystemPath, as name: String, _ limits: Limits) -> [Input] {
    let name = NormalForm.composed(name)
    if ReturnBundle.isBundle(name),
      let entries = ReturnBundle.inputs(path: path, name: name, limits: limits)
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
  /// Something among the returns that has the name of an output, and is none.
  case mixed(String)
  /// An output, by its path below the output folder, that would take the place of a return.
  case wouldReplace(String)
}

extension InboxError: CustomStringConvertible {
  /// One sentence with the next step.
  public var description: String {
    switch self {
    case .missing(let path): "there is no file or folder \(path); check the path"
    case .notAFile(let path): "\(path) is neither a file nor a folder; give a file or folder"
    case .unreadable(let path): "the folder \(path) cannot be opened; check its permissions"
    case .mixed(let path):
      "\(path) lies among the returns under the name of an output, and no finished run wrote it;"
        + " move it away, or choose another output folder"
    case .wouldReplace(let path):
      "the output \(path) would take the place of a return; choose another output folder"
    }
  }
}

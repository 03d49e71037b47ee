internal import Synchronization
internal import Workbooks

/// A `.zip` of returns. It is opened when its first entry is read and let go with its last, so
/// that of many bundles only those being worked on take memory.
///
/// A bundle may hold bundles: a bureau packs what its departments packed.
final class ReturnBundle: Sendable {
  private struct State: ~Copyable {
    var archive: ZipArchive?
    var unread: Int
  }

  /// Where it lies.
  private enum Source {
    case file(SystemPath)
    case entry(of: ReturnBundle, named: String)
  }

  private let source: Source
  private let state: Mutex<State>

  /// The file that it is, or lies in.
  var path: SystemPath {
    switch source {
    case .file(let path): path
    case .entry(let bundle, _): bundle.path
    }
  }

  /// The bounds of its archive.
  private let limits: Limits

  private init(_ source: Source, count: Int, _ limits: Limits) {
    self.source = source
    self.limits = limits
    state = Mutex(State(archive: nil, unread: count))
  }

  /// The entries of a bundle as inputs, in the order of the bytes of their names; `nil` for a
  /// file that is none: a workbook under another name, an archive without files, or no archive.
  static func inputs(path: SystemPath, name: String, limits: Limits) -> [Inbox.Input]? {
    guard let archive = try? open(.file(path), limits) else { return nil }
    var room = limits.bundleEntries
    return inputs(of: archive, at: .file(path), name: name, depth: 1, room: &room, limits)?
      .sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
  }

  /// - Parameter room: how many more entries may be listed. A bundle within a bundle that has more
  ///   is not opened: it is an input that no workbook can be read from.
  private static func inputs(
    of archive: borrowing ZipArchive, at source: Source, name: String, depth: Int,
    room: inout Int, _ limits: Limits
  ) -> [Inbox.Input]? {
    let count = archive.entries.count + archive.ignored.count
    guard archive.entry(named: "[Content_Types].xml") == nil, count <= room else { return nil }
    room -= count
    let entries = archive.entries.filter { !$0.isFolder && !isSkipped($0.name) }
    let bundle = ReturnBundle(source, count: entries.count, limits)
    var inputs: [Inbox.Input] = []
    for entry in entries {
      let file = "\(name)/\(NormalForm.composed(entry.name))"
      if depth < limits.bundleDepth, isBundle(entry.name),
        let bytes = try? archive.read(entry, limit: limits.nestedBundleBytes),
        let inner = try? opened(bytes, limits),
        let within = Self.inputs(
          of: inner, at: .entry(of: bundle, named: entry.name), name: file, depth: depth + 1,
          room: &room, limits)
      {
        inputs += within
      } else {
        inputs.append(Inbox.Input(file: file, source: .entry(of: bundle, named: entry.name)))
      }
    }
    for entry in archive.ignored where !isSkipped(entry.name) && entry.name.utf8.last != 0x2F {
      inputs.append(refused(entry, in: name))
    }
    return inputs.isEmpty ? nil : inputs
  }

  /// Whether a name is that of a bundle.
  static func isBundle(_ name: String) -> Bool {
    name.utf8.count > 4 && name.suffix(4).lowercased() == ".zip"
  }

  /// An entry that cannot be had because of its name is refused, not passed over.
  private static func refused(_ entry: IgnoredEntry, in bundle: String) -> Inbox.Input {
    let reason = entry.reason == .duplicateName ? "a second entry of one name" : "an unsafe name"
    let error = WorkbookError.damaged(part: "\(bundle)/\(entry.name)", detail: reason)
    return Inbox.Input(
      file: "\(bundle)/\(NormalForm.composed(entry.name))", source: .unreadable(error))
  }

  private static func isSkipped(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0 != "." && $0 != ".." && InboxNames.isSkipped($0) }
  }

  private static func open(_ source: Source, _ limits: Limits) throws(WorkbookError) -> ZipArchive {
    switch source {
    case .file(let path): try opened(FileSystem.read(path, limit: limits.bundleBytes), limits)
    case .entry(let bundle, let name):
      try opened(
        bundle.read(name, limit: limits.nestedBundleBytes), limits)
    }
  }

  private static func opened(
    _ bytes: [UInt8], _ limits: Limits
  ) throws(WorkbookError) -> ZipArchive {
    try ZipArchive(bytes, limits: limits.ofBundle, backslashesPartFolders: true)
  }

  /// Says that one more entry will be read.
  func announceReading() {
    state.withLock { $0.unread += 1 }
  }

  /// The bytes of an entry.
  func read(_ name: String, limit: Int) throws(WorkbookError) -> [UInt8] {
    try state.withLock { (state: inout State) throws(WorkbookError) -> [UInt8] in
      state.unread -= 1
      if state.archive == nil { state.archive = try Self.open(source, limits) }
      defer { if state.unread <= 0 { state.archive = nil } }
      guard let entry = state.archive?.entry(named: name),
        let bytes = try state.archive?.read(entry, limit: limit)
      else {
        throw .damaged(part: name, detail: "it is no longer in the bundle")
      }
      return bytes
    }
  }
}

extension Limits {
  /// The bounds of a bundle's own archive, which may be larger than one workbook.
  fileprivate var ofBundle: Limits {
    var limits = self
    limits.fileBytes = bundleBytes
    limits.inflatedBytes = bundleInflatedBytes
    limits.partBytes = bundleInflatedBytes
    limits.parts = bundleEntries
    return limits
  }
}

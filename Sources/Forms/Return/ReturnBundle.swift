internal import Synchronization
internal import Workbooks

/// A `.zip` of returns. It is opened when its first entry is read and let go with its last, so
/// that of many bundles only those being worked on take memory.
final class ReturnBundle: Sendable {
  private struct State: ~Copyable {
    var archive: ZipArchive?
    var unread: Int
  }

  let path: SystemPath
  private let state: Mutex<State>

  /// A bundle may be larger than one workbook.
  private static let limits: Limits = {
    var limits = Limits.standard
    limits.fileBytes = 1 << 30
    limits.inflatedBytes = 4 << 30
    limits.partBytes = limits.inflatedBytes
    limits.parts = 100_000
    return limits
  }()

  private init(path: SystemPath, count: Int) {
    self.path = path
    state = Mutex(State(archive: nil, unread: count))
  }

  /// The entries of a bundle as inputs, in the order of the bytes of their names; `nil` for a
  /// file that is none: a workbook under another name, an archive without files, or no archive.
  static func inputs(path: SystemPath, name: String) -> [Inbox.Input]? {
    guard let archive = try? open(path), archive.entry(named: "[Content_Types].xml") == nil
    else { return nil }
    let names = archive.entries.filter { !$0.isFolder && !isSkipped($0.name) }.map(\.name)
    let bundle = ReturnBundle(path: path, count: names.count)
    var inputs = names.map { entry in
      Inbox.Input(
        file: "\(name)/\(NormalForm.composed(entry))", source: .entry(of: bundle, named: entry))
    }
    for entry in archive.ignored where !isSkipped(entry.name) && entry.name.utf8.last != 0x2F {
      inputs.append(refused(entry, in: name))
    }
    let sorted = inputs.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    return sorted.isEmpty ? nil : sorted
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

  private static func open(_ path: SystemPath) throws(WorkbookError) -> ZipArchive {
    try ZipArchive(FileSystem.read(path, limit: limits.fileBytes), limits: limits)
  }

  /// The bytes of an entry.
  func read(_ name: String, limit: Int) throws(WorkbookError) -> [UInt8] {
    try state.withLock { (state: inout State) throws(WorkbookError) -> [UInt8] in
      state.unread -= 1
      if state.archive == nil { state.archive = try Self.open(path) }
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

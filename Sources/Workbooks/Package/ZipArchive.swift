import CZip

/// A zip archive in memory: a workbook, or a bundle of them. Owned by one task at a time.
public struct ZipArchive: ~Copyable {
  /// One entry, as the archive's directory describes it.
  public struct Entry: Hashable, Sendable {
    /// The name, decoded.
    public let name: String
    /// Bytes it declares to inflate to.
    public let size: Int
    /// Bytes it takes in the archive.
    public let compressedSize: Int
    /// Whether a password is needed.
    public let isEncrypted: Bool
    let index: UInt64
    let method: UInt16
    /// The CRC-32 that the directory states for the inflated bytes.
    let checksum: UInt32

    /// Whether it stands for a folder.
    public var isFolder: Bool { name.utf8.last == 0x2F }
  }

  /// The entries that can be used, in the archive's order.
  public let entries: [Entry]
  /// The entries left aside because of their names; a rewritten archive does not have them.
  public let ignored: [IgnoredEntry]
  let ignoredIndices: [UInt64]
  let limits: Limits
  private let places: [String: Int]
  /// Whether there are few entries, all of them with names in ASCII.
  private let isShort: Bool
  private let fileBytes: Int
  /// The whole file, where it is short; libzip has a copy of its own.
  private let file: [UInt8]?
  private let inflater: Inflater
  private let kept: InflatedParts?
  let handle: ZipHandle

  /// Opens an archive and reads its directory; nothing is inflated yet.
  ///
  /// - Parameter backslashesPartFolders: whether `\` in names stands for `/`, as in archives made
  ///   by some programs on Windows against the rule (APPNOTE 4.4.17); a workbook has none such.
  /// - Throws: `.empty`, `.legacyFormat`, `.encrypted` and `.notAWorkbook` by the first bytes;
  ///   `.damaged` for an archive without a readable directory; `.beyondLimit`.
  public init(
    _ bytes: [UInt8], limits: Limits = .standard, backslashesPartFolders: Bool = false
  ) throws(WorkbookError) {
    try self.init(
      bytes, limits: limits, backslashesPartFolders: backslashesPartFolders, keeping: nil)
  }

  /// - Parameter kept: takes what is inflated, and gives it where it is asked for again.
  init(
    _ bytes: [UInt8], limits: Limits, backslashesPartFolders: Bool = false,
    keeping kept: InflatedParts?
  ) throws(WorkbookError) {
    let archive = WorkbookError.archive
    try Limits.check(.fileBytes, bytes.count, within: limits.fileBytes, part: archive)
    try FileKind.refuseUnlessZip(bytes)
    let inflater = try Inflater()
    let handle = try ZipHandle(bytes)
    let count = Int(clamping: zip_get_num_entries(handle.archive, 0))
    try Limits.check(.parts, count, within: limits.parts, part: archive)
    let directory = try Directory(
      handle.archive, count: count, backslashesPartFolders: backslashesPartFolders)
    try Limits.check(
      .inflatedBytes, directory.declaredBytes, within: limits.inflatedBytes, part: archive)
    entries = directory.entries
    ignored = directory.ignored
    ignoredIndices = directory.ignoredIndices
    places = directory.places
    isShort = Self.isShort(directory.entries)
    fileBytes = bytes.count
    file = bytes.count <= PlainArchive.longest ? bytes : nil
    self.inflater = inflater
    self.kept = kept
    self.limits = limits
    self.handle = handle
  }

  private static func isASCII(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    while let word = bytes.eightBytes(at) {
      if word & EightBytes.highs != 0 { return false }
      at &+= 8
    }
    while at < bytes.count {
      if bytes[at] >= 0x80 { return false }
      at &+= 1
    }
    return true
  }

  /// Whether there are few entries, all of them with names in ASCII.
  private static func isShort(_ entries: [Entry]) -> Bool {
    guard entries.count <= 32 else { return false }
    for at in entries.indices {
      let name = entries[at].name
      if !isASCII(name.utf8.span) { return false }
    }
    return true
  }

  /// The entry of a name, compared as packages do: without regard to the case of letters.
  public func entry(named name: String) -> Entry? {
    // Packages most often have few entries: looking them over is quicker than hashing a name.
    guard isShort else { return places[EntryName.folded(name)].map { entries[$0] } }
    let wanted = name.utf8.span
    for at in entries.indices where entries[at].name.utf8.count == wanted.count {
      let name = entries[at].name
      if EntryName.areSame(name.utf8.span, wanted) { return entries[at] }
    }
    // Beyond ASCII a name may be written in other characters.
    return wanted.isASCII(wanted.indices)
      ? nil : places[EntryName.folded(name)].map { entries[$0] }
  }

  /// The archive as one that is laid out plainly; `nil` for any other.
  var plain: PlainArchive? {
    guard ignored.isEmpty, let file else { return nil }
    return PlainArchive(file, entries: entries)
  }

  /// Inflates one entry and checks it against its checksum.
  ///
  /// - Parameter limit: the most bytes to inflate; the archive's own limit where absent.
  /// - Throws: `.beyondLimit` before anything is inflated, `.encrypted`, `.damaged`.
  public func read(_ entry: Entry, limit: Int? = nil) throws(WorkbookError) -> [UInt8] {
    guard !entry.isEncrypted else { throw .encrypted }
    let allowed = min(limit ?? limits.partBytes, limits.partBytes)
    try Limits.check(.partBytes, entry.size, within: allowed, part: entry.name)
    try checkRatio(of: entry)
    if let bytes = kept?.parts[entry.index] { return bytes }
    let bytes = entry.method == UInt16(ZIP_CM_DEFLATE) ? try inflate(entry) : try unpack(entry)
    kept?.parts[entry.index] = bytes
    return bytes
  }

  /// The first bytes of an entry, at most so many; no more than these are inflated.
  ///
  /// - Throws: `.beyondLimit`, `.encrypted`, `.damaged`, as ``read(_:limit:)`` does.
  func beginning(of entry: Entry, _ most: Int) throws(WorkbookError) -> [UInt8] {
    guard entry.size > most, kept?.parts[entry.index] == nil else { return try read(entry) }
    guard !entry.isEncrypted else { throw .encrypted }
    try checkRatio(of: entry)
    guard let file = zip_fopen_index(handle.archive, entry.index, 0) else {
      throw failure(zip_get_error(handle.archive), entry)
    }
    defer { zip_fclose(file) }
    var got: zip_int64_t = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      got = Self.fill(buffer, from: file, size: most)
      count = max(0, Int(got))
    }
    guard got >= 0 else { throw failure(zip_file_get_error(file), entry) }
    return bytes
  }

  /// Notes of the parts inflated so far that a scanner has gone over them to their end.
  func noteScanned(where isScanned: (String) -> Bool) {
    guard let kept else { return }
    for entry in entries where kept.parts[entry.index] != nil && isScanned(entry.name) {
      kept.scanned.insert(entry.index)
    }
  }

  /// Whether a scanner has gone over an entry to its end.
  func isScanned(_ entry: Entry) -> Bool { kept?.scanned.contains(entry.index) ?? false }

  private func checkRatio(of entry: Entry) throws(WorkbookError) {
    guard entry.size > limits.ratioFrom else { return }
    let ratio = entry.size / max(entry.compressedSize, 1)
    try Limits.check(.ratio, ratio, within: limits.ratio, part: entry.name)
  }

  /// Inflates as many bytes as are declared; one fewer or more, and the declaration was a lie.
  private func inflate(_ entry: Entry) throws(WorkbookError) -> [UInt8] {
    guard entry.compressedSize <= fileBytes else {
      throw .damaged(part: entry.name, detail: "it is said to be larger than the file")
    }
    let deflated = try stored(entry, entry.compressedSize, UInt32(ZIP_FL_COMPRESSED))
    do throws(Inflater.Fault) {
      return try inflater.inflateCommon(deflated, size: entry.size, checksum: entry.checksum)
    } catch {
      throw .damaged(part: entry.name, detail: detail(of: error, entry))
    }
  }

  private func detail(of fault: Inflater.Fault, _ entry: Entry) -> String {
    switch fault {
    case .notDeflate: "its compressed bytes are damaged"
    case .fewer: "fewer than the \(entry.size) bytes its directory entry says"
    case .more: "more than the \(entry.size) bytes its directory entry says"
    case .otherChecksum: "its bytes have another checksum than its directory entry says"
    }
  }

  /// What is not deflated is unpacked by libzip, which compares the checksum at the end.
  private func unpack(_ entry: Entry) throws(WorkbookError) -> [UInt8] {
    try stored(entry, entry.size, 0)
  }

  /// Reads so many bytes of an entry, and makes sure that there are no more.
  func stored(
    _ entry: Entry, _ size: Int, _ flags: UInt32
  ) throws(WorkbookError) -> [UInt8] {
    guard let file = zip_fopen_index(handle.archive, entry.index, flags) else {
      throw failure(zip_get_error(handle.archive), entry)
    }
    defer { zip_fclose(file) }
    var got: zip_int64_t = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      got = Self.fill(buffer, from: file, size: size)
      count = max(0, Int(got))
    }
    guard got >= 0 else { throw failure(zip_file_get_error(file), entry) }
    guard got == size else {
      throw .damaged(
        part: entry.name, detail: "\(got) bytes where its directory entry says \(size)")
    }
    var excess: UInt8 = 0
    // Reading past the end is also what makes libzip compare the checksum.
    switch zip_fread(file, &excess, 1) {
    case 0: return bytes
    case 1...:
      throw .damaged(
        part: entry.name, detail: "more than the \(size) bytes its directory entry says")
    default: throw failure(zip_file_get_error(file), entry)
    }
  }

  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, from file: OpaquePointer, size: Int
  ) -> zip_int64_t {
    var filled = 0
    while filled < size, let base = buffer.baseAddress {
      let got = zip_fread(file, base + filled, UInt64(size - filled))
      if got < 0 { return got }
      if got == 0 { break }
      filled += Int(got)
    }
    return zip_int64_t(filled)
  }

  private func failure(
    _ error: UnsafeMutablePointer<zip_error_t>?, _ entry: Entry
  ) -> WorkbookError {
    .damaged(part: entry.name, detail: ZipHandle.text(error))
  }
}

/// What was inflated of one archive, kept while it is read and changed.
final class InflatedParts {
  fileprivate var parts: [UInt64: [UInt8]] = [:]
  /// The parts that a scanner has gone over to their end.
  fileprivate var scanned: Set<UInt64> = []
}

/// An entry left aside because of its name.
public struct IgnoredEntry: Hashable, Sendable {
  /// Why it was left aside.
  public enum Reason: Hashable, Sendable {
    /// It points out of the archive, or cannot be a file's name.
    case unsafeName
    /// An earlier entry has the same name, but for the case of letters.
    case duplicateName
  }

  /// The name, decoded.
  public let name: String
  /// Why.
  public let reason: Reason
}

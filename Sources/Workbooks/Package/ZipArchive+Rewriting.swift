import CZip

extension ZipArchive {
  /// What a rewritten archive has in other shape than this one.
  public struct Changes: Sendable {
    /// New contents of entries that are there, by name.
    public var replaced: [String: [UInt8]]
    /// New entries, in the order in which they are to follow the old ones.
    public var added: [(name: String, bytes: [UInt8])]
    /// Names of entries to leave out.
    public var removed: Set<String>

    /// Changes; none by default.
    public init(
      replaced: [String: [UInt8]] = [:], added: [(name: String, bytes: [UInt8])] = [],
      removed: Set<String> = []
    ) {
      self.replaced = replaced
      self.added = added
      self.removed = removed
    }
  }

  /// The archive with some entries replaced, added or removed; those of `ignored` are left out.
  ///
  /// Every other entry keeps its compressed bytes and its order. Entries written here carry the
  /// earliest time zip knows, so that equal contents give equal archives.
  ///
  /// - Throws: `.cannotPatch` where a name to replace or remove is not there, or one to add is.
  public consuming func rewriting(_ changes: Changes) throws(WorkbookError) -> [UInt8] {
    try rewriting(changes, streaming: [])
  }

  /// The same, with contents besides that are read while the archive is written, of entries old
  /// or new.
  consuming func rewriting(
    _ changes: Changes, streaming parts: [(name: String, part: StreamedPart)]
  ) throws(WorkbookError) -> [UInt8] {
    for index in ignoredIndices { try delete(index, named: "an ignored entry") }
    for name in changes.removed.sorted() {
      try delete(try existing(name).index, named: name)
    }
    var deflater = try Deflater.take()
    for (name, bytes) in changes.replaced.sorted(by: { $0.key < $1.key }) {
      try put(try deflater.deflate(bytes, part: name), under: name, over: try existing(name))
    }
    for (name, bytes) in changes.added {
      guard EntryName.isSafe(name), entry(named: name) == nil || changes.removed.contains(name)
      else {
        throw .cannotPatch(part: name, detail: "an entry of this name cannot be added")
      }
      try put(try deflater.deflate(bytes, part: name), under: name, over: nil)
    }
    for (name, part) in parts {
      let old = entry(named: name)
      if let bytes = part.bytes(upTo: Self.deflatedWhole) {
        try put(try deflater.deflate(bytes, part: name), under: name, over: old)
      } else {
        try put(part, under: name, over: old)
      }
    }
    Deflater.putBack(deflater)
    return try handle.close()
  }

  /// The most bytes of a streamed part that are taken into memory to be deflated by libdeflate,
  /// which knows no streams; longer ones go through zlib.
  private static let deflatedWhole = 4 << 20

  /// The level at which zlib deflates them.
  private static let streamedLevel: UInt32 = 1

  /// Puts a part in the place of an entry, or behind the others.
  private func put(
    _ part: some ReadablePart, under name: String, over old: Entry?
  ) throws(WorkbookError) {
    let source = try source(of: part, name)
    var index = zip_int64_t(-1)
    if let old {
      if zip_file_replace(handle.archive, old.index, source, 0) == 0 {
        index = zip_int64_t(old.index)
      }
    } else {
      index = zip_file_add(handle.archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
    }
    guard index >= 0 else {
      zip_source_free(source)
      throw writingFailure(name)
    }
    try settle(UInt64(index), name)
  }

  /// A new archive of these entries, in this order.
  public static func packing(
    _ entries: [(name: String, bytes: [UInt8])]
  ) throws(WorkbookError) -> [UInt8] {
    try ZipArchive(emptyArchive).rewriting(Changes(added: entries))
  }

  /// An end-of-directory record alone: the smallest archive (APPNOTE 4.3.16).
  static let emptyArchive: [UInt8] =
    [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)

  private func existing(_ name: String) throws(WorkbookError) -> Entry {
    guard let entry = entry(named: name) else {
      throw .cannotPatch(part: name, detail: "the archive has no such entry")
    }
    return entry
  }

  private func delete(_ index: UInt64, named name: String) throws(WorkbookError) {
    if zip_delete(handle.archive, index) != 0 { throw writingFailure(name) }
  }

  /// `ZIP_CM_DEFAULT` takes the method of the source, so nothing is compressed again, even where
  /// the entry that is replaced was stored; the level is for what comes uncompressed.
  private func settle(_ index: UInt64, _ name: String) throws(WorkbookError) {
    guard zip_set_file_compression(handle.archive, index, ZIP_CM_DEFAULT, Self.streamedLevel) == 0,
      zip_file_set_dostime(handle.archive, index, 0, 33, 0) == 0
    else { throw writingFailure(name) }
  }

  private func source(
    of part: some ReadablePart, _ name: String
  ) throws(WorkbookError) -> OpaquePointer {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = part.source(&error) else {
      throw .cannotWrite("\(name): \(ZipHandle.text(&error))")
    }
    return source
  }

  private func writingFailure(_ name: String) -> WorkbookError {
    .cannotWrite("\(name): \(ZipHandle.text(zip_get_error(handle.archive)))")
  }
}

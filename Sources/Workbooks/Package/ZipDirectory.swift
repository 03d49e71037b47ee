import CZip

extension ZipArchive {
  /// The archive's directory, sorted into what can be used and what is left aside.
  struct Directory {
    private(set) var entries: [Entry] = []
    private(set) var ignored: [IgnoredEntry] = []
    private(set) var ignoredIndices: [UInt64] = []
    private(set) var places: [String: Int] = [:]
    private(set) var declaredBytes = 0

    init(
      _ archive: OpaquePointer, count: Int, backslashesPartFolders: Bool
    ) throws(WorkbookError) {
      entries.reserveCapacity(count)
      places.reserveCapacity(count)
      for index in 0..<UInt64(clamping: count) {
        add(try Self.entry(archive, index, backslashesPartFolders))
      }
    }

    /// The first of two entries of one name counts: it is the one whose place is listed first.
    private mutating func add(_ entry: Entry) {
      declaredBytes = min(declaredBytes, Int.max / 2) + min(entry.size, Int.max / 2)
      let key = EntryName.folded(entry.name)
      if !EntryName.isSafe(entry.name) {
        leaveAside(entry, .unsafeName)
      } else if places[key] != nil {
        leaveAside(entry, .duplicateName)
      } else {
        places[key] = entries.count
        entries.append(entry)
      }
    }

    private mutating func leaveAside(_ entry: Entry, _ reason: IgnoredEntry.Reason) {
      ignored.append(IgnoredEntry(name: entry.name, reason: reason))
      ignoredIndices.append(entry.index)
    }

    private static func entry(
      _ archive: OpaquePointer, _ index: UInt64, _ backslashesPartFolders: Bool
    ) throws(WorkbookError) -> Entry {
      var stat = zip_stat_t()
      zip_stat_init(&stat)
      guard zip_stat_index(archive, index, 0, &stat) == 0,
        let name = zip_get_name(archive, index, UInt32(ZIP_FL_ENC_RAW))
      else {
        throw .damaged(
          part: WorkbookError.archive, detail: "entry \(index + 1) of its directory is unreadable")
      }
      let decoded = EntryName.decoded(name)
      return Entry(
        name: backslashesPartFolders ? EntryName.withSlashes(decoded) : decoded,
        size: Int(clamping: stat.size),
        compressedSize: Int(clamping: stat.comp_size),
        isEncrypted: stat.encryption_method != UInt16(ZIP_EM_NONE), index: index,
        method: stat.comp_method, checksum: stat.crc)
    }
  }
}

import CZip

extension ZipArchive {
  /// Gives the archive with some entries replaced or added to `sink`, part after part; every other
  /// entry keeps its compressed bytes and its order.
  ///
  /// - Parameters:
  ///   - parts: contents that are read while the archive is written, of entries old or new.
  ///   - scratch: a folder for passing files without a name; `nil` keeps them in memory.
  /// - Throws: what `sink` throws; `.cannotWrite` beyond 4 GB.
  consuming func write(
    _ changes: Changes, streaming parts: [(name: String, part: StreamedPart)], scratch: String?,
    to sink: ZipOutput.Sink
  ) throws {
    var output = try ZipOutput(scratch: scratch)
    var streamed = Dictionary(parts.map { ($0.name, $0.part) }, uniquingKeysWith: { $1 })
    for entry in entries where !changes.removed.contains(entry.name) {
      if let part = streamed.removeValue(forKey: entry.name) {
        try output.add(entry.name, part, to: sink)
      } else if let bytes = changes.replaced[entry.name] {
        try output.add(entry.name, bytes, to: sink)
      } else {
        let bytes = try stored(entry, entry.compressedSize, UInt32(ZIP_FL_COMPRESSED))
        try output.add(
          entry.name, compressed: bytes, method: entry.method, size: entry.size,
          checksum: entry.checksum, to: sink)
      }
    }
    for (name, bytes) in changes.added { try output.add(name, bytes, to: sink) }
    for (name, _) in parts {
      if let part = streamed.removeValue(forKey: name) { try output.add(name, part, to: sink) }
    }
    try output.finish(to: sink)
  }
}

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// An archive laid out as nearly all programs lay it out: its parts without fields of their own, one
/// directory right before the end, nothing behind it (APPNOTE 6.3.10, 4.3).
///
/// Such an archive can be written anew without a library's help, part by part into one room; where
/// anything is out of the ordinary there is none, and libzip writes it.
struct PlainArchive {
  /// A part, as the directory describes it.
  struct Part {
    let record: PlainRecord
    let name: Range<Int>
    /// Where its header stands.
    let start: Int
    /// Its bytes, compressed as they are.
    let contents: Range<Int>
  }

  /// Longer archives are not kept for writing: libzip holds a copy of its own.
  static let longest = 1 << 20

  let bytes: [UInt8]
  let parts: [Part]

  /// The archive whose entries are these; `nil` where it is laid out in another way.
  init?(_ bytes: [UInt8], entries: [ZipArchive.Entry]) {
    let span = bytes.span
    let end = span.count - PlainRecord.endLength
    guard end >= 0, let directory = Self.directory(span, end, count: entries.count) else {
      return nil
    }
    var parts: [Part] = []
    parts.reserveCapacity(entries.count)
    var at = directory
    for entry in entries {
      guard let part = Self.part(span, at, before: directory),
        Self.describes(part, entry, span, place: parts.count)
      else { return nil }
      parts.append(part)
      at = part.name.upperBound
    }
    guard at == end else { return nil }
    self.bytes = bytes
    self.parts = parts
  }

  // MARK: The directory

  /// Where the directory begins that the end of the archive tells of.
  private static func directory(_ span: Span<UInt8>, _ end: Int, count: Int) -> Int? {
    guard count > 0, count < 0xFFFF, span.little32(end) == 0x0605_4B50,
      // No other end of an archive, which libzip might take for this one's.
      !span.extracting(0..<end).marksAnEnd,
      // Disks, and the comment.
      span.little32(end + 4) == 0, span.little16(end + 20) == 0,
      span.little16(end + 8) == count, span.little16(end + 10) == count
    else { return nil }
    let start = span.little32(end + 16)
    return start + span.little32(end + 12) == end ? start : nil
  }

  private static func part(_ span: Span<UInt8>, _ at: Int, before directory: Int) -> Part? {
    guard at + PlainRecord.entryLength <= span.count, span.little32(at) == 0x0201_4B50 else {
      return nil
    }
    let record = PlainRecord(span, at)
    let length = span.little16(at + 28)
    let name = (at + PlainRecord.entryLength)..<(at + PlainRecord.entryLength + length)
    // Extra fields, comment, disk.
    guard length > 0, name.upperBound <= span.count, span.little32(at + 30) == 0,
      span.little16(at + 34) == 0, record.isPlain
    else { return nil }
    let start = span.little32(at + 42)
    guard start + PlainRecord.headerLength + length <= directory,
      span.little32(start) == 0x0403_4B50,
      // The length of the name, and no extra fields.
      span.little32(start + 26) == length
    else { return nil }
    let first = start + PlainRecord.headerLength
    for offset in 0..<length {
      let byte = span[name.lowerBound + offset]
      guard byte >= 0x20, byte < 0x7F, byte == span[first + offset] else { return nil }
    }
    let contents = (first + length)..<(first + length + Int(record.compressedSize))
    guard contents.upperBound <= directory else { return nil }
    return Part(record: record, name: name, start: start, contents: contents)
  }

  /// Whether libzip found the same: what was read of the archive is what is written again.
  private static func describes(
    _ part: Part, _ entry: ZipArchive.Entry, _ span: Span<UInt8>, place: Int
  ) -> Bool {
    let name = entry.name.utf8.span
    guard entry.index == place, !entry.isEncrypted, name.count == part.name.count,
      entry.size == Int(part.record.size),
      entry.compressedSize == Int(part.record.compressedSize),
      entry.checksum == part.record.checksum, entry.method == part.record.method
    else { return false }
    for at in 0..<name.count where name[at] != span[part.name.lowerBound + at] { return false }
    return true
  }
}

extension Span<UInt8> {
  /// The number of two bytes at a place, the lowest first.
  @inline(__always)
  func little16(_ at: Int) -> Int { Int(self[at]) | Int(self[at + 1]) << 8 }

  /// The number of four bytes at a place, the lowest first.
  @inline(__always)
  func little32(_ at: Int) -> Int { little16(at) | little16(at + 2) << 16 }

  /// Whether the end of an archive, or what leads to one of another kind, is marked somewhere.
  ///
  /// The corresponding C function is `memchr`.
  fileprivate var marksAnEnd: Bool {
    var at = 0
    while let found = place(of: 0x06, from: at) {
      if found >= 3, little32(found - 3) == 0x0605_4B50 { return true }
      if found >= 2, found + 1 < count, little32(found - 2) == 0x0706_4B50 { return true }
      at = found + 1
    }
    return false
  }

  private func place(of byte: UInt8, from start: Int) -> Int? {
    guard start < count else { return nil }
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}

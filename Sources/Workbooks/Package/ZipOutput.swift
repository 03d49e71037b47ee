import CDeflate

/// A zip archive on its way to a file, entry after entry, so that it never lies in memory whole
/// (APPNOTE 6.3.10, without the fields of archives of 4 GB and more).
struct ZipOutput: ~Copyable {
  /// An entry as the directory describes it.
  private struct Listed {
    let name: [UInt8]
    let method: UInt16
    let checksum: UInt32
    let compressedSize: UInt32
    let size: UInt32
    let offset: UInt32
  }

  /// A part is compressed in pieces of so many bytes.
  static let piece = 1 << 20

  /// Takes the archive, part after part.
  typealias Sink = ([UInt8]) throws -> Void

  private let scratch: String?
  private var deflater: Deflater
  private var listed: [Listed] = []
  private var offset = 0

  /// - Parameter scratch: a folder for passing files without a name; `nil` keeps them in memory.
  init(scratch: String?) throws(WorkbookError) {
    self.scratch = scratch
    deflater = try Deflater()
  }

  /// Adds an entry whose bytes are compressed already, or stored.
  mutating func add(
    _ name: String, compressed bytes: [UInt8], method: UInt16, size: Int, checksum: UInt32,
    to sink: Sink
  ) throws {
    try begin(name, method, compressedSize: bytes.count, size: size, checksum, sink)
    try put(bytes, sink)
  }

  /// Adds an entry.
  mutating func add(_ name: String, _ bytes: [UInt8], to sink: Sink) throws {
    let part = try deflater.deflate(bytes, part: name)
    try add(
      name, compressed: part.bytes, method: Self.deflated, size: bytes.count,
      checksum: part.checksum, to: sink)
  }

  /// Adds an entry that stays as it is.
  mutating func store(_ name: String, _ bytes: [UInt8], to sink: Sink) throws {
    try add(
      name, compressed: bytes, method: 0, size: bytes.count,
      checksum: Self.checksum(of: bytes, after: 0), to: sink)
  }

  /// Adds an entry that is read piece by piece.
  mutating func add(_ name: String, _ part: StreamedPart, to sink: Sink) throws {
    part.rewind()
    let compressed = try ScratchFile(in: scratch)
    var (size, checksum) = (0, UInt32(0))
    var piece = try next(of: part, name)
    repeat {
      let following = piece.count == Self.piece ? try next(of: part, name) : []
      let deflated = try deflater.deflate(piece, part: name)
      checksum = Self.checksum(of: piece, after: checksum)
      size += piece.count
      try compressed.append(
        following.isEmpty ? deflated.bytes : try Self.continued(deflated.bytes, name))
      piece = following
    } while !piece.isEmpty
    try begin(name, Self.deflated, compressedSize: compressed.count, size: size, checksum, sink)
    try copy(compressed, name, sink)
  }

  /// Writes the directory, which is the end of the archive.
  consuming func finish(to sink: Sink) throws {
    let start = offset
    for entry in listed { try put(directoryEntry(entry), sink) }
    guard let count = UInt16(exactly: listed.count), let size = UInt32(exactly: offset - start),
      let begin = UInt32(exactly: start)
    else { throw Self.tooLarge(WorkbookError.archive) }
    var record: [UInt8] = [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0]
    record.append(little: count)
    record.append(little: count)
    record.append(little: size)
    record.append(little: begin)
    record.append(little: UInt16(0))
    try put(record, sink)
  }

  // MARK: Pieces

  private func next(of part: StreamedPart, _ name: String) throws -> [UInt8] {
    var got = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.piece) { buffer, count in
      while count < Self.piece, let base = buffer.baseAddress {
        got = part.read(into: UnsafeMutableRawPointer(base + count), Self.piece - count)
        guard got > 0 else { break }
        count += got
      }
    }
    guard got >= 0 else {
      throw WorkbookError.cannotWrite("\(name): its rows could not be read back")
    }
    return bytes
  }

  private mutating func copy(_ file: ScratchFile, _ name: String, _ sink: Sink) throws {
    try file.flush()
    var done = 0
    while done < file.count {
      let room = min(Self.piece, file.count - done)
      let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        guard let base = buffer.baseAddress else { return }
        count = max(0, file.read(at: done, into: UnsafeMutableRawPointer(base), room))
      }
      guard !bytes.isEmpty else {
        throw WorkbookError.cannotWrite("\(name): its rows could not be read back")
      }
      try put(bytes, sink)
      done += bytes.count
    }
  }

  private static func continued(_ bytes: [UInt8], _ name: String) throws -> [UInt8] {
    do {
      return try DeflateStream.continued(bytes)
    } catch {
      throw WorkbookError.cannotWrite("\(name): it could not be compressed")
    }
  }

  /// The corresponding C function is `libdeflate_crc32`.
  private static func checksum(of bytes: [UInt8], after earlier: UInt32) -> UInt32 {
    bytes.withUnsafeBytes { libdeflate_crc32(earlier, $0.baseAddress, $0.count) }
  }

  // MARK: Headers

  private static let deflated: UInt16 = 8

  private mutating func begin(
    _ name: String, _ method: UInt16, compressedSize: Int, size: Int, _ checksum: UInt32,
    _ sink: Sink
  ) throws {
    guard let offset32 = UInt32(exactly: offset), let small = UInt32(exactly: compressedSize),
      let large = UInt32(exactly: size), name.utf8.count <= Int(UInt16.max)
    else { throw Self.tooLarge(name) }
    let entry = Listed(
      name: Array(name.utf8), method: method, checksum: checksum, compressedSize: small,
      size: large, offset: offset32)
    listed.append(entry)
    var header: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    append(entry, to: &header)
    header.append(little: UInt16(0))
    header.append(contentsOf: entry.name)
    try put(header, sink)
  }

  /// What the header before an entry and the directory both say, up to the length of the name.
  private func append(_ entry: Listed, to bytes: inout [UInt8]) {
    bytes.append(little: UInt16(20))
    bytes.append(little: UInt16(entry.name.contains { $0 >= 0x80 } ? 0x0800 : 0))
    bytes.append(little: entry.method)
    // The earliest time zip knows: the start of 1980.
    bytes.append(little: UInt16(0))
    bytes.append(little: UInt16(33))
    bytes.append(little: entry.checksum)
    bytes.append(little: entry.compressedSize)
    bytes.append(little: entry.size)
    bytes.append(little: UInt16(truncatingIfNeeded: entry.name.count))
  }

  private func directoryEntry(_ entry: Listed) -> [UInt8] {
    var bytes: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
    bytes.append(little: UInt16(20))
    append(entry, to: &bytes)
    // Extra field, comment, disk, inner and outer attributes: none.
    bytes.append(contentsOf: repeatElement(0, count: 12))
    bytes.append(little: entry.offset)
    bytes.append(contentsOf: entry.name)
    return bytes
  }

  private mutating func put(_ bytes: [UInt8], _ sink: Sink) throws {
    try sink(bytes)
    offset += bytes.count
  }

  private static func tooLarge(_ name: String) -> WorkbookError {
    .cannotWrite("\(name): beyond the 4 GB that an archive takes")
  }
}

extension [UInt8] {
  /// Appends a number, its lowest byte first.
  fileprivate mutating func append(little number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}

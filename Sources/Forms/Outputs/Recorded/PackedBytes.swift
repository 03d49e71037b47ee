internal import Figures

/// Bytes of a packed return on their way out: each value in its place, so that nothing is searched
/// for when it is read.
struct PackedBytes: ~Copyable {
  /// What was written so far, and room for more behind it.
  private var room: UnsafeMutableRawPointer
  private var capacity: Int
  /// How many bytes there are so far.
  private(set) var count = 0

  /// Nothing so far, with room for a usual return.
  init() {
    capacity = 4_096
    room = .allocate(byteCount: capacity, alignment: 8)
  }

  deinit { room.deallocate() }

  /// What was written so far.
  var bytes: [UInt8] { [UInt8](UnsafeRawBufferPointer(start: room, count: count)) }

  mutating func append(_ byte: UInt8) { put(byte) }

  /// A whole number from 0.
  mutating func append(_ number: Int) { put(UInt32(clamping: number).littleEndian) }

  mutating func append(_ text: String) {
    let characters = text.utf8.span
    put(UInt32(clamping: characters.count).littleEndian)
    makeRoom(characters.count)
    characters.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      precondition(bytes.count <= capacity - count)
      (room + count).copyMemory(from: start, byteCount: bytes.count)
      count += bytes.count
    }
  }

  /// A text; one that does not exist is as an empty one.
  mutating func append(_ text: String?) {
    if let text { append(text) } else { append(0) }
  }

  /// A figure, at most with so many decimals.
  mutating func append(_ figure: Figure?, places: Int) {
    append(figure.map { $0.rounded(to: places) })
  }

  mutating func append(_ figure: Figure?) {
    guard let figure else { return put(Self.none) }
    if let narrow = Int64(exactly: figure.significand) {
      put(UInt8(truncatingIfNeeded: figure.scale))
      put(narrow.littleEndian)
    } else {
      put(Self.wide)
      put(UInt8(truncatingIfNeeded: figure.scale))
      put(figure.significand.littleEndian)
    }
  }

  /// What stands for the decimals of a figure that does not exist, and of one of over 64 bits; no
  /// figure has as many.
  static let (none, wide): (UInt8, UInt8) = (0xFF, 0xFE)

  /// A stretch that is passed over at once where it is not asked for: its length stands first.
  mutating func section(_ write: (inout PackedBytes) -> Void) {
    let start = count
    append(0)
    write(&self)
    put(count - start - 4, at: start)
  }

  /// Puts a whole number in the place of one that was appended.
  mutating func put(_ number: Int, at place: Int) {
    precondition(place >= 0 && place <= count - 4)
    room.storeBytes(
      of: UInt32(clamping: number).littleEndian, toByteOffset: place, as: UInt32.self)
  }

  /// A section of rows, behind their number, each written by its place.
  mutating func rows<Row>(_ rows: [Row], _ write: (Span<Row>, Int, inout PackedBytes) -> Void) {
    section { packed in
      packed.append(rows.count)
      let rows = rows.span
      for index in rows.indices { write(rows, index, &packed) }
    }
  }

  // MARK: Room

  @inline(__always)
  private mutating func put<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
    makeRoom(MemoryLayout<Number>.size)
    precondition(MemoryLayout<Number>.size <= capacity - count)
    room.storeBytes(of: number, toByteOffset: count, as: Number.self)
    count += MemoryLayout<Number>.size
  }

  @inline(__always)
  private mutating func makeRoom(_ more: Int) {
    if capacity - count < more { enlarge(by: more) }
  }

  @inline(never)
  private mutating func enlarge(by more: Int) {
    capacity = max(2 * capacity, count + more)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    larger.copyMemory(from: room, byteCount: count)
    room.deallocate()
    room = larger
  }
}

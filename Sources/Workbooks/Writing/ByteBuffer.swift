/// Bytes written one behind the other: the one owner of room that grows as they come.
///
/// An array asks with every piece whether it is shared; here there is one owner, and a piece
/// costs little more than its bytes.
struct ByteBuffer: ~Copyable {
  private var room: UnsafeMutableRawPointer
  private var capacity: Int
  /// The bytes written.
  private(set) var count = 0

  /// An empty buffer with room for so many bytes to begin with.
  init(capacity: Int = 1 << 10) {
    self.capacity = max(capacity, 64)
    room = .allocate(byteCount: self.capacity, alignment: 1)
  }

  deinit { room.deallocate() }

  /// The bytes as an array of their own.
  var array: [UInt8] { [UInt8](UnsafeRawBufferPointer(start: room, count: count)) }

  /// The bytes as a text.
  var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  /// Gives the bytes to read, for as long as the call lasts.
  func withBytes<Result>(_ read: (UnsafeRawBufferPointer) -> Result) -> Result {
    read(UnsafeRawBufferPointer(start: room, count: count))
  }

  /// Forgets the bytes and keeps the room.
  mutating func removeAll() { count = 0 }

  @inline(__always)
  private mutating func makeRoom(_ more: Int) {
    if capacity &- count < more { enlarge(by: more) }
  }

  @inline(never)
  private mutating func enlarge(by more: Int) {
    let wanted = max(2 * capacity, count + more)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: wanted, alignment: 1)
    larger.copyMemory(from: room, byteCount: count)
    room.deallocate()
    room = larger
    capacity = wanted
  }

  /// Appends one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom(1)
    room.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  /// Appends a number, its lowest byte first.
  @inline(__always)
  mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(little number: Number) {
    makeRoom(MemoryLayout<Number>.size)
    room.storeBytes(of: number.littleEndian, toByteOffset: count, as: Number.self)
    count &+= MemoryLayout<Number>.size
  }

  /// Appends bytes from elsewhere.
  @inline(__always)
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    makeRoom(bytes.count)
    (room + count).copyMemory(from: start, byteCount: bytes.count)
    count &+= bytes.count
  }

  /// Appends a text that stands in the source.
  @inline(__always)
  mutating func append(literal text: StaticString) {
    text.withUTF8Buffer { append(UnsafeRawBufferPointer($0)) }
  }

  /// Appends what another buffer holds.
  mutating func append(_ other: borrowing ByteBuffer) {
    append(UnsafeRawBufferPointer(start: other.room, count: other.count))
  }

  /// Appends bytes.
  mutating func append(bytes: borrowing [UInt8]) { bytes.withUnsafeBytes { append($0) } }

  /// Appends a stretch of bytes.
  mutating func append(bytes: borrowing [UInt8], _ range: Range<Int>) {
    bytes.withUnsafeBytes { append(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }
}

/// Text.
extension ByteBuffer {
  /// Appends the UTF-8 of a text.
  mutating func append(text: String) { append(bytes: text.utf8.span) }

  /// Appends bytes.
  @inline(__always)
  mutating func append(bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(UnsafeRawBufferPointer($0)) }
  }

  /// Appends a text, which most often is none, between two of the source: a tag's name behind a
  /// prefix.
  @inline(__always)
  mutating func append(_ start: StaticString, _ prefix: String, _ rest: StaticString) {
    append(literal: start)
    if !prefix.isEmpty { append(text: prefix) }
    append(literal: rest)
  }

  /// Appends a number in decimal digits.
  mutating func append(decimal number: Int) {
    guard let digits = DecimalDigits(number) else { return append(text: String(number)) }
    append(digits)
  }

  /// Appends the digits of a number.
  @inline(__always)
  mutating func append(_ digits: DecimalDigits) {
    makeRoom(8)
    room.storeBytes(of: digits.word.littleEndian, toByteOffset: count, as: UInt64.self)
    count &+= digits.length
  }

  /// Appends the start of a cell up to the number of its look: `<c r="F18" s="3`.
  @inline(__always)
  mutating func append(
    cellIn column: Int, _ row: DecimalDigits, style: DecimalDigits, _ x: String
  ) {
    guard x.isEmpty, 1...26 ~= column else {
      append("<", x, "c r=\"")
      append(column: column)
      append(row)
      append(literal: "\" s=\"")
      return append(style)
    }
    makeRoom(40)
    var at = count
    // `<c r="`, and ` s="` behind the quote that ends the place.
    store(0x223D_7220_633C, &at, 6)
    store(0x40 &+ UInt64(truncatingIfNeeded: column), &at, 1)
    store(row.word, &at, row.length)
    store(0x22_3D73_2022, &at, 5)
    store(style.word, &at, style.length)
    count = at
  }

  /// Puts the lowest bytes of a word where there is room for eight.
  @inline(__always)
  private func store(_ word: UInt64, _ at: inout Int, _ length: Int) {
    room.storeBytes(of: word.littleEndian, toByteOffset: at, as: UInt64.self)
    at &+= length
  }

  /// Appends a number without a needless `.0`.
  mutating func append(number: Double) {
    // Heights of rows are quarters of points.
    guard number > 0, number < 1e9, let quarters = Int(exactly: number * 4) else {
      return append(text: StyleXML.number(number))
    }
    append(decimal: quarters / 4)
    switch quarters % 4 {
    case 1: append(literal: ".25")
    case 2: append(literal: ".5")
    case 3: append(literal: ".75")
    default: break
    }
  }

  /// Appends a place as a spreadsheet writes it: `F18`.
  mutating func append(place: CellReference) {
    append(column: place.column)
    append(decimal: place.row)
  }

  /// Appends a range as a spreadsheet writes it: `A1:C3`, or one place.
  mutating func append(range: CellRange) {
    append(place: range.first)
    guard range.first != range.last else { return }
    append(0x3A)
    append(place: range.last)
  }

  /// Appends the letters of a column, 1-based; nothing for a column that is none.
  @inline(__always)
  mutating func append(column: Int) {
    if 1...26 ~= column { return append(0x40 &+ UInt8(truncatingIfNeeded: column)) }
    append(letters: column)
  }

  private mutating func append(letters column: Int) {
    guard column > 0 else { return }
    if column > 26 { append(letters: (column - 1) / 26) }
    append(0x41 &+ UInt8(truncatingIfNeeded: (column - 1) % 26))
  }

  /// Appends a text as the content of an element, or as an attribute's value in double quotes;
  /// characters XML cannot hold are left out.
  mutating func append(escaping text: String, inAttribute: Bool = false) {
    let bytes = text.utf8.span
    let marks = XMLText.marks(in: bytes)
    // Line ends stand as they are outside attributes.
    if !marks.isSpecial, !marks.hasLineEnd || !inAttribute { return append(bytes: bytes) }
    guard XMLText.holdsAll(bytes) else {
      return append(escaping: XMLText.clean(text), inAttribute: inAttribute)
    }
    var start = 0
    for at in bytes.indices {
      guard let code = XMLText.code(of: bytes[at], inAttribute: inAttribute) else { continue }
      append(bytes: bytes.extracting(start..<at))
      append(literal: code)
      start = at + 1
    }
    append(bytes: bytes.extracting(start..<bytes.count))
  }

  /// Appends a text as the content of a cell; see `XMLText.appendCell`.
  ///
  /// - Parameter marks: what in it asks for care.
  mutating func append(cellText text: String, _ marks: XMLText.Marks) {
    if !marks.isSpecial, !marks.hasUnderscore { return append(text: text) }
    var bytes: [UInt8] = []
    XMLText.appendCell(text, to: &bytes)
    append(bytes: bytes)
  }
}

/// The digits of a whole number, up to eight of them in one word, the first of them lowest.
struct DecimalDigits {
  let word: UInt64
  let length: Int

  /// `nil` below 0 and where there are more than eight digits.
  @inline(__always)
  init?(_ number: Int) {
    guard 0..<100_000_000 ~= number else { return nil }
    self.init(UInt32(truncatingIfNeeded: number))
  }

  /// - Parameter number: of at most eight digits.
  @inline(__always)
  init(_ number: UInt32) {
    let tens = number / 10
    if number < 10 {
      self.init(word: UInt64(0x30 &+ number), length: 1)
    } else if number < 100 {
      let ones = number &- tens &* 10
      self.init(word: UInt64(0x30 &+ tens | (0x30 &+ ones) &<< 8), length: 2)
    } else {
      self = Self.many(number)
    }
  }

  private init(word: UInt64, length: Int) {
    self.word = word
    self.length = length
  }

  private static func many(_ number: UInt32) -> DecimalDigits {
    var (digits, count, rest) = (UInt64(0), 0, number)
    repeat {
      let tens = rest / 10
      digits = digits &<< 8 | UInt64(0x30 &+ rest &- tens &* 10)
      rest = tens
      count &+= 1
    } while rest > 0
    return DecimalDigits(word: digits, length: count)
  }
}

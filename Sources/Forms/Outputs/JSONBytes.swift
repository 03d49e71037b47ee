public import Figures

/// JSON on its way out, as bytes; commas are put where they belong.
public struct JSONBytes: ~Copyable {
  /// What was written so far, and room for more behind it. There is one owner: an array asks with
  /// every piece that is appended whether it is shared.
  private var room: UnsafeMutableRawPointer
  private var capacity: Int
  /// How many bytes were written so far.
  private(set) var count = 0
  private var isFirst = true

  /// Nothing so far, with room for a usual return.
  public init(room: Int = 0) {
    capacity = max(room, 256)
    self.room = .allocate(byteCount: capacity, alignment: 8)
  }

  deinit { room.deallocate() }

  /// What was written so far.
  public var bytes: [UInt8] { [UInt8](UnsafeRawBufferPointer(start: room, count: count)) }

  /// Opens an object.
  public mutating func openObject() { open(0x7B) }
  /// Closes an object.
  public mutating func closeObject() { close(0x7D) }
  /// Opens a list.
  public mutating func openList() { open(0x5B) }
  /// Closes a list.
  public mutating func closeList() { close(0x5D) }

  private mutating func open(_ bracket: UInt8) {
    append(byte: bracket)
    isFirst = true
  }

  private mutating func close(_ bracket: UInt8) {
    append(byte: bracket)
    isFirst = false
  }

  /// Begins the next member of an object; its value must follow.
  public mutating func key(_ name: StaticString) {
    // `, "` before it, `": ` behind it, each put as four bytes.
    makeRoom(name.utf8CodeUnitCount + 8)
    if isFirst { put(0x22) } else { put(word: 0x22_202C, 3) }
    isFirst = false
    put(literal: name)
    put(word: 0x20_3A22, 3)
  }

  /// Begins the next value of a list.
  public mutating func next() {
    if !isFirst { append(literal: ", ") }
    isFirst = false
  }

  /// A value that does not exist.
  public mutating func null() { append(literal: "null") }

  /// Breaks the line, which JSON does not mind.
  public mutating func breakLine() { append(byte: 0x0A) }

  /// A value that is JSON already.
  public mutating func append(raw: [UInt8]) {
    makeRoom(raw.count)
    raw.withUnsafeBytes { put($0) }
  }

  mutating func append(literal: StaticString) {
    makeRoom(literal.utf8CodeUnitCount)
    put(literal: literal)
  }

  /// A text, in quotation marks.
  public mutating func append(_ text: String) {
    let characters = text.utf8.span
    if Self.needsEscape(characters) { return append(escaping: characters) }
    makeRoom(characters.count + 2)
    put(0x22)
    characters.withUnsafeBytes { put($0) }
    put(0x22)
  }

  private static func needsEscape(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 8 else {
      return text.contains { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }
    }
    var at = 0
    while at + 8 <= text.count {
      if EightBytes.marks(of: EightBytes.load(text, at)) != 0 { return true }
      at += 8
    }
    // The last eight, some of them once more.
    return EightBytes.marks(of: EightBytes.load(text, text.count - 8)) != 0
  }

  private mutating func append(escaping text: Span<UInt8>) {
    append(byte: 0x22)
    for at in text.indices { append(escaping: text[at]) }
    append(byte: 0x22)
  }

  private mutating func append(escaping byte: UInt8) {
    switch byte {
    case 0x22: append(literal: "\\\"")
    case 0x5C: append(literal: "\\\\")
    case 0x09: append(literal: "\\t")
    case 0x0A: append(literal: "\\n")
    case 0x0D: append(literal: "\\r")
    case 0..<0x20:
      append(literal: "\\u00")
      append(byte: 0x30 + byte >> 4)
      let low = byte & 0xF
      append(byte: low < 10 ? 0x30 + low : 0x57 + low)
    default: append(byte: byte)
    }
  }

  // MARK: Room

  private mutating func append(byte: UInt8) {
    makeRoom(1)
    put(byte)
  }

  /// Makes sure that there is room for so many bytes more, which are then put there.
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

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    precondition(count < capacity)
    room.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// Puts the lowest bytes of a word where there is room for all four.
  @inline(__always)
  private mutating func put(word: UInt32, _ length: Int) {
    precondition(capacity - count >= 4)
    room.storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt32.self)
    count += length
  }

  @inline(__always)
  private mutating func put(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    precondition(bytes.count <= capacity - count)
    (room + count).copyMemory(from: start, byteCount: bytes.count)
    count += bytes.count
  }

  @inline(__always)
  private mutating func put(literal: StaticString) {
    literal.withUTF8Buffer { put(UnsafeRawBufferPointer($0)) }
  }
}

extension JSONBytes {
  /// A list, each of its elements written by `write`.
  public mutating func list<Element>(
    _ elements: [Element], _ write: (Element, inout JSONBytes) -> Void
  ) {
    rows(elements) { write($0[$1], &$2) }
  }

  /// A list, each of its elements written by `write` by its place: large ones are copied when they
  /// are handed on, their parts are not.
  mutating func rows<Element>(
    _ elements: [Element], _ write: (Span<Element>, Int, inout JSONBytes) -> Void
  ) {
    openList()
    let elements = elements.span
    for index in elements.indices {
      next()
      write(elements, index, &self)
    }
    closeList()
  }

  /// A text of an object.
  public mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    append(text)
  }

  /// A text, or null where there is none.
  public mutating func member(_ name: StaticString, orNull text: String?) {
    key(name)
    if let text, !text.isEmpty { append(text) } else { append(literal: "null") }
  }

  /// A truth value of an object.
  public mutating func member(_ name: StaticString, _ flag: Bool) {
    key(name)
    append(literal: flag ? "true" : "false")
  }

  /// A whole number of an object.
  public mutating func member(_ name: StaticString, _ integer: Int) {
    key(name)
    append(raw: Array(String(integer).utf8))
  }

  /// A figure as a decimal string; with `places` it has exactly so many decimals.
  public mutating func member(_ name: StaticString, _ figure: Figure?, places: Int? = nil) {
    key(name)
    guard let figure else { return append(literal: "null") }
    append(byte: 0x22)
    append(places.map(figure.rounded(to:)) ?? figure, places: places ?? 0)
    append(byte: 0x22)
  }

  /// The digits of a figure, with at least `places` decimals.
  private mutating func append(_ figure: Figure, places: Int) {
    guard let number = UInt64(exactly: figure.significand.magnitude) else {
      return append(raw: Array(figure.text(places: max(places, figure.scale)).utf8))
    }
    if figure.isNegative { append(byte: 0x2D) }
    let (decimals, scale) = (max(figure.scale, places), figure.scale)
    let digits = max(Self.digits(of: number), scale + 1) + decimals - scale
    let length = decimals > 0 ? digits + 1 : digits
    makeRoom(length)
    // Filled from the last digit to the first, the point in its place.
    var rest = number
    var at = count + length - 1
    for position in 0..<digits {
      if position == decimals, decimals > 0 {
        room.storeBytes(of: 0x2E, toByteOffset: at, as: UInt8.self)
        at -= 1
      }
      let isZero = position < decimals - scale
      let digit = isZero ? 0x30 : 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      room.storeBytes(of: digit, toByteOffset: at, as: UInt8.self)
      if !isZero { rest /= 10 }
      at -= 1
    }
    count += length
  }

  private static func digits(of number: UInt64) -> Int {
    var count = 1
    var rest = number / 10
    while rest > 0 {
      count += 1
      rest /= 10
    }
    return count
  }
}

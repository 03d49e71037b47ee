public import Figures

/// JSON on its way out, as bytes; commas are put where they belong.
public struct JSONBytes: Sendable {
  /// What was written so far, and room for more behind it: it is filled by place, since an array
  /// asks with every piece that is appended whether it is shared.
  private var room: [UInt8]
  /// How many bytes were written so far.
  private(set) var count = 0
  private var isFirst = true

  /// Nothing so far, with room for a usual return.
  public init(room: Int = 0) { self.room = [UInt8](repeating: 0, count: max(room, 256)) }

  /// What was written so far.
  public var bytes: [UInt8] { Array(room[..<count]) }

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
    let hasComma = !isFirst
    isFirst = false
    fill(upTo: name.utf8CodeUnitCount + 6) { room in
      var at = 0
      if hasComma {
        (room[0], room[1]) = (0x2C, 0x20)
        at = 2
      }
      room[at] = 0x22
      at = Self.copy(name, to: room, at + 1)
      (room[at], room[at + 1], room[at + 2]) = (0x22, 0x3A, 0x20)
      return at + 3
    }
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
    raw.withUnsafeBytes { raw in
      fill(upTo: raw.count) { Self.copy(raw, to: $0, 0) }
    }
  }

  mutating func append(literal: StaticString) {
    fill(upTo: literal.utf8CodeUnitCount) { Self.copy(literal, to: $0, 0) }
  }

  /// A text, in quotation marks.
  public mutating func append(_ text: String) {
    let characters = text.utf8.span
    if Self.needsEscape(characters) { return append(escaping: characters) }
    fill(upTo: characters.count + 2) { room in
      room[0] = 0x22
      let end = characters.withUnsafeBytes { Self.copy($0, to: room, 1) }
      room[end] = 0x22
      return end + 1
    }
  }

  private static func needsEscape(_ text: Span<UInt8>) -> Bool {
    var at = 0
    while at + 8 <= text.count {
      if EightBytes.marks(of: EightBytes.load(text, at)) != 0 { return true }
      at += 8
    }
    while at < text.count {
      if text[at] < 0x20 || text[at] == 0x22 || text[at] == 0x5C { return true }
      at += 1
    }
    return false
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
    fill(upTo: 1) { room in
      room[0] = byte
      return 1
    }
  }

  /// Lets `write` fill the room behind what was written, of at least `most` bytes, and say how many
  /// it took.
  @inline(__always)
  private mutating func fill(upTo most: Int, _ write: (UnsafeMutableRawBufferPointer) -> Int) {
    if room.count - count < most {
      room.append(contentsOf: repeatElement(0, count: max(most, room.count)))
    }
    let start = count
    count += room.withUnsafeMutableBytes {
      write(UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
    }
  }

  /// Copies bytes to a place in the room.
  ///
  /// - Returns: the place behind them.
  @inline(__always)
  private static func copy(
    _ bytes: UnsafeRawBufferPointer, to room: UnsafeMutableRawBufferPointer, _ at: Int
  ) -> Int {
    UnsafeMutableRawBufferPointer(rebasing: room[at...]).copyMemory(from: bytes)
    return at + bytes.count
  }

  @inline(__always)
  private static func copy(
    _ text: StaticString, to room: UnsafeMutableRawBufferPointer, _ at: Int
  ) -> Int {
    text.withUTF8Buffer { copy(UnsafeRawBufferPointer($0), to: room, at) }
  }
}

extension JSONBytes {
  /// A list, each of its elements written by `write`.
  public mutating func list<Element>(
    _ elements: [Element], _ write: (Element, inout JSONBytes) -> Void
  ) {
    openList()
    // By place, so that no element is copied.
    for index in elements.indices {
      next()
      write(elements[index], &self)
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
    fill(upTo: length) { room in
      // Filled from the last digit to the first, the point in its place.
      var rest = number
      var at = length - 1
      for position in 0..<digits {
        if position == decimals, decimals > 0 {
          room[at] = 0x2E
          at -= 1
        }
        let isZero = position < decimals - scale
        room[at] = isZero ? 0x30 : 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        if !isZero { rest /= 10 }
        at -= 1
      }
      return length
    }
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

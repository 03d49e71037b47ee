public import Figures

/// JSON on its way out, as bytes; commas are put where they belong.
public struct JSONBytes: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private var isFirst = true

  /// Nothing so far, with room for a usual return.
  public init(room: Int = 0) { bytes.reserveCapacity(room) }

  /// Opens an object.
  public mutating func openObject() { open(0x7B) }
  /// Closes an object.
  public mutating func closeObject() { close(0x7D) }
  /// Opens a list.
  public mutating func openList() { open(0x5B) }
  /// Closes a list.
  public mutating func closeList() { close(0x5D) }

  private mutating func open(_ bracket: UInt8) {
    bytes.append(bracket)
    isFirst = true
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    isFirst = false
  }

  /// Begins the next member of an object; its value must follow.
  public mutating func key(_ name: StaticString) {
    if isFirst { bytes.append(0x22) } else { append(literal: ", \"") }
    isFirst = false
    append(literal: name)
    append(literal: "\": ")
  }

  /// Begins the next value of a list.
  public mutating func next() {
    if !isFirst { append(literal: ", ") }
    isFirst = false
  }

  /// A value that does not exist.
  public mutating func null() { append(literal: "null") }

  /// Breaks the line, which JSON does not mind.
  public mutating func breakLine() { bytes.append(0x0A) }

  /// A value that is JSON already.
  public mutating func append(raw: [UInt8]) { bytes.append(contentsOf: raw) }

  mutating func append(literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// A text, in quotation marks.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { characters in
      bytes.append(0x22)
      if Self.needsEscape(characters.span) {
        for byte in characters { append(escaping: byte) }
      } else {
        bytes.append(contentsOf: characters)
      }
      bytes.append(0x22)
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

  private mutating func append(escaping byte: UInt8) {
    switch byte {
    case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
    case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
    case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
    case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
    case 0..<0x20:
      append(literal: "\\u00")
      bytes.append(0x30 + byte >> 4)
      let low = byte & 0xF
      bytes.append(low < 10 ? 0x30 + low : 0x57 + low)
    default: bytes.append(byte)
    }
  }
}

extension JSONBytes {
  /// A list, each of its elements written by `write`.
  public mutating func list<Element>(
    _ elements: [Element], _ write: (Element, inout JSONBytes) -> Void
  ) {
    openList()
    for element in elements {
      next()
      write(element, &self)
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
    bytes.append(contentsOf: String(integer).utf8)
  }

  /// A figure as a decimal string; with `places` it has exactly so many decimals.
  public mutating func member(_ name: StaticString, _ figure: Figure?, places: Int? = nil) {
    key(name)
    guard let figure else { return append(literal: "null") }
    bytes.append(0x22)
    append(places.map(figure.rounded(to:)) ?? figure, places: places ?? 0)
    bytes.append(0x22)
  }

  /// The digits of a figure, with at least `places` decimals.
  private mutating func append(_ figure: Figure, places: Int) {
    guard var rest = UInt64(exactly: figure.significand.magnitude) else {
      return bytes.append(contentsOf: figure.text(places: max(places, figure.scale)).utf8)
    }
    if figure.isNegative { bytes.append(0x2D) }
    let decimals = max(figure.scale, places)
    let count = max(Self.digits(of: rest), figure.scale + 1) + decimals - figure.scale
    bytes.append(contentsOf: repeatElement(0x30, count: decimals > 0 ? count + 1 : count))
    // Filled from the last digit to the first, the point in its place.
    var at = bytes.count - 1 - (decimals - figure.scale)
    for position in 0..<count - (decimals - figure.scale) {
      if position == figure.scale, decimals > 0 {
        bytes[at] = 0x2E
        at -= 1
      }
      bytes[at] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      at -= 1
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

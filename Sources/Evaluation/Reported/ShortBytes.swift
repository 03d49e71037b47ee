/// The bytes of a short text on their way, without an array of their own.
struct ShortBytes: ~Copyable {
  /// The most bytes it takes.
  static let most = 96

  private var room = InlineArray<96, UInt8>(repeating: 0)
  private(set) var count = 0

  /// Takes a byte; nothing once it is full.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    guard count < Self.most else { return }
    room[count] = byte
    count &+= 1
  }

  /// Takes a character.
  @inline(__always)
  mutating func append(scalar value: UInt32) {
    if value >= 0x80 {
      if value >= 0x800 {
        if value >= 0x10000 {
          append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
          append(0x80 | UInt8(truncatingIfNeeded: value >> 12 & 0x3F))
        } else {
          append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
        }
        append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
      } else {
        append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
      }
      append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
    } else {
      append(UInt8(truncatingIfNeeded: value))
    }
  }

  /// The text; `nil` where it may not have been taken whole.
  var text: String? {
    guard count < Self.most, let bytes = try? UTF8Span(validating: room.span.extracting(0..<count))
    else { return nil }
    return String(copying: bytes)
  }
}

/// Eight bytes of a text at a time, in one number, the first of them lowest.
enum EightBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The eight bytes from a place on, all of which must be there.
  @inline(__always) static func load(_ text: Span<UInt8>, _ at: Int) -> UInt64 {
    UInt64(littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// The bytes that do not stand for themselves in a text of JSON: quotation marks, backslashes
  /// and control characters. The highest bit of the first of them is set, and none below it.
  @inline(__always) static func marks(of word: UInt64) -> UInt64 {
    let (quotes, slashes) = (word ^ ones &* 0x22, word ^ ones &* 0x5C)
    let found = (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes
    return (found | (word &- ones &* 0x20) & ~word) & tops
  }

  /// Whether any of the bytes may be a colon or begin a full-width one; none is passed over.
  @inline(__always) static func mayHaveColon(_ word: UInt64) -> Bool {
    let (colons, wide) = (word ^ ones &* 0x3A, word ^ ones &* 0xEF)
    return ((colons &- ones) & ~colons | (wide &- ones) & ~wide) & tops != 0
  }

  /// Whether any of the bytes ends a line.
  @inline(__always) static func hasLineEnd(_ word: UInt64) -> Bool { has(0x0A, in: word) }

  /// Whether any of the bytes is this one.
  @inline(__always) static func has(_ byte: UInt8, in word: UInt64) -> Bool {
    let found = word ^ ones &* UInt64(byte)
    return (found &- ones) & ~found & tops != 0
  }

  /// How many of the bytes are characters by themselves.
  @inline(__always) static func singles(in word: UInt64) -> Int { (~word & tops).nonzeroBitCount }

  /// The bytes that go on with a character, by their highest bits.
  @inline(__always) static func parts(in word: UInt64) -> UInt64 { word & ~(word &<< 1) & tops }

  /// The bytes 0xE4 to 0xE9, with which the characters U+4000 to U+9FFF begin and no others, by
  /// their highest bits.
  @inline(__always) static func ideographs(in word: UInt64) -> UInt64 {
    let low = word & ~tops
    return (low &+ ones &* 0x1C) & ~(low &+ ones &* 0x16) & word & tops
  }

  /// How many of the bytes begin a character of several bytes.
  @inline(__always) static func leads(in word: UInt64) -> Int {
    (word & word &<< 1 & tops).nonzeroBitCount
  }
}

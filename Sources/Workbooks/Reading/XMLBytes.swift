/// Searches of a part's bytes, eight of them at a time.
///
/// A word of eight bytes is asked which of them lie below a bound. Only the lowest of those it
/// marks is certain, which is the one that is looked for.
extension Span<UInt8> {
  /// Whether a stretch is ASCII.
  func isASCII(_ range: Range<Int>) -> Bool {
    for at in range where self[at] >= 0x80 { return false }
    return true
  }

  /// The first place of a byte that is not plain text: a control character, `&` or `<`; the end
  /// where there is none.
  @inline(__always)
  func endOfPlainText(from start: Int) -> Int {
    var at = start
    while let word = eightBytes(at) {
      let marks =
        EightBytes.below(word, 0x20) | EightBytes.equal(word, 0x26) | EightBytes.equal(word, 0x3C)
      if marks != 0 { return at &+ marks.trailingZeroBitCount &>> 3 }
      at &+= 8
    }
    while at < count {
      let byte = self[at]
      if byte < 0x20 || byte == 0x26 || byte == 0x3C { break }
      at &+= 1
    }
    return at
  }

  /// The first place of a byte that may be more than itself within an attribute: one up to the
  /// quotes, or `<`; the end where there is none.
  @inline(__always)
  func endOfPlainValue(from start: Int) -> Int {
    var at = start
    while let word = eightBytes(at) {
      let marks = EightBytes.below(word, 0x28) | EightBytes.equal(word, 0x3C)
      if marks != 0 { return at &+ marks.trailingZeroBitCount &>> 3 }
      at &+= 8
    }
    while at < count {
      let byte = self[at]
      if byte < 0x28 || byte == 0x3C { break }
      at &+= 1
    }
    return at
  }

  /// The first place of a byte that is no ASCII; the end where there is none.
  @inline(__always)
  func endOfASCII(from start: Int) -> Int {
    var at = start
    while let word = eightBytes(at) {
      let marks = word & EightBytes.highs
      if marks != 0 { return at &+ marks.trailingZeroBitCount &>> 3 }
      at &+= 8
    }
    while at < count, self[at] < 0x80 { at &+= 1 }
    return at
  }

  /// The first place of a byte; the end where there is none.
  @inline(__always)
  func first(_ byte: UInt8, from start: Int) -> Int {
    var at = start
    while let word = eightBytes(at) {
      let marks = EightBytes.equal(word, byte)
      if marks != 0 { return at &+ marks.trailingZeroBitCount &>> 3 }
      at &+= 8
    }
    while at < count, self[at] != byte { at &+= 1 }
    return at
  }

  /// The first place of a `w`, which in a sheet's cells stands in the names of rows and in texts, or
  /// of what stands behind the `<` of comments, CDATA and instructions; the end where there is none.
  @inline(__always)
  func firstRowLetterOrMark(from start: Int) -> Int {
    var at = start
    while let word = eightBytes(at) {
      let marks =
        EightBytes.equal(word, 0x77) | EightBytes.equal(word, 0x21) | EightBytes.equal(word, 0x3F)
      if marks != 0 { return at &+ marks.trailingZeroBitCount &>> 3 }
      at &+= 8
    }
    while at < count, self[at] != 0x77, self[at] != 0x21, self[at] != 0x3F { at &+= 1 }
    return at
  }

  /// Whether these bytes stand at a place.
  @inline(__always)
  func has(_ text: StaticString, at start: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start >= 0, start <= count &- length else { return false }
    return text.withUTF8Buffer { wanted in
      var offset = 0
      while offset < length {
        if self[start &+ offset] != wanted[offset] { return false }
        offset &+= 1
      }
      return true
    }
  }

  /// The bytes at a place as one number, the first byte the lowest; `nil` where there are fewer.
  @inline(__always)
  func eightBytes(_ at: Int) -> UInt64? {
    guard at >= 0, at <= count &- 8 else { return nil }
    // The bounds were checked in the line before.
    return UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self))
  }
}

/// Marks the high bits of the bytes of a word for which something holds.
enum EightBytes {
  @inline(__always)
  static var highs: UInt64 { 0x8080_8080_8080_8080 }
  @inline(__always)
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// Those below a bound of at most 0x80.
  @inline(__always)
  static func below(_ word: UInt64, _ bound: UInt8) -> UInt64 {
    (word &- ones &* UInt64(bound)) & ~word & highs
  }

  @inline(__always)
  static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    below(word ^ ones &* UInt64(byte), 1)
  }
}

/// The characters of a text as its bytes give them. What is read here is valid UTF-8, as every
/// `String` is; of anything else a byte is a character.
enum TextBytes {
  /// The character that begins at a byte, and how many bytes it has.
  @inline(__always)
  static func scalar(_ bytes: Span<UInt8>, at: Int) -> (value: UInt32, count: Int) {
    let first = UInt32(bytes[at])
    let left = bytes.count - at
    if first < 0xC0 { return (first, 1) }
    if first < 0xE0, left > 1 { return ((first & 0x1F) << 6 | tail(bytes[at + 1]), 2) }
    if first < 0xF0, left > 2 {
      return ((first & 0xF) << 12 | tail(bytes[at + 1]) << 6 | tail(bytes[at + 2]), 3)
    }
    guard left > 3 else { return (first, 1) }
    let high = (first & 0x7) << 18 | tail(bytes[at + 1]) << 12
    return (high | tail(bytes[at + 2]) << 6 | tail(bytes[at + 3]), 4)
  }

  /// Eight bytes as one word.
  @inline(__always)
  static func eight(_ bytes: Span<UInt8>, _ at: Int) -> UInt64 {
    bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
  }

  /// Where the character before a byte begins.
  @inline(__always)
  static func start(_ bytes: Span<UInt8>, before end: Int) -> Int {
    var at = end - 1
    while at > 0, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }

  @inline(__always)
  private static func tail(_ byte: UInt8) -> UInt32 { UInt32(byte & 0x3F) }

  /// Adds a character.
  @inline(__always)
  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    if value < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value))
      return
    }
    if value < 0x800 {
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
    } else {
      if value < 0x10000 {
        bytes.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
      } else {
        bytes.append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
        bytes.append(0x80 | UInt8(truncatingIfNeeded: value >> 12 & 0x3F))
      }
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
    }
    bytes.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
  }

  /// Adds a character, for which there has to be room.
  static func append(_ value: UInt32, to bytes: inout OutputSpan<UInt8>) {
    guard let scalar = Unicode.Scalar(value) else { return }
    for byte in UTF8.encode(scalar) ?? .init() { bytes.append(byte) }
  }

  /// Whether a byte is the first of U+4000 through U+9FFF: ideographs, which stand for themselves
  /// in every form of a text that is compared here.
  @inline(__always)
  static func leadsIdeograph(_ byte: UInt8) -> Bool { byte >= 0xE4 && byte <= 0xE9 }

  /// Whether the bytes from `at` on are those of a word.
  @inline(__always)
  static func holds(_ bytes: Span<UInt8>, at: Int, _ word: Span<UInt8>)
    -> Bool
  {
    guard at >= 0, bytes.count - at >= word.count else { return false }
    for index in word.indices where bytes[at + index] != word[index] { return false }
    return true
  }

  /// Whether the bytes from `at` on are a part of others.
  @inline(__always)
  static func holds(_ bytes: Span<UInt8>, at: Int, _ words: Span<UInt8>, _ part: Range<Int>)
    -> Bool
  {
    guard at >= 0, bytes.count - at >= part.count else { return false }
    let apart = at - part.lowerBound
    for index in part where bytes[index + apart] != words[index] { return false }
    return true
  }

  /// Whether there is a decimal digit (0 through 9).
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// A text with its characters changed or taken out; as it stands where none is, which is most.
  ///
  /// - Parameter change: leaves ideographs (U+4000 through U+9FFF) as they are.
  @inline(__always)
  static func rewritten(_ text: String, _ change: (UInt32) -> UInt32?) -> String {
    let bytes = text.utf8.span
    let start = firstChange(bytes, change)
    guard start < bytes.count else { return text }
    if bytes.count < ShortBytes.most, let short = short(bytes, from: start, change) {
      return short
    }
    var changed: [UInt8] = []
    changed.reserveCapacity(bytes.count)
    for at in 0..<start { changed.append(bytes[at]) }
    append(bytes, from: start, to: &changed, atLeast: .max, change)
    return String(decoding: changed, as: UTF8.self)
  }

  /// A short text with its characters from a byte on changed; `nil` where it grew too long.
  @inline(__always)
  private static func short(
    _ bytes: Span<UInt8>, from start: Int, _ change: (UInt32) -> UInt32?
  ) -> String? {
    var changed = ShortBytes()
    for at in 0..<start { changed.append(bytes[at]) }
    var at = start
    while at < bytes.count {
      if leadsIdeograph(bytes[at]), at + 2 < bytes.count {
        changed.append(bytes[at])
        changed.append(bytes[at + 1])
        changed.append(bytes[at + 2])
        at += 3
        continue
      }
      let (value, count) = scalar(bytes, at: at)
      if let kept = change(value) { changed.append(scalar: kept) }
      at += count
    }
    return changed.text
  }

  /// Where the first character stands that is changed; the end where none is.
  @inline(__always)
  static func firstChange(_ bytes: Span<UInt8>, _ change: (UInt32) -> UInt32?) -> Int {
    var at = 0
    while at < bytes.count {
      if leadsIdeograph(bytes[at]) {
        at += 3
        continue
      }
      let (value, count) = scalar(bytes, at: at)
      if change(value) != value { return at }
      at += count
    }
    return bytes.count
  }

  /// Adds the characters from a byte on, changed, until there are so many bytes.
  @inline(__always)
  static func append(
    _ bytes: Span<UInt8>, from start: Int, to changed: inout [UInt8],
    atLeast least: Int, _ change: (UInt32) -> UInt32?
  ) {
    var at = start
    while at < bytes.count, changed.count < least {
      if leadsIdeograph(bytes[at]), at + 2 < bytes.count {
        changed.append(bytes[at])
        changed.append(bytes[at + 1])
        changed.append(bytes[at + 2])
        at += 3
        continue
      }
      let (value, count) = scalar(bytes, at: at)
      if let kept = change(value) { append(kept, to: &changed) }
      at += count
    }
  }
}

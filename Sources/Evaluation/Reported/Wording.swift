/// How words of a form are compared and measured.
public enum Wording {
  /// The text without white space at its ends, ideographic and no-break spaces included.
  public static func trimmed(_ text: String) -> String {
    let (start, end) = content(of: text.utf8.span)
    guard start > 0 || end < text.utf8.count else { return text }
    return String(decoding: text.utf8.dropFirst(start).prefix(end - start), as: UTF8.self)
  }

  /// Whether a text is nothing but white space.
  public static func isWhite(_ text: String) -> Bool {
    let bytes = text.utf8.span
    return start(of: bytes) == bytes.count
  }

  /// Where the first character that is no white space begins; the end where there is none.
  @inline(__always)
  static func start(of bytes: Span<UInt8>) -> Int {
    var start = 0
    while start < bytes.count, !beginsInk(bytes[start]) {
      let (value, count) = TextBytes.scalar(bytes, at: start)
      guard isSpace(value) else { break }
      start += count
    }
    return start
  }

  /// Whether a byte begins a character that is no white space: an ideograph, or of ASCII.
  @inline(__always)
  private static func beginsInk(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x80 || TextBytes.leadsIdeograph(byte)
  }

  /// Where the first character that is no white space begins, and where the last one ends.
  static func content(of bytes: Span<UInt8>) -> (start: Int, end: Int) {
    let start = start(of: bytes)
    var end = bytes.count
    if end > start, bytes[end - 1] < 0x80 ? bytes[end - 1] > 0x20 : endsIdeograph(bytes) {
      return (start, end)
    }
    while end > start {
      let last = TextBytes.start(bytes, before: end)
      guard isSpace(TextBytes.scalar(bytes, at: last).value) else { break }
      end = last
    }
    return (start, end)
  }

  @inline(__always)
  private static func endsIdeograph(_ bytes: Span<UInt8>) -> Bool {
    bytes.count >= 3 && TextBytes.leadsIdeograph(bytes[bytes.count - 3])
  }

  /// The text without white space anywhere: a word written down a column, a character a line.
  public static func withoutSpaces(_ text: String) -> String {
    TextBytes.rewritten(text) { isSpace($0) ? nil : $0 }
  }

  /// The form in which two wordings are the same: compatibility forms made plain (full-width
  /// letters, digits and brackets), all white space taken out, ASCII letters in lower case.
  public static func key(_ text: String) -> String {
    TextBytes.rewritten(text, keyed)
  }

  /// The beginning of the key, at least so many bytes of it where it is as long: enough to hold
  /// against words that are shorter, however long the text.
  static func key(_ text: String, atLeast count: Int) -> String {
    guard text.utf8.count > count else { return key(text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 4)
    TextBytes.append(text.utf8.span, from: 0, to: &bytes, atLeast: count, keyed)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A character of a key; `nil` for white space, of which a key has none.
  @inline(__always)
  static func keyed(_ scalar: UInt32) -> UInt32? {
    if scalar < 0x80 {
      if scalar <= 0x20 { return isSpace(scalar) ? nil : scalar }
      return (0x41...0x5A).contains(scalar) ? scalar + 32 : scalar
    }
    guard !isSpace(scalar) else { return nil }
    let plain = plain(scalar)
    return (0x41...0x5A).contains(plain) ? plain + 32 : plain
  }

  /// The first character of a text's key; `nil` where it has none.
  @inline(__always)
  static func firstOfKey(_ bytes: Span<UInt8>) -> UInt32? {
    var at = 0
    while at < bytes.count {
      let (value, count) = TextBytes.scalar(bytes, at: at)
      if let first = keyed(value) { return first }
      at += count
    }
    return nil
  }

  /// The key without what stands in brackets and without a colon at the end: the bare label
  /// (`全年预算数（A）` is 全年预算数).
  public static func label(_ text: String) -> String {
    let bytes = text.utf8.span
    let start = TextBytes.firstChange(bytes, ofLabel)
    guard start < bytes.count else { return text }
    if bytes.count < ShortBytes.most {
      var label = ShortBytes()
      for at in 0..<start { label.append(bytes[at]) }
      forEachOfLabel(bytes, from: start) { label.append(scalar: $0) }
      if let text = label.text { return text }
    }
    var label: [UInt8] = []
    label.reserveCapacity(bytes.count)
    for at in 0..<start { label.append(bytes[at]) }
    forEachOfLabel(bytes, from: start) { TextBytes.append($0, to: &label) }
    return String(decoding: label, as: UTF8.self)
  }

  /// A character of a label, wherever it stands; `nil` for brackets and colons, of which it has
  /// none.
  @inline(__always)
  private static func ofLabel(_ scalar: UInt32) -> UInt32? {
    guard let keyed = keyed(scalar) else { return nil }
    switch keyed {
    case 0x28, 0x29, 0x3A, 0x5B, 0x5D, 0x3010, 0x3011, 0x3014, 0x3015: return nil
    default: return keyed
    }
  }

  /// Goes through the characters of a text's key that belong to its label.
  @inline(__always)
  private static func forEachOfLabel(
    _ bytes: Span<UInt8>, from start: Int, _ take: (UInt32) -> Void
  ) {
    var (at, depth) = (start, 0)
    while at < bytes.count {
      let isIdeograph = TextBytes.leadsIdeograph(bytes[at])
      let (scalar, count) = TextBytes.scalar(bytes, at: at)
      at += count
      if isIdeograph {
        if depth == 0 { take(scalar) }
        continue
      }
      guard let keyed = keyed(scalar) else { continue }
      switch keyed {
      case 0x28, 0x5B, 0x3010, 0x3014: depth += 1
      case 0x29, 0x5D, 0x3011, 0x3015: depth = max(0, depth - 1)
      case 0x3A where depth == 0: break
      default: if depth == 0 { take(keyed) }
      }
    }
  }

  /// Full-width and other compatibility characters made plain, nothing taken out.
  public static func plain(_ text: String) -> String {
    TextBytes.rewritten(text, plain)
  }

  /// Whether two texts are the same byte by byte. Comparing them as strings is many times dearer
  /// where they are Chinese and differ, for there might be another spelling in Unicode.
  public static func same(_ one: String, _ other: String) -> Bool {
    guard one.utf8.count == other.utf8.count else { return false }
    let (left, right) = (one.utf8.span, other.utf8.span)
    var at = 0
    while at + 8 <= left.count {
      guard TextBytes.eight(left, at) == TextBytes.eight(right, at) else { return false }
      at += 8
    }
    while at < left.count {
      guard left[at] == right[at] else { return false }
      at += 1
    }
    return true
  }

  /// Whether two texts are the same as Swift compares them: where their characters have one
  /// spelling each, the bytes tell.
  static func equal(_ one: String, _ other: String) -> Bool {
    if same(one, other) { return true }
    let (left, right) = (one.utf8.span, other.utf8.span)
    if beginApart(left, right) || UnitWords.isPlain(left) && UnitWords.isPlain(right) {
      return false
    }
    return one == other
  }

  /// Whether both texts begin with ideographs, and with different ones: none of these has another
  /// spelling.
  @inline(__always)
  private static func beginApart(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    guard one.count >= 3, other.count >= 3, TextBytes.leadsIdeograph(one[0]),
      TextBytes.leadsIdeograph(other[0])
    else { return false }
    return one[0] != other[0] || one[1] != other[1] || one[2] != other[2]
  }

  /// Whether a text begins with a word that is plain, as Swift has it.
  static func begins(_ text: String, with word: String) -> Bool {
    let bytes = text.utf8.span
    return UnitWords.isPlain(bytes)
      ? TextBytes.holds(bytes, at: 0, word.utf8.span) : text.hasPrefix(word)
  }

  /// Whether a text ends with a word that is plain, as Swift has it.
  static func ends(_ text: String, with word: String) -> Bool {
    let bytes = text.utf8.span
    return UnitWords.isPlain(bytes)
      ? TextBytes.holds(bytes, at: bytes.count - word.utf8.count, word.utf8.span)
      : text.hasSuffix(word)
  }

  /// Whether a text holds a part, byte by byte.
  public static func holds(_ text: String, _ part: String) -> Bool {
    let (bytes, word) = (text.utf8.span, part.utf8.span)
    guard word.count > 0 else { return true }
    guard bytes.count >= word.count else { return false }
    for at in 0...(bytes.count - word.count) where bytes[at] == word[0] {
      if TextBytes.holds(bytes, at: at, word) { return true }
    }
    return false
  }

  /// One character of a compatibility form made plain.
  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value >= 0x2010 else { return scalar }
    return Unicode.Scalar(plain(scalar.value)) ?? scalar
  }

  /// One character, by its number, of a compatibility form made plain.
  @inline(__always)
  static func plain(_ scalar: UInt32) -> UInt32 {
    guard scalar >= 0x2010 else { return scalar }
    return switch scalar {
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0xFE59: 0x28
    case 0xFE5A: 0x29
    case 0xFE61: 0x2A
    case 0xFE62: 0x2B
    case 0xFE63, 0x2212, 0x2010, 0x2011: 0x2D
    case 0xFE64: 0x3C
    case 0xFE65: 0x3E
    case 0xFE66, 0x2550: 0x3D
    case 0xFE6A: 0x25
    case 0x2267, 0x2A7E: 0x2265
    case 0x2266, 0x2A7D: 0x2264
    case 0x3000: 0x20
    default: scalar
    }
  }

  /// White space as people type it: also no-break, ideographic and zero-width spaces, tabs and
  /// line breaks.
  public static func isSpace(_ scalar: Unicode.Scalar) -> Bool { isSpace(scalar.value) }

  /// Whether a character, by its number, is white space.
  @inline(__always)
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F,
      0x2060, 0x3000, 0xFEFF:
      true
    default: false
    }
  }

  /// What stands in the last pair of brackets at the end of a name: 万人 of 人员规模（万人）.
  public static func bracketedSuffix(of name: String) -> String? {
    let bytes = name.utf8.span
    let (start, end) = content(of: bytes)
    guard end > start else { return nil }
    let close = TextBytes.start(bytes, before: end)
    guard plain(TextBytes.scalar(bytes, at: close).value) == 0x29 else { return nil }
    var at = close
    while at > start {
      let next = at
      at = TextBytes.start(bytes, before: at)
      guard plain(TextBytes.scalar(bytes, at: at).value) == 0x28 else { continue }
      let inner = name.utf8.dropFirst(next).prefix(close - next)
      let unit = trimmed(plain(String(decoding: inner, as: UTF8.self)))
      return unit.isEmpty ? nil : unit
    }
    return nil
  }
}

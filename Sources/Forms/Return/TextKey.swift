internal import Evaluation

/// A text to be looked up by: equal where the texts are, in whatever spelling of Unicode, but
/// hashed and compared by its bytes, which for Chinese is many times cheaper.
struct TextKey: Hashable {
  private let text: String

  init(_ text: String) {
    self.text = Self.hasOneSpelling(text.utf8.span) ? text : NormalForm.composed(text)
  }

  static func == (one: TextKey, other: TextKey) -> Bool { Wording.same(one.text, other.text) }

  func hash(into hasher: inout Hasher) {
    let isThere: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isThere == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }

  /// Whether two texts are equal as strings.
  static func areEqual(_ one: String, _ other: String) -> Bool {
    if Wording.same(one, other) { return true }
    if hasOneSpelling(one.utf8.span), hasOneSpelling(other.utf8.span) { return false }
    return one == other
  }

  /// Whether no other text is equal to this one as a string; each of its scalars is then a character
  /// of its own, but for the two of a line end.
  static func hasOneSpelling(_ text: String) -> Bool { hasOneSpelling(text.utf8.span) }

  /// Whether all characters are such as have no other spelling and join with none beside them:
  /// ASCII, ideographs, and the marks that are written among them. Others may be such, too.
  private static func hasOneSpelling(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        at += 1
        continue
      }
      guard at + 2 < bytes.count, hasOneSpelling(byte, bytes[at + 1], bytes[at + 2]) else {
        return false
      }
      at += 3
    }
    return true
  }

  /// Likewise of one character of three bytes.
  private static func hasOneSpelling(_ one: UInt8, _ two: UInt8, _ three: UInt8) -> Bool {
    switch one {
    // U+4000 to U+9FFF.
    case 0xE4...0xE9: true
    // U+2010 to U+203F, dashes and quotes.
    case 0xE2: two == 0x80 && three >= 0x90
    // U+3000 to U+3029, punctuation.
    case 0xE3: two == 0x80 && three < 0xAA
    // U+FF00 to U+FF7F, full-width letters and digits.
    case 0xEF: two == 0xBC || two == 0xBD
    default: false
    }
  }
}

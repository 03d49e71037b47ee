/// How words of a form are compared and measured.
public enum Wording {
  /// The text without white space at its ends, ideographic and no-break spaces included.
  public static func trimmed(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      isSpace(first) || isSpace(last)
    else { return text }
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(Substring(scalars))
  }

  /// The text without white space anywhere: a word written down a column, a character a line.
  public static func withoutSpaces(_ text: String) -> String {
    rewritten(text) { isSpace($0) ? nil : $0 }
  }

  /// The form in which two wordings are the same: compatibility forms made plain (full-width
  /// letters, digits and brackets), all white space taken out, ASCII letters in lower case.
  public static func key(_ text: String) -> String {
    rewritten(text) { isSpace($0) ? nil : lowered(plain($0)) }
  }

  /// The beginning of the key, at least so many bytes of it where it is as long: enough to hold
  /// against words that are shorter, however long the text.
  static func key(_ text: String, atLeast count: Int) -> String {
    guard text.utf8.count > count else { return key(text) }
    return copied(text, atLeast: count) { isSpace($0) ? nil : lowered(plain($0)) }
  }

  /// The key without what stands in brackets and without a colon at the end: the bare label
  /// (`全年预算数（A）` is 全年预算数).
  public static func label(_ text: String) -> String {
    let key = key(text)
    guard key.unicodeScalars.contains(where: isPunctuation) else { return key }
    var depth = 0
    return copied(key) { scalar in
      switch scalar {
      case "(", "[", "【", "〔": depth += 1
      case ")", "]", "】", "〕": depth = max(0, depth - 1)
      case ":" where depth == 0: break
      default: return depth == 0 ? scalar : nil
      }
      return nil
    }
  }

  /// Brackets and colons, of which a label has none.
  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "【", "〔", ")", "]", "】", "〕", ":": true
    default: false
    }
  }

  /// Full-width and other compatibility characters made plain, nothing taken out.
  public static func plain(_ text: String) -> String {
    rewritten(text) { plain($0) }
  }

  /// A text with its characters changed or taken out; as it stands where none is, which is most.
  private static func rewritten(
    _ text: String, _ change: (Unicode.Scalar) -> Unicode.Scalar?
  ) -> String {
    guard mayChange(text.utf8.span),
      text.unicodeScalars.contains(where: { change($0) != $0 })
    else { return text }
    return copied(text, change)
  }

  /// Whether a text has a byte of some character that any change is about: white space, capitals,
  /// and the first bytes of U+0080, U+1000, U+2000, U+3000 and U+F000 with those that follow.
  private static func mayChange(_ bytes: Span<UInt8>) -> Bool {
    for at in bytes.indices {
      switch bytes[at] {
      case 0...0x20, 0x41...0x5A, 0xC2, 0xE1...0xE3, 0xEF: return true
      default: break
      }
    }
    return false
  }

  /// Whether two texts are the same byte by byte. Comparing them as strings is many times dearer
  /// where they are Chinese and differ, for there might be another spelling in Unicode.
  public static func same(_ one: String, _ other: String) -> Bool {
    let (left, right) = (one.utf8.span, other.utf8.span)
    guard left.count == right.count else { return false }
    for at in left.indices where left[at] != right[at] { return false }
    return true
  }

  /// A copy of a text, or of so many bytes of it, with characters changed or taken out.
  private static func copied(
    _ text: String, atLeast count: Int = .max, _ change: (Unicode.Scalar) -> Unicode.Scalar?
  ) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(text.utf8.count, count))
    for scalar in text.unicodeScalars {
      guard bytes.count < count else { break }
      guard let kept = change(scalar), let encoded = UTF8.encode(kept) else { continue }
      for byte in encoded { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a text holds a part, byte by byte.
  public static func holds(_ text: String, _ part: String) -> Bool {
    guard let first = part.utf8.first else { return true }
    var rest = text.utf8[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: part.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// One character of a compatibility form made plain.
  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value >= 0x2010 else { return scalar }
    return switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0xFE59: "("
    case 0xFE5A: ")"
    case 0xFE61: "*"
    case 0xFE62: "+"
    case 0xFE63, 0x2212, 0x2010, 0x2011: "-"
    case 0xFE64: "<"
    case 0xFE65: ">"
    case 0xFE66: "="
    case 0xFE6A: "%"
    case 0x2267, 0x2A7E: "≥"
    case 0x2266, 0x2A7D: "≤"
    case 0x2550: "="
    case 0xFFE0...0xFFE6, 0x3000: scalar.value == 0x3000 ? " " : scalar
    default: scalar
    }
  }

  static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(scalar.value + 32) ?? scalar : scalar
  }

  /// White space as people type it: also no-break, ideographic and zero-width spaces, tabs and
  /// line breaks.
  public static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F,
      0x2060, 0x3000, 0xFEFF:
      true
    default: false
    }
  }

  /// What stands in the last pair of brackets at the end of a name: 万人 of 人员规模（万人）.
  public static func bracketedSuffix(of name: String) -> String? {
    let trimmed = trimmed(name)
    guard let last = trimmed.unicodeScalars.last, plain(last) == ")" else { return nil }
    let scalars = trimmed.unicodeScalars
    guard let open = scalars.lastIndex(where: { plain($0) == "(" }) else { return nil }
    let inner = scalars[scalars.index(after: open)...].dropLast()
    let unit = self.trimmed(plain(String(Substring(inner))))
    return unit.isEmpty ? nil : unit
  }
}

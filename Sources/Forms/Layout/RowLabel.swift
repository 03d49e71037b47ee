internal import Evaluation

/// The label of a row of the fund block, without what stands before its name.
struct RowLabel {
  /// The compared form, without 其中 and ordinals.
  let label: String
  /// The label as the form words it, without 其中： and white space.
  let shown: String
  /// Whether it began with 其中.
  let isOfWhich: Bool

  init(_ text: String) {
    let ordinal = Self.withoutOrdinal(Wording.withoutSpaces(text))
    var name = Self.withoutOfWhich(ordinal)
    isOfWhich = name.utf8.count < ordinal.utf8.count
    name = Self.withoutOrdinal(name)
    while name.unicodeScalars.last.map({ $0 == ":" || $0 == "：" }) ?? false {
      name.unicodeScalars.removeLast()
    }
    shown = name
    label = Wording.label(name)
  }

  /// A text without 其中 at its beginning and the colon behind that.
  static func withoutOfWhich(_ text: String) -> String {
    let bytes = text.utf8.span
    guard isOfWhich(bytes), standsAlone(bytes, at: 6) || text.hasPrefix("其中") else {
      return text
    }
    let rest = text.unicodeScalars.dropFirst(2).drop { ":：,，、".unicodeScalars.contains($0) }
    return String(Substring(rest))
  }

  /// Whether a text begins with the bytes of 其中.
  static func isOfWhich(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 6, text[0] == 0xE5, text[1] == 0x85, text[2] == 0xB6 else { return false }
    return text[3] == 0xE4 && text[4] == 0xB8 && text[5] == 0xAD
  }

  /// Whether what begins at a byte is no mark upon the character before it: nothing, a character
  /// of ASCII, an ideograph, or a full-width sign.
  private static func standsAlone(_ bytes: Span<UInt8>, at: Int) -> Bool {
    guard at < bytes.count else { return true }
    return switch bytes[at] {
    case 0x00...0x7F, 0xE4...0xE9: true
    case 0xEF: at + 1 < bytes.count && bytes[at + 1] == 0xBC
    default: false
    }
  }

  /// A text without an ordinal at its beginning: `1.`, `（2）`, `三、`, `①`.
  static func withoutOrdinal(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return text }
    if 0x2460...0x2473 ~= first.value {
      return String(Substring(scalars.dropFirst()))
    }
    let opened = first == "(" || first == "（"
    guard opened || isDigit(first) else { return text }
    let digits = scalars.dropFirst(opened ? 1 : 0).prefix { isDigit($0) }
    let rest = scalars[digits.endIndex...]
    let closers = opened ? ")）" : ".．、)）"
    guard !digits.isEmpty, let closer = rest.first, closers.unicodeScalars.contains(closer) else {
      return text
    }
    return String(Substring(rest.dropFirst()))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0xFF10...0xFF19: true
    // 一二三四五六七八九十.
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: true
    default: false
    }
  }
}

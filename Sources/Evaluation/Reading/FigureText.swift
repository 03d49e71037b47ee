/// The form of a text in which a figure is looked for.
enum FigureText {
  /// Full-width and look-alike characters made plain, invisible ones and a sentence mark at the
  /// end taken out. The white space at the ends is to be trimmed before.
  static func plain(_ text: String) -> String {
    let bytes = text.utf8.span
    guard TextBytes.firstChange(bytes, changed) < bytes.count || endsSentence(bytes) else {
      return text
    }
    return String(decoding: plainBytes(bytes), as: UTF8.self)
  }

  /// The bytes of the plain form of a text.
  static func plainBytes(_ bytes: Span<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    let start = TextBytes.firstChange(bytes, changed)
    for at in 0..<start { plain.append(bytes[at]) }
    TextBytes.append(bytes, from: start, to: &plain, atLeast: .max, changed)
    // White space at the end goes with a sentence mark or a changed character, not alone.
    if start < bytes.count || endsSentence(bytes) { trimEnd(&plain) }
    return plain
  }

  private static func trimEnd(_ plain: inout [UInt8]) {
    while !plain.isEmpty {
      let last = TextBytes.start(plain.span, before: plain.count)
      let scalar = TextBytes.scalar(plain.span, at: last).value
      guard isSentenceMark(scalar) || Wording.isSpace(scalar) else { return }
      plain.removeLast(plain.count - last)
    }
  }

  private static func endsSentence(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 0 else { return false }
    return isSentenceMark(
      TextBytes.scalar(bytes, at: TextBytes.start(bytes, before: bytes.count)).value)
  }

  private static func isSentenceMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    // 。 ； ; ， , 、
    case 0x3002, 0xFF1B, 0x3B, 0xFF0C, 0x2C, 0x3001: true
    default: false
    }
  }

  /// A character made plain; `nil` for invisible ones.
  @inline(__always)
  private static func changed(_ scalar: UInt32) -> UInt32? {
    guard scalar >= 0xA5 else { return scalar }
    return isInvisible(scalar) ? nil : plain(scalar)
  }

  /// Characters that stand for others, beyond those of ``Wording``: dashes, tildes, yuan signs.
  private static func plain(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x223C, 0x301C, 0x02DC: 0x7E
    case 0x2013, 0x2015, 0x2500, 0x2501, 0xFE58: 0x2014
    case 0xA5, 0xFFE5: 0xA5
    case 0x30FB, 0x2027: 0xB7
    default: Wording.plain(scalar)
    }
  }

  /// Characters that nobody sees and that part nothing: zero-width spaces and joiners, marks of
  /// direction, soft hyphens, variation selectors.
  private static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFE00...0xFE0F,
      0xFEFF:
      true
    default: false
    }
  }

  /// Whether a text is what other programs see of a picture that WPS keeps in a cell.
  static func isPicture(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "=") && Wording.holds(text, "DISPIMG(")
  }

  /// The same of a text with white space around it.
  static func isPicture(within text: String) -> Bool {
    let bytes = text.utf8.span
    let start = Wording.start(of: bytes)
    return start < bytes.count && bytes[start] == UInt8(ascii: "=")
      && Wording.holds(text, "DISPIMG(")
  }
}

/// The form of a text in which a figure is looked for.
enum FigureText {
  /// Full-width and look-alike characters made plain, invisible ones and a sentence mark at the
  /// end taken out. The white space at the ends is to be trimmed before.
  static func plain(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isChanged) || endsSentence(text) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isInvisible(scalar) { scalars.append(plain(scalar)) }
    while let last = scalars.last, isSentenceMark(last) || Wording.isSpace(last) {
      scalars.removeLast()
    }
    return String(scalars)
  }

  private static func isChanged(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xAD && (isInvisible(scalar) || plain(scalar) != scalar)
  }

  private static func endsSentence(_ text: String) -> Bool {
    text.unicodeScalars.last.map(isSentenceMark) ?? false
  }

  private static func isSentenceMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", ";", "，", ",", "、": true
    default: false
    }
  }

  /// Characters that stand for others, beyond those of ``Wording``: dashes, tildes, yuan signs.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x223C, 0x301C, 0x02DC: "~"
    case 0x2013, 0x2015, 0x2500, 0x2501, 0xFE58: "—"
    case 0xA5, 0xFFE5: "¥"
    case 0x30FB, 0x2027: "·"
    default: Wording.plain(scalar)
    }
  }

  /// Characters that nobody sees and that part nothing: zero-width spaces and joiners, marks of
  /// direction, soft hyphens, variation selectors.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
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
}

/// Text on its way into XML.
extension XMLText {
  /// The most UTF-16 units a cell holds (Excel's own bound).
  static let longestCell = 32_767

  /// Whether XML 1.0 can hold the character.
  static func holds(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// Whether XML 1.0 can hold all characters of a text.
  static func holdsAll(_ bytes: Span<UInt8>) -> Bool {
    for at in bytes.indices {
      let byte = bytes[at]
      if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D { return false }
      if isBeyond(bytes, at) { return false }
    }
    return true
  }

  /// The text without characters XML cannot hold.
  static func clean(_ text: String) -> String {
    if holdsAll(text.utf8.span) { return text }
    var result = ""
    result.unicodeScalars.append(contentsOf: text.unicodeScalars.filter(holds))
    return result
  }

  /// Whether a text has more UTF-16 units; it never has more than UTF-8 bytes, and those are
  /// counted already.
  static func isLonger(_ text: String, than units: Int) -> Bool {
    text.utf8.count > units && text.utf16.count > units
  }

  /// The text cut to a number of UTF-16 units, never within a character.
  static func cut(_ text: String, to units: Int) -> String {
    guard isLonger(text, than: units) else { return text }
    var result = ""
    var used = 0
    for character in text {
      used += character.utf16.count
      if used > units { break }
      result.append(character)
    }
    return result
  }

  /// The text as the content of an element.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes, inAttribute: false)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the text as the content of a cell, where `_x0041_` would be read as one character
  /// (ECMA-376 part 1, 22.9.2.19): its first `_` is written as such a code itself.
  static func appendCell(_ text: String, to result: inout [UInt8]) {
    guard has(0x5F, in: text.utf8.span) else {
      return append(text, to: &result, inAttribute: false)
    }
    let bytes = Array(text.utf8)
    var guarded: [UInt8] = []
    for (at, byte) in bytes.enumerated() {
      if byte == 0x5F, isCode(bytes[at...].prefix(7)) { guarded.append(literal: "_x005F") }
      guarded.append(byte)
    }
    append(String(decoding: guarded, as: UTF8.self), to: &result, inAttribute: false)
  }

  /// Whether a cell holds the text as it is: every character stands for itself, no `_` may begin
  /// a code, and it is not too long.
  static func isPlainCell(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard bytes.count <= longestCell else { return false }
    let marks = marks(in: bytes)
    return !marks.isSpecial && !(marks.hasUnderscore && mayHoldCode(bytes))
  }

  /// Whether a code may begin anywhere: it is `_x` and more.
  private static func mayHoldCode(_ bytes: Span<UInt8>) -> Bool {
    for at in bytes.indices.dropLast() where bytes[at] == 0x5F && bytes[at + 1] == 0x78 {
      return true
    }
    return false
  }

  /// Whether one of the bytes is this one.
  static func has(_ wanted: UInt8, in bytes: Span<UInt8>) -> Bool {
    for at in bytes.indices where bytes[at] == wanted { return true }
    return false
  }

  private static func isCode(_ code: ArraySlice<UInt8>) -> Bool {
    code.count == 7 && code.starts(with: "_x".utf8) && code.last == 0x5F
      && code.dropFirst(2).dropLast().allSatisfy(isHexadecimal)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }

  /// The text as the value of an attribute, for double quotes.
  static func attribute(_ text: String) -> String {
    if isUsual(text) { return text }
    var bytes: [UInt8] = []
    append(text, to: &bytes, inAttribute: true)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the text, escaped; characters XML cannot hold are left out.
  static func append(_ text: String, to bytes: inout [UInt8], inAttribute: Bool) {
    if isUsual(text) { return bytes.append(text: text) }
    for byte in clean(text).utf8 {
      if let code = code(of: byte, inAttribute: inAttribute) {
        bytes.append(literal: code)
      } else {
        bytes.append(byte)
      }
    }
  }

  /// What a byte is written as that does not stand for itself; `nil` for any other.
  @inline(__always)
  static func code(of byte: UInt8, inAttribute: Bool) -> StaticString? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22 where inAttribute: "&quot;"
    case 0x0A where inAttribute: "&#10;"
    case 0x09 where inAttribute: "&#9;"
    case 0x0D: "&#13;"
    default: nil
    }
  }

  /// Whether every character stands for itself wherever it comes.
  static func isUsual(_ text: String) -> Bool {
    let marks = marks(in: text)
    return !marks.isSpecial && !marks.hasLineEnd
  }

  /// What in a text asks for care.
  struct Marks {
    /// Whether it has a character that does not stand for itself, line ends aside.
    var isSpecial = false
    var hasLineEnd = false
    var hasUnderscore = false

    fileprivate mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
      for at in range {
        let byte = bytes[at]
        // Beyond `>` only `_` and what follows the lead byte of U+FFFE and U+FFFF are looked at.
        if byte > 0x3E {
          if byte == 0x5F { hasUnderscore = true }
          if byte == 0xBF, at > 0, isBeyond(bytes, at - 1) { isSpecial = true }
        } else if byte == 0x0A {
          hasLineEnd = true
        } else if !isUsual(byte) {
          isSpecial = true
        }
      }
    }
  }

  /// What in a text asks for care, seen in one pass.
  static func marks(in text: String) -> Marks { marks(in: text.utf8.span) }

  /// What in the bytes of a text asks for care.
  static func marks(in bytes: Span<UInt8>) -> Marks {
    var marks = Marks()
    var at = 0
    while let word = bytes.eightBytes(at) {
      if mayAskForCare(word) { marks.take(bytes, at..<at &+ 8) }
      at &+= 8
    }
    // The last word of a text says of what is left over too.
    if let word = bytes.eightBytes(bytes.count &- 8), !mayAskForCare(word) { return marks }
    marks.take(bytes, at..<bytes.count)
    return marks
  }

  /// Whether one of eight bytes may be one that ``Marks`` tells of; some others pass for it.
  @inline(__always)
  private static func mayAskForCare(_ word: UInt64) -> Bool {
    // What stands behind the lead byte of U+FFFE and U+FFFF.
    let beyond = EightBytes.equal(word, 0xBF)
    // Most words of a Chinese text have no other character.
    if word & EightBytes.highs == EightBytes.highs { return beyond != 0 }
    // Controls; `"` and `&`, and `<` and `>`, which differ in one bit; `_`.
    return beyond | EightBytes.below(word, 0x20)
      | EightBytes.equal(word | 0x0404_0404_0404_0404, 0x26)
      | EightBytes.equal(word | 0x0202_0202_0202_0202, 0x3E) | EightBytes.equal(word, 0x5F) != 0
  }

  /// Whether U+FFFE or U+FFFF begins here.
  private static func isBeyond(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    bytes[at] == 0xEF && bytes[at + 1] == 0xBF && bytes[at + 2] >= 0xBE
  }

  private static func isUsual(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x22 && byte != 0x26 && byte != 0x3C && byte != 0x3E
  }
}

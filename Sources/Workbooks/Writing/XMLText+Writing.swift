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

  /// The text without characters XML cannot hold.
  static func clean(_ text: String) -> String {
    // Below a blank there is little, and U+FFFE and U+FFFF begin with EF BF: most texts have
    // neither, and are left as they are.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0xEF }) { return text }
    if text.unicodeScalars.allSatisfy(holds) { return text }
    var result = ""
    result.unicodeScalars.append(contentsOf: text.unicodeScalars.filter(holds))
    return result
  }

  /// The text cut to a number of UTF-16 units, never within a character.
  static func cut(_ text: String, to units: Int) -> String {
    if text.utf16.count <= units { return text }
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

  /// The text as the content of a cell, where `_x0041_` would be read as one character
  /// (ECMA-376 part 1, 22.9.2.19): its first `_` is written as such a code itself.
  static func escapedCell(_ text: String) -> String {
    guard text.contains("_x") else { return escaped(text) }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (at, byte) in bytes.enumerated() {
      let code = bytes[at...].prefix(7)
      let isCode =
        code.count == 7 && code.starts(with: "_x".utf8) && code.last == 0x5F
        && code.dropFirst(2).dropLast().allSatisfy(isHexadecimal)
      if isCode { result.append(contentsOf: "_x005F".utf8) }
      result.append(byte)
    }
    return escaped(String(decoding: result, as: UTF8.self))
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }

  /// The text as the value of an attribute, for double quotes.
  static func attribute(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes, inAttribute: true)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the text, escaped; characters XML cannot hold are left out.
  static func append(_ text: String, to bytes: inout [UInt8], inAttribute: Bool) {
    let text = clean(text)
    bytes.reserveCapacity(bytes.count + text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 0x26: bytes.append(contentsOf: "&amp;".utf8)
      case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
      case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
      case 0x22 where inAttribute: bytes.append(contentsOf: "&quot;".utf8)
      case 0x0A where inAttribute: bytes.append(contentsOf: "&#10;".utf8)
      case 0x09 where inAttribute: bytes.append(contentsOf: "&#9;".utf8)
      case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
      default: bytes.append(byte)
      }
    }
  }
}

extension [UInt8] {
  /// Appends the UTF-8 of a text.
  mutating func append(text: String) { append(contentsOf: text.utf8) }
}

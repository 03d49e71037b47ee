/// Characters that XML cannot hold, as spreadsheets write them: `_x000D_` (ECMA-376-1 §22.9.2.19).
enum EscapedText {
  /// The text of UTF-8 bytes with such escapes decoded.
  static func decoded(_ bytes: [UInt8]) -> String { decoded(bytes[...]) }

  /// The text of some of them.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard mayHaveEscapes(bytes.span) else { return String(decoding: bytes, as: UTF8.self) }
    return decodedEscapes(Array(bytes))
  }

  static func mayHaveEscapes(_ bytes: Span<UInt8>) -> Bool {
    var at = bytes.first(0x5F, from: 0)
    while at + 1 < bytes.count {
      if bytes[at + 1] == 0x78 { return true }
      at = bytes.first(0x5F, from: at + 1)
    }
    return false
  }

  private static func decodedEscapes(_ bytes: [UInt8]) -> String {
    var text = ""
    var start = 0
    var at = 0
    while at < bytes.count {
      guard let unit = unit(bytes, at) else {
        at += 1
        continue
      }
      var units = [unit]
      text += String(decoding: bytes[start..<at], as: UTF8.self)
      at += 7
      // Two escapes may be the two halves of one character.
      if UTF16.isLeadSurrogate(unit), let trail = self.unit(bytes, at) {
        units.append(trail)
        at += 7
      }
      text += String(decoding: units, as: UTF16.self)
      start = at
    }
    return text + String(decoding: bytes[start...], as: UTF8.self)
  }

  /// The UTF-16 unit of the escape at a place.
  private static func unit(_ bytes: [UInt8], _ at: Int) -> UInt16? {
    guard at + 7 <= bytes.count, bytes[at] == 0x5F, bytes[at + 1] == 0x78, bytes[at + 6] == 0x5F
    else { return nil }
    var unit: UInt16 = 0
    for digit in bytes[(at + 2)..<(at + 6)] {
      guard let value = PartName.hexadecimal(digit) else { return nil }
      unit = unit << 4 | UInt16(value)
    }
    return unit
  }
}

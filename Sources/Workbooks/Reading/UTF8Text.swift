/// Whether bytes are UTF-8 (Unicode, table 3-7): asked of every part, before anything is read.
enum UTF8Text {
  /// Whether all of them are.
  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    while true {
      at = bytes.endOfASCII(from: at)
      guard at < bytes.count else { return true }
      // Chinese comes in runs of three bytes each.
      at = endOfPairs(bytes, from: at)
      while at < bytes.count && bytes[at] >= 0x80 {
        let length = lengthOfCharacter(bytes, at)
        guard length > 0 else { return false }
        at &+= length
      }
    }
  }

  /// Goes over characters of three bytes, two at a time, as long as all that may follow their leads
  /// is allowed.
  @inline(__always)
  private static func endOfPairs(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while let word = bytes.eightBytes(at), word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0,
      isOpen(word), isOpen(word &>> 24)
    {
      at &+= 6
    }
    return at
  }

  /// Whether the lowest byte, 0xE0 to 0xEF, leaves open which bytes follow: 0xE0 and 0xED do not.
  @inline(__always)
  private static func isOpen(_ lead: UInt64) -> Bool { 0xDFFE &>> (lead & 0x0F) & 1 == 1 }

  /// The bytes of the character at a place, none of ASCII; 0 where there is none.
  @inline(__always)
  private static func lengthOfCharacter(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    let lead = bytes[at]
    switch lead {
    case 0xE1...0xEC, 0xEE...0xEF:
      return follow(bytes, at &+ 1, 2) ? 3 : 0
    case 0xC2...0xDF: return follow(bytes, at &+ 1, 1) ? 2 : 0
    case 0xE0, 0xED, 0xF0...0xF4:
      let (second, length) = narrow(lead)
      guard at &+ 1 < bytes.count, second.contains(bytes[at &+ 1]) else { return 0 }
      return follow(bytes, at &+ 2, length &- 2) ? length : 0
    default: return 0
    }
  }

  /// The second bytes that a lead allows where not all are, and the length of the character.
  private static func narrow(_ lead: UInt8) -> (second: ClosedRange<UInt8>, length: Int) {
    switch lead {
    case 0xE0: (0xA0...0xBF, 3)
    case 0xED: (0x80...0x9F, 3)
    case 0xF0: (0x90...0xBF, 4)
    case 0xF4: (0x80...0x8F, 4)
    default: (0x80...0xBF, 4)
    }
  }

  @inline(__always)
  private static func follow(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> Bool {
    guard start &+ length <= bytes.count else { return false }
    var at = start
    while at < start &+ length {
      if bytes[at] & 0xC0 != 0x80 { return false }
      at &+= 1
    }
    return true
  }
}

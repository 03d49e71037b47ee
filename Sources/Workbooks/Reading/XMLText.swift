/// Characters as XML writes them, turned into the characters meant.
enum XMLText {
  /// The text between two tags: entities and CDATA resolved, comments and instructions left out,
  /// line ends normalised (XML 1.0 §2.11). The bytes must have passed the scanner.
  static func decoded(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    var text: [UInt8] = []
    append(bytes, range, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the decoded text between two tags to UTF-8 bytes.
  static func append(_ bytes: [UInt8], _ range: Range<Int>, to text: inout [UInt8]) {
    var at = range.lowerBound
    let end = min(range.upperBound, bytes.count)
    text.reserveCapacity(text.count + max(0, end - at))
    while at < end {
      switch bytes[at] {
      case 0x26: at = appendEntity(bytes, at, end, &text)
      case 0x3C: at = appendMarkup(bytes, at, end, &text)
      case 0x0D: at = appendLineEnd(bytes, at, end, &text)
      default:
        text.append(bytes[at])
        at += 1
      }
    }
  }

  /// An attribute's value: as text, and white space as blanks (XML 1.0 §3.3.3).
  static func decodedAttribute(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    var text: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      switch bytes[at] {
      case 0x26: at = appendEntity(bytes, at, range.upperBound, &text)
      case 0x0D where at + 1 < range.upperBound && bytes[at + 1] == 0x0A: at += 1
      case 0x09, 0x0A, 0x0D:
        text.append(0x20)
        at += 1
      default:
        text.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The character of the reference at `&`, and the place behind its `;`; `nil` where it is none
  /// of the five named ones and no number of an allowed character.
  static func entity(
    _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> (scalar: Unicode.Scalar, next: Int)? {
    // The longest reference there is has ten bytes; zeros before a number may make it longer.
    guard let close = bytes[start..<min(end, start + 40)].firstIndex(of: 0x3B) else { return nil }
    let name = bytes[(start + 1)..<close]
    guard let scalar = name.first == 0x23 ? numbered(name.dropFirst()) : named(name) else {
      return nil
    }
    return (scalar, close + 1)
  }

  private static func named(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    for (entity, scalar) in names
    where entity.utf8CodeUnitCount == name.count && entity.matches(name) {
      return scalar
    }
    return nil
  }

  private static let names: [(StaticString, Unicode.Scalar)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
  ]

  private static func numbered(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let isHexadecimal = digits.first == 0x78
    let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard let first = text.utf8.first, first != 0x2B, first != 0x2D,
      let number = UInt32(text, radix: isHexadecimal ? 16 : 10)
    else { return nil }
    return Unicode.Scalar(number).flatMap { isAllowed($0) ? $0 : nil }
  }

  /// XML 1.0 §2.2.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  private static func appendEntity(
    _ bytes: [UInt8], _ at: Int, _ end: Int, _ text: inout [UInt8]
  ) -> Int {
    guard let (scalar, next) = entity(bytes, at, end) else {
      text.append(bytes[at])
      return at + 1
    }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.CodeUnit.unknown)
    return next
  }

  private static func appendLineEnd(
    _ bytes: [UInt8], _ at: Int, _ end: Int, _ text: inout [UInt8]
  ) -> Int {
    text.append(0x0A)
    return at + 1 < end && bytes[at + 1] == 0x0A ? at + 2 : at + 1
  }

  /// A CDATA section gives its characters; comments, instructions and tags give nothing.
  private static func appendMarkup(
    _ bytes: [UInt8], _ at: Int, _ end: Int, _ text: inout [UInt8]
  ) -> Int {
    let rest = bytes[at..<end]
    if rest.starts(with: "<![CDATA[".utf8) {
      let close = find("]]>", bytes, at + 9, end) ?? end
      var place = at + 9
      while place < close {
        if bytes[place] == 0x0D {
          place = appendLineEnd(bytes, place, close, &text)
        } else {
          text.append(bytes[place])
          place += 1
        }
      }
      return min(close + 3, end)
    }
    let closing: StaticString =
      rest.starts(with: "<!--".utf8) ? "-->" : rest.starts(with: "<?".utf8) ? "?>" : ">"
    return find(closing, bytes, at + 1, end).map { $0 + closing.utf8CodeUnitCount } ?? end
  }

  /// The first place of a short text between two places.
  static func find(
    _ text: StaticString, _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> Int? {
    text.withUTF8Buffer { wanted in
      guard let first = wanted.first, end - start >= wanted.count else { return nil }
      for at in start...(end - wanted.count) where bytes[at] == first {
        if wanted.indices.allSatisfy({ bytes[at + $0] == wanted[$0] }) { return at }
      }
      return nil
    }
  }
}

extension UTF8.CodeUnit {
  /// The replacement character.
  fileprivate static let unknown = UTF8.EncodedScalar(containing: 0xEF, 0xBF, 0xBD)
}

extension UTF8.EncodedScalar {
  fileprivate init(containing bytes: UInt8...) {
    self.init()
    for byte in bytes { append(byte) }
  }
}

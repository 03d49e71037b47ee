/// The encodings a part may have: UTF-8 as it is, UTF-16 transcoded, nothing else.
enum XMLEncoding {
  /// The bytes as UTF-8, and whether they had to be changed for it.
  static func utf8(
    _ bytes: [UInt8], part: String
  ) throws(WorkbookError) -> (bytes: [UInt8], isTranscoded: Bool) {
    switch utf16Order(bytes) {
    case .some(let isLittle): return (try transcoded(bytes, isLittle, part), true)
    case .none:
      guard UTF8Text.isValid(bytes.span) else {
        throw .damaged(part: part, detail: "its bytes are not UTF-8 text")
      }
      return (bytes, false)
    }
  }

  /// Whether UTF-16 has its low byte first; `nil` where it is not UTF-16 (XML 1.0, appendix F).
  private static func utf16Order(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 2 else { return nil }
    let second = bytes.count >= 4 ? (bytes[2], bytes[3]) : (0, 0)
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): return true
    case (0xFE, 0xFF): return false
    case (0x3C, 0x00) where second == (0x3F, 0x00): return true
    case (0x00, 0x3C) where second == (0x00, 0x3F): return false
    default: return nil
    }
  }

  private static func transcoded(
    _ bytes: [UInt8], _ isLittle: Bool, _ part: String
  ) throws(WorkbookError) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for at in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (one, two) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      units.append(isLittle ? two << 8 | one : one << 8 | two)
    }
    if units.first == 0xFEFF { units.removeFirst() }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(units.count)
    let failed = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true
    ) { utf8.append($0) }
    guard !failed, bytes.count % 2 == 0 else {
      throw .damaged(part: part, detail: "its bytes are not UTF-16 text")
    }
    return utf8
  }
}

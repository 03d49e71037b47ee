#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The rules about names of zip entries: their characters, their safety, their sameness.
enum EntryName {
  /// The name in characters: UTF-8 where it is valid, else GB 18030 as Chinese Windows writes
  /// it, else byte by byte, so that every name can be shown.
  static func decoded(_ name: UnsafePointer<CChar>) -> String {
    if let text = String(validatingCString: name) { return text }
    let bytes = UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
    return gb18030(bytes) ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  private static func gb18030(_ bytes: [UInt8]) -> String? {
    let converter = iconv_open("UTF-8", "GB18030")
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 1)
    let converted = input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { into in
        var source = from.baseAddress
        var target = into.baseAddress
        var sourceLeft = from.count
        var targetLeft = into.count - 1
        return iconv(converter, &source, &sourceLeft, &target, &targetLeft)
      }
    }
    // The C type is unsigned, the Swift one is not: an error is -1.
    guard converted != -1 else { return nil }
    return output.withUnsafeBufferPointer { text in
      text.baseAddress.flatMap { String(validatingCString: $0) }
    }
  }

  /// The name with `/` between its folders. It is decoded already: in GB 18030 the second byte of
  /// many a character is that of `\`.
  static func withSlashes(_ name: String) -> String {
    guard name.utf8.contains(0x5C) else { return name }
    return String(decoding: name.utf8.map { $0 == 0x5C ? 0x2F : $0 }, as: UTF8.self)
  }

  /// Whether a name stays within the folder it is unpacked to, on any system.
  static func isSafe(_ name: String) -> Bool {
    let bytes = name.utf8.span
    guard bytes.count > 0, bytes[0] != 0x2F, !(bytes.count > 1 && bytes[1] == 0x3A) else {
      return false
    }
    var start = 0
    for at in bytes.indices {
      let byte = bytes[at]
      guard byte >= 0x20, byte != 0x7F, byte != 0x5C else { return false }
      guard byte == 0x2F else { continue }
      if isParent(bytes, start..<at) { return false }
      start = at + 1
    }
    return !isParent(bytes, start..<bytes.count)
  }

  /// Whether a stretch of a name is `..`.
  private static func isParent(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count == 2 && bytes[range.lowerBound] == 0x2E && bytes[range.lowerBound + 1] == 0x2E
  }

  /// The name as two names are compared: ASCII letters in lower case (OPC, ECMA-376-2 §6.3.5).
  static func folded(_ name: String) -> String {
    let bytes = name.utf8.span
    guard hasCapital(bytes) else { return name }
    return String(unsafeUninitializedCapacity: bytes.count) { room in
      for at in bytes.indices {
        room[at] = 0x41...0x5A ~= bytes[at] ? bytes[at] | 0x20 : bytes[at]
      }
      return bytes.count
    }
  }

  /// Whether two names of one length are the same once they are folded.
  static func areSame(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    for at in one.indices where one[at] != other[at] {
      let letter = one[at] | 0x20
      guard letter == other[at] | 0x20, 0x61...0x7A ~= letter else { return false }
    }
    return true
  }

  private static func hasCapital(_ bytes: Span<UInt8>) -> Bool {
    for at in bytes.indices where 0x41...0x5A ~= bytes[at] { return true }
    return false
  }
}

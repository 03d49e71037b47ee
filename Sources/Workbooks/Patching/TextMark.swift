/// A text that a patch put into a workbook, to be known again by the number of its characters and
/// a digest of them. White space is left out: programs change it.
struct TextMark: Hashable, Sendable {
  /// FNV-1a, as it is carried on from one character to the next.
  struct Running {
    private(set) var count = 0
    private(set) var digest: UInt32 = 0x811C_9DC5

    /// - Returns: whether the character counts.
    @inline(__always)
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      let value = scalar.value
      // No white space among ideographs and their punctuation, the half of all characters.
      let isIdeograph = 0x3001...0xD7FF ~= value
      guard isIdeograph || !Self.isPassedOver(scalar) else { return false }
      count += 1
      if isIdeograph {
        take(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
        take(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
        take(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
      } else if value < 0x80 {
        take(UInt8(truncatingIfNeeded: value))
      } else {
        for byte in UTF8.encode(scalar) ?? .init() { take(byte) }
      }
      return true
    }

    @inline(__always)
    private mutating func take(_ byte: UInt8) { digest = (digest ^ UInt32(byte)) &* 0x0100_0193 }

    private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x7F ? scalar.value <= 0x20 : scalar.properties.isWhitespace
    }

    var mark: TextMark { TextMark(count: count, digest: digest) }
  }

  let count: Int
  let digest: UInt32

  private init(count: Int, digest: UInt32) {
    self.count = count
    self.digest = digest
  }

  init(_ text: some Sequence<Unicode.Scalar>) {
    var running = Running()
    for scalar in text { _ = running.take(scalar) }
    self = running.mark
  }

  init(_ text: String) { self.init(text.unicodeScalars) }

  /// As records hold it: `38.1a2b3c4d`.
  var written: String { "\(count).\(String(digest, radix: 16))" }

  init?(written text: some StringProtocol) {
    let parts = text.split(separator: ".")
    guard parts.count == 2, let count = Int(parts[0]), count >= 0,
      let digest = UInt32(parts[1], radix: 16)
    else { return nil }
    self.init(count: count, digest: digest)
  }
}

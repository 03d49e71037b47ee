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
      guard !Self.isPassedOver(scalar) else { return false }
      count += 1
      if scalar.value < 0x80 {
        take(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        for byte in UTF8.encode(scalar) ?? .init() { take(byte) }
      }
      return true
    }

    /// Takes a character that counts, by its bytes.
    @inline(__always)
    fileprivate mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
      count += 1
      for at in range { take(bytes[at]) }
    }

    @inline(__always)
    private mutating func take(_ byte: UInt8) { digest = (digest ^ UInt32(byte)) &* 0x0100_0193 }

    private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0..<0x7F: scalar.value <= 0x20
      // No white space beyond the ideographic one.
      case 0x3001...: false
      default: scalar.properties.isWhitespace
      }
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

  init(_ text: String) {
    let bytes = text.utf8.span
    var running = Running()
    var at = 0
    while at < bytes.count {
      let end = at + Self.length(bytes[at])
      switch bytes[at] {
      case 0..<0x80: if bytes[at] > 0x20 { running.take(bytes, at..<end) }
      // No white space beyond the ideographic one.
      case 0xE3...: if !bytes.has("\u{3000}", at: at) { running.take(bytes, at..<end) }
      default:
        let place = text.utf8.index(text.startIndex, offsetBy: at)
        _ = running.take(text.unicodeScalars[place])
      }
      at = end
    }
    self = running.mark
  }

  /// The bytes of the character that begins with a byte.
  @inline(__always)
  private static func length(_ first: UInt8) -> Int {
    switch first {
    case 0..<0x80: 1
    case 0..<0xE0: 2
    case 0..<0xF0: 3
    default: 4
    }
  }

  /// A mark as records hold it.
  init?(written text: some StringProtocol) {
    let parts = text.split(separator: ".")
    guard parts.count == 2, let count = Int(parts[0]), count >= 0,
      let digest = UInt32(parts[1], radix: 16)
    else { return nil }
    self.init(count: count, digest: digest)
  }
}

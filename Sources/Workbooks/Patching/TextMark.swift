/// A text that a patch put into a workbook, to be known again by the number of its characters and
/// a digest of them. White space is left out: programs change it.
struct TextMark: Hashable, Sendable {
  /// FNV-1a, as it is carried on from one character to the next.
  struct Running {
    private(set) var count = 0
    private(set) var digest: UInt32 = 0x811C_9DC5

    /// - Returns: whether the character counts.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard !scalar.properties.isWhitespace, scalar.value >= 0x20 else { return false }
      count += 1
      for byte in UTF8.encode(scalar) ?? .init() {
        digest = (digest ^ UInt32(byte)) &* 0x0100_0193
      }
      return true
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

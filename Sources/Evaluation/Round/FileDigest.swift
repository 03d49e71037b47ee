/// The digest of a file as a round keeps it of each return: 64 hexadecimal digits in 32 bytes; any
/// other text as it is.
public struct FileDigest: Hashable, Sendable {
  private enum Kept: Hashable {
    case digits(UInt64, UInt64, UInt64, UInt64)
    case text(String)
  }

  private let kept: Kept

  /// The digest that a text states.
  public init(_ text: String) { kept = Self.digits(of: text.utf8.span) ?? .text(text) }

  private static func digits(of text: Span<UInt8>) -> Kept? {
    guard text.count == 64 else { return nil }
    var words = InlineArray<4, UInt64>(repeating: 0)
    for at in text.indices {
      // Capitals would come back as small letters.
      switch text[at] {
      case 0x30...0x39: words[at / 16] = words[at / 16] << 4 | UInt64(text[at] - 0x30)
      case 0x61...0x66: words[at / 16] = words[at / 16] << 4 | UInt64(text[at] - 0x57)
      default: return nil
      }
    }
    return .digits(words[0], words[1], words[2], words[3])
  }
}

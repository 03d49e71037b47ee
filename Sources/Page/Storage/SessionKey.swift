internal import Forms

/// The secret that a browser keeps and that opens one session: 32 hexadecimal digits.
public struct SessionKey: Hashable, Sendable {
  /// The text of the cookie.
  public let text: String

  /// A key as a browser sent it; `nil` for what cannot be one.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 32, text.utf8.allSatisfy(Self.isDigit) else { return nil }
    self.text = String(text)
  }

  /// A key that nobody has.
  public init() {
    var system = SystemRandomNumberGenerator()
    let digits = Array("0123456789abcdef")
    text = String((0..<32).map { _ in digits[Int.random(in: 0..<16, using: &system)] })
  }

  /// The folder of the session: who can list folders does not learn keys.
  var folder: String { SHA256.hex(of: Array(text.utf8)) }

  /// What says that the password was given for this session; another password, another seal.
  func seal(_ password: String) -> String {
    SHA256.hex(of: Array((text + "\u{0}" + password).utf8))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}

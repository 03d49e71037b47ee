import Testing

@testable import Forms

@Suite struct SHA256Tests {
  /// FIPS 180-4 and NIST's example values.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func publishedValues(text: String, hash: String) {
    #expect(SHA256.hex(of: Array(text.utf8)) == hash)
  }

  @Test func aMillionLetters() {
    #expect(
      SHA256.hex(of: [UInt8](repeating: 0x61, count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// Bytes of a linear congruence, hashed by Python's hashlib.
  @Test(arguments: recorded) func agreesWithHashlib(count: Int, hash: String) {
    #expect(SHA256.hex(of: Self.bytes(count)) == hash)
  }

  /// The plain way holds where the processor has no instructions for it.
  @Test(arguments: recorded) func bothWaysAgreeWithHashlib(count: Int, hash: String) {
    var ways = [true]
    if SHA256.hasInstructions { ways.append(false) }
    for isPlain in ways {
      var digest = SHA256(isPlain: isPlain)
      digest.update(Self.bytes(count))
      #expect(digest.finish() == hash, "plain: \(isPlain)")
    }
  }

  @Test(arguments: [1, 7, 55, 63, 64, 65, 200])
  func piecesGiveTheSameAsTheWhole(size: Int) {
    let bytes = Self.bytes(1000)
    var hash = SHA256()
    var start = 0
    while start < bytes.count {
      let end = min(start + size, bytes.count)
      hash.update(Array(bytes[start..<end]))
      start = end
    }
    #expect(hash.finish() == SHA256.hex(of: bytes))
  }

  static func bytes(_ count: Int) -> [UInt8] {
    var state: UInt32 = UInt32(truncatingIfNeeded: count)
    return (0..<count).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
  }

  static let recorded: [(Int, String)] = [
    (1, "dabd3aff769f07eb2965401eb029974ebba3407afd02b26ddb564ea5f8efae72"),
    (54, "428cbba033d9c54ad558bec6aa77dfa0e7aa5eb20489a1a3ce7e21e4933d5cef"),
    (55, "fbbd36c94cdeaa393ba2301164cdbc0cd22b2d73e63dfa2cf7c3ea0332a9290f"),
    (56, "d9a584f46d43d951ea0bd222ccdcf7e116ee5482058018f35b76107d5be0a4d1"),
    (57, "88877cfc57a93b2e75773cef85cec201bed54e6421d3d2750a3e9fe4134b1c71"),
    (63, "cbb647c388d0f31dd465dfd7a13f3fd4c48d128b1fff1781ef9af67e5ee6b881"),
    (64, "e4c43bac5d0736d173331ba9f4b2520ec4b822c34976a19ab24c5e3ea2e75541"),
    (65, "a77960926b5775f1d4db76b80b06bc7afeaa8d1cc8892b34eea7d168ab54ab98"),
    (119, "dba1654c6c1d2fba2a05d408c0133dec778102aaf6acb8c6a5c63747046695a4"),
    (120, "0948a2a962a919552388c790f3ff3e3a9a59b9d0cc2150f39d44000f041b819f"),
    (127, "c3a55802b1d5e74e3802178843f2e7b714eaa48806d4dd98838270cd592742f8"),
    (128, "a46949b549b016c00294f674f78eb6895957eefb837bb5becaa97f3fe24d919a"),
    (129, "0ac9354016ea228efa49af5f0e822cba5ad48a3e98fedc7fa0509d2aa5c535ca"),
    (1000, "f438db7fa7243024503ed9da533e7c3136d5ffa8c9cd321f8004b63c686ff2e9"),
    (4096, "5a81d433f6e3f10da62f08e5182a4e87fdd701734f84ef870ea9231b1cd2d7c8"),
    (65537, "1ffb602c8f77d271ee96f4c48f334de1f136ef3aac366de66a2646d48bedfd68"),
  ]
}

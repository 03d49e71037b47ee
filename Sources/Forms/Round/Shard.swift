/// One of several parts of a round that are run apart, such as 2/8: the projects whose digests fall
/// to it, with all their returns.
public struct Shard: Hashable, Sendable {
  /// Which part this is, from 1.
  public let number: Int
  /// How many parts there are.
  public let count: Int

  /// The most parts that a round may be split into.
  public static let most = 100_000

  /// A part; `nil` where there is no such one.
  public init?(_ number: Int, of count: Int) {
    guard 1...Self.most ~= count, 1...count ~= number else { return nil }
    (self.number, self.count) = (number, count)
  }

  /// The part that `K/N` names; `nil` where it names none.
  public init?(_ text: String) {
    let words = text.split(separator: "/", omittingEmptySubsequences: false)
    guard words.count == 2,
      words.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
      let number = Int(words[0]), let count = Int(words[1])
    else { return nil }
    self.init(number, of: count)
  }

  /// Whether what has this digest falls to it.
  func holds(_ digest: UInt64) -> Bool { Int(digest % UInt64(count)) + 1 == number }
}

extension Shard: CustomStringConvertible {
  /// As it is written: `K/N`.
  public var description: String { "\(number)/\(count)" }
}

/// A digest that is the same in every run, on every machine, of every later version: shards of one
/// round may be run by several. FNV-1a over words of eight bytes, with the last step of SplitMix64
/// so that all bits tell.
struct StableDigest {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes bytes, and how many they are.
  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      let whole = bytes.count & ~7
      for at in stride(from: 0, to: whole, by: 8) {
        mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      }
      for at in whole..<bytes.count { mix(UInt64(bytes[at])) }
    }
    mix(UInt64(bytes.count))
  }

  /// Takes a text.
  mutating func add(_ text: String) { add(Array(text.utf8)) }

  private mutating func mix(_ word: UInt64) {
    state = (state ^ word) &* 0x0000_0100_0000_01B3
    state ^= state >> 29
  }

  /// The digest of what was taken so far.
  var value: UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The digest of a few texts.
  static func of(_ texts: String...) -> UInt64 {
    var digest = StableDigest()
    for text in texts { digest.add(text) }
    return digest.value
  }
}

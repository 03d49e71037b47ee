internal import CDigest

/// The SHA-256 of bytes (FIPS 180-4), by which two returns are known to be the same file.
public struct SHA256: Sendable {
  /// Whether this processor has instructions of its own for it.
  static let hasInstructions = scorebook_sha256_is_available()

  private var state = HashState()
  private var pending: [UInt8] = []
  private var length: UInt64 = 0
  private let isPlain: Bool

  /// A hash of nothing so far.
  public init() { self.init(isPlain: !Self.hasInstructions) }

  /// - Parameter isPlain: `false` only where there are instructions for it.
  init(isPlain: Bool) { self.isPlain = isPlain }

  /// The hash of the bytes, in 64 lower-case hexadecimal digits.
  public static func hex(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// Takes in more bytes.
  public mutating func update(_ bytes: [UInt8]) {
    length &+= UInt64(bytes.count)
    var start = 0
    if !pending.isEmpty {
      start = min(HashState.blockSize - pending.count, bytes.count)
      pending.append(contentsOf: bytes[..<start])
      guard pending.count == HashState.blockSize else { return }
      let block = pending
      pending = []
      absorb(block.span)
    }
    let whole = (bytes.count - start) / HashState.blockSize * HashState.blockSize
    absorb(bytes.span.extracting(start..<start + whole))
    pending.append(contentsOf: bytes[(start + whole)...])
  }

  /// The hash of everything taken in, in 64 lower-case hexadecimal digits.
  public consuming func finish() -> String {
    let bits = length &* 8
    var last = pending
    last.append(0x80)
    while last.count % HashState.blockSize != 56 { last.append(0) }
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      last.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    absorb(last.span)
    return state.hex
  }

  private mutating func absorb(_ bytes: Span<UInt8>) {
    if isPlain { state.absorb(bytes) } else { state.absorbByInstructions(bytes) }
  }
}

/// The eight words of the hash.
private struct HashState: Sendable {
  static let blockSize = 64

  private var a: UInt32 = 0x6a09_e667
  private var b: UInt32 = 0xbb67_ae85
  private var c: UInt32 = 0x3c6e_f372
  private var d: UInt32 = 0xa54f_f53a
  private var e: UInt32 = 0x510e_527f
  private var f: UInt32 = 0x9b05_688c
  private var g: UInt32 = 0x1f83_d9ab
  private var h: UInt32 = 0x5be0_cd19

  /// Takes in whole blocks; bytes behind the last whole one are left out.
  mutating func absorb(_ bytes: Span<UInt8>) {
    var words = InlineArray<16, UInt32>(repeating: 0)
    var start = 0
    while start + Self.blockSize <= bytes.count {
      let block = bytes.extracting(start..<start &+ Self.blockSize).bytes
      for index in 0..<16 {
        words[index] = UInt32(
          bigEndian: block.unsafeLoadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
      }
      absorb(&words)
      start += Self.blockSize
    }
  }

  /// The same by the processor's own instructions.
  ///
  /// The corresponding C function is `scorebook_sha256_blocks`.
  mutating func absorbByInstructions(_ bytes: Span<UInt8>) {
    var words: InlineArray<8, UInt32> = [a, b, c, d, e, f, g, h]
    var pointed = words.mutableSpan
    pointed.withUnsafeMutableBufferPointer { state in
      bytes.withUnsafeBufferPointer {
        scorebook_sha256_blocks(state.baseAddress, $0.baseAddress, $0.count / Self.blockSize)
      }
    }
    (a, b, c, d) = (words[0], words[1], words[2], words[3])
    (e, f, g, h) = (words[4], words[5], words[6], words[7])
  }

  /// Takes in one block, whose words are used up.
  @inline(__always)
  private mutating func absorb(_ words: inout InlineArray<16, UInt32>) {
    // Locals, so that they stay in registers.
    var rounds = Rounds(a: a, b: b, c: c, d: d, e: e, f: f, g: g, h: h, bc: b ^ c)
    let constants = Self.constants.span
    var step = 0
    while step < 64 {
      if step > 0 { Self.spread(&words) }
      rounds.eight(words, from: 0, constants, step)
      rounds.eight(words, from: 8, constants, step)
      step &+= 16
    }
    a &+= rounds.a
    b &+= rounds.b
    c &+= rounds.c
    d &+= rounds.d
    e &+= rounds.e
    f &+= rounds.f
    g &+= rounds.g
    h &+= rounds.h
  }

  /// Makes the next sixteen words of the last sixteen.
  @inline(__always)
  private static func spread(_ words: inout InlineArray<16, UInt32>) {
    for index in 0..<16 {
      let early = words[(index &+ 1) & 15]
      let late = words[(index &+ 14) & 15]
      // Turned by 7 and 18, and by 17 and 19.
      let first = turned(turned(early, 11) ^ early, 7) ^ early &>> 3
      let second = turned(turned(late, 2) ^ late, 17) ^ late &>> 10
      words[index] = words[index] &+ first &+ words[(index &+ 9) & 15] &+ second
    }
  }

  @inline(__always)
  static func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word &>> bits | word &<< (32 &- bits)
  }

  var hex: String {
    var digits: [UInt8] = []
    for word in [a, b, c, d, e, f, g, h] {
      for shift in stride(from: UInt32(28), through: 0, by: -4) {
        let nibble = UInt8(truncatingIfNeeded: word >> shift & 0xF)
        digits.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}

/// The words of the hash while a block is taken in.
private struct Rounds {
  var a: UInt32
  var b: UInt32
  var c: UInt32
  var d: UInt32
  var e: UInt32
  var f: UInt32
  var g: UInt32
  var h: UInt32
  /// In what `b` and `c` differ, which was worked out as that of `a` and `b` a step before.
  var bc: UInt32

  /// Eight steps. The words change their names instead of their places: after eight they are home.
  @inline(__always)
  mutating func eight(
    _ words: borrowing InlineArray<16, UInt32>, from first: Int, _ constants: Span<UInt32>,
    _ step: Int
  ) {
    let at = step &+ first
    Self.mix(a, b, &bc, &d, e, f, g, &h, words[first] &+ constants[at])
    Self.mix(h, a, &bc, &c, d, e, f, &g, words[first &+ 1] &+ constants[at &+ 1])
    Self.mix(g, h, &bc, &b, c, d, e, &f, words[first &+ 2] &+ constants[at &+ 2])
    Self.mix(f, g, &bc, &a, b, c, d, &e, words[first &+ 3] &+ constants[at &+ 3])
    Self.mix(e, f, &bc, &h, a, b, c, &d, words[first &+ 4] &+ constants[at &+ 4])
    Self.mix(d, e, &bc, &g, h, a, b, &c, words[first &+ 5] &+ constants[at &+ 5])
    Self.mix(c, d, &bc, &f, g, h, a, &b, words[first &+ 6] &+ constants[at &+ 6])
    Self.mix(b, c, &bc, &e, f, g, h, &a, words[first &+ 7] &+ constants[at &+ 7])
  }

  @inline(__always)
  private static func mix(
    _ a: UInt32, _ b: UInt32, _ bc: inout UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let turned = HashState.turned
    // Turned by 6, 11 and 25, and by 2, 13 and 22.
    let second = turned(turned(turned(e, 14) ^ e, 5) ^ e, 6)
    let first = turned(turned(turned(a, 9) ^ a, 11) ^ a, 2)
    let sum = h &+ word &+ second &+ (g ^ (e & (f ^ g)))
    d &+= sum
    let ab = a ^ b
    // The majority of a, b and c.
    h = sum &+ first &+ (b ^ (ab & bc))
    bc = ab
  }
}

/// A raw deflate stream (RFC 1951) read as far as is needed to find its end, so that another can
/// follow it: libdeflate ends every stream it gives, and a long part is compressed in pieces.
struct DeflateStream {
  /// The bytes do not make up a stream.
  struct Fault: Error {}

  private let bytes: [UInt8]
  private let end: Int
  /// The next bit.
  private var at = 0

  /// The bytes are followed by as many zeros as one look ahead takes.
  private init(_ bytes: [UInt8]) {
    end = bytes.count * 8
    self.bytes = bytes + [UInt8](repeating: 0, count: 8)
  }

  /// The stream as one that goes on: its last block is no longer marked as such, and an empty
  /// stored block fills it up to a whole byte.
  static func continued(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    var stream = DeflateStream(bytes)
    let last = try stream.passBlocks()
    var result = Array(bytes.prefix((stream.at + 7) / 8))
    result[last / 8] &= ~(1 << UInt8(last % 8))
    let used = stream.at % 8
    if used > 0 { result[result.count - 1] &= 0xFF >> UInt8(8 - used) }
    // Three zero bits say that a stored block comes; its length follows at the next whole byte.
    if used == 0 || used > 5 { result.append(0) }
    result.append(contentsOf: [0, 0, 0xFF, 0xFF])
    return result
  }

  /// Goes behind the last block.
  ///
  /// - Returns: the bit that says that it is the last.
  private mutating func passBlocks() throws(Fault) -> Int {
    while true {
      let start = at
      let head = try take(3)
      switch head >> 1 {
      case 0: try passStored()
      case 1: try pass(Self.fixedLiterals, Self.fixedDistances)
      case 2:
        let (literals, distances) = try tables()
        try pass(literals, distances)
      default: throw Fault()
      }
      if head & 1 == 1 { return start }
    }
  }

  private mutating func passStored() throws(Fault) {
    at = (at + 7) / 8 * 8
    let length = try take(16)
    let complement = try take(16)
    guard length ^ complement == 0xFFFF else { throw Fault() }
    at += length * 8
    guard at <= end else { throw Fault() }
  }

  /// Passes over literals and matches until the end of the block.
  private mutating func pass(
    _ literals: DeflateSteps, _ distances: DeflateSteps
  ) throws(Fault) {
    let bytes = bytes
    let text = bytes.span.bytes
    let (literalSteps, distanceSteps) = (literals.steps.span, distances.steps.span)
    var next = at
    while next < end {
      var word = Self.ahead(in: text, from: next)
      var step = literalSteps[Int(word & literals.mask)]
      // A second literal surely stands in the same word.
      if step.kind == .literal {
        next += step.bits
        guard next < end else { break }
        word >>= UInt64(step.bits)
        step = literalSteps[Int(word & literals.mask)]
      }
      next += step.bits
      switch step.kind {
      case .literal: continue
      case .match:
        word = Self.ahead(in: text, from: min(next, end))
        let distance = distanceSteps[Int(word & distances.mask)]
        guard distance.kind == .match else { throw Fault() }
        next += distance.bits
      case .end:
        at = next
        return
      case .none: throw Fault()
      }
    }
    throw Fault()
  }

  // MARK: Bits

  /// At least 57 bits that come next, the first of them lowest.
  private var ahead: UInt64 { Self.ahead(in: bytes.span.bytes, from: at) }

  @inline(__always)
  private static func ahead(in bytes: RawSpan, from at: Int) -> UInt64 {
    let word = bytes.unsafeLoadUnaligned(fromByteOffset: at >> 3, as: UInt64.self)
    return UInt64(littleEndian: word) &>> UInt64(at & 7)
  }

  private mutating func take(_ count: Int) throws(Fault) -> Int {
    guard at + count <= end else { throw Fault() }
    defer { at += count }
    return Int(ahead & (1 << UInt64(count) - 1))
  }

  // MARK: Codes

  /// The codes that a dynamic block begins with (RFC 1951, 3.2.7).
  private mutating func tables() throws(Fault) -> (DeflateSteps, DeflateSteps) {
    let literals = try take(5) + 257
    let distances = try take(5) + 1
    let count = try take(4) + 4
    var lengths = [Int](repeating: 0, count: Self.order.count)
    for index in 0..<count { lengths[Self.order[index]] = try take(3) }
    let all = try self.lengths(
      literals + distances, by: try DeflateCodes(DeflateLengths(lengths)))
    return (
      DeflateSteps(literals: try DeflateLengths(Array(all[..<literals]))),
      DeflateSteps(distances: try DeflateLengths(Array(all[literals...])))
    )
  }

  private mutating func lengths(
    _ count: Int, by codes: DeflateCodes
  ) throws(Fault) -> [Int] {
    var lengths: [Int] = []
    while lengths.count < count {
      guard at < end, let (symbol, width) = codes.symbol(in: ahead) else { throw Fault() }
      at += width
      switch symbol {
      case 0...15: lengths.append(symbol)
      case 16:
        guard let last = lengths.last else { throw Fault() }
        lengths += repeatElement(last, count: try take(2) + 3)
      case 17: lengths += repeatElement(0, count: try take(3) + 3)
      default: lengths += repeatElement(0, count: try take(7) + 11)
      }
    }
    guard lengths.count == count else { throw Fault() }
    return lengths
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let fixedLiterals = DeflateSteps(
    literals: DeflateLengths(
      known: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  )
  private static let fixedDistances = DeflateSteps(
    distances: DeflateLengths(known: [Int](repeating: 5, count: 32)))
}

/// How far codes lead, each with the bits behind it that belong to it.
private struct DeflateSteps {
  enum Kind: UInt8 {
    case none, literal, match, end
  }

  /// One code, by the bits that come next: at most 15 of its own and 13 behind them.
  struct Step {
    var kind = Kind.none
    private var width: UInt8 = 0

    init() {}

    init(_ kind: Kind, _ bits: Int) {
      self.kind = kind
      width = UInt8(truncatingIfNeeded: bits)
    }

    var bits: Int { Int(width) }
  }

  let steps: [Step]
  let mask: UInt64

  init(literals lengths: DeflateLengths) {
    (steps, mask) = lengths.table(Step()) { symbol, length in
      if symbol < 256 { return Step(.literal, length) }
      if symbol == 256 { return Step(.end, length) }
      guard symbol - 257 < Self.lengthBits.count else { return Step() }
      return Step(.match, length + Self.lengthBits[symbol - 257])
    }
  }

  init(distances lengths: DeflateLengths) {
    (steps, mask) = lengths.table(Step()) { symbol, length in
      guard symbol < Self.distanceBits.count else { return Step() }
      return Step(.match, length + Self.distanceBits[symbol])
    }
  }

  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
}

/// One prefix code: what symbol the bits that come next stand for, and how many they are.
private struct DeflateCodes {
  /// By the next bits: the symbol, and below it in four bits the length; 0 for no code.
  private let table: [UInt16]
  private let mask: UInt64

  init(_ lengths: DeflateLengths) {
    (table, mask) = lengths.table(0) { UInt16($0 << 4 | $1) }
  }

  func symbol(in word: UInt64) -> (symbol: Int, length: Int)? {
    let entry = table[Int(word & mask)]
    return entry == 0 ? nil : (Int(entry >> 4), Int(entry & 15))
  }
}

/// The lengths of the codes of a prefix code, by symbol; 0 for one that has none.
private struct DeflateLengths {
  private let lengths: [Int]

  /// - Parameter lengths: at most 15 each, and together no more than there is room for.
  init(_ lengths: [Int]) throws(DeflateStream.Fault) {
    var room = 0
    for length in lengths where length > 0 {
      guard length <= 15 else { throw DeflateStream.Fault() }
      room += 1 << (15 - length)
    }
    guard room <= 1 << 15 else { throw DeflateStream.Fault() }
    self.init(known: lengths)
  }

  /// Lengths that are known to leave no code to two symbols.
  init(known lengths: [Int]) { self.lengths = lengths }

  /// What stands for each symbol, by the bits that come next, and the mask that leaves those.
  func table<Entry>(
    _ none: Entry, _ entry: (_ symbol: Int, _ length: Int) -> Entry
  ) -> ([Entry], mask: UInt64) {
    let longest = max(1, lengths.max() ?? 1)
    var table = [Entry](repeating: none, count: 1 << longest)
    var next = firstCodes(longest)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      let entry = entry(symbol, length)
      var at = Self.reversed(next[length], length)
      next[length] += 1
      while at < table.count {
        table[at] = entry
        at += 1 << length
      }
    }
    return (table, 1 << UInt64(longest) - 1)
  }

  /// The first code of each length (RFC 1951, 3.2.2).
  private func firstCodes(_ longest: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: longest + 1)
    for length in lengths where length > 0 { counts[length] += 1 }
    var codes = counts
    var code = 0
    for length in 1...longest {
      codes[length] = code
      code = (code + counts[length]) << 1
    }
    return codes
  }

  /// Codes stand in the stream with their first bit lowest.
  private static func reversed(_ code: Int, _ length: Int) -> Int {
    (0..<length).reduce(0) { $0 << 1 | code >> $1 & 1 }
  }
}

internal import Figures

/// Reads JSON (RFC 8259) from front to back, strictly: what is asked for is read, the rest is
/// checked and passed over.
struct JSONScanner {
  /// What is wrong, and at which byte, from 0.
  struct Fault: Error {
    var offset: Int
    var reason: String
  }

  private let bytes: [UInt8]
  private(set) var at = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  // MARK: Containers

  /// Reads an object; `member` reads or skips the value of each key.
  mutating func object(
    _ member: (String, inout JSONScanner) throws(Fault) -> Void
  ) throws(Fault) {
    try open(0x7B, "an object")
    if try closes(0x7D) { return }
    repeat {
      let key = try text()
      try expect(0x3A, "a colon")
      try member(key, &self)
    } while try continues(to: 0x7D)
  }

  /// Reads a list; `element` reads or skips each value.
  mutating func list(_ element: (inout JSONScanner) throws(Fault) -> Void) throws(Fault) {
    try open(0x5B, "a list")
    if try closes(0x5D) { return }
    repeat { try element(&self) } while try continues(to: 0x5D)
  }

  private mutating func open(_ bracket: UInt8, _ what: String) throws(Fault) {
    try expect(bracket, what)
    depth += 1
    guard depth <= Self.deepest else { throw fault("nested over \(Self.deepest) levels") }
  }

  private static let deepest = 32

  private mutating func closes(_ bracket: UInt8) throws(Fault) -> Bool {
    guard try peek() == bracket else { return false }
    at += 1
    depth -= 1
    return true
  }

  private mutating func continues(to bracket: UInt8) throws(Fault) -> Bool {
    if try closes(bracket) { return false }
    try expect(0x2C, "a comma")
    return true
  }

  // MARK: Values

  /// Passes over a value, whatever it is.
  mutating func skip() throws(Fault) {
    switch try peek() {
    case 0x7B: try skipObject()
    case 0x5B: try list { scanner throws(Fault) in try scanner.skip() }
    case 0x22: try skipText()
    case 0x74, 0x66: _ = try flag()
    case 0x6E: try literal("null")
    default: try number()
    }
  }

  private mutating func skipObject() throws(Fault) {
    try open(0x7B, "an object")
    if try closes(0x7D) { return }
    repeat {
      try skipText()
      try expect(0x3A, "a colon")
      try skip()
    } while try continues(to: 0x7D)
  }

  private mutating func skipText() throws(Fault) {
    let (range, isEscaped) = try quoted()
    if isEscaped { _ = try unescaped(range) }
  }

  /// Whether null comes next; it is passed over then.
  mutating func null() throws(Fault) -> Bool {
    guard try peek() == 0x6E else { return false }
    try literal("null")
    return true
  }

  /// A text.
  mutating func text() throws(Fault) -> String {
    let start = at
    let (range, isEscaped) = try quoted()
    let text: String?
    if isEscaped {
      let plain = try unescaped(range)
      text = Self.text(of: plain, in: 0..<plain.count)
    } else {
      text = Self.text(of: bytes, in: range)
    }
    guard let text else { throw Fault(offset: start, reason: "a text that is no UTF-8") }
    return text
  }

  /// The text that bytes are in UTF-8; `nil` where they are none.
  private static func text(of bytes: [UInt8], in range: Range<Int>) -> String? {
    do {
      return String(copying: try UTF8Span(validating: bytes.span.extracting(range)))
    } catch {
      return nil
    }
  }

  /// A text; `nil` for null.
  mutating func optionalText() throws(Fault) -> String? {
    try null() ? nil : try text()
  }

  /// An exact number in a text; `nil` for null.
  mutating func figure() throws(Fault) -> Figure? {
    guard let text = try optionalText() else { return nil }
    guard let figure = Figure(text) else {
      throw fault("“\(text.prefix(40))” where a number is due")
    }
    return figure
  }

  /// true or false.
  mutating func flag() throws(Fault) -> Bool {
    let isTrue = try peek() == 0x74
    try literal(isTrue ? "true" : "false")
    return isTrue
  }

  /// A whole number from 1.
  mutating func ordinal() throws(Fault) -> Int {
    _ = try peek()
    let start = at
    try number()
    let digits = String(decoding: bytes[start..<at], as: UTF8.self)
    guard let value = Int(digits), value > 0 else { throw fault("no whole number from 1") }
    return value
  }

  /// Checks that nothing more comes.
  mutating func finish() throws(Fault) {
    skipSpace()
    if at < bytes.count { throw fault("more behind the end") }
  }

  // MARK: Bytes

  func fault(_ reason: String) -> Fault { Fault(offset: at, reason: reason) }

  private mutating func skipSpace() {
    while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
  }

  private mutating func peek() throws(Fault) -> UInt8 {
    while at < bytes.count {
      let byte = bytes[at]
      if byte > 0x20 { return byte }
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
      at += 1
    }
    throw fault(at < bytes.count ? "a control character" : "cut off")
  }

  private mutating func expect(_ byte: UInt8, _ what: String) throws(Fault) {
    guard try peek() == byte else { throw fault("\(what) is due") }
    at += 1
  }

  private mutating func literal(_ word: StaticString) throws(Fault) {
    let end = at + word.utf8CodeUnitCount
    let matches = end <= bytes.count && word.withUTF8Buffer { bytes[at..<end].elementsEqual($0) }
    guard matches else { throw fault("no JSON value") }
    at = end
  }

  /// The bytes between two quotation marks, and whether any is escaped.
  private mutating func quoted() throws(Fault) -> (Range<Int>, Bool) {
    try expect(0x22, "a text")
    let start = at
    var isEscaped = false
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x22 {
        at += 1
        return (start..<at - 1, isEscaped)
      }
      guard byte >= 0x20 else { throw fault("a control character in a text") }
      if byte == 0x5C {
        isEscaped = true
        at += 1
      }
      at += 1
    }
    at = bytes.count
    throw fault("a text without an end")
  }

  private mutating func number() throws(Fault) {
    if at < bytes.count, bytes[at] == 0x2D { at += 1 }
    let whole = digits()
    guard whole > 0 else { throw fault("no JSON value") }
    guard whole == 1 || bytes[at - whole] != 0x30 else { throw fault("a number with a leading 0") }
    if at < bytes.count, bytes[at] == 0x2E {
      at += 1
      guard digits() > 0 else { throw fault("a number without decimals") }
    }
    guard at < bytes.count, bytes[at] | 0x20 == 0x65 else { return }
    at += 1
    if at < bytes.count, bytes[at] == 0x2B || bytes[at] == 0x2D { at += 1 }
    guard digits() > 0 else { throw fault("a number without an exponent") }
  }

  private mutating func digits() -> Int {
    let start = at
    while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
    return at - start
  }
}

extension JSONScanner {
  private func unescaped(_ range: Range<Int>) throws(Fault) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == 0x5C else {
        plain.append(bytes[at])
        at += 1
        continue
      }
      let mark = bytes[at + 1]
      at += 2
      if mark == 0x75 {
        plain.append(contentsOf: Array(String(try scalar(&at, range.upperBound)).utf8))
      } else {
        guard let byte = Self.escapes[mark] else {
          throw Fault(offset: at - 1, reason: "an escape that JSON does not know")
        }
        plain.append(byte)
      }
    }
    return plain
  }

  private static let escapes: [UInt8: UInt8] = [
    0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09,
  ]

  /// The scalar of `\u…`, of two such where it is a pair.
  private func scalar(_ at: inout Int, _ end: Int) throws(Fault) -> Unicode.Scalar {
    let start = at
    var value = try unit(&at, end)
    if value & 0xFC00 == 0xD800, at + 2 <= end, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
      at += 2
      let low = try unit(&at, end)
      guard low & 0xFC00 == 0xDC00 else { throw Fault(offset: at, reason: "half a character") }
      value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw Fault(offset: start, reason: "half a character")
    }
    return scalar
  }

  private func unit(_ at: inout Int, _ end: Int) throws(Fault) -> UInt32 {
    guard at + 4 <= end,
      let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16),
      bytes[at] != 0x2B, bytes[at] != 0x2D
    else { throw Fault(offset: at, reason: "an escape without four digits") }
    at += 4
    return value
  }
}

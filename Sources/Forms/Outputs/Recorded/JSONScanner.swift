internal import Figures

/// Reads JSON (RFC 8259) from front to back, strictly: what is asked for is read, the rest is
/// checked and passed over.
struct JSONScanner {
  /// What is wrong, and at which byte, from 0.
  struct Fault: Error {
    var offset: Int
    var reason: String
  }

  let bytes: [UInt8]
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

  /// Reads an object of keys that are known; `member` reads or skips the value of each, and gets
  /// `nil` for a key that is not.
  mutating func object<Name>(
    _ names: JSONNames<Name>, _ member: (Name?, inout JSONScanner) throws(Fault) -> Void
  ) throws(Fault) {
    try open(0x7B, "an object")
    if try closes(0x7D) { return }
    var next = 0
    var end = names.end(of: 0, isFirst: true, in: bytes.span, from: at)
    repeat {
      if end == nil {
        let name = try name(of: names, &next)
        try expect(0x3A, "a colon")
        try member(name, &self)
        end = names.end(of: next, in: bytes.span, from: at)
      }
      while let behind = end {
        at = behind
        next += 1
        try member(names[next - 1], &self)
        end = names.end(of: next, in: bytes.span, from: at)
      }
    } while try continues(to: 0x7D)
  }

  /// One of these names; `nil` for any other text.
  private mutating func name<Name>(
    of names: JSONNames<Name>, _ next: inout Int
  ) throws(Fault) -> Name? {
    let start = at
    let (range, isEscaped) = try quoted()
    if !isEscaped, let name = find(names, range, &next) { return name }
    let text = try text(range, isEscaped, from: start)
    return isEscaped ? names.find(text.utf8.span, &next) : nil
  }

  private func find<Name>(
    _ names: JSONNames<Name>, _ range: Range<Int>, _ next: inout Int
  ) -> Name? {
    names.find(bytes.span.extracting(range), &next)
  }

  /// One of these words; `nil` for any other text.
  mutating func known<Name>(_ names: JSONNames<Name>) throws(Fault) -> Name? {
    var next = 0
    return try name(of: names, &next)
  }

  /// One of these words.
  mutating func word<Name>(_ words: JSONNames<Name>) throws(Fault) -> Name {
    let start = at
    if let word = try known(words) { return word }
    at = start
    let text = try text()
    throw fault("“\(text.prefix(40))” where \(words.description) is due")
  }

  /// Reads a list; `element` reads or skips each value.
  mutating func list(_ element: (inout JSONScanner) throws(Fault) -> Void) throws(Fault) {
    try open(0x5B, "a list")
    if try closes(0x5D) { return }
    repeat { try element(&self) } while try continues(to: 0x5D)
  }

  private mutating func open(_ bracket: UInt8, _ what: StaticString) throws(Fault) {
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
    let first = try peek()
    // Most are texts that hold nothing to be looked at.
    if first == 0x22 {
      let end = Self.nextMark(in: bytes.span, from: at + 1)
      if end < bytes.count, bytes[end] == 0x22 { return at = end + 1 }
    }
    switch first {
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
    return try text(range, isEscaped, from: start)
  }

  private func text(
    _ range: Range<Int>, _ isEscaped: Bool, from start: Int
  ) throws(Fault) -> String {
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
  static func text(of bytes: [UInt8], in range: Range<Int>) -> String? {
    do {
      return String(copying: try UTF8Span(validating: bytes.span.extracting(range)))
    } catch {
      return nil
    }
  }

  /// Whether a text with something in it comes next; nothing is passed over.
  mutating func hasText() throws(Fault) -> Bool {
    try peek() == 0x22 && at + 1 < bytes.count && bytes[at + 1] != 0x22
  }

  /// A text; `nil` for null.
  mutating func optionalText() throws(Fault) -> String? {
    try null() ? nil : try text()
  }

  /// A text as it stands, whose characters are looked at later.
  mutating func passage() throws(Fault) -> JSONPassage {
    let start = at
    let (range, isEscaped) = try quoted()
    return JSONPassage(start: start, range: range, isEscaped: isEscaped)
  }

  /// The text of a passage.
  func text(of passage: JSONPassage) throws(Fault) -> String {
    try text(passage.range, passage.isEscaped, from: passage.start)
  }

  /// An exact number in a text; `nil` for null.
  mutating func figure() throws(Fault) -> Figure? {
    if let plain = try plainFigure() { return plain }
    guard let text = try optionalText() else { return nil }
    guard let figure = Figure(text) else {
      throw fault("“\(text.prefix(40))” where a number is due")
    }
    return figure
  }

  /// A number as results.json writes it, of at most 18 digits; `nil` for everything else, and
  /// nothing is passed over then.
  private mutating func plainFigure() throws(Fault) -> Figure? {
    guard try peek() == 0x22, let (figure, end) = plainFigure(from: at + 1) else { return nil }
    at = end
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

  /// Goes to a place further on.
  mutating func jump(to place: Int) { at = min(max(at, place), bytes.count) }

  func fault(_ reason: String) -> Fault { Fault(offset: at, reason: reason) }

  private mutating func skipSpace() {
    while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
  }

  /// The next byte that is no space; most often the next, or behind a single space.
  @inline(__always) private mutating func peek() throws(Fault) -> UInt8 {
    if at < bytes.count, bytes[at] > 0x20 { return bytes[at] }
    if at + 1 < bytes.count, bytes[at] == 0x20, bytes[at + 1] > 0x20 {
      at += 1
      return bytes[at]
    }
    return try peekBehindSpace()
  }

  private mutating func peekBehindSpace() throws(Fault) -> UInt8 {
    while at < bytes.count {
      let byte = bytes[at]
      if byte > 0x20 { return byte }
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
      at += 1
    }
    throw fault(at < bytes.count ? "a control character" : "cut off")
  }

  @inline(__always)
  private mutating func expect(_ byte: UInt8, _ what: StaticString) throws(Fault) {
    guard try peek() == byte else { throw fault("\(what) is due") }
    at += 1
  }

  private mutating func literal(_ word: StaticString) throws(Fault) {
    let end = at + word.utf8CodeUnitCount
    guard end <= bytes.count, holds(word) else { throw fault("no JSON value") }
    at = end
  }

  private func holds(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      for index in word.indices where bytes[at + index] != word[index] { return false }
      return true
    }
  }

  /// The bytes between two quotation marks, and whether any is escaped.
  private mutating func quoted() throws(Fault) -> (Range<Int>, Bool) {
    try expect(0x22, "a text")
    let start = at
    let (end, isEscaped) = endOfText(from: start)
    guard end < bytes.count, bytes[end] == 0x22 else {
      at = min(end, bytes.count)
      throw fault(at < bytes.count ? "a control character in a text" : "a text without an end")
    }
    at = end + 1
    return (start..<end, isEscaped)
  }

  /// The first quotation mark or control character that is not escaped; the end or a byte behind
  /// it where there is none.
  @inline(__always) private func endOfText(from start: Int) -> (end: Int, isEscaped: Bool) {
    let text = bytes.span
    var next = start
    var isEscaped = false
    while true {
      next = Self.nextMark(in: text, from: next)
      guard next < text.count, text[next] == 0x5C else { return (next, isEscaped) }
      isEscaped = true
      next += 2
    }
  }

  /// The next byte that does not stand for itself in a text; the end where there is none.
  @inline(__always) private static func nextMark(in text: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at + 8 <= text.count {
      let marks = EightBytes.marks(of: EightBytes.load(text, at))
      if marks != 0 { return at + marks.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < text.count, text[at] >= 0x20, text[at] != 0x22, text[at] != 0x5C { at += 1 }
    return at
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

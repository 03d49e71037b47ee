/// A position in a text that can take words and digits off its front.
struct TextCursor {
  private let bytes: [UInt8]
  private var at: Int

  init(_ text: String) {
    bytes = Array(text.utf8)
    at = 0
  }

  /// A cursor over a text given by its bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    at = 0
  }

  var rest: String { isAtEnd ? "" : String(decoding: bytes[at...], as: UTF8.self) }

  var isAtEnd: Bool { at >= bytes.count }

  var isAtDigit: Bool { at < bytes.count && TextBytes.isDigit(bytes[at]) }

  /// The character that stands here; `nil` at the end.
  var first: Unicode.Scalar? {
    isAtEnd ? nil : Unicode.Scalar(TextBytes.scalar(bytes.span, at: at).value)
  }

  /// Whether the rest begins with the bytes of a word.
  func stands(_ word: [UInt8]) -> Bool { TextBytes.holds(bytes.span, at: at, word.span) }

  /// Whether the rest, of no more bytes than `most`, is made of characters that are what their
  /// bytes say (``UnitWords/isPlain(_:upTo:)``).
  func isPlain(upTo most: Int) -> Bool {
    UnitWords.isPlain(bytes.span.extracting(min(at, bytes.count)...), upTo: most)
  }

  /// Whether the bytes of a word stand anywhere in the rest.
  func holds(_ word: [UInt8]) -> Bool {
    var start = at
    while bytes.count - start >= word.count {
      if TextBytes.holds(bytes.span, at: start, word.span) { return true }
      start += 1
    }
    return false
  }

  mutating func skipSpaces() {
    while at < bytes.count {
      let (scalar, count) = TextBytes.scalar(bytes.span, at: at)
      guard Wording.isSpace(scalar) else { return }
      at += count
    }
  }

  mutating func take(_ word: String) -> Bool {
    let word = word.utf8.span
    guard word.count > 0, at < bytes.count, bytes[at] == word[0],
      TextBytes.holds(bytes.span, at: at, word)
    else { return false }
    at += word.count
    return true
  }

  /// Takes a word given by its bytes.
  mutating func take(_ word: [UInt8]) -> Bool {
    guard !word.isEmpty, stands(word) else { return false }
    at += word.count
    return true
  }

  /// Takes the first of the words that stands here; its place in the list.
  mutating func take(firstOf words: WordList) -> Int? {
    guard let index = words.index(at: at, in: bytes.span) else { return nil }
    at += words.length(of: index)
    return index
  }

  /// Takes every word of a list that stands here, one after another, with the spaces between.
  mutating func skip(_ words: WordList) {
    skipSpaces()
    while take(firstOf: words) != nil { skipSpaces() }
  }

  /// Takes one character that `matches`.
  mutating func take(where matches: (Unicode.Scalar) -> Bool) -> Unicode.Scalar? {
    guard let first, matches(first) else { return nil }
    at += TextBytes.scalar(bytes.span, at: at).count
    return first
  }

  struct Digits {
    var plain: String
    var decimals: Int
    var hasSeparators: Bool
    /// The digits before the point.
    var whole: Int
  }

  /// Takes an optional sign and digits with at most one point. Separators are taken only where
  /// they part groups of three, so that a list is never read as one number.
  mutating func takeDigits() -> Digits? {
    var digits = Digits(plain: "", decimals: 0, hasSeparators: false, whole: 0)
    var plain: [UInt8] = []
    if take("-") || take("－") { plain.append(0x2D) } else { _ = take("+") }
    var hasPoint = false
    while at < bytes.count {
      let byte = bytes[at]
      if TextBytes.isDigit(byte) {
        plain.append(byte)
        if hasPoint { digits.decimals += 1 } else { digits.whole += 1 }
        at += 1
      } else if byte == 0x2E, !hasPoint {
        plain.append(byte)
        hasPoint = true
        at += 1
      } else if !hasPoint, let length = separator, digits.whole > 0,
        (1...3).contains(digits.whole) || digits.hasSeparators, startsGroupOfThree(after: length)
      {
        digits.hasSeparators = true
        at += length
      } else {
        break
      }
    }
    guard digits.whole + digits.decimals > 0 else { return nil }
    digits.plain = String(decoding: plain, as: UTF8.self)
    return digits
  }

  /// The bytes of what may part groups of digits here; `nil` where nothing does. A line break parts
  /// two numbers.
  private var separator: Int? {
    guard at < bytes.count else { return nil }
    let (scalar, count) = TextBytes.scalar(bytes.span, at: at)
    let isSeparator =
      scalar == 0x2C || scalar == 0x27
      || Wording.isSpace(scalar) && !(0x0A...0x0D).contains(scalar)
    return isSeparator ? count : nil
  }

  private func startsGroupOfThree(after count: Int) -> Bool {
    let next = bytes[min(at + count, bytes.count)...].prefix(4)
    return next.prefix { TextBytes.isDigit($0) }.count == 3
  }

  /// Takes a whole number of at most four digits.
  mutating func takeWhole() -> (value: Int, digits: Int)? {
    var number = 0
    var count = 0
    while count < 5, at < bytes.count, TextBytes.isDigit(bytes[at]) {
      number = number * 10 + Int(bytes[at] &- 0x30)
      count += 1
      at += 1
    }
    return (1...4).contains(count) ? (number, count) : nil
  }
}

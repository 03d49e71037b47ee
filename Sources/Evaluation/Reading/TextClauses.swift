/// A text in clauses, without those that speak of a part, of a plan or of another year.
struct TextClauses {
  /// The most bytes of a clause that states one figure, and the most clauses of a text.
  private static let longest = 300
  private static let most = 200

  /// The clauses with a figure that speak of the whole, white space taken out.
  private(set) var whole: [[UInt8]] = []
  /// The programme's year as it was given.
  private let year: String?
  /// The year that the text is about, once a clause names one; `nil` inside where it is about none.
  private var due: Year??

  /// - Parameter year: the programme's year; clauses about another one are passed over.
  init(_ text: String, year: String?) {
    self.year = year
    let plain = FigureText.plainBytes(text.utf8.span)
    let bytes = plain.span
    var start = 0
    while start < bytes.count {
      let end = Self.endOfSentence(from: start, in: bytes)
      // What is no figure contradicts none, and the next sentence begins anew.
      if Self.hasDigit(bytes, start, end) { read(bytes, start, end) }
      start = end
    }
  }

  /// Whether a text has a digit, full-width ones included: without one it has no clauses.
  static func mayHaveFigure(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for at in bytes.indices {
      if TextBytes.isDigit(bytes[at]) { return true }
      guard bytes[at] == 0xEF else { continue }
      if (0xFF10...0xFF19).contains(TextBytes.scalar(bytes, at: at).value) { return true }
    }
    return false
  }

  // MARK: Sentences and clauses

  /// Behind the mark that ends a sentence.
  private static func endOfSentence(from start: Int, in bytes: Span<UInt8>) -> Int {
    for at in start..<bytes.count {
      switch bytes[at] {
      // ; and a line break
      case 0x3B, 0x0A: return at + 1
      // 。
      case 0xE3 where TextBytes.scalar(bytes, at: at).value == 0x3002: return at + 3
      // ；
      case 0xEF where TextBytes.scalar(bytes, at: at).value == 0xFF1B: return at + 3
      default: break
      }
    }
    return bytes.count
  }

  private static func hasDigit(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for at in start..<end where TextBytes.isDigit(bytes[at]) { return true }
    return false
  }

  /// Reads the clauses of one sentence: once one speaks of a part, so do those behind it.
  private mutating func read(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    var (first, at) = (start, start)
    var hasSpace = false
    while at < end {
      let (scalar, count) = TextBytes.scalar(bytes, at: at)
      let isBreak = Self.isBreak(scalar, at: at, in: bytes)
      if !isBreak, Wording.isSpace(scalar) { hasSpace = true }
      let last = isBreak ? at : at + count
      at += count
      guard isBreak || at >= bytes.count else { continue }
      let clause = bytes.extracting(first..<last)
      let isWhole =
        hasSpace ? take(Self.withoutSpaces(clause).span, of: bytes) : take(clause, of: bytes)
      guard isWhole else { return }
      (first, hasSpace) = (at, false)
    }
  }

  /// Keeps a clause that states a figure; gives whether it speaks of the whole.
  private mutating func take(_ clause: Span<UInt8>, of text: Span<UInt8>) -> Bool {
    if isPart(clause, of: text) { return false }
    if clause.count <= Self.longest, whole.count < Self.most,
      Self.hasDigit(clause, 0, clause.count)
    {
      whole.append(Self.withoutYear(Self.bytes(of: clause) { _ in true }))
    }
    return true
  }

  private static func withoutSpaces(_ clause: Span<UInt8>) -> [UInt8] {
    bytes(of: clause) { !Wording.isSpace($0) }
  }

  /// The bytes of the characters for which something holds.
  @inline(__always)
  private static func bytes(of clause: Span<UInt8>, where holds: (UInt32) -> Bool) -> [UInt8] {
    [UInt8](capacity: clause.count) { bytes in
      var at = 0
      while at < clause.count {
        let (scalar, count) = TextBytes.scalar(clause, at: at)
        if holds(scalar) {
          for index in at..<at + count { bytes.append(clause[index]) }
        }
        at += count
      }
    }
  }

  /// Marks that end a clause; a comma within a number does not.
  private static func isBreak(_ scalar: UInt32, at: Int, in bytes: Span<UInt8>) -> Bool {
    switch scalar {
    case 0x2C, 0x2E:
      let isBeforeDigit = at + 1 < bytes.count && TextBytes.isDigit(bytes[at + 1])
      return !(isBeforeDigit && at > 0 && TextBytes.isDigit(bytes[at - 1]))
    // 。 ； ; ， 、 ： : ！ ! ？ ? ( ) “ ” and a line break
    case 0x3002, 0xFF1B, 0x3B, 0xFF0C, 0x3001, 0xFF1A, 0x3A, 0xFF01, 0x21, 0xFF1F, 0x3F, 0x28, 0x29,
      0x201C, 0x201D, 0x0A:
      return true
    default: return false
    }
  }

  /// Words of a clause that speak of a part, of a plan or of another time.
  private static let partial = WordList([
    "其中", "季度", "上半年", "下半年", "月", "上年", "去年", "同期", "同比", "计划", "预计", "力争", "每", "平均", "分别",
  ])

  private mutating func isPart(_ clause: Span<UInt8>, of text: Span<UInt8>) -> Bool {
    if Self.partial.isFound(in: clause) { return true }
    var years: [Year] = []
    Self.eachYear(in: clause) { years.append($0) }
    if years.isEmpty { return false }
    let due = self.due ?? Self.due(in: text, year: year)
    self.due = .some(due)
    return years.contains { $0 != due }
  }

  // MARK: Years

  /// Four digits before 年.
  private typealias Year = UInt32

  /// The year that a text is about: the programme's, or without one that of the form where a text
  /// names no other.
  private static func due(in bytes: Span<UInt8>, year: String?) -> Year? {
    var years: [Year] = []
    eachYear(in: bytes) { if !years.contains($0) { years.append($0) } }
    guard let year else { return years.count == 1 ? years.first : nil }
    return years.first { named in
      let digits = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: named >> UInt32($0)) }
      return Wording.holds(year, String(decoding: digits, as: UTF8.self))
    }
  }

  private static func eachYear(in bytes: Span<UInt8>, _ visit: (Year) -> Void) {
    for at in bytes.indices where at >= 4 && bytes[at] == 0xE5 {
      guard TextBytes.scalar(bytes, at: at).value == 0x5E74 else { continue }
      var year: Year = 0
      var isYear = true
      for digit in at - 4..<at {
        isYear = isYear && TextBytes.isDigit(bytes[digit])
        year = year << 8 | Year(bytes[digit])
      }
      if isYear { visit(year) }
    }
  }

  /// 2024年培训… without its year.
  private static func withoutYear(_ clause: [UInt8]) -> [UInt8] {
    var cursor = TextCursor(clause)
    guard let year = cursor.takeWhole(), year.digits == 4, cursor.take("年") else { return clause }
    _ = cursor.take("度")
    return Array(cursor.rest.utf8)
  }
}

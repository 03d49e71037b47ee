extension NumberFormat {
  /// The format of a code (`0.00%`, `yyyy"年"m"月"`), judged by its first section.
  ///
  /// Source: ECMA-376-1 §18.8.31. Quoted and escaped characters are text; `[h]` and `[mm]` are
  /// spans of time, other brackets colours, conditions and locales.
  init(code: String) {
    var reading = FormatCode()
    reading.read(Array(code.utf8))
    self = reading.format
  }

  /// The format of a built-in number; `nil` where the file itself must state it.
  ///
  /// Source: ECMA-376-1 §18.8.30; 27–36 and 50–58 are dates in all East Asian locales.
  static func builtIn(_ id: Int) -> NumberFormat? {
    switch id {
    case 0: .general
    case 1, 3, 5, 6, 37, 38, 41, 42, 59, 61: NumberFormat(kind: .number, decimals: 0)
    case 2, 4, 7, 8, 11, 39, 40, 43, 44, 60, 62: NumberFormat(kind: .number, decimals: 2)
    case 9, 67: NumberFormat(kind: .percent, decimals: 0)
    case 10, 68: NumberFormat(kind: .percent, decimals: 2)
    case 14...22, 27...36, 45...47, 50...58, 71...81: NumberFormat(kind: .date, decimals: nil)
    case 48: NumberFormat(kind: .number, decimals: 1)
    case 49: NumberFormat(kind: .text, decimals: nil)
    default: nil
    }
  }
}

/// What a format code's first section shows.
private struct FormatCode {
  private var isDate = false
  private var isPercent = false
  private var isText = false
  private var isFraction = false
  private var hasDigits = false
  private var decimals: Int?
  private var words = FormatWords()

  var format: NumberFormat {
    if isDate { return NumberFormat(kind: .date, decimals: nil) }
    let shown = hasDigits && !isFraction ? decimals ?? 0 : nil
    if isText && !hasDigits { return NumberFormat(kind: .text, decimals: nil) }
    return NumberFormat(
      kind: isPercent ? .percent : .number, decimals: words.decimals(shown),
      before: FormatWords.telling(words.before), after: FormatWords.telling(words.after),
      power: words.power)
  }

  mutating func read(_ code: [UInt8]) {
    var at = 0
    while at < code.count {
      switch code[at] {
      case 0x3B: return
      case 0x22:
        let end = Self.place(of: 0x22, code, at + 1)
        words.write(code[min(at + 1, end)..<end])
        at = end
      case 0x5B: at = bracket(code, at)
      // \x and !x are a character, _x its width as a blank, *x a filling.
      case 0x5C, 0x21:
        let end = Self.endOfCharacter(code, at + 1)
        words.write(code[min(at + 1, end)..<end])
        at = end - 1
      case 0x5F, 0x2A: at = Self.endOfCharacter(code, at + 1) - 1
      case 0x80...:
        let end = Self.endOfCharacter(code, at)
        words.write(code[at..<end])
        at = end - 1
      default: at = symbol(code, at)
      }
      at += 1
    }
  }

  /// Where the UTF-8 character at a place ends.
  private static func endOfCharacter(_ code: [UInt8], _ start: Int) -> Int {
    var end = start + 1
    while end < code.count, code[end] & 0xC0 == 0x80 { end += 1 }
    return min(end, code.count)
  }

  private static func place(of byte: UInt8, _ code: [UInt8], _ start: Int) -> Int {
    code[min(start, code.count)...].firstIndex(of: byte) ?? code.count
  }

  private mutating func bracket(_ code: [UInt8], _ start: Int) -> Int {
    let end = Self.place(of: 0x5D, code, start)
    let inner = code[(start + 1)..<max(end, start + 1)].map { $0 | 0x20 }
    let units: [UInt8] = [0x68, 0x6D, 0x73]
    if let first = inner.first, units.contains(first), inner.allSatisfy({ $0 == first }) {
      isDate = true
    }
    return end
  }

  /// Takes note of one symbol; gives the place of its last byte.
  private mutating func symbol(_ code: [UInt8], _ at: Int) -> Int {
    let rest = code[at...]
    // `General`, and the name it has in Chinese editions: `G/通用格式`.
    if Self.starts(rest, "general") {
      words.hasNumber = true
      return at + 6
    }
    if Self.starts(rest, "g/") {
      words.hasNumber = true
      return min(at + "G/通用格式".utf8.count, code.count) - 1
    }
    switch code[at] {
    case 0x30, 0x23, 0x3F:
      hasDigits = true
      words.addDigit()
      if let decimals { self.decimals = decimals + 1 }
    case 0x2C: words.addComma()
    case 0x2E where decimals == nil: decimals = 0
    case 0x25: isPercent = true
    case 0x40: isText = true
    case 0x2F where hasDigits: isFraction = true
    case 0x45, 0x65: return exponent(code, at)
    case _ where "ymdhsabg".utf8.contains(code[at] | 0x20): isDate = true
    default: break
    }
    return at
  }

  /// `E+00` is an exponent, which ends the decimals; `e` alone is a year.
  private mutating func exponent(_ code: [UInt8], _ at: Int) -> Int {
    guard at + 1 < code.count, code[at + 1] == 0x2B || code[at + 1] == 0x2D else {
      isDate = true
      return at
    }
    var end = at + 1
    while end + 1 < code.count, code[end + 1] == 0x30 || code[end + 1] == 0x23 { end += 1 }
    return end
  }

  private static func starts(_ code: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    let head = code.prefix(word.utf8CodeUnitCount).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    return word.withUTF8Buffer { $0.elementsEqual(head) }
  }
}

/// What a format code's first section writes beside the digits, and the scale it shows them at.
private struct FormatWords {
  private(set) var before = ""
  private(set) var after = ""
  var hasNumber = false
  /// Commas behind the last digit so far: each divides by a thousand.
  private var commas = 0
  /// Digits behind a point that is a text: `0!.0,` shows tens of thousands.
  private var digitsBehindPoint: Int?

  var power: Int { hasNumber ? 3 * commas + (digitsBehindPoint ?? 0) : 0 }

  /// The decimals that are seen, those behind a written point too.
  func decimals(_ shown: Int?) -> Int? { shown.map { $0 + (digitsBehindPoint ?? 0) } }

  mutating func addDigit() {
    hasNumber = true
    commas = 0
    if let digitsBehindPoint { self.digitsBehindPoint = digitsBehindPoint + 1 }
  }

  mutating func addComma() { commas += 1 }

  mutating func write(_ bytes: ArraySlice<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    if hasNumber, text == "." {
      digitsBehindPoint = 0
    } else if hasNumber {
      after += text
    } else {
      before += text
    }
  }

  /// A text that says something of the number: a sign of comparison, percent or a word. Currency
  /// signs, brackets and blanks are there for show.
  static func telling(_ text: String) -> String {
    let tells = text.unicodeScalars.contains { scalar in
      switch scalar {
      case "≥", "≤", "≧", "≦", "<", ">", "=", "＜", "＞", "＝", "~", "±", "≈", "%", "％", "‰": true
      default: scalar.properties.isAlphabetic
      }
    }
    return tells ? text : ""
  }
}

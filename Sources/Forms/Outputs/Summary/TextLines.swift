/// How many lines a text takes in a column: row heights are computed, for no program computes
/// them for a file it did not write.
enum TextLines {
  /// The lines of a text in a width of pixels, an ideograph `em` pixels wide, a Latin letter half.
  static func count(_ text: String, in pixels: Int, em: Int = 14) -> Int {
    if fitsOnOne(text.utf8.span, max(pixels, 2 * em), em) { return 1 }
    var counter = LineCounter(width: max(pixels, 2 * em), em: em)
    for scalar in text.unicodeScalars { counter.take(scalar) }
    return counter.finish()
  }

  /// Whether a text fits on one line beyond doubt, each character taken as wide as it may be.
  private static func fitsOnOne(_ text: Span<UInt8>, _ pixels: Int, _ em: Int) -> Bool {
    // No character is wider than half an ideograph for each of its bytes.
    if text.count * em <= 2 * pixels { return !text.contains { $0 == 0x0A } }
    var (width, start) = (0, 0)
    while start + 8 <= text.count {
      let word = EightBytes.load(text, start)
      if EightBytes.hasLineEnd(word) { return false }
      width += EightBytes.singles(in: word) * (em / 2) + EightBytes.leads(in: word) * em
      start += 8
    }
    for at in start..<text.count {
      let byte = text[at]
      if byte == 0x0A { return false }
      if byte < 0x80 { width += em / 2 } else if byte >= 0xC0 { width += em }
    }
    return width <= pixels
  }

  /// The width of a text on one line, in pixels.
  static func width(_ text: String, em: Int = 14) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1, em) }
  }

  static func width(of scalar: Unicode.Scalar, _ em: Int) -> Int {
    switch scalar.value {
    case 0xB0, 0xB1, 0xB7, 0xD7, 0xF7: em
    case 0..<0x0100: em / 2
    case 0x0300..<0x0370, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    default: em
    }
  }
}

/// Breaks a text as spreadsheets do: between ideographs, at spaces, never before a closing mark.
private struct LineCounter {
  let width: Int
  let em: Int
  private var lines = 1
  private var used = 0
  private var word = 0

  init(width: Int, em: Int) {
    self.width = width
    self.em = em
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    let size = TextLines.width(of: scalar, em)
    switch scalar {
    case "\n": breakLine()
    case "。", "，", "、", "；", "：", "！", "？", "）", "》", "”", "’", "】", "％":
      endWord()
      add(size, carrying: em)
    case _ where scalar.value > 0x20 && scalar.value < 0x0100: word += size
    default:
      endWord()
      add(size, carrying: 0)
    }
  }

  mutating func finish() -> Int {
    endWord()
    return lines
  }

  private mutating func breakLine() {
    endWord()
    lines += 1
    used = 0
  }

  private mutating func endWord() {
    while word > width {
      word -= width
      lines += 1
    }
    add(word, carrying: 0)
    word = 0
  }

  /// Puts something on the line, or on the next one together with what it must not leave.
  private mutating func add(_ size: Int, carrying: Int) {
    if used + size > width {
      lines += 1
      used = carrying
    }
    used += size
  }
}

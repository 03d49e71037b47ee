/// How much room a text takes, without asking for fonts: an ideograph is one em wide, a Latin
/// letter half of one, in every Chinese face.
enum TextExtent {
  /// The width of one character in em.
  static func em(_ scalar: Unicode.Scalar) -> Double { em(scalar.value) }

  /// The width of the character of a number in em.
  fileprivate static func em(_ scalar: UInt32) -> Double {
    switch scalar {
    case 0..<0x20, 0x7F, 0x200B...0x200D, 0xFEFF, 0xFE00...0xFE0F: 0
    case 0x20...0x7E, 0xA0...0xA6, 0xA8...0xAF, 0xB2...0xB6, 0xB8...0xD6, 0xD8...0xF6,
      0xF8...0x2AF:
      0.5
    default: 1
    }
  }

  /// The width of a text in em, as one line.
  static func em(_ text: some StringProtocol) -> Double {
    text.unicodeScalars.reduce(0) { $0 + em($1) }
  }

  /// How many lines a text takes in a cell of this width, broken as spreadsheets break: between
  /// ideographs, and not inside a word or number that fits on a line.
  ///
  /// - Parameters:
  ///   - pixels: the room between the cell's paddings.
  ///   - size: the size of the letters in points.
  static func lines(_ text: String, pixels: Int, size: Double) -> Int {
    // A little is kept back: no two programs break at quite the same place.
    let room = max(1, Double(pixels) / (size * 4 / 3) - 0.5)
    // No character is wider than half an em for each of its bytes.
    if Double(text.utf8.count) / 2 <= room, !text.utf8.span.contains(where: { $0 == 0x0A }) {
      return 1
    }
    var count = LineCount(room: room)
    count.take(text.utf8.span)
    return count.finished
  }

  /// The height in pixels of a cell that shows this many lines.
  static func pixels(lines: Int, size: Double) -> Double {
    Double(lines) * size * 4 / 3 * 1.3 + 8
  }

  /// The text as one line, cut where it is longer than a reader will follow.
  static func clipped(_ text: String, to limit: Int) -> String {
    if isShortLine(text.utf8.span, limit) { return text }
    var scalars = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < limit else { return String(scalars) + "…" }
      scalars.append(scalar.value < 0x20 ? " " : scalar)
      count += 1
    }
    return String(scalars)
  }

  /// Whether a text is one line of so many characters at most.
  private static func isShortLine(_ bytes: Span<UInt8>, _ limit: Int) -> Bool {
    if bytes.count <= limit { return !bytes.contains { $0 < 0x20 } }
    var count = 0
    for at in bytes.indices {
      if bytes[at] < 0x20 { return false }
      // All but the bytes that go on with a character.
      if bytes[at] & 0xC0 != 0x80 { count += 1 }
    }
    return count <= limit
  }

  /// As much of a text as goes on one line of this width in em.
  static func fitted(_ text: String, em limit: Double) -> String {
    guard em(text) > limit else { return text }
    var scalars = String.UnicodeScalarView()
    var used = 1.0
    for scalar in text.unicodeScalars {
      used += em(scalar)
      guard used <= limit else { break }
      scalars.append(scalar)
    }
    return String(scalars) + "…"
  }
}

/// Breaks a text into lines, one character at a time.
private struct LineCount {
  /// The width of a line in em.
  let room: Double
  private var lines = 1
  private var used = 0.0
  private var word = 0.0

  init(room: Double) { self.room = room }

  /// Takes the characters of a text.
  mutating func take(_ bytes: Span<UInt8>) {
    var at = 0
    while at < bytes.count {
      var ideographs = 0
      while at < bytes.count, Self.beginsIdeograph(bytes, at) {
        ideographs += 1
        at += bytes[at] < 0xF0 ? 3 : 4
      }
      if ideographs > 0 { take(ideographs: ideographs) }
      while at < bytes.count, !Self.beginsIdeograph(bytes, at) { at = takeNarrow(bytes, at) }
    }
  }

  /// Whether the character is as wide as an ideograph, and stands beyond U+3000. Among U+FE00
  /// through U+FEFF some have no width.
  @inline(__always)
  private static func beginsIdeograph(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    bytes[at] >= 0xE3 && (bytes[at] != 0xEF || !(0xB8...0xBB ~= bytes[at + 1]))
  }

  /// Takes a character of one to three bytes; gives the place behind it.
  private mutating func takeNarrow(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    let first = UInt32(bytes[at])
    if first < 0x80 {
      take(first)
      return at + 1
    }
    func tail(_ place: Int) -> UInt32 { UInt32(bytes[place] & 0x3F) }
    if first < 0xE0 {
      take((first & 0x1F) << 6 | tail(at + 1))
      return at + 2
    }
    take((first & 0x0F) << 12 | tail(at + 1) << 6 | tail(at + 2))
    return at + 3
  }

  /// Takes so many characters that are one em wide.
  private mutating func take(ideographs count: Int) {
    place(word)
    word = 0
    guard Double(Int(used * 2)) == used * 2 else {
      for _ in 0..<count { place(1) }
      return
    }
    let fitting = min(count, Int(room - used))
    used += Double(fitting)
    guard fitting < count else { return }
    let (rest, perLine) = (count - fitting - 1, Int(room))
    lines += 1 + rest / perLine
    used = Double(1 + rest % perLine)
  }

  private mutating func take(_ scalar: UInt32) {
    let width = TextExtent.em(scalar)
    if scalar == 0x0A {
      place(word)
      lines += 1
      (used, word) = (0, 0)
    } else if width < 1 && scalar != 0x20 {
      word += width
    } else {
      place(word)
      word = 0
      place(width)
    }
  }

  var finished: Int {
    var last = self
    last.place(word)
    return last.lines
  }

  private mutating func place(_ width: Double) {
    if used + width <= room {
      used += width
    } else if width <= room {
      lines += used > 0 ? 1 : 0
      used = width
    } else {
      let overflow = used + width
      let full = (overflow / room).rounded(.down)
      lines += Int(min(full, 100_000))
      used = overflow - full * room
    }
  }
}

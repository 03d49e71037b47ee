/// A position in a text that can take words and digits off its front.
struct TextCursor {
  private(set) var scalars: Substring.UnicodeScalarView

  init(_ text: String) {
    scalars = text[...].unicodeScalars
  }

  var rest: String { scalars.isEmpty ? "" : String(Substring(scalars)) }

  var isAtEnd: Bool { scalars.isEmpty }

  var isAtDigit: Bool { scalars.first.map { ("0"..."9").contains($0) } ?? false }

  mutating func skipSpaces() {
    while let scalar = scalars.first, Wording.isSpace(scalar) { scalars.removeFirst() }
  }

  mutating func take(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, scalars.first == first,
      scalars.starts(with: word.unicodeScalars)
    else { return false }
    scalars.removeFirst(word.unicodeScalars.count)
    return true
  }

  /// Takes the first of the words that stands here; its place in the list.
  mutating func take(firstOf words: WordList) -> Int? {
    guard let index = words.index(beginning: Substring(scalars)) else { return nil }
    scalars = Substring(Substring(scalars).utf8.dropFirst(words.length(of: index))).unicodeScalars
    return index
  }

  /// Takes every word of a list that stands here, one after another, with the spaces between.
  mutating func skip(_ words: WordList) {
    skipSpaces()
    while take(firstOf: words) != nil { skipSpaces() }
  }

  /// Takes one character that `matches`.
  mutating func take(where matches: (Unicode.Scalar) -> Bool) -> Unicode.Scalar? {
    guard let first = scalars.first, matches(first) else { return nil }
    scalars.removeFirst()
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
    if take("-") || take("－") { digits.plain = "-" } else { _ = take("+") }
    var hasPoint = false
    while let scalar = scalars.first {
      if ("0"..."9").contains(scalar) {
        digits.plain.unicodeScalars.append(scalar)
        if hasPoint { digits.decimals += 1 } else { digits.whole += 1 }
        scalars.removeFirst()
      } else if scalar == ".", !hasPoint {
        digits.plain.append(".")
        hasPoint = true
        scalars.removeFirst()
      } else if !hasPoint, isGroupSeparator(scalar), digits.whole > 0,
        (1...3).contains(digits.whole)
          || digits.hasSeparators, startsGroupOfThree(after: 1)
      {
        digits.hasSeparators = true
        scalars.removeFirst()
      } else {
        break
      }
    }
    return digits.whole + digits.decimals > 0 ? digits : nil
  }

  /// A line break parts two numbers, other white space may part groups of digits.
  private func isGroupSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == "'"
      || Wording.isSpace(scalar) && !(0x0A...0x0D).contains(scalar.value)
  }

  private func startsGroupOfThree(after count: Int) -> Bool {
    let next = scalars.dropFirst(count).prefix(4)
    let digits = next.prefix { ("0"..."9").contains($0) }
    return digits.count == 3
  }

  /// Takes a whole number of at most four digits.
  mutating func takeWhole() -> (value: Int, digits: Int)? {
    var number = 0
    var count = 0
    while count < 5, let scalar = scalars.first, ("0"..."9").contains(scalar) {
      number = number * 10 + Int(scalar.value - 0x30)
      count += 1
      scalars.removeFirst()
    }
    return (1...4).contains(count) ? (number, count) : nil
  }
}

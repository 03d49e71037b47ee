internal import Figures

/// A number taken apart as people type it: sign of comparison, digits, magnitude, unit.
///
/// Works on the plain form of a text (``Wording/plain(_:)``).
struct NumberText {
  /// The comparison typed before or after the number.
  enum Bound: Hashable {
    case none
    case atLeast
    case atMost
    case equal
  }

  let bound: Bound
  /// The digits as a figure, magnitude words not yet applied.
  let figure: Figure
  /// The decimals typed.
  let decimals: Int
  /// Whether separators or spaces stood between the digits.
  let hasSeparators: Bool
  let isPercent: Bool
  /// What stands behind the digits: magnitude and unit (`万人次`).
  let unit: String

  /// Takes a text apart; `nil` where it is not one number with at most a unit.
  init?(_ text: String) {
    var cursor = TextCursor(text)
    let before = Self.takeBound(&cursor)
    let saysPercent = cursor.take("百分之")
    guard let digits = cursor.takeDigits(), let figure = Figure(digits.plain) else { return nil }
    self.figure = figure
    decimals = digits.decimals
    hasSeparators = digits.hasSeparators
    var percent = saysPercent
    if cursor.take("%") || cursor.take("百分比") || cursor.take("个百分点") { percent = true }
    var rest = Wording.trimmed(cursor.rest)
    let after = Self.dropBoundSuffix(&rest)
    guard before == .none || after == .none || before == after, Self.isUnit(rest) else {
      return nil
    }
    bound = before == .none ? after : before
    isPercent = percent
    unit = rest
  }

  /// The words and signs of comparison, longer ones first.
  private static let prefixes: [(String, Bound)] = [
    (">=", .atLeast), ("=>", .atLeast), ("<=", .atMost), ("=<", .atMost),
    ("大于等于", .atLeast), ("大于或等于", .atLeast), ("小于等于", .atMost), ("小于或等于", .atMost),
    ("不低于", .atLeast), ("不少于", .atLeast), ("不小于", .atLeast), ("至少", .atLeast),
    ("达到", .atLeast), ("大于", .atLeast), ("超过", .atLeast), ("不超过", .atMost),
    ("不高于", .atMost), ("不大于", .atMost), ("不多于", .atMost), ("至多", .atMost),
    ("控制在", .atMost), ("低于", .atMost), ("小于", .atMost), ("少于", .atMost),
    ("等于", .equal), ("≥", .atLeast), ("≤", .atMost), (">", .atLeast), ("<", .atMost),
    ("=", .equal),
  ]

  private static let prefixWords = WordList(prefixes.map(\.0))

  private static func takeBound(_ cursor: inout TextCursor) -> Bound {
    cursor.skipSpaces()
    guard !cursor.isAtDigit else { return .none }
    guard let bound = cursor.take(firstOf: prefixWords).map({ prefixes[$0].1 }) else {
      return .none
    }
    cursor.skipSpaces()
    return bound
  }

  private static let suffixes: [(String, Bound)] = [
    ("及以上", .atLeast), ("或以上", .atLeast), ("以上", .atLeast), ("及以下", .atMost),
    ("以内", .atMost), ("以下", .atMost), ("之内", .atMost),
  ]

  private static func dropBoundSuffix(_ text: inout String) -> Bound {
    guard !text.isEmpty else { return .none }
    for (word, bound) in suffixes where text.hasSuffix(word) {
      text = Wording.trimmed(String(text.dropLast(word.count)))
      return bound
    }
    return .none
  }

  /// A unit is short and holds no digits, no sentence marks and no words that make the number
  /// vague (100余人, 100左右) or deny it: anything else is not one clear number.
  private static func isUnit(_ text: String) -> Bool {
    text.isEmpty
      || text.unicodeScalars.count <= 8 && !text.hasPrefix("左右") && !text.hasSuffix("左右")
        && !text.unicodeScalars.contains { scalar in
          switch scalar {
          case "0"..."9", ",", ";", "、", "。", "~", "-", "≥", "≤", "%", "=", "<", ">", "+", "*", "±",
            "X", "x", "×", "?", "!", "余", "多", "约", "几", "近", "超", "未", "不", "没", "无":
            true
          default: false
          }
        }
  }
}

/// A position in a text that can take words and digits off its front.
struct TextCursor {
  private var scalars: Substring.UnicodeScalarView

  init(_ text: String) {
    scalars = text[...].unicodeScalars
  }

  var rest: String { scalars.isEmpty ? "" : String(Substring(scalars)) }

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

  struct Digits {
    var plain: String
    var decimals: Int
    var hasSeparators: Bool
  }

  /// Takes an optional sign and digits with at most one point. Separators are taken only where
  /// they part groups of three, so that a list is never read as one number.
  mutating func takeDigits() -> Digits? {
    var digits = Digits(plain: "", decimals: 0, hasSeparators: false)
    if take("-") || take("－") { digits.plain = "-" } else { _ = take("+") }
    var wholeDigits = 0
    var hasPoint = false
    while let scalar = scalars.first {
      if ("0"..."9").contains(scalar) {
        digits.plain.unicodeScalars.append(scalar)
        if hasPoint { digits.decimals += 1 } else { wholeDigits += 1 }
        scalars.removeFirst()
      } else if scalar == ".", !hasPoint {
        digits.plain.append(".")
        hasPoint = true
        scalars.removeFirst()
      } else if !hasPoint, isGroupSeparator(scalar), wholeDigits > 0,
        (1...3).contains(wholeDigits)
          || digits.hasSeparators, startsGroupOfThree(after: 1)
      {
        digits.hasSeparators = true
        scalars.removeFirst()
      } else {
        break
      }
    }
    return wholeDigits + digits.decimals > 0 ? digits : nil
  }

  private func isGroupSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == "'" || Wording.isSpace(scalar)
  }

  private func startsGroupOfThree(after count: Int) -> Bool {
    let next = scalars.dropFirst(count).prefix(4)
    let digits = next.prefix { ("0"..."9").contains($0) }
    return digits.count == 3
  }
}

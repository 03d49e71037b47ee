internal import Figures

/// A number taken apart as people type it: sign of comparison, digits, magnitude, unit.
///
/// Works on the plain form of a text (``FigureText/plain(_:)``).
struct NumberText {
  /// The comparison typed before or after the number.
  enum Bound: Hashable {
    case none
    case atLeast
    case atMost
    case equal
  }

  /// Of how many the number is a part.
  enum Part: Hashable {
    case none
    case hundred
    case thousand
  }

  let bound: Bound
  /// The digits as a figure; magnitude words behind it are not yet applied, those within it are
  /// (3万4000).
  let figure: Figure
  /// The decimals typed.
  let decimals: Int
  /// Whether separators or spaces stood between the digits.
  let hasSeparators: Bool
  let part: Part
  /// What stands behind the digits: magnitude and unit (`万人次`).
  let unit: String
  /// Whether magnitude words are part of the figure, so that it is no number of 万.
  let isSpelled: Bool
  /// Whether it is written in Chinese numerals.
  let isNumeral: Bool
  /// Whether a currency sign stands before it: money, of whatever magnitude.
  let isCurrency: Bool

  var isPercent: Bool { part == .hundred }

  /// Takes a text apart; `nil` where it is not one number with at most a unit.
  init?(_ text: String) {
    if let short = NumberText(short: text) {
      self = short
    } else {
      self.init(inFull: text)
    }
  }

  /// Takes any text apart.
  init?(inFull text: String) {
    var cursor = TextCursor(text)
    let before = Self.takeBound(&cursor)
    isCurrency = cursor.take("¥")
    if isCurrency { cursor.skipSpaces() }
    let whole = Self.takeWholePart(&cursor)
    let saysPart = whole == nil ? Self.takePartWord(&cursor) : .hundred
    guard let amount = whole ?? Amount(&cursor) else { return nil }
    let part = Self.takePartSign(&cursor) ?? saysPart
    var rest = Wording.trimmed(cursor.rest)
    let after = Self.dropBoundSuffix(&rest)
    rest = Self.withoutBrackets(rest)
    guard before == .none || after == .none || before == after, Self.isUnit(rest),
      !amount.isNumeral || amount.fits(rest, isPart: part != nil)
    else { return nil }
    bound = before == .none ? after : before
    figure = amount.figure
    decimals = amount.decimals
    hasSeparators = amount.hasSeparators
    isSpelled = amount.isSpelled
    isNumeral = amount.isNumeral
    self.part = part ?? .none
    unit = rest
  }

  private static func takeBound(_ cursor: inout TextCursor) -> Bound {
    cursor.skipSpaces()
    guard !cursor.isAtDigit else { return .none }
    cursor.skip(BoundWords.neutral)
    guard let index = cursor.take(firstOf: BoundWords.beforeWords) else { return .none }
    cursor.skipSpaces()
    return BoundWords.before[index].1
  }

  /// 百分之百, 百分百.
  private static func takeWholePart(_ cursor: inout TextCursor) -> Amount? {
    cursor.take("百分之百") || cursor.take("百分百") ? Amount(figure: .hundred, isNumeral: true) : nil
  }

  private static func takePartWord(_ cursor: inout TextCursor) -> Part? {
    if cursor.take("百分之") { return .hundred }
    return cursor.take("千分之") ? .thousand : nil
  }

  private static func takePartSign(_ cursor: inout TextCursor) -> Part? {
    guard !cursor.isAtEnd else { return nil }
    cursor.skipSpaces()
    if cursor.take("‰") || cursor.take("千分比") { return .thousand }
    for word in ["%", "百分比", "个百分点", "百分点"] where cursor.take(word) { return .hundred }
    return nil
  }

  private static func dropBoundSuffix(_ text: inout String) -> Bound {
    guard !text.isEmpty else { return .none }
    dropInclusions(&text)
    for (word, bound) in BoundWords.after where text.hasSuffix(word) {
      text = Wording.trimmed(String(text.dropLast(word.count)))
      dropInclusions(&text)
      return bound
    }
    if text.hasSuffix("内"), BoundWords.spans.contains(where: { text.hasSuffix($0 + "内") }) {
      text.removeLast()
      return .atMost
    }
    return .none
  }

  private static func dropInclusions(_ text: inout String) {
    for word in BoundWords.inclusions {
      if text.hasPrefix(word) { text.removeFirst(word.count) }
      if text.hasSuffix(word) { text.removeLast(word.count) }
    }
  }

  /// A unit in brackets is a unit.
  private static func withoutBrackets(_ text: String) -> String {
    guard text.hasPrefix("("), text.hasSuffix(")"), text.utf8.count > 2 else { return text }
    return Wording.trimmed(String(text.dropFirst().dropLast()))
  }

  /// A unit is short and holds no digits, no sentence marks and no words that make the number
  /// vague (100余人, 100左右) or deny it: anything else is not one clear number.
  private static func isUnit(_ text: String) -> Bool {
    text.isEmpty
      || text.unicodeScalars.count <= 8 && !text.hasPrefix("左右") && !text.hasSuffix("左右")
        && !text.unicodeScalars.contains { scalar in
          switch scalar {
          case "0"..."9", ",", ";", "、", "。", "~", "-", "—", "≥", "≤", "%", "‰", "=", "<", ">", "+",
            "*", "±", "X", "x", "×", "?", "!", ":", "¥", "含", "计", "前",
            "底", "末", "初", "余", "多", "约", "几", "近", "超",
            "未", "不", "没", "无", "以", "预", "估", "拟", "\n":
            true
          default: false
          }
        }
  }
}

extension NumberText {
  /// The digits or numerals of a number, with the magnitude words among them.
  struct Amount {
    var figure: Figure
    var decimals = 0
    var hasSeparators = false
    var isSpelled = false
    var isNumeral = false
    /// The characters of a numeral.
    var length = 0

    init(figure: Figure, isNumeral: Bool) {
      self.figure = figure
      self.isNumeral = isNumeral
    }

    /// Takes a number off the front of a text.
    init?(_ cursor: inout TextCursor) {
      if let first = cursor.first, NumeralText.isNumeral(first) {
        guard let numeral = NumeralText(&cursor) else { return nil }
        figure = numeral.figure
        decimals = numeral.decimals
        (isNumeral, isSpelled, length) = (true, numeral.hasMagnitude, numeral.length)
        return
      }
      guard let digits = cursor.takeDigits(), let figure = Figure(digits.plain) else { return nil }
      self.figure = figure
      decimals = digits.decimals
      hasSeparators = digits.hasSeparators
      guard digits.decimals == 0, !digits.hasSeparators, !figure.isNegative else { return }
      guard let lower = Self.lower(&cursor, below: 9) else { return nil }
      guard let power = lower.power else { return }
      guard let upper = try? figure.shifted(right: -power), let sum = try? upper + lower.rest else {
        return nil
      }
      self.figure = sum
      isSpelled = true
    }

    /// The lower places after a magnitude word: 4000 of 3万4000, 2000万 of 1亿2000万. Without a word
    /// of their own they have to fill their places, since 3万4 may be 34 000 or 30 004.
    ///
    /// - Returns: no power where no number in parts stands here; `nil` where one does and cannot
    ///   be read one way.
    private static func lower(_ cursor: inout TextCursor, below limit: Int)
      -> (power: Int?, rest: Figure)?
    {
      var ahead = cursor
      guard let word = ahead.take(where: { powers[$0] != nil }), let power = powers[word],
        power < limit, ahead.isAtDigit
      else { return (nil, .zero) }
      guard let digits = ahead.takeDigits(), digits.decimals == 0, !digits.hasSeparators,
        let part = Figure(digits.plain)
      else { return nil }
      guard let next = ahead.first, let own = powers[next], own < power else {
        guard digits.whole == power else { return nil }
        cursor = ahead
        return (power, part)
      }
      guard let below = lower(&ahead, below: power), digits.whole <= power - own else { return nil }
      if below.power == nil { _ = ahead.take(where: { $0 == next }) }
      guard let value = try? part.shifted(right: -own), let rest = try? value + below.rest else {
        return nil
      }
      cursor = ahead
      return (power, rest)
    }

    private static let powers: [Unicode.Scalar: Int] = ["亿": 8, "万": 4, "千": 3, "百": 2]

    /// Whether a numeral with this unit behind it is a number and no other word: 十分满意 is none.
    func fits(_ unit: String, isPart: Bool) -> Bool {
      if isPart { return unit.isEmpty }
      if length < 2, unit.isEmpty || unit == "分" { return false }
      return unit.isEmpty || UnitText(unit).isKnown
    }
  }
}

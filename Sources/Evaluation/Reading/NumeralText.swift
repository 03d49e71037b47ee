internal import Figures

/// Numbers written in Chinese numerals: 三万四千, 一百二十, 十五, 九十五点五.
///
/// Only numerals that can be read one way are: 三万四 is 34 000 to some and 30 004 to others, 一百二
/// likewise, and a digit alone is a part of many words (一般, 十分).
struct NumeralText {
  let figure: Figure
  let decimals: Int
  /// The characters taken.
  let length: Int
  /// Whether 万 or 亿 is among them.
  let hasMagnitude: Bool

  /// Takes the numeral at the front of a text; `nil` where there is none or it can be read more
  /// than one way.
  init?(_ cursor: inout TextCursor) {
    var run: [Unicode.Scalar] = []
    while run.count < 24, let next = cursor.take(where: Self.isNumeral) { run.append(next) }
    guard let first = run.first, !run.isEmpty, Self.digit(first) != nil || Self.place(first) == 1,
      let whole = Self.whole(run)
    else { return nil }
    var digits = ""
    if cursor.take("点") {
      while let next = cursor.take(where: { Self.digit($0) != nil }) {
        digits += Self.digit(next).map(String.init) ?? ""
      }
      guard !digits.isEmpty else { return nil }
    }
    guard let figure = Figure(digits.isEmpty ? "\(whole)" : "\(whole).\(digits)") else {
      return nil
    }
    self.figure = figure
    decimals = digits.utf8.count
    length = run.count + digits.utf8.count
    hasMagnitude = run.contains { Self.magnitude($0) != nil }
  }

  /// Whether a character is a digit, a place or a magnitude.
  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    digit(scalar) != nil || place(scalar) != nil || magnitude(scalar) != nil
  }

  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "零", "〇": 0
    case "一", "壹": 1
    case "二", "贰", "两": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// 十 is 1, 百 2, 千 3.
  private static func place(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十", "拾": 1
    case "百", "佰": 2
    case "千", "仟": 3
    default: nil
    }
  }

  /// Whether a place or a magnitude follows a digit somewhere in a text, 几 and 数 counted as
  /// digits: it speaks of a number (约三百人, 数千), where 十四五 and 千家万户 do not.
  static func isSpoken(in text: String) -> Bool {
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let before, before == "几" || before == "数" || digit(before) ?? 0 > 0,
        place(scalar) ?? 0 > 1 || magnitude(scalar) != nil
      {
        return true
      }
      before = scalar
    }
    return false
  }

  private static func magnitude(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "万", "萬": 4
    case "亿", "億": 8
    default: nil
    }
  }

  /// The value of a run of numerals.
  private static func whole(_ run: [Unicode.Scalar]) -> Int? {
    var total = 0
    var last = 9
    var section: [Unicode.Scalar] = []
    for scalar in run {
      guard let power = magnitude(scalar) else {
        section.append(scalar)
        continue
      }
      guard power < last, let value = self.section(section, follows: last), value > 0 else {
        return nil
      }
      total += value * (power == 4 ? 10_000 : 100_000_000)
      last = power
      section = []
    }
    if section.isEmpty { return last == 9 ? nil : total }
    return self.section(section, follows: last).map { total + $0 }
  }

  /// The value of what stands before 亿, 万 or the end: at most 9999.
  ///
  /// - Parameter last: the power of the magnitude before it; 9 for none.
  private static func section(_ run: [Unicode.Scalar], follows last: Int) -> Int? {
    var value = 0
    var lastPlace = last == 9 ? 4 : 4 + 1
    var digit: Int?
    var hasZero = false
    for scalar in run {
      if let next = self.digit(scalar) {
        guard digit == nil else { return nil }
        if next == 0 {
          hasZero = true
          continue
        }
        digit = next
      } else if let place = self.place(scalar) {
        // 十五 begins with its place; 三百十五 and 三百零十 are said by nobody.
        guard place < lastPlace, let count = digit ?? (place == 1 && value == 0 ? 1 : nil) else {
          return nil
        }
        value += count * (place == 1 ? 10 : place == 2 ? 100 : 1000)
        (digit, lastPlace, hasZero) = (nil, place, false)
      } else {
        return nil
      }
    }
    guard let digit else { return hasZero && value == 0 ? nil : value }
    // A digit at the end is units after 十 or after 零 only: 一百二 is 120 or 102.
    guard lastPlace == 1 || hasZero || value == 0 && last == 9 else { return nil }
    return value + digit
  }
}

internal import Figures

extension DayText {
  /// Takes the days that stand at the front of a text.
  static func stretch(_ cursor: inout TextCursor) -> Period? {
    if let within = ofYear(&cursor) { return within }
    var ahead = cursor
    if let year = takeYear(&ahead) {
      guard let period = dated(year, &ahead) else { return nil }
      cursor = ahead
      return period
    }
    guard let month = takeOrdinal(&cursor), cursor.take("月") else { return nil }
    return monthly(month, &cursor)
  }

  /// A year with what parts it from the rest: 2024年, 24年, 二〇二四年, 2024-, 2024/, 2024.
  private static func takeYear(_ cursor: inout TextCursor) -> (year: Int, separator: String)? {
    var year = 0
    var digits = 0
    if cursor.isAtDigit {
      guard let whole = cursor.takeWhole() else { return nil }
      (year, digits) = whole
    } else {
      while digits < 4, let next = cursor.take(where: { NumeralText.digit($0) != nil }) {
        year = year * 10 + (NumeralText.digit(next) ?? 0)
        digits += 1
      }
    }
    guard digits == 4 && year >= 1000 || digits == 2 else { return nil }
    let separators = digits == 4 ? ["年", "-", "/", "."] : ["年"]
    guard let separator = separators.first(where: { cursor.take($0) }) else { return nil }
    return (digits == 4 ? year : 2000 + year, separator)
  }

  private static func dated(_ start: (year: Int, separator: String), _ cursor: inout TextCursor)
    -> Period?
  {
    var period: Period?
    if start.separator == "年" {
      if let within = ofYear(&cursor) ?? wholeYear(&cursor) {
        period = within
      } else if let month = takeOrdinal(&cursor), cursor.take("月") {
        period = monthly(month, &cursor)
      }
    } else {
      period = numbered(start.separator, &cursor)
    }
    period?.year = start.year
    return period
  }

  /// The month and day of 2024-9-30. 2024.9 may be a number; 2024-09 is a month.
  private static func numbered(_ separator: String, _ cursor: inout TextCursor) -> Period? {
    guard let month = cursor.takeWhole()?.value else { return nil }
    guard cursor.take(separator), let day = cursor.takeWhole()?.value else {
      return cursor.isAtEnd && separator == "-"
        ? Period(from: .init(month, 1), to: .init(month)) : nil
    }
    _ = cursor.take("日")
    return Period(from: .init(month, day), to: .init(month, day), endsByName: true)
  }

  /// 底, 末, 度 or nothing behind 2024年.
  private static func wholeYear(_ cursor: inout TextCursor) -> Period? {
    let isEnd = takeEnd(&cursor)
    let isWhole = isEnd || cursor.take("内") || cursor.take("度") || cursor.isAtEnd
    guard isWhole else { return nil }
    return Period(
      from: isEnd ? .init(12, 1) : .init(1, 1), to: .init(12, 31), endsByName: isEnd)
  }

  /// 年底, 上半年, 三季度: a part of whatever year.
  private static func ofYear(_ cursor: inout TextCursor) -> Period? {
    for word in ["年底", "年末", "年终"] where cursor.take(word) {
      return Period(from: .init(12, 1), to: .init(12, 31), endsByName: true)
    }
    if cursor.take("年内") { return Period(from: .init(1, 1), to: .init(12, 31)) }
    if cursor.take("上半年") {
      return Period(from: .init(1, 1), to: .init(6), endsByName: takeEnd(&cursor))
    }
    if cursor.take("下半年") {
      return Period(from: .init(7, 1), to: .init(12), endsByName: takeEnd(&cursor))
    }
    return quarter(&cursor)
  }

  private static func takeEnd(_ cursor: inout TextCursor) -> Bool {
    cursor.take("底") || cursor.take("末")
  }

  private static func quarter(_ cursor: inout TextCursor) -> Period? {
    var ahead = cursor
    _ = ahead.take("第")
    guard let number = takeOrdinal(&ahead), (1...4).contains(number), ahead.take("季") else {
      return nil
    }
    _ = ahead.take("度")
    let isEnd = takeEnd(&ahead)
    cursor = ahead
    return Period(
      from: .init(isEnd ? number * 3 : number * 3 - 2, 1), to: .init(number * 3), endsByName: isEnd)
  }

  /// What stands behind 9月.
  private static func monthly(_ month: Int, _ cursor: inout TextCursor) -> Period? {
    if cursor.take("份"), cursor.isAtEnd { return Period(from: .init(month, 1), to: .init(month)) }
    for word in ["底", "末"] where cursor.take(word) {
      return Period(from: .init(month, 21), to: .init(month), endsByName: true)
    }
    if cursor.take("上旬") { return Period(from: .init(month, 1), to: .init(month, 10)) }
    if cursor.take("中旬") { return Period(from: .init(month, 11), to: .init(month, 20)) }
    if cursor.take("下旬") { return Period(from: .init(month, 21), to: .init(month)) }
    if cursor.take("初") {
      return Period(from: .init(month, 1), to: .init(month, 15), hasEnd: false)
    }
    guard let day = takeOrdinal(&cursor) else {
      return Period(from: .init(month, 1), to: .init(month))
    }
    _ = cursor.take("日") || cursor.take("号")
    return Period(from: .init(month, day), to: .init(month, day), endsByName: true)
  }

  /// A month's or a day's number, in digits or numerals.
  private static func takeOrdinal(_ cursor: inout TextCursor) -> Int? {
    if cursor.isAtDigit {
      guard let whole = cursor.takeWhole(), whole.digits <= 2 else { return nil }
      return whole.value
    }
    guard let first = cursor.first, NumeralText.isNumeral(first),
      let numeral = NumeralText(&cursor), numeral.decimals == 0
    else { return nil }
    return (1...31).first { numeral.figure == .init($0) }
  }
}

/// Days, months and quarters as offices write them.
enum DayText {
  /// A stretch of days that a text names: one day, a month, 三季度, 上半年.
  struct Period: Hashable {
    /// The year; `nil` where it was left out.
    var year: Int?
    /// Its first day.
    var from: MonthDay
    /// Its last day.
    var to: MonthDay
    /// Whether it has an end: 9月初 has none.
    var hasEnd = true
    /// Whether it names its last day or 底: 9月30日前 and 9月底前 are clear.
    var endsByName = false
    /// Whether it is a time before which something is due and that it may be part of: 9月前.
    var isOpen = false

    /// Whether the calendar has its days.
    var isOnCalendar: Bool {
      [from, to].allSatisfy { Deadline(year: year, month: $0.month, day: $0.day) != nil }
    }

    /// Its days in `year`, where it has none of its own.
    func days(in year: Int) -> ClosedRange<CalendarDay>? {
      let year = self.year ?? year
      let first = CalendarDay(year: year, month: from.month, day: from.day ?? 1)
      let last = CalendarDay(
        year: year, month: to.month, day: to.day ?? CalendarDay.days(inMonth: to.month, of: year))
      guard let first, let last, first <= last else { return nil }
      return first...last
    }
  }

  /// A month, and a day of it; no day is its last where a period ends.
  struct MonthDay: Hashable {
    var month: Int
    var day: Int?

    init(_ month: Int, _ day: Int? = nil) {
      self.month = month
      self.day = day
    }
  }

  /// Reads `2024-11-30`, `2024年11月30日前`, `9月底前`, `三季度末`, `年底前完成` as the day by which
  /// something is due; `nil` where the text is anything else, or not clear.
  static func deadline(_ text: String) -> Deadline? {
    guard let period = period(text), period.hasEnd else { return nil }
    var deadline = Deadline(year: period.year, month: period.to.month, day: period.to.day)
    if period.isOpen { deadline?.opens = period.from }
    return deadline
  }

  /// Reads the days that a text names; `nil` where it names none the calendar has.
  static func period(_ text: String) -> Period? {
    let plain = FigureText.plain(Wording.trimmed(text))
    guard mayBeDay(plain) else { return nil }
    var cursor = TextCursor(Wording.withoutSpaces(beforeTime(plain)))
    cursor.skip(leads)
    guard var period = stretch(&cursor) else { return nil }
    if cursor.take(firstOf: before) != nil, !period.endsByName { period.isOpen = true }
    cursor.skip(actions)
    return cursor.isAtEnd && period.isOnCalendar ? period : nil
  }

  /// The day that eight digits stand for (20240930), where a day is due.
  static func compact(_ digits: String) -> CalendarDay? {
    guard digits.utf8.count == 8, let number = Int(digits), number > 0 else { return nil }
    return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// A time of day, which a deadline does not look at, stands behind a space or a T.
  private static func beforeTime(_ text: String) -> String {
    guard let colon = text.unicodeScalars.firstIndex(of: ":"),
      let mark = text.unicodeScalars[..<colon].lastIndex(where: { Wording.isSpace($0) || $0 == "T" }
      )
    else { return text }
    return String(text[..<mark])
  }

  /// Whether a text has a character that parts year, month and day; most texts have none.
  private static func mayBeDay(_ plain: String) -> Bool {
    guard plain.utf8.count <= 120 else { return false }
    return marks.isFound(in: plain.utf8.span)
  }

  private static let marks = WordList(["年", "月", "-", "/", ".", "度"])

  /// Words before a day that change nothing.
  private static let leads = WordList([
    "不晚于", "不迟于", "最晚", "最迟", "截至", "截止到", "截止", "已于", "应于", "计划", "确保", "于", "在", "≤",
    "<=", "本年度", "本年", "当年", "今年",
  ])

  private static let before = WordList(["以前", "之前", "前", "止"])

  /// What is done by a day; any other word may say that it was not, or something else.
  private static let actions = WordList([
    "全部", "已", "按期", "按时", "完成", "主体工程", "建设任务", "建设", "任务", "工程", "项目", "完工", "竣工",
    "建成", "通过", "验收", "交付", "使用", "投入", "办结", "拨付", "发放", "支付", "到位", "并", "、",
  ])
}

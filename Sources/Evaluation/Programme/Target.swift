public import Figures

/// What an indicator is to reach.
public enum Target: Hashable, Sendable {
  /// At least this much (≥; a bare number).
  case atLeast(Figure)
  /// At most this much (≤; a bare 0).
  case atMost(Figure)
  /// Exactly this much (=).
  case equal(Figure)
  /// From the first to the second, both included.
  case between(Figure, Figure)
  /// Done or not; the answer that fulfils it.
  case yesNo(Bool)
  /// A judged level; the words of the target.
  case level(String)
  /// By a day, included.
  case by(Deadline)

  /// The kind of target, as results name it.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// ≥
    case atLeast
    /// ≤
    case atMost
    /// =
    case equal
    /// 区间
    case between
    /// 是否
    case yesNo
    /// 定性
    case level
    /// 期限
    case by
  }

  /// The target of a kind that ``text`` states; `nil` where the text is none of that kind.
  public init?(_ direction: Direction, text: String) {
    switch direction {
    case .atLeast, .atMost, .equal:
      guard let figure = Figure(text) else { return nil }
      self = direction == .atLeast ? .atLeast(figure) : .of(figure, isLimit: direction == .atMost)
    case .between:
      let bounds = text.split(separator: "~").map { Figure($0) }
      guard bounds.count == 2, let low = bounds[0], let high = bounds[1] else { return nil }
      self = .between(low, high)
    case .yesNo:
      guard text == "是" || text == "否" else { return nil }
      self = .yesNo(text == "是")
    case .level: self = .level(text)
    case .by:
      guard let deadline = Deadline(text) else { return nil }
      self = .by(deadline)
    }
  }

  private static func of(_ figure: Figure, isLimit: Bool) -> Target {
    isLimit ? .atMost(figure) : .equal(figure)
  }

  /// The kind of target.
  public var direction: Direction {
    switch self {
    case .atLeast: .atLeast
    case .atMost: .atMost
    case .equal: .equal
    case .between: .between
    case .yesNo: .yesNo
    case .level: .level
    case .by: .by
    }
  }

  /// The target as results state it: a plain decimal, `10~20`, 是, the words of a level, an ISO
  /// date (without the parts it was given without).
  public var text: String {
    switch self {
    case .atLeast(let figure), .atMost(let figure), .equal(let figure): figure.description
    case .between(let low, let high): "\(low)~\(high)"
    case .yesNo(let answer): answer ? "是" : "否"
    case .level(let words): words
    case .by(let deadline): deadline.description
    }
  }
}

extension Target {
  /// The target as a form words it: `≥98%`, `≤90`, `10～20`, 是.
  public func shown(unit: String) -> String {
    let percent = Measure.isPercent(unit: unit) ? "%" : ""
    return switch self {
    case .atLeast(let figure): "≥\(figure)\(percent)"
    case .atMost(let figure): "≤\(figure)\(percent)"
    case .equal(let figure): "＝\(figure)\(percent)"
    case .between(let low, let high): "\(low)～\(high)\(percent)"
    case .yesNo, .level: text
    case .by(let deadline): "\(deadline)前"
    }
  }
}

/// A day by which something is due, given as people give it: with or without year and day.
public struct Deadline: Hashable, Sendable, CustomStringConvertible {
  /// The year; `nil` where it was left out.
  public let year: Int?
  /// The month, 1 through 12.
  public let month: Int
  /// The day of the month; `nil`: its last.
  public let day: Int?
  /// From where on a day may be late already, in words that are read in two ways: 9月前 ends with
  /// August to some and with September to others. `nil` for a clear deadline. It makes no two
  /// deadlines differ.
  var opens: DayText.MonthDay?

  /// A deadline; `nil` where the calendar has no such day.
  public init?(year: Int?, month: Int, day: Int?) {
    guard CalendarDay(year: year ?? CalendarDay.noYear, month: month, day: day ?? 1) != nil else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Deadlines are the same where their parts are.
  public static func == (left: Deadline, right: Deadline) -> Bool {
    left.year == right.year && left.month == right.month && left.day == right.day
  }

  /// Hashes the parts.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(year)
    hasher.combine(month)
    hasher.combine(day)
  }

  /// The first day from which on it may be too late; the last day where the deadline is clear.
  func firstDoubtfulDay(in year: Int) -> CalendarDay? {
    guard let opens else { return lastDay(in: year) }
    return CalendarDay(year: self.year ?? year, month: opens.month, day: opens.day ?? 1)
  }

  /// The deadline that ``description`` gives as text.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (1...3).contains(numbers.count) else { return nil }
    let hasYear = parts[0].utf8.count == 4
    let rest = hasYear ? numbers.dropFirst() : numbers[...]
    guard let month = rest.first, rest.count <= 2 else { return nil }
    self.init(
      year: hasYear ? numbers[0] : nil, month: month, day: rest.count == 2 ? rest.last : nil)
  }

  /// The last day it stands for, in `year` where it has none of its own.
  public func lastDay(in year: Int) -> CalendarDay? {
    let year = self.year ?? year
    return CalendarDay(
      year: year, month: month, day: day ?? CalendarDay.days(inMonth: month, of: year))
  }

  /// The ISO form of the parts given: `2024-11-30`, `2024-11`, `11-30`, `11`.
  public var description: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let parts = [year.map(String.init), two(month), day.map(two)]
    return parts.compactMap { $0 }.joined(separator: "-")
  }
}

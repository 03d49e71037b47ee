internal import Figures

/// What a person typed into one cell, before anyone asks what it means.
public struct Typed: Hashable, Sendable {
  /// The kinds of content a cell can have.
  public enum Content: Hashable, Sendable {
    /// Nothing, or white space.
    case blank
    /// A number, as the digits stored; whether the cell shows it in percent, and the decimals
    /// it shows (`nil`: as many as there are).
    case number(String, isPercent: Bool, shownDecimals: Int?)
    /// A text.
    case text(String)
    /// TRUE or FALSE.
    case boolean(Bool)
    /// An error value (`#DIV/0!`).
    case error(String)
    /// A date, from a cell formatted as one.
    case date(CalendarDay)
    /// A formula whose value is not stored; the formula's text.
    case unevaluatedFormula(String)
  }

  /// Typed values are handed on many times more often than made: one reference stands for all.
  private let cell: Cell

  private final class Cell: Sendable {
    let content: Content
    let place: Place
    let isSwallowed: Bool
    let aside: Aside?

    init(_ content: Content, _ place: Place, isSwallowed: Bool, aside: Aside?) {
      (self.content, self.place, self.isSwallowed) = (content, place, isSwallowed)
      self.aside = aside
    }
  }

  /// What nearly all values are without.
  private final class Aside: Sendable {
    let workedOutFrom: String?
    let frame: Frame?

    init(workedOutFrom: String?, frame: Frame?) {
      (self.workedOutFrom, self.frame) = (workedOutFrom, frame)
    }
  }

  /// What it holds.
  public var content: Content { cell.content }
  /// Where it stands.
  public var place: Place { cell.place }
  /// Whether a merge of cells of several rows swallowed it (S009): its content is lost.
  public var isSwallowed: Bool { cell.isSwallowed }
  /// The formula (without `=`) that the content was worked out from, because no value was stored
  /// with it (V009, as a note); `nil` for what was stored.
  public var workedOutFrom: String? { cell.aside?.workedOutFrom }
  /// What the cell's format writes around its number, where that says something (`≤`, `万元`).
  public var frame: Frame? { cell.aside?.frame }

  /// What a number format writes before and behind a number.
  public struct Frame: Hashable, Sendable {
    /// Before the number.
    public let before: String
    /// Behind it.
    public let after: String

    /// A frame.
    public init(before: String, after: String) {
      (self.before, self.after) = (before, after)
    }
  }

  /// A typed value.
  public init(
    _ content: Content, at place: Place, isSwallowed: Bool = false, workedOutFrom: String? = nil,
    frame: Frame? = nil
  ) {
    let aside =
      workedOutFrom == nil && frame == nil
      ? nil : Aside(workedOutFrom: workedOutFrom, frame: frame)
    cell = Cell(content, place, isSwallowed: isSwallowed, aside: aside)
  }

  private init(_ cell: Cell) { self.cell = cell }

  /// The same value at another place: of a cell that shows that of its merge.
  public func moved(to place: Place) -> Typed {
    Typed(Cell(content, place, isSwallowed: isSwallowed, aside: cell.aside))
  }

  /// The text that is read: one that was typed, or a number with what its format writes around
  /// it, as if both had been typed; `nil` for everything else.
  var spelled: String? {
    switch content {
    case .text(let text): text
    case .number(let digits, let isPercent, _):
      frame.map { $0.before + Self.shown(digits, isPercent: isPercent) + $0.after }
    default: nil
    }
  }

  /// Whether nothing was typed.
  public var isBlank: Bool {
    switch content {
    case .blank: true
    case .text(let text): Self.isWhite(text)
    default: false
    }
  }

  /// Whether a typed text is nothing but white space.
  public static func isWhite(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard bytes.count > 0 else { return true }
    // The characters that Unicode calls white space.
    switch TextBytes.scalar(bytes, at: 0).value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      return text.allSatisfy(\.isWhitespace)
    default: return false
    }
  }

  /// The content in full, a percentage as one (`95.09%`, `5123`); empty for a blank.
  public var shown: String {
    switch content {
    case .blank: ""
    case .number(let digits, let isPercent, _):
      spelled ?? Self.shown(digits, isPercent: isPercent)
    case .text(let text): Wording.trimmed(text)
    case .boolean(let value): value ? "TRUE" : "FALSE"
    case .error(let code): code
    case .date(let day): day.description
    case .unevaluatedFormula(let formula): "=" + formula
    }
  }

  private static func shown(_ digits: String, isPercent: Bool) -> String {
    guard let figure = Figure(stored: digits) else { return digits }
    guard isPercent else { return figure.description }
    guard let percent = try? figure * .hundred else { return digits }
    return percent.description + "%"
  }
}

extension Typed {
  /// Values are the same that hold the same at one place.
  public static func == (left: Typed, right: Typed) -> Bool {
    left.cell === right.cell
      || left.content == right.content && left.place == right.place
        && left.isSwallowed == right.isSwallowed && left.workedOutFrom == right.workedOutFrom
        && left.frame == right.frame
  }

  /// Hashes content and place.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(content)
    hasher.combine(place)
  }
}

/// A day of the Gregorian calendar.
public struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year.
  public let year: Int
  /// The month, 1 through 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day; `nil` where the calendar has none such.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The year of days that belong to none: a leap year before there were forms of this kind. It is
  /// not shown.
  static let noYear = 2000

  /// The days a month has.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The earlier day first.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The ISO form: `2024-11-30`; `11-30` for a day that belongs to no year.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    let monthAndDay = "\(padded(month, 2))-\(padded(day, 2))"
    return year == Self.noYear ? monthAndDay : "\(padded(year, 4))-\(monthAndDay)"
  }
}

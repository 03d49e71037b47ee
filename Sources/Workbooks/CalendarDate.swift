/// A day, as a cell's serial number stands for it.
public struct CalendarDate: Hashable, Sendable {
  /// The year, 1900 through 9999.
  public let year: Int
  /// The month, 1 through 12.
  public let month: Int
  /// The day, 1 through 31.
  public let day: Int

  /// A day by its numbers, which are not checked against the calendar.
  public init(year: Int, month: Int, day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day of a serial number; `nil` for what is no number, or no day a spreadsheet shows.
  ///
  /// Counted from 1900, day 60 is 29 February 1900, which never was: spreadsheets keep that
  /// error of Lotus 1-2-3, and so all later days are right (ECMA-376-1 §18.17.4.1).
  public init?(serial: String, uses1904Dates: Bool) {
    guard let number = Double(serial), number >= (uses1904Dates ? 0 : 1), number < 2_958_466 else {
      return nil
    }
    let days = Int(number)
    switch days {
    case _ where uses1904Dates: self.init(daysSince1970: days - 24_107)
    case 60: self.init(year: 1900, month: 2, day: 29)
    case ..<60: self.init(daysSince1970: days - 25_568)
    default: self.init(daysSince1970: days - 25_569)
    }
    guard year <= 9999 else { return nil }
  }

  /// Days into a date of the Gregorian calendar, by eras of 400 years from 1 March of year 0.
  private init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The serial number of the day, counted as the workbook counts.
  func serial(uses1904Dates: Bool) -> Int {
    let yearFromMarch = month <= 2 ? year - 1 : year
    let era = yearFromMarch / 400
    let yearOfEra = yearFromMarch % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    if uses1904Dates { return days + 24_107 }
    return days + (days < -25_508 ? 25_568 : 25_569)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The day as ISO 8601 writes it: `2024-03-01`.
  public var description: String {
    func padded(_ number: Int, _ length: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
    }
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }
}

/// Dates as Strict workbooks may write them (`t="d"`): ISO 8601 text.
enum ISODate {
  /// The serial number of `2024-03-01`, or of `2024-03-01T12:00:00` with its part of a day;
  /// the part of a day alone of `12:00:00`; `nil` for anything else.
  static func serial(_ text: String, uses1904Dates: Bool) -> String? {
    if let time = milliseconds(Substring(text).utf8) { return "0" + fraction(of: time) }
    let halves = text.utf8.split(separator: 0x54, omittingEmptySubsequences: false)
    guard halves.count <= 2, let day = halves.first.flatMap({ date($0) }) else { return nil }
    let serial = day.serial(uses1904Dates: uses1904Dates)
    guard serial >= 0 else { return nil }
    guard halves.count == 2 else { return String(serial) }
    return milliseconds(halves[1]).map { String(serial) + fraction(of: $0) }
  }

  private static func date(_ text: Substring.UTF8View) -> CalendarDate? {
    let numbers = text.split(separator: 0x2D).map { number($0) }
    guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2],
      1900...9999 ~= year, 1...12 ~= month, 1...31 ~= day
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func milliseconds(_ text: Substring.UTF8View) -> Int? {
    let time = text.last == 0x5A ? text.dropLast() : text
    let pieces = time.split(separator: 0x2E, omittingEmptySubsequences: false)
    let parts = pieces.first.map { $0.split(separator: 0x3A).map { number($0) } } ?? []
    guard 2...3 ~= parts.count, pieces.count <= 2, let hour = parts[0], let minute = parts[1],
      let second = parts.count == 3 ? parts[2] : 0, hour < 24, minute < 60, second < 60
    else { return nil }
    let fraction = pieces.count == 2 ? thousandths(pieces[1]) : 0
    return fraction.map { (hour * 3600 + minute * 60 + second) * 1000 + $0 }
  }

  private static func thousandths(_ digits: Substring.UTF8View) -> Int? {
    let kept = Array(digits.prefix(3)) + [0x30, 0x30, 0x30]
    return number(Substring(String(decoding: kept.prefix(3), as: UTF8.self)).utf8)
  }

  private static func number(_ digits: Substring.UTF8View) -> Int? {
    guard 1...4 ~= digits.count, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// `.5` for noon: a part of a day to eleven decimals, finer than a millisecond.
  private static func fraction(of milliseconds: Int) -> String {
    let scaled = (milliseconds * 100_000_000_000 + 43_200_000) / 86_400_000
    guard scaled > 0 else { return "" }
    var digits = String(scaled)
    digits = String(repeating: "0", count: 11 - digits.utf8.count) + digits
    while digits.utf8.last == 0x30 { digits.removeLast() }
    return "." + digits
  }
}

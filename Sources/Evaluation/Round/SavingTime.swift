/// When a workbook was last saved, as it says itself: W3CDTF text (ISO 8601), compared in one zone.
///
/// A time that is absent is older than any other; one that is written otherwise is compared as
/// text, and is older than those that are understood.
struct SavingTime: Comparable {
  /// Seconds since the year 0, UTC.
  private let seconds: Int?
  /// What stands behind the seconds: fractions, or the whole text where it is not understood.
  private let rest: String

  init(_ text: String?) {
    let text = Wording.trimmed(text ?? "")
    var fields = Fields(text)
    seconds = fields.seconds()
    rest = seconds == nil ? text : fields.fraction
  }

  static func < (one: SavingTime, two: SavingTime) -> Bool {
    if one.seconds != two.seconds { return one.seconds ?? -1 < two.seconds ?? -1 }
    return one.rest < two.rest
  }

  /// The numbers of `2025-03-02T09:30:00.25+08:00`, taken one after the other.
  private struct Fields {
    private var left: Substring.UTF8View
    private(set) var fraction = ""

    init(_ text: String) { left = Substring(text).utf8 }

    /// `nil` where it is no full date with a time.
    mutating func seconds() -> Int? {
      guard let year = number(4), take("-"), let month = number(2), take("-"),
        let day = number(2), take("T"), let hour = number(2), take(":"), let minute = number(2),
        (1...12).contains(month), (1...31).contains(day)
      else { return nil }
      let second = take(":") ? number(2) ?? 0 : 0
      takeFraction()
      guard let offset = zone(), left.isEmpty else { return nil }
      let minutes = (Self.days(year, month, day) * 24 + hour) * 60 + minute - offset
      return minutes * 60 + second
    }

    /// Days since the first of March of the year 0 (Gregorian).
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
      let year = month > 2 ? year : year - 1
      let leaps = year / 4 - year / 100 + year / 400
      return year * 365 + leaps + ((month + 9) % 12 * 306 + 5) / 10 + day - 1
    }

    private mutating func takeFraction() {
      guard take(".") else { return }
      var digits = left.prefix { (0x30...0x39).contains($0) }
      left = left.dropFirst(digits.count)
      while digits.last == 0x30 { digits = digits.dropLast() }
      fraction = String(Substring(digits))
    }

    /// Minutes east of UTC; 0 where no zone is named.
    private mutating func zone() -> Int? {
      if left.isEmpty || take("Z") { return 0 }
      let isWest = take("-")
      guard isWest || take("+"), let hours = number(2), take(":"), let minutes = number(2) else {
        return nil
      }
      return (hours * 60 + minutes) * (isWest ? -1 : 1)
    }

    private mutating func number(_ count: Int) -> Int? {
      let digits = left.prefix(count)
      guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      left = left.dropFirst(count)
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private mutating func take(_ mark: Character) -> Bool {
      guard let byte = mark.asciiValue, left.first == byte else { return false }
      left = left.dropFirst()
      return true
    }
  }
}

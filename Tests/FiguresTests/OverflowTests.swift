import Figures
import Testing

@Suite struct OverflowTests {
  static let extremes: [Figure] = [
    Int128.max, .min, .max - 1, .min + 1, 1, -1, 0, 10, Int128(Int64.max), Int128(Int64.min),
  ].flatMap { digits in [0, 1, 18, 36, 37].compactMap { Figure(significand: digits, scale: $0) } }

  @Test func noOperationOnExtremesEverTraps() {
    for left in Self.extremes {
      for right in Self.extremes {
        _ = try? left + right
        _ = try? left - right
        _ = try? left * right
        _ = left < right
        guard let ratio = try? Ratio(left, over: right) else { continue }
        for places in [-1, 0, 2, 37, 38, Int.max] { _ = try? ratio.rounded(to: places) }
        _ = try? ratio.percent(places: 4)
        _ = try? ratio * ratio
        _ = try? ratio * left
        _ = try? ratio + Ratio(right)
        _ = try? ratio - Ratio(right)
        _ = try? ratio.divided(by: Ratio(right))
        _ = try? ratio.negated()
        for digits in [1, 15, 38] { _ = try? ratio.figure(significantDigits: digits) }
      }
    }
  }

  @Test func shiftsOutOfRangeAreReported() {
    for figure in Self.extremes {
      for places in [Int.min, -1000, -38, -1, 0, 1, 38, 1000, Int.max] {
        _ = try? figure.shifted(right: places)
        _ = figure.rounded(to: places)
      }
      _ = try? figure.negated()
      _ = try? figure.magnitude()
      #expect(Figure(stored: figure.description) != nil || figure.significand == .min)
    }
    #expect(throws: FigureOverflow.self) { try Figure.one.shifted(right: .max) }
    #expect(throws: FigureOverflow.self) { try Figure.one.shifted(right: .min) }
  }

  @Test func aShiftThatFitsAfterTrailingZerosIsExact() throws {
    #expect(try Figure(1000).shifted(right: 40).scale == 37)
    #expect(try Figure.zero.shifted(right: -60) == .zero)
  }

  @Test func overflowIsReported() throws {
    let largest = try #require(Figure(significand: .max, scale: 0))
    let least = try #require(Figure(significand: .min, scale: 0))
    #expect(throws: FigureOverflow.self) { try largest + .one }
    #expect(throws: FigureOverflow.self) { try least - .one }
    #expect(throws: FigureOverflow.self) { try largest * Figure(2) }
    #expect(throws: FigureOverflow.self) { try least.negated() }
    #expect(throws: FigureOverflow.self) { try least.magnitude() }
    #expect(throws: FigureOverflow.self) { try Ratio(largest).percent(places: 0) }
  }

  @Test func theLeastIntegerIsDividedExactlyOrReported() throws {
    let least = try #require(Figure(significand: .min, scale: 0))
    let half = try #require(try Ratio(least, over: Figure(2)))
    #expect(half.numerator == Int128.min / 2 && half.denominator == 1)
    #expect(try Ratio(least, over: least) == .one)
    #expect(throws: FigureOverflow.self) { try Ratio(least, over: Figure(-1)) }
    #expect(throws: FigureOverflow.self) { try Ratio(.one, over: least) }
  }

  @Test func aRateThatFitsIsRoundedHoweverLongItsFraction() throws {
    let long = try #require(Figure("99999999999999999999999999999999999999"))
    let nearly = try #require(Figure("99999999999999999999999999999999999990"))
    let ratio = try #require(try Ratio(nearly, over: long))
    #expect(try ratio.rounded(to: 2) == .one)
    #expect(try ratio.rounded(to: 37).text(places: 37) == "0." + String(repeating: "9", count: 37))
    let third = try #require(try Ratio(.one, over: Figure(3)))
    #expect(try third.rounded(to: 37).text(places: 37) == "0." + String(repeating: "3", count: 37))
  }

  @Test func nothingIsDividedByZero() throws {
    #expect(try Ratio(.one, over: .zero) == nil)
    #expect(try Ratio(.zero, over: .zero) == nil)
  }

  @Test(arguments: [
    "1E+300", "1E-300", "1e999", "1e1000", "1e99999999999999999999", "-1E-60",
    "0.00000000000000000000000000000000000001",
  ])
  func numbersBeyondTheRangeAreNotRead(_ text: String) {
    #expect(Figure(text) == nil)
    #expect(Figure(stored: text) == nil)
  }

  @Test func theLastDigitsOfTheRangeAreRead() {
    #expect(Figure("170141183460469231731687303715884105727")?.significand == .max)
    #expect(Figure("170141183460469231731687303715884105728") == nil)
    #expect(Figure("1E38")?.scale == 0)
    #expect(Figure("1E-37")?.scale == 37)
  }

  @Test(arguments: [
    "", " ", "-", "+", ".", "e5", "1e", "1e+", "1e-", "+-1", "--1", "1-", "1.2.3", "1,000", "0x1F",
    "１", "nan", "inf", "Infinity", "1 ", " 1", "1e5.5", "1_000", "\u{0}1",
  ])
  func onlyPlainDecimalsAreRead(_ text: String) {
    #expect(Figure(text) == nil)
  }

  @Test(arguments: ["nan", "inf", "Infinity", "0x1F", "-", "1e400"])
  func aStoredTextThatIsNoNumberIsNotRead(_ text: String) {
    #expect(Figure(stored: text) == nil)
  }

  @Test func aTieInTheSixteenthDigitIsDecidedByTheDigitsStored() {
    #expect(Figure(stored: "0.1234567890123455")?.description == "0.123456789012346")
    #expect(Figure(stored: "-0.1234567890123455")?.description == "-0.123456789012346")
  }

  @Test func longZerosAreNoOverflow() {
    #expect(Figure("0." + String(repeating: "0", count: 5000)) == .zero)
    #expect(Figure(String(repeating: "0", count: 5000) + "7") == Figure(7))
    #expect(Figure("-0") == .zero)
    #expect(Figure("0E-999") == .zero)
  }
}

@Suite struct HalfUpTests {
  @Test(arguments: [
    ("90.54", "80", "113.18"), ("5123", "6410", "79.92"), ("125", "150", "83.33"),
    ("36948.11", "36620", "100.90"), ("36982.43", "36620", "100.99"),
    ("35511.31", "36620", "96.97"), ("1", "8000", "0.01"), ("-90.54", "80", "-113.18"),
    ("1", "20001", "0.00"), ("1", "3", "33.33"), ("2", "3", "66.67"),
  ])
  func aRateIsRoundedHalfUpOnceFromTheExactValue(_ upper: String, _ lower: String, _ rate: String)
    throws
  {
    let (dividend, divisor) = (try #require(Figure(upper)), try #require(Figure(lower)))
    let ratio = try #require(try Ratio(dividend, over: divisor))
    #expect(try ratio.percent(places: 2).text(places: 2) == rate)
  }

  @Test func roundingTwiceWouldSayOtherwise() throws {
    // 0.3449… is 0.3 at one decimal; rounded to 0.345 and 0.35 first, it would be 0.4.
    let ratio = Ratio(try #require(Figure("0.3449")))
    #expect(try ratio.rounded(to: 1).description == "0.3")
  }
}

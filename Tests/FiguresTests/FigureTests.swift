import Figures
import Testing

@Suite struct FigureTests {
  @Test func equalNumbersAreTheSameHoweverWritten() throws {
    #expect(Figure("9.00") == Figure("9"))
    #expect(Figure("1.5E-3")?.description == "0.0015")
    #expect(Figure("12abc") == nil)
  }

  @Test func aStoredNumberIsWhatASpreadsheetShows() {
    #expect(Figure(stored: "0.30000000000000004")?.description == "0.3")
    #expect(Figure(stored: "1.0049999999999999")?.description == "1.005")
  }

  @Test func ratesAreRoundedHalfUpFromTheExactValue() throws {
    let actual = try #require(Figure("90.54"))
    let rate = try #require(try Ratio(actual, over: Figure(80)))
    #expect(try rate.percent(places: 2).text(places: 2) == "113.18")
  }

  @Test func fractionsAddAndDivideExactly() throws {
    let third = try #require(try Ratio(Figure(1), over: Figure(3)))
    let sixth = try #require(try Ratio(Figure(-1), over: Figure(6)))
    #expect(try third + sixth == third - sixth.negated())
    #expect(try third + sixth == sixth.negated())
    #expect(try third.divided(by: sixth) == Ratio(Figure(-2)))
    #expect(try third.divided(by: .zero) == nil)
  }

  @Test(arguments: [
    (1, 3, 3, "0.333"), (2, 3, 3, "0.667"), (200, 3, 3, "66.7"), (2_000_000, 3, 3, "667000"),
    (1, 3000, 2, "0.00033"), (-1, 8, 2, "-0.13"), (999_999, 1000, 3, "1000"), (0, 5, 3, "0"),
    (1, 10, 1, "0.1"), (1, 1, 15, "1"),
  ])
  func aFractionIsShownInSignificantDigits(
    _ dividend: Int, _ divisor: Int, _ digits: Int, _ shown: String
  ) throws {
    let ratio = try #require(try Ratio(Figure(dividend), over: Figure(divisor)))
    #expect(try ratio.figure(significantDigits: digits).description == shown)
  }
}

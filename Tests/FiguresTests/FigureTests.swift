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
}

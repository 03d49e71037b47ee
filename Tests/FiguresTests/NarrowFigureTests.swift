import Testing

@testable import Figures

/// Figures that fit 64 bits are reckoned with in 64 bits, to the same results as in 128.
@Suite struct NarrowFigureTests {
  private static let edges: [Int128] = [
    0, 1, -1, 9, 10, -10, 100, 999, 1000, 12_345, Int128(Int64.max), Int128(Int64.max) + 1,
    Int128(Int64.min), Int128(Int64.min) - 1, Int128(Int64.max) / 10 * 10,
    1_000_000_000_000_000_000,
    Int128.max, Int128.min + 1, Int128.max / 10 * 10, -5_000_000_000_000_000_000_000,
  ]

  private static var figures: [Figure] {
    edges.flatMap { edge in
      [0, 1, 2, 17, 18, 19, 37].compactMap { Figure(significand: edge, scale: $0) }
    }
  }

  @Test(arguments: [0, 1, 2, 17, 18, 19, 37])
  func trailingZerosAreTakenOffAlike(_ places: Int) {
    for edge in Self.edges {
      let (one, other) = (
        Figure(trimming: edge, places), Figure(trimmingWide: edge, places)
      )
      #expect(one.significand == other.significand && one.scale == other.scale)
    }
  }

  @Test func figuresAreComparedAlike() {
    for left in Self.figures {
      for right in Self.figures {
        #expect((left < right) == Figure.isLessWide(left, right), "\(left) \(right)")
      }
    }
  }

  @Test func ratiosAreComparedAlike() throws {
    let ratios = Self.edges.flatMap { upper in
      [Int128(1), 3, 7, Int128(Int64.max), Int128(Int64.max) + 2, Int128.max].map {
        Ratio(upper, over: $0)
      }
    }
    for left in ratios {
      for right in ratios {
        #expect((left < right) == Ratio.isLessWide(left, right))
      }
    }
  }

  @Test func figuresAreWrittenAlike() {
    for figure in Self.figures {
      for padding in [-1, 0, 1, 5, 18, 19] {
        let places = figure.scale + padding
        #expect(
          figure.text(places: places)
            == Figure.wideText(
              figure.rounded(to: places).significand, figure.rounded(to: places).scale,
              padding: places - figure.rounded(to: places).scale))
      }
    }
  }

  @Test func decimalsAreReadAlike() {
    let texts = [
      "", "-", ".", "-.", "5", "-5", "5.", ".5", "-.5", "+5", "007", "-0", "0.0", "1.50", "1..5",
      "1.5.5", "123456789012345678", "-12345678901234567", "1234567890123456789", "1e5", "1E-3",
      "５", "5 ", "1,5", "999999999999999.99", "--5", "-5-",
    ]
    for text in texts { #expect(Figure(text) == Figure(anyDecimal: text), "\(text)") }
  }
}

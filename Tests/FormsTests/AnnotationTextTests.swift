import Testing

@testable import Forms

/// How much room words take.
@Suite struct AnnotationTextTests {
  @Test(arguments: [("缺1287", 3.0), ("÷×＝", 3.0), ("5123", 2.0), ("", 0.0), ("≥98%", 2.5)])
  func `an ideograph is one em wide, a Latin letter half of one`(text: String, width: Double) {
    #expect(TextExtent.em(text) == width)
  }

  // A hundred pixels at 10.5 points hold 6.6 em.
  @Test(arguments: [
    ("", 1), ("六个汉字正好", 1), ("七个汉字多一个", 2), ("一\n二\n三", 3), ("\n", 2),
    ("汉字汉 1234567", 2), ("12345678901234", 2), ("汉字汉字汉字 1234567890", 2),
  ])
  func `lines break between ideographs and before words`(text: String, lines: Int) {
    #expect(TextExtent.lines(text, pixels: 100, size: 10.5) == lines)
  }

  @Test func `a word longer than a line goes on on the next`() {
    let text = String(repeating: "1", count: 130)
    #expect(TextExtent.lines(text, pixels: 100, size: 10.5) == 10)
  }

  @Test func `endless words take lines without end, and no time`() {
    let text = String(repeating: "很长的话", count: 8000)
    #expect(TextExtent.lines(text, pixels: 100, size: 10.5) > 5000)
    #expect(TextExtent.lines(text, pixels: -5, size: 10.5) > 5000)
  }

  @Test func `a text is cut to its limit, on one line`() {
    #expect(TextExtent.clipped("一二三", to: 3) == "一二三")
    #expect(TextExtent.clipped("一二三四", to: 3) == "一二三…")
    #expect(TextExtent.clipped("一\n二", to: 9) == "一 二")
  }
}

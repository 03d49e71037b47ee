import Testing

@testable import Forms

@Suite struct TextLinesTests {
  /// 140 pixels hold ten ideographs or twenty Latin letters of 14 pixels.
  @Test(arguments: [
    ("", 1), ("一二三四五六七八九十", 1), ("一二三四五六七八九十一", 2), ("abcdefghijklmnopqrst", 1),
    ("一\n二\n三", 3), ("一二三四五六七 abcdefgh", 2), ("一二三四五六七八九十。", 2),
    ("abcdefghijklmnopqrstuvwxyz", 2), ("一二三四五六七八九十一二三四五六七八九十", 2),
  ]) func textsBreakAsSpreadsheetsBreakThem(text: String, lines: Int) {
    #expect(TextLines.count(text, in: 140) == lines)
  }

  @Test(arguments: [-5, 0, 1]) func noWidthIsTooSmall(width: Int) {
    #expect(TextLines.count("一二三", in: width) <= 3)
  }

  @Test func aMillionLettersWithoutASpaceEnd() {
    #expect(TextLines.count(String(repeating: "a", count: 1_000_000), in: 140) == 50_000)
  }
}

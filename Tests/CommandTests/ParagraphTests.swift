import Testing

@testable import scorebook

@Suite struct ParagraphTests {
  @Test func linesEndAtBlanksAndBehindIdeographs() {
    #expect(Paragraph.lines(of: "one two three", width: 8) == ["one two", "three"])
    #expect(Paragraph.lines(of: "一二三四五", width: 4) == ["一二", "三四", "五"])
  }

  @Test func noLineBeginsWithAClosingSign() {
    #expect(Paragraph.lines(of: "一二，三", width: 4) == ["一", "二，", "三"])
    #expect(Paragraph.lines(of: "一二（三）", width: 6) == ["一二", "（三）"])
  }

  @Test func aWordWiderThanALineStandsAlone() {
    #expect(Paragraph.lines(of: "a bbbbbbbb c", width: 4) == ["a", "bbbbbbbb", "c"])
  }

  @Test func labelledTextsBeginBelowOneAnother() {
    let text = LabelledText.text([("级别", "须改"), ("why", "一二")])
    #expect(text == "  级别  须改\n  why   一二\n")
  }
}

import Testing

@testable import Evaluation

@Suite struct PhraseTests {
  private let book = PhraseBook([
    "{} ends at {}": "{}到{}为止", "a list": "清单", "{} is {} of {}": "{3}的{2}是{1}",
    "Zlib error: {}": "解压出错：{}", "Zlib error: data error": "数据损坏",
    "{} error: {}": "{}错：{}",
  ])

  @Test func aPhraseIsItsEnglishWithoutABook() {
    let phrase: Phrase = "\(3) ends at \("x")"
    #expect(phrase.description == "3 ends at x")
    #expect(phrase.template == "{} ends at {}")
    #expect(phrase.text(in: .en, by: book) == "3 ends at x")
  }

  @Test func valuesTakeTheirPlacesInChinese() {
    let phrase: Phrase = "\(1) is \(2) of \(3)"
    #expect(phrase.text(in: .zh, by: book) == "3的2是1")
  }

  @Test func aPhraseWithinAPhraseIsSaidInTheSameLanguage() {
    let inner: Phrase = "a list"
    let phrase: Phrase = "\(inner) ends at \(5)"
    #expect(phrase.text(in: .zh, by: book) == "清单到5为止")
    #expect(phrase.description == "a list ends at 5")
  }

  @Test func whatTheBookDoesNotHaveStaysInEnglish() {
    let inner: Phrase = "a list"
    let phrase: Phrase = "\(inner) is new"
    #expect(phrase.text(in: .zh, by: book) == "清单 is new")
  }

  @Test func aTextMadeElsewhereIsKnownByItsWords() {
    #expect(book.text(of: "7 ends at 9") == "7到9为止")
    #expect(book.text(of: "Zlib error: data error") == "数据损坏")
    #expect(book.text(of: "Zlib error: stream error") == "解压出错：stream error")
    #expect(book.text(of: "something else") == nil)
  }

  @Test func bracesOfValuesAreNoPlaces() {
    #expect(PhraseBook.filled("{} ends", ["{}", "x"]) == "{} ends")
    #expect(PhraseBook.filled("{2}{1}", ["a", "b"]) == "ba")
  }
}

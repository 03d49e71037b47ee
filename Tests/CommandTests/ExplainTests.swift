import Evaluation
import TestSupport
import Testing

@testable import scorebook

@Suite struct ExplainTests {
  @Test(arguments: FindingCode.allCases, Language.allCases)
  func everyCodeIsExplainedWithAllItsParts(_ code: FindingCode, _ language: Language) {
    let text = CodeText(language: language, palette: Palette(isOn: false)).page(code)
    let guide = FindingGuide(code)
    let joined = text.filter { !$0.isWhitespace }
    let page = guide[language]
    for part in [page.title, page.cause, page.consequence, page.remedy, guide.basis[language]] {
      #expect(!part.isEmpty)
      #expect(joined.contains(part.filter { !$0.isWhitespace }), "\(code): \(part)")
    }
    #expect(joined.contains(language(code.severity.word, code.severity.rawValue)))
  }

  @Test(arguments: FindingCode.allCases, Language.allCases)
  func noLineIsWiderThanTheTerminal(_ code: FindingCode, _ language: Language) {
    let text = CodeText(language: language, palette: Palette(isOn: false)).page(code)
    for line in text.split(separator: "\n") {
      #expect(TextTable.width(of: String(line)) <= Paragraph.width, "\(line)")
    }
  }

  @Test func capitalsDoNotMatterAndSeveralCodesAreExplained() throws {
    let ended = try Command.run(["explain", "r005", "V009"])
    #expect(ended.status == 0)
    #expect(ended.output.contains("R005 未达标"))
    #expect(ended.output.contains("V009 公式没有计算结果"))
    #expect(ended.errors.isEmpty)
  }

  @Test func withoutACodeAllAreListedByFamily() throws {
    let ended = try Command.run(["explain", "--lang", "en"])
    #expect(ended.status == 0)
    for code in FindingCode.allCases { #expect(ended.output.contains(code.rawValue)) }
    #expect(ended.output.contains("B Money"))
  }

  @Test func anUnknownCodeIsRefusedWithTheNearest() throws {
    let ended = try Command.run(["explain", "R013"])
    #expect(ended.status == 2)
    #expect(ended.output.isEmpty)
    #expect(ended.errors.contains("R010、R011、R012"))
    let english = try Command.run(["explain", "hello", "--lang", "en"])
    #expect(english.status == 2)
    #expect(english.errors.contains("no code “hello”; scorebook explain lists"))
  }

  @Test func wordsNearestFirstAndNoneThatAreFar() {
    let words = ["score", "check", "schemes", "explain"]
    #expect(NearestWords.of("scheme", among: words).first == "schemes")
    #expect(NearestWords.of("zzzzzzzz", among: words).isEmpty)
    #expect(NearestWords.of("F013", among: ["F003", "F012", "R013"]) == ["F012", "F003", "R013"])
  }
}

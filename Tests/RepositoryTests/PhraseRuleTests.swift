import Testing

@testable import Evaluation
@testable import Forms

/// Errors that people meet can be said in Chinese: what the sources say in English stands in the
/// books.
@Suite struct PhraseRuleTests {
  private static func texts(under folder: String, calls: [String]) throws -> Set<String> {
    let files = Repository.files(under: folder, ending: ".swift")
    return try files.reduce(into: []) { texts, file in
      let source = CallTexts(try Repository.text(file))
      for call in calls { texts.formUnion(source.texts(of: call)) }
    }
  }

  @Test func everyMistakeOfASchemeFileIsInTheBook() throws {
    let texts = try Self.texts(under: "Sources/Evaluation/Scheme/", calls: ["error"])
    #expect(texts.count > 40)
    // Joined before, and values by themselves.
    let parts: Set = [", ", " + ", "", "{}"]
    for text in texts.subtracting(parts) {
      #expect(SchemeFileError.chinese.has(text), "\(text)")
    }
  }

  @Test func everyMistakeOfAProgrammeIsInTheBook() throws {
    let texts = try Self.texts(under: "Sources/Forms/Return/Programme", calls: ["mistakes.add"])
    #expect(texts.count > 15)
    let columns = texts.filter { $0.unicodeScalars.allSatisfy { !$0.isASCII } }
    for text in texts.subtracting(columns).subtracting([" "]) {
      #expect(ProgrammeError.book.has(text), "\(text)")
    }
  }

  @Test func everyReasonOfADamagedWorkbookIsInTheBook() throws {
    let details = try Self.texts(
      under: "Sources/Workbooks/Reading/", calls: [".damaged", ".notAWorkbook"]
    ).union(
      try Self.texts(under: "Sources/Workbooks/Package/", calls: [".damaged", ".notAWorkbook"]))
    let placed = try Self.texts(
      under: "Sources/Workbooks/Reading/", calls: [" damaged", "scanner.damaged"])
    #expect(details.count > 10 && placed.count > 10)
    for text in details where text != "the file" && !text.hasSuffix("at byte {}") {
      #expect(
        ReasonsInChinese.text(of: text) != text
          || ReasonsInChinese.text(of: text + " at byte {}") != text,
        "\(text)")
    }
    for text in placed where text.contains(" ") {
      let reason = text + " at byte {}"
      #expect(ReasonsInChinese.text(of: reason) != reason, "\(reason)")
    }
  }

  @Test func textsAreFoundAmongTheArgumentsOfACall() {
    let source = CallTexts(#"throw a.error(.b, "c \(d("e")) f", g ? "h" : i("j")) + k("l")"#)
    #expect(source.texts(of: "error") == ["c {} f", "h", "j"])
    #expect(source.texts(of: "m").isEmpty)
  }
}

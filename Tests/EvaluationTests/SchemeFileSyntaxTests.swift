import Evaluation
import Testing

@Suite struct SchemeFileSyntaxTests {
  @Test(arguments: [
    ("", 1, 1), ("a: [1", 2, 1), ("a: 1\n\tb: 2", 2, 1), ("a: 1\n---\nb: 2", 2, 1),
    ("id: a\ntitle: “\u{7}”", 2, 9), ("a: **", 1, 4), ("a: *b", 1, 4), ("a: b: c", 1, 5),
    ("a: 1\nb: \"c\nd", 2, 4),
  ])
  func mistakesOfYAMLArePlaced(_ yaml: String, _ line: Int, _ column: Int) throws {
    let error = try #require(SampleScheme.error(of: yaml))
    #expect((error.line, error.column) == (line, column), "\(error)")
    #expect([.syntax, .empty].contains(error.kind))
  }

  @Test func aTextThatBeginsWithASignIsToldToStandInQuotationMarks() throws {
    let error = try #require(SampleScheme.error(of: "placeholders:\n  - **"))
    #expect((error.line, error.column) == (2, 5))
    #expect(error.expected.contains("quotation marks"))
  }

  @Test(arguments: [
    ("a: &b 1", 1, 4), ("a: 1\nb:\n  - &c x", 3, 5), ("a: &b\n  c: 1", 1, 4), ("&a b: 1", 1, 1),
  ])
  func anAnchorIsRefusedWithoutAnAliasToo(_ yaml: String, _ line: Int, _ column: Int) throws {
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.kind == .alias)
    #expect((error.line, error.column) == (line, column), "\(error)")
  }

  @Test(arguments: ["a: [1, 2", "a: {b: 1", "a: *b", "a: 1\n---\nb: 2", "a: &b 1"])
  func theParsersWordsAreToldInChinese(_ yaml: String) throws {
    let error = try #require(SampleScheme.error(of: yaml))
    let words = error.wording(in: .zh).drop { $0 != "：" && $0 != " " }
    #expect(!words.contains("expected") && !words.contains("found"), "\(words)")
  }

  @Test func aliasesThatGrowWithoutBoundAreRefusedBeforeTheyAreRead() throws {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(aliases)]\n"
    }
    bomb += "? *a30\n: 1\n"
    let error = try #require(SampleScheme.error(of: bomb))
    #expect(error.kind == .alias)
    #expect((error.line, error.column) == (2, 10))
  }

  @Test(arguments: ["[&a x, *a]", "{&a x: *a}", "\n  - &a x\n  - *a", "[!!str &a x,*a]"])
  func anAliasIsRefusedHoweverItIsWritten(_ value: String) {
    #expect(SampleScheme.error(of: "a: " + value)?.kind == .alias)
  }

  @Test func aSignWithinAWordIsNoAnchor() {
    let yaml = SampleScheme.replacing("title", with: "title: R&D 5*a")
    #expect(SampleScheme.error(of: yaml) == nil)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func deepNestingIsRefused(_ opening: String) throws {
    let error = try #require(
      SampleScheme.error(of: String(repeating: opening, count: 100_000)))
    #expect(error.kind == .syntax)
  }

  @Test func nestingThatGrowsLineByLineIsRefused() throws {
    let yaml = (0..<1300).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.kind == .syntax)
  }

  @Test func aFileBeyondTheSizeLimitIsRefused() throws {
    let yaml = SampleScheme.yaml + "\n#" + String(repeating: "字", count: 333_333)
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.kind == .tooLarge)
    #expect(error.line == 1 && error.column == 1)
  }

  @Test func aLargeFileOfManyKeysIsRefusedQuickly() throws {
    let yaml = (0..<60_000).map { "key\($0): 1" }.joined(separator: "\n")
    let error = try #require(SampleScheme.error(of: yaml))
    #expect(error.kind == .unknownKey)
  }

  @Test func lineEndsAndByteOrderMarksMakeNoDifference() {
    let windows = "\u{FEFF}" + SampleScheme.lines.joined(separator: "\r\n")
    #expect(SampleScheme.error(of: windows) == nil)
  }

  @Test func placesAreRightWithWindowsLineEnds() throws {
    let yaml = SampleScheme.replacing("from: 80", with: "from: 八十")
      .split(separator: "\n").joined(separator: "\r\n")
    let error = try #require(SampleScheme.error(of: yaml))
    #expect((error.line, error.column) == (65, 13))
  }

  @Test func aFileCutAnywhereIsRefusedOrReadAndNeverTraps() {
    let lines = SampleScheme.lines
    for count in 0..<lines.count - 1 {
      let error = SampleScheme.error(of: lines.prefix(count).joined(separator: "\n"))
      #expect(error != nil || count > 60, "cut after line \(count)")
    }
  }

  @Test func aFileWithAnyByteChangedNeverTraps() {
    let scalars = Array(SampleScheme.yaml.unicodeScalars)
    let signs: [Unicode.Scalar] = ["&", "*", "{", "]", ":", "\u{0}", "-", "\"", "\n"]
    for (index, sign) in zip(scalars.indices, sequence(first: 0) { ($0 + 1) % signs.count }) {
      var copy = scalars
      copy[index] = signs[sign]
      _ = SampleScheme.error(of: String(String.UnicodeScalarView(copy)))
    }
  }

  @Test func bytesAreReadAsText() throws {
    let scheme = try SchemeFile.read(bytes: Array(SampleScheme.yaml.utf8), file: "mine.yaml")
    #expect(scheme.title == "自评表")
  }

  @Test func aFileInAnotherEncodingIsRefusedAtItsFirstByte() {
    let gbk: [UInt8] = Array("id: a\ntitle: ".utf8) + [0xD7, 0xD4, 0xC6, 0xC0]
    #expect(throws: SchemeFileError.self) { try SchemeFile.read(bytes: gbk, file: "mine.yaml") }
    do {
      _ = try SchemeFile.read(bytes: gbk, file: "mine.yaml")
    } catch {
      #expect((error.line, error.column) == (2, 8))
      #expect(error.expected.contains("GBK"))
    }
  }
}

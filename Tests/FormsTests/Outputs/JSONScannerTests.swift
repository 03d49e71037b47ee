import Foundation
import Testing

@testable import Forms

@Suite struct JSONScannerTests {
  @Test(arguments: [
    #""a""#, #""\u00e9\uD83D\uDE00\n\"\\\/""#, #""中文""#, #""\u0000""#, "\"\"",
  ]) func textsAreReadAsFoundationReadsThem(json: String) throws {
    var scanner = JSONScanner(Array(json.utf8))
    let text = try scanner.text()
    try scanner.finish()
    #expect(text == (try JSONDecoder().decode(String.self, from: Data(json.utf8))))
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":}", "{\"a\" 1}", "{,}", "[1 2]", "01", "1.", "-", "1e", "+1", "tru",
    "nul",
    "\"a", "\"\n\"", "\"\\x\"", "\"\\u12\"", "\"\\u-000\"", "[1]]", "{\"a\":1,}", "'a'", "[\u{1}1]",
    "NaN",
  ]) func whatIsNoJSONIsRefused(json: String) {
    var scanner = JSONScanner(Array(json.utf8))
    #expect(throws: JSONScanner.Fault.self) {
      try scanner.skip()
      try scanner.finish()
    }
  }

  @Test(arguments: [#""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, #""\x""#])
  func halfCharactersAndUnknownEscapesAreRefused(json: String) {
    var scanner = JSONScanner(Array(json.utf8))
    #expect(throws: JSONScanner.Fault.self) { try scanner.text() }
  }

  @Test func bytesThatAreNoUTF8AreRefused() {
    var scanner = JSONScanner([0x22, 0xFF, 0x22])
    #expect(throws: JSONScanner.Fault.self) { try scanner.text() }
  }

  @Test(arguments: ["0", "-1.5e+3", "[]", "{}", " [ true , null ] ", #"{"a": [{"b": "c"}]}"#])
  func whatIsJSONIsPassedOver(json: String) throws {
    var scanner = JSONScanner(Array(json.utf8))
    try scanner.skip()
    try scanner.finish()
  }

  @Test func deepNestingIsRefusedNotFollowed() {
    var scanner = JSONScanner(Array(String(repeating: "[", count: 100_000).utf8))
    #expect(throws: JSONScanner.Fault.self) { try scanner.skip() }
  }
}

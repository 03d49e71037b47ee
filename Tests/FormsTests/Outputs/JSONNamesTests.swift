import Figures
import Testing

@testable import Forms

@Suite struct JSONNamesTests {
  private enum Key: String, CaseIterable {
    case file, form, sha256
  }

  private func keys(_ json: String) throws -> [Key?] {
    var scanner = JSONScanner(Array(json.utf8))
    var keys: [Key?] = []
    try scanner.object(JSONNames(Key.self)) { key, json throws(JSONScanner.Fault) in
      keys.append(key)
      try json.skip()
    }
    try scanner.finish()
    return keys
  }

  @Test func keysAreKnownInAnyOrderAndEscaped() throws {
    #expect(try keys(#"{"file": 1, "form": 2, "sha256": 3}"#) == [.file, .form, .sha256])
    #expect(
      try keys(#"{"sha256": 3, "file": 1, "x": {}, "form": 2}"#) == [.sha256, .file, nil, .form])
    #expect(try keys(#"{"f\u0069le": 1, "fil": 2, "files": 3}"#) == [.file, nil, nil])
  }

  @Test func aKeyThatIsNoUTF8IsRefused() {
    var scanner = JSONScanner([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D])
    #expect(throws: JSONScanner.Fault.self) {
      try scanner.object(JSONNames(Key.self)) { _, json throws(JSONScanner.Fault) in
        try json.skip()
      }
    }
  }

  @Test(arguments: [
    "0", "-0", "12.50", "-3.07", "007", "999999999999999999", "123456789012345678901.5", "+1",
    "1E3", "1.", ".5", "0.000000000000000001", "12345678901234567.8",
  ]) func numbersAreReadAsFiguresReadThem(text: String) throws {
    var scanner = JSONScanner(Array("\"\(text)\"".utf8))
    guard let figure = Figure(text) else {
      #expect(throws: JSONScanner.Fault.self) { try scanner.figure() }
      return
    }
    #expect(try scanner.figure() == figure)
    try scanner.finish()
  }

  @Test(arguments: [("\"\"", 2), ("\"1.2.3\"", 7), ("\"1x\"", 4), ("\"-\"", 3)])
  func whatIsNoNumberIsSaidBehindIt(json: String, place: Int) {
    var scanner = JSONScanner(Array(json.utf8))
    let fault = #expect(throws: JSONScanner.Fault.self) { try scanner.figure() }
    #expect(fault?.offset == place)
  }

  @Test(arguments: 0..<40) func theFirstControlCharacterOfATextIsFound(place: Int) {
    var bytes = [UInt8](repeating: 0xE5, count: 42)
    (bytes[0], bytes[41], bytes[place + 1]) = (0x22, 0x22, 0x1F)
    var scanner = JSONScanner(bytes)
    let fault = #expect(throws: JSONScanner.Fault.self) { try scanner.skip() }
    #expect(fault?.offset == place + 1)
  }
}

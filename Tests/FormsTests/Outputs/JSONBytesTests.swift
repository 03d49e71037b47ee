import Evaluation
import Figures
import Testing

@testable import Forms

/// What is written ends at every place of the room once: nothing is ever put behind it.
struct JSONBytesTests {
  @Test(arguments: 0...300)
  func whateverComesNextHasRoom(length: Int) throws {
    let text = String(repeating: "x", count: length)
    let figure = try #require(Figure("12.5"))
    var written: [String] = []
    for next in 0..<6 {
      var json = JSONBytes(room: 0)
      json.openObject()
      json.key("a")
      json.append(text)
      switch next {
      case 0: json.key("name")
      case 1: json.member("total", figure)
      case 2: json.member("grade", orNull: "\"\n")
      case 3: json.append(literal: "literal")
      case 4: json.append(raw: Array("raw".utf8))
      default: json.closeObject()
      }
      written.append(String(decoding: json.bytes, as: UTF8.self))
    }
    let start = "{\"a\": \"\(text)\""
    #expect(
      written == [
        start + ", \"name\": ", start + ", \"total\": \"12.5\"",
        start + ", \"grade\": \"\\\"\\n\"", start + "literal", start + "raw", start + "}",
      ])
  }
}

import Testing

@testable import Workbooks

@Suite("Bytes written into one buffer")
struct ByteBufferTests {
  private func text(_ build: (inout ByteBuffer) -> Void) -> String {
    var buffer = ByteBuffer(capacity: 1)
    build(&buffer)
    return String(decoding: buffer.array, as: UTF8.self)
  }

  @Test("it grows as they come")
  func growth() {
    let piece = "项目支出绩效自评表abc"
    let whole = text { for _ in 0..<1000 { $0.append(text: piece) } }
    #expect(whole == String(repeating: piece, count: 1000))
    #expect(text { $0.append(bytes: Array("abcdef".utf8), 2..<4) } == "cd")
  }

  @Test(
    "numbers",
    arguments: [
      0, 7, 10, 99, 100, 1_048_576, 12_345_678, 99_999_999, 100_000_000, Int.max, -1, Int.min,
    ])
  func decimal(_ number: Int) {
    #expect(text { $0.append(decimal: number) } == String(number))
  }

  @Test(
    "sizes are written as they were", arguments: [0, 0.5, 10.5, 28.5, 409, -2, 1e16, .infinity])
  func number(_ number: Double) {
    #expect(text { $0.append(number: number) } == StyleXML.number(number))
  }

  @Test("places and ranges", arguments: ["A1", "Z9", "AA10", "XFD1048576", "B2:C3"])
  func places(_ name: String) throws {
    let range = try #require(CellRange(name))
    #expect(text { $0.append(range: range) } == name)
  }

  @Test(
    "texts are escaped as elsewhere",
    arguments: ["甲乙", "a<b&c>\"d\"", "一\n二\t三\r", "a\u{1}\u{FFFE}b", "\u{FF0C}", "_x0041_ _x", ""])
  func escaping(_ given: String) {
    #expect(text { $0.append(escaping: given) } == XMLText.escaped(given))
    #expect(text { $0.append(escaping: given, inAttribute: true) } == XMLText.attribute(given))
    var cell: [UInt8] = []
    XMLText.appendCell(given, to: &cell)
    #expect(
      text { $0.append(cellText: given, XMLText.marks(in: given)) }
        == String(decoding: cell, as: UTF8.self))
  }

  @Test("changes stand by place, then by rank, then as they came; what overlaps is left out")
  func edits() {
    var edits = XMLEdits()
    edits.insert("4", at: 4)
    edits.insert("b", at: 2, rank: 2)
    edits.insert("a", at: 2, rank: 1)
    edits.insert("c", at: 2, rank: 2)
    edits.replace(4..<6, with: "X")
    edits.remove(5..<7)
    edits.remove(7..<8)
    #expect(
      String(decoding: edits.applied(to: Array("01234567".utf8)), as: UTF8.self) == "01abc234X6")
    #expect(
      String(decoding: edits.applied(to: Array("01234567".utf8), within: 1..<3), as: UTF8.self)
        == "1abc2")
  }
}

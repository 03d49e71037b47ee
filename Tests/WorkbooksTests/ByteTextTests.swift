import Testing

@testable import Workbooks

@Suite("Text written as bytes")
struct ByteTextTests {
  private func text(_ build: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    build(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "The content of a cell is escaped, and what XML cannot hold is left out",
    arguments: [
      ("甲，乙（丙）", "甲，乙（丙）"), ("a<b & c>\"d\"", "a&lt;b &amp; c&gt;\"d\""),
      ("一\n二\t三\r", "一\n二\t三&#13;"), ("a\u{1}\u{FFFE}\u{FFFF}b\u{0}", "ab"),
      ("\u{FFFD}\u{FF0C}\u{1F600}", "\u{FFFD}\u{FF0C}\u{1F600}"),
      ("_x0041_ _x004_ a_b", "_x005F_x0041_ _x004_ a_b"), ("_x0041_\u{1}<", "_x005F_x0041_&lt;"),
    ])
  func cellText(_ given: String, _ wanted: String) {
    #expect(text { XMLText.appendCell(given, to: &$0) } == wanted)
  }

  @Test(
    "An attribute keeps line ends and quotes as references",
    arguments: [("宋体", "宋体"), ("a\"b\n\t&\u{2}", "a&quot;b&#10;&#9;&amp;")])
  func attribute(_ given: String, _ wanted: String) {
    #expect(XMLText.attribute(given) == wanted)
    #expect(text { XMLText.append(given, to: &$0, inAttribute: true) } == wanted)
  }

  @Test(
    "Numbers are written in decimal digits, whatever their sign",
    arguments: [0, 9, 10, 65_490, -1, -305, Int.max, Int.min])
  func decimal(_ number: Int) {
    #expect(text { $0.append(decimal: number) } == String(number))
  }

  @Test(
    "Columns count in letters without a zero",
    arguments: [
      (0, ""), (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA"), (16_384, "XFD"),
    ])
  func column(_ number: Int, _ letters: String) {
    #expect(text { $0.append(column: number) } == letters)
    #expect(CellReference.letters(ofColumn: number) == letters)
  }

  @Test(
    "Sizes keep their decimals and lose a needless .0",
    arguments: [(0, "0"), (10.5, "10.5"), (-3, "-3"), (409, "409"), (1e16, "1e+16"), (.nan, "0")])
  func size(_ value: Double, _ wanted: String) {
    #expect(StyleXML.number(value) == wanted)
  }

  @Test(
    "A target leads to one part, however it is written",
    arguments: [
      ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"), ("/xl/a.xml", "xl/a.xml"),
      ("../docProps/./app.xml", "docProps/app.xml"), ("a//b.xml", "xl/a/b.xml"),
      ("a/", "xl/a"), ("/", ""), ("//a.xml", "a.xml"), ("%61%zz.xml", "xl/a%zz.xml"),
    ])
  func target(_ target: String, _ part: String) {
    #expect(PartPath.resolve(target, from: "xl/workbook.xml") == part)
  }

  @Test("Looks that are equal are one look, and those that differ in a text alone are two")
  func looks() {
    let one = CellStyle(font: .init("黑体", size: 0), numberFormat: "0.00")
    let same = CellStyle(font: .init("黑体", size: -0.0), numberFormat: "0.00")
    let other = CellStyle(font: .init("楷体", size: 0), numberFormat: "0.00")
    #expect(Set([one, same, other]).count == 2)
  }
}

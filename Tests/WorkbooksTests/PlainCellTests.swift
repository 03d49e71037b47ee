import Testing

@testable import Workbooks

/// Cells that are read on the short path, and the nearest that are not.
@Suite struct PlainCellTests {
  /// Each as nearly all programs write it, and the same in a way that only the long path reads.
  @Test(arguments: [
    (#"<c r="A1" s="1"><v>12.5</v></c>"#, "<c r='A1' s='1'><v>12.5</v></c>"),
    (#"<c r="B2" s="1" t="s"><v>1</v></c>"#, "<c r='B2'  s='1' t='s'><v>1</v></c>"),
    (
      #"<c t="str" r="C3"><f>A1&amp;""</f><v>x</v></c>"#,
      "<c t='str' r='C3'><f>A1&amp;\"\"</f><v>x</v></c>"
    ),
    (#"<c r="C3" t="str"><f>A1</f><v></v></c>"#, "<c r='C3' t='str'><f>A1</f><v></v></c>"),
    (#"<c r="C3"><f>A1+1</f></c>"#, "<c r='C3'><f>A1+1</f></c>"),
    (#"<c r="C3"><f>A1+1</f><v>3</v></c>"#, "<c r='C3'><f>A1+1</f><v>3</v></c>"),
    (#"<c r="D4" s="2" />"#, "<c r='D4' s='2' />"),
    (#"<c r="D4" s="2"/>"#, "<c r='D4' s='2'/>"),
    (#"<c r="D4" s="2"></c>"#, "<c r='D4' s='2'></c>"),
    (#"<c r="D4"><v></v></c>"#, "<c r='D4'><v></v></c>"),
    (#"<c r="E5" t="b"><v>1</v></c>"#, "<c r='E5' t='b'><v>1</v></c>"),
    (#"<c r="E5" t="e"><v>#N/A</v></c>"#, "<c r='E5' t='e'><v>#N/A</v></c>"),
    (#"<c r="E5" t="d"><v>2024-03-01</v></c>"#, "<c r='E5' t='d'><v>2024-03-01</v></c>"),
    (#"<c r="XFD1048576"><v>9</v></c>"#, "<c r='XFD1048576'><v>9</v></c>"),
    (#"<c r="AB123456"><v>9</v></c>"#, "<c r='AB123456'><v>9</v></c>"),
    (#"<c r="A1" t="s"><v>x</v></c>"#, "<c r='A1' t='s'><v>x</v></c>"),
    (#"<c r="A1" t="s"><v>2</v></c>"#, "<c r='A1' t='s'><v>2</v></c>"),
    (#"<c r="A1" t="s"><v></v></c>"#, "<c r='A1' t='s'><v></v></c>"),
    (#"<c r="A0"><v>9</v></c>"#, "<c r='A0'><v>9</v></c>"),
    (#"<c r="XFE1"><v>9</v></c>"#, "<c r='XFE1'><v>9</v></c>"),
    (#"<c r="ABCDEFGH1"><v>9</v></c>"#, "<c r='ABCDEFGH1'><v>9</v></c>"),
    (#"<c r="A1048577"><v>9</v></c>"#, "<c r='A1048577'><v>9</v></c>"),
    (#"<c r="A99999999999"><v>9</v></c>"#, "<c r='A99999999999'><v>9</v></c>"),
    (#"<c r="A1" s="99999999999"><v>9</v></c>"#, "<c r='A1' s='99999999999'><v>9</v></c>"),
  ])
  func bothPathsReadTheSame(_ plain: String, _ other: String) {
    #expect(outcome(plain) == outcome(other))
  }

  @Test(arguments: [
    #"<c r="A1" r="A2"><v>9</v></c>"#, #"<c r="A1"s="1"><v>9</v></c>"#,
    #"<c r="A1"><v>9</v></d>"#, #"<c r="A1"><v>9</w></c>"#, #"<c r="A1"><v>9</c>"#,
    "<c r=\"A1\"><v>\u{1}</v></c>", #"<c r="A1"><v>&nope;</v></c>"#, #"<c r="A1" s=1><v>9</v></c>"#,
  ])
  func whatIsNotWellFormedIsDamage(_ cell: String) {
    #expect(outcome(cell).hasPrefix("damaged"))
  }

  @Test func aPlainCellStandsWhereItSaysAndKeepsItsStyle() throws {
    let sheet = try sheet(#"<row r="7"><c r="C9" s="3" t="s"><v>1</v></c><c r="D9" s="4"/></row>"#)
    #expect(sheet.cell(CellReference("C9")!)?.value == .text("two"))
    #expect(sheet.rows == [9])
    #expect(sheet.formattedExtent == CellRange("C9:D9"))
    #expect(sheet.contents.store.cells.map(\.style) == [3])
    #expect(sheet.contents.store.blanks.map(\.style) == [4])
  }

  @Test func plainCellsCountAgainstTheLimit() throws {
    var limits = Limits.standard
    limits.cells = 3
    let cells = (1...4).map { #"<c r="A\#($0)"><v>1</v></c>"# }.joined()
    #expect(throws: WorkbookError.self) { try sheet("<row r=\"1\">\(cells)</row>", limits) }
  }

  /// Prefixes and other namespaces are not for the short path.
  @Test func aCellOfAnotherNamespaceIsNone() throws {
    let sheet = try sheet(
      #"<row r="1" xmlns="urn:other"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>"#
    )
    #expect(sheet.rows == [2])
  }

  @Test func valuesAreGoneThroughInReadingOrder() throws {
    let sheet = try sheet(
      #"<row r="1"><c r="B1" t="s"><v>1</v></c><c r="A1"><v>2.50</v></c><c r="C1" t="b"><v>1</v></c></row>"#
    )
    var seen: [String] = []
    sheet.forEachValue { row, column, value in
      switch value {
      case .number(let digits):
        seen.append("\(row) \(column) \(String(decoding: digits, as: UTF8.self))")
        #expect(value.double == 2.5)
      case .text(let text):
        seen.append("\(row) \(column) \(String(decoding: text, as: UTF8.self))")
      case .other: seen.append("\(row) \(column)")
      }
    }
    #expect(seen == ["1 1 2.50", "1 2 two", "1 3"])
    #expect(sheet.count == 3)
  }

  private func outcome(_ cell: String) -> String {
    readingOutcome {
      let sheet = try sheet("<row r=\"1\">\(cell)</row>")
      let cells = sheet.rows.flatMap { sheet.cells(inRow: $0) }
      let extent = sheet.formattedExtent.map { "\($0)" } ?? ""
      return "\(cells) \(extent) \(sheet.contents.store.blanks.map(\.style))"
    }
  }

  private func sheet(_ rows: String, _ limits: Limits = .standard) throws -> Sheet {
    var package = PackageBuilder()
    package.setSharedStrings(["<t>one</t>", "<t>two</t>"])
    package.addSheet("s", rows)
    return try Workbook.read(try package.packed(), limits: limits).sheets[0]
  }
}

@Suite struct UTF8TextTests {
  @Test func itAcceptsWhatUnicodeDoes() {
    let heads: [[UInt8]] = [
      [], Array("a".utf8), Array("绩".utf8), Array("绩效".utf8), Array("abcdefg".utf8),
    ]
    let tails: [[UInt8]] = [
      [], [0x80], [0xBF, 0x80], [0x80, 0x41], [0x41], [0x80] + Array("绩效，好".utf8),
    ]
    for head in heads {
      for one in UInt8.min...UInt8.max {
        for two in stride(from: 0, through: 255, by: 5).map({ UInt8($0) }) + [
          0x80, 0xBF, 0x9F, 0xA0,
        ] {
          for tail in tails {
            let bytes = head + [one, two] + tail
            let expected = String(validating: bytes, as: UTF8.self) != nil
            #expect(UTF8Text.isValid(bytes.span) == expected, "\(bytes)")
          }
        }
      }
    }
  }
}

@Suite struct XMLBytesTests {
  @Test func eightAtATimeFindWhatOneAtATimeFinds() {
    for byte in UInt8.min...UInt8.max {
      for at in 0..<19 {
        var bytes = [UInt8](repeating: 0x7A, count: 19)
        bytes[at] = byte
        // What lies behind the byte looked for must not be marked in its place.
        if at + 1 < bytes.count { bytes[at + 1] = byte &+ 1 }
        let text = bytes.firstIndex { $0 < 0x20 || $0 == 0x26 || $0 == 0x3C } ?? bytes.count
        let value = bytes.firstIndex { $0 < 0x28 || $0 == 0x3C } ?? bytes.count
        let ascii = bytes.firstIndex { $0 >= 0x80 } ?? bytes.count
        #expect(bytes.span.endOfPlainText(from: 0) == text)
        #expect(bytes.span.endOfPlainValue(from: 0) == value)
        #expect(bytes.span.endOfASCII(from: 0) == ascii)
        #expect(bytes.span.first(byte, from: 0) == (bytes.firstIndex(of: byte) ?? bytes.count))
      }
    }
  }
}

@Suite struct PlainDecimalTests {
  @Test(arguments: [
    "0", "7", "12.5", "86.93", "0.1", "123456789012345", "999999999999999", "0.00000000000001",
    "1234567.12345678", "-3.25", "14.285714285714", "0.30000000000000",
  ])
  func aFewDigitsAreTheDoubleNextToThem(_ digits: String) {
    #expect(PlainDecimal.double(digits.utf8.span) == Double(digits))
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "1e3", "1.2.3", "1234567890123456", "0.000000000000001", " 1", "x",
    "--1",
  ])
  func anythingElseIsLeftToOthers(_ digits: String) {
    #expect(PlainDecimal.double(digits.utf8.span) == nil)
  }
}

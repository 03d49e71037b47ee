import Testing

@testable import Workbooks

@Suite struct PlainTextTests {
  /// A text with a character at each place among others that stand for themselves.
  private static let fillers = ["abcdefghijklmnopq", "自评表审核结果", "12.5％, ok!"]

  private static let special: Set<Unicode.Scalar> = [
    "\"", "&", "<", ">", "\u{1}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}", "\t", "\r",
  ]

  @Test(arguments: fillers)
  func whatDoesNotStandForItselfIsSeenAtEveryPlace(_ filler: String) {
    for scalar in Self.special.map({ $0 }) + ["x", "'", " ", "%", "中", "\u{FFC0}", "\u{7F}"] {
      for place in 0...filler.unicodeScalars.count {
        var scalars = Array(filler.unicodeScalars)
        scalars.insert(scalar, at: place)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        let isSpecial = Self.special.contains(scalar)
        #expect(XMLText.marks(in: String(text)).isSpecial == isSpecial, "\(scalar.value) \(place)")
      }
    }
  }

  @Test func lineEndsAndUnderscoresAreSeen() {
    for filler in Self.fillers {
      #expect(XMLText.marks(in: filler + "\n" + filler).hasLineEnd)
      #expect(XMLText.marks(in: filler + "_" + filler).hasUnderscore)
      #expect(!XMLText.marks(in: filler).hasLineEnd && !XMLText.marks(in: filler).hasUnderscore)
    }
  }

  @Test(
    arguments: [
      ("A1:C3", "A1:C3"), ("C3:A1", "A1:C3"), ("B7", "B7"), ("$B$7:C8", "B7:C8"),
      ("b7:c8", "B7:C8"),
      ("A1:XFD1048576", "A1:XFD1048576"), ("A1:XFE1", nil), ("A0:B1", nil), ("A1:", nil),
      (":B1", nil), ("", nil), ("A1:B1048577", nil), ("AAAAAAAAAAAAAA1:B2", nil), ("A1:B2 C3", nil),
    ] as [(String, String?)])
  func aRangeIsReadHoweverItsTagIsWritten(_ text: String, _ range: String?) throws {
    for tag in [
      "<m ref=\"\(text)\"/>", "<m ref='\(text)'/>", "<m  ref = \"\(text)\" />",
      "<m id=\"A9\" ref=\"\(text)\"></m>", "<m ref=\"\(text)\" id=\"A9\"></m>",
    ] {
      let tree = try XMLTree(Array(tag.utf8), part: "m", limits: .standard)
      #expect(tree.range(tree.root, "ref")?.description == range, "\(tag)")
    }
  }

  @Test(arguments: [("自评表", "'自评表'"), ("a b", "'a b'"), ("it's", "'it''s'"), ("", "''")])
  func namesOfSheetsAreQuoted(_ name: String, _ quoted: String) {
    #expect(SheetName.quoted(name) == quoted)
  }

  @Test(arguments: [
    ("", "_rels/.rels"), ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"),
    ("book.xml", "_rels/book.xml.rels"), ("文/件.xml", "文/_rels/件.xml.rels"),
  ])
  func partsOfRelationshipsStandBesideTheirs(_ part: String, _ name: String) {
    #expect(PartName.relationships(of: part) == name)
  }

  @Test func namesOfEntriesDifferInMoreThanTheCaseOfLatinLetters() {
    for one in 0..<UInt8(0x80) {
      for other in 0..<UInt8(0x80) {
        let names = [one, other].map { String(decoding: [0x61, $0], as: UTF8.self) }
        let areSame = EntryName.areSame(names[0].utf8.span, names[1].utf8.span)
        #expect(areSame == (EntryName.folded(names[0]) == EntryName.folded(names[1])))
      }
    }
  }

  @Test(arguments: [3, 32, 33, 100])
  func entriesAreFoundHoweverManyThereAre(_ count: Int) throws {
    let names = (0..<count).map { "Part\($0).xml" }
    let archive = try ZipArchive(try ZipArchive.packing(names.map { ($0, [1]) }))
    for name in names {
      #expect(archive.entry(named: name)?.name == name)
      #expect(archive.entry(named: name.uppercased())?.name == name)
    }
    for name in ["", "Part.xml", "Part\(count).xml", "部分.xml"] {
      #expect(archive.entry(named: name) == nil)
    }
  }

  /// Cells left of those that are asked for are passed over whatever they hold.
  @Test func cellsThatAreNotAskedForArePassedOver() throws {
    let last = "<c r=\"E1\" s=\"1\"/>"
    for cells in [
      "<c r=\"A1\"><v>1</v></c>", "<c r=\"A1\"><v>1</v> </c>", "<c r=\"A1\"><v></v></c>",
      "<c r=\"A1\"><f>B1</f><v>2</v></c>", "<c r=\"A1\"><v>3</v><extLst/></c>",
      "<c r=\"A1\" s=\"2\"/><c r=\"B1\"/>", "<c r=\"A1\"><v/></c><c r=\"B1\"><v>4</v></c>",
    ] {
      let xml = "<worksheet><sheetData><row r=\"1\">\(cells)\(last)</row></sheetData></worksheet>"
      let bytes = Array(xml.utf8)
      let outline = try SheetOutline(
        bytes, part: "s", limits: .standard, wanted: WantedCells(rows: [1], firstColumn: 5))
      let row = try #require(outline.row(1))
      let found = outline.cells(of: row).map { String(decoding: bytes[$0.range], as: UTF8.self) }
      #expect(found == [last], "\(cells)")
    }
  }
}

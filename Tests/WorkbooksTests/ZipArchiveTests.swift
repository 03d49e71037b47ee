import Testing

@testable import Workbooks

@Suite struct ZipArchiveTests {
  private func packed(_ names: [String]) throws -> [UInt8] {
    try ZipArchive.packing(names.map { ($0, Array("contents of \($0)".utf8)) })
  }

  @Test func whatIsPackedReadsBack() throws {
    let archive = try ZipArchive(try packed(["a.xml", "文件夹/b.xml"]))
    #expect(archive.entries.map(\.name) == ["a.xml", "文件夹/b.xml"])
    let entry = archive.entry(named: "A.XML")
    let contents = try archive.read(try #require(entry))
    #expect(contents == Array("contents of a.xml".utf8))
  }

  @Test func equalContentsGiveEqualArchives() throws {
    #expect(try packed(["a", "b"]) == packed(["a", "b"]))
  }

  @Test func rewritingKeepsOrderAndTheRawBytesOfTheRest() throws {
    let names = ["1", "2", "3", "4"]
    let old = try packed(names)
    let new = try ZipArchive(old).rewriting(
      .init(
        replaced: ["2": Array(repeating: 0x41, count: 5000)], added: [("5", [1, 2, 3])],
        removed: ["3"]))
    let archive = try ZipArchive(new)
    #expect(archive.entries.map(\.name) == ["1", "2", "4", "5"])
    #expect(archive.entries[1].size == 5000)
    let first = try #require(rawEntry("1", old))
    #expect(rawEntry("1", new) == first)
    #expect(rawEntry("4", new) == rawEntry("4", old))
  }

  @Test(arguments: [0, 1, 55, 100_000])
  func contentsOfAnySizeAreDeflatedAndReadBack(_ size: Int) throws {
    var state: UInt32 = 1
    let contents = (0..<size).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
    let bytes = try ZipArchive(try packed(["a"])).rewriting(
      .init(replaced: ["a": contents], added: [("b", contents)]))
    let archive = try ZipArchive(bytes)
    for entry in archive.entries { #expect(try archive.read(entry) == contents) }
    #expect(archive.entries.count == 2)
  }

  @Test func namesThatLeaveTheFolderAreLeftAside() throws {
    // Packing refuses such names, so they are written over harmless ones of the same length.
    var bytes = try packed(["aaaaaaaa", "bbbb", "c\\c", "ok"].map { $0 == "c\\c" ? "c_c" : $0 })
    bytes = replacing("aaaaaaaa", by: "../../xx", in: bytes)
    bytes = replacing("bbbb", by: "/etc", in: bytes)
    bytes = replacing("c_c", by: "c\\c", in: bytes)
    let archive = try ZipArchive(bytes)
    #expect(archive.entries.map(\.name) == ["ok"])
    #expect(archive.ignored.map(\.reason) == [.unsafeName, .unsafeName, .unsafeName])
    let cleaned = try archive.rewriting(.init())
    let again = try ZipArchive(cleaned)
    #expect(again.ignored.isEmpty)
  }

  @Test func theSecondOfTwoNamesThatDifferInCaseIsLeftAside() throws {
    let bytes = replacing("bb", by: "AA", in: try packed(["aa", "bb"]))
    let archive = try ZipArchive(bytes)
    #expect(archive.ignored == [IgnoredEntry(name: "AA", reason: .duplicateName)])
  }

  @Test func namesInGB18030AreDecoded() throws {
    let gbk: [UInt8] = [0xD4, 0xA4, 0xCB, 0xE3]
    let bytes = try packed(["wxyz"])
    let archive = try ZipArchive(replacing(Array("wxyz".utf8), by: gbk, in: bytes))
    #expect(archive.entries.map(\.name) == ["预算"])
  }

  @Test func aChangedByteInTheContentsIsDamage() throws {
    var bytes = try ZipArchive.packing([("a", (0..<200).map { UInt8(($0 &* 7919) & 0xFF) })])
    bytes[60] ^= 0x55
    #expect(throws: WorkbookError.self) { try readAll(bytes) }
  }

  @Test func anArchiveCutAnywhereIsRefused() throws {
    let bytes = try packed(["a", "b"])
    for length in 0..<bytes.count {
      #expect(throws: WorkbookError.self) { try readAll(Array(bytes.prefix(length))) }
    }
  }

  @Test func anArchiveWithAnyByteChangedNeverCrashes() throws {
    let bytes = try packed(["a", "b"])
    for at in bytes.indices {
      for mask in [0x01, 0x80, 0xFF] as [UInt8] {
        var changed = bytes
        changed[at] ^= mask
        _ = try? readAll(changed)
      }
    }
  }

  @Test func aBombIsRefusedBeforeItIsInflated() throws {
    let bytes = try ZipArchive.packing([("bomb", [UInt8](repeating: 0x20, count: 8 << 20))])
    #expect {
      try readAll(bytes)
    } throws: { error in
      guard case .beyondLimit(.ratio, _, 200, "bomb")? = error as? WorkbookError else {
        return false
      }
      return true
    }
  }

  @Test func anEntryThatInflatesToMoreThanItDeclaresIsDamage() throws {
    var bytes = try ZipArchive.packing([("a", [UInt8](repeating: 0x41, count: 5000))])
    // The size stands in the local header and in the directory; both lie alike.
    bytes = replacing([0x88, 0x13, 0, 0], by: [0x10, 0, 0, 0], in: bytes)
    #expect(throws: WorkbookError.self) { try readAll(bytes) }
  }

  @Test(
    arguments: [
      ([0x88, 0x13, 0, 0], [0x89, 0x13, 0, 0], "fewer than the 5001 bytes"),
      ([0x88, 0x13, 0, 0], [0x87, 0x13, 0, 0], "more than the 4999 bytes"),
      ([0xBE, 0x7B, 0x1A, 0x13], [0xBF, 0x7B, 0x1A, 0x13], "another checksum"),
    ] as [([UInt8], [UInt8], String)])
  func aFalseSizeOrChecksumIsSaid(_ old: [UInt8], _ new: [UInt8], _ words: String) throws {
    let bytes = try ZipArchive.packing([("a", [UInt8](repeating: 0x41, count: 5000))])
    #expect(throws: Never.self) { try readAll(bytes) }
    let changed = replacing(old, by: new, in: bytes)
    #expect(changed != bytes)
    #expect {
      try readAll(changed)
    } throws: { error in
      guard case .damaged("a", let detail)? = error as? WorkbookError else { return false }
      return detail.contains(words)
    }
  }

  @Test(arguments: [
    ("", WorkbookError.empty),
    ("%PDF-1.7", .legacyFormat(.pdf)),
    ("{\\rtf1", .legacyFormat(.richText)),
    ("项目,得分\n甲,1\n", .legacyFormat(.delimitedText)),
    ("hello", .legacyFormat(.text)),
    ("\u{FEFF}<HTML><table>", .legacyFormat(.html)),
    (
      "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
      .legacyFormat(.spreadsheetXML)
    ),
    ("\t\u{8}\u{10}\0\0\u{6}\u{5}\0", .legacyFormat(.excel97)),
  ])
  func otherFormatsAreRefusedByName(_ text: String, _ error: WorkbookError) {
    #expect(throws: error) { try readAll(Array(text.utf8)) }
  }
}

private func readAll(_ bytes: [UInt8]) throws {
  let archive = try ZipArchive(bytes)
  for entry in archive.entries { _ = try archive.read(entry) }
}

private func replacing(_ old: String, by new: String, in bytes: [UInt8]) -> [UInt8] {
  replacing(Array(old.utf8), by: Array(new.utf8), in: bytes)
}

/// Every occurrence of `old` written over by `new`, which has as many bytes.
private func replacing(_ old: [UInt8], by new: [UInt8], in bytes: [UInt8]) -> [UInt8] {
  var changed = bytes
  for at in 0...(bytes.count - old.count) where bytes[at..<(at + old.count)].elementsEqual(old) {
    changed.replaceSubrange(at..<(at + old.count), with: new)
  }
  return changed
}

/// The compressed bytes of an entry, found by its local header.
private func rawEntry(_ name: String, _ bytes: [UInt8]) -> [UInt8]? {
  let wanted = Array(name.utf8)
  for at in 0..<(bytes.count - 30) where bytes[at..<(at + 4)] == [0x50, 0x4B, 0x03, 0x04] {
    let nameLength = Int(bytes[at + 26]) | Int(bytes[at + 27]) << 8
    let extra = Int(bytes[at + 28]) | Int(bytes[at + 29]) << 8
    let size = Int(bytes[at + 18]) | Int(bytes[at + 19]) << 8
    let data = at + 30 + nameLength + extra
    guard Array(bytes[(at + 30)..<(at + 30 + nameLength)]) == wanted else { continue }
    return Array(bytes[data..<(data + size)])
  }
  return nil
}

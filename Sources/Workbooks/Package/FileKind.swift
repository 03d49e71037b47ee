/// What a file is by its first bytes, whatever its name says.
enum FileKind {
  /// Returns for what may be a zip archive and throws, by name, for everything else.
  static func refuseUnlessZip(_ bytes: [UInt8]) throws(WorkbookError) {
    guard !bytes.isEmpty else { throw .empty }
    if bytes.starts(with: [0x50, 0x4B]) { return }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw compoundFile(bytes) }
    if bytes.allSatisfy({ $0 == 0 }) {
      throw .damaged(part: "the file", detail: "\(bytes.count) bytes, all of them zero")
    }
    if let format = legacyFormat(bytes) { throw .legacyFormat(format) }
    throw .notAWorkbook("it starts with bytes of no known format")
  }

  /// A compound file holds an encrypted workbook, a workbook of 97–2003, or another document.
  ///
  /// Directory entries are 128 bytes and aligned (MS-CFB 2.6.1), so that the names are found
  /// without following sector chains, which a damaged file may have bent into a ring.
  private static func compoundFile(_ bytes: [UInt8]) -> WorkbookError {
    var offset = 512
    var format = LegacyFormat.compoundFile
    while offset + 66 <= bytes.count {
      if has("EncryptedPackage", bytes, offset) { return .encrypted }
      if has("Workbook", bytes, offset) || has("Book", bytes, offset) { format = .excel97 }
      offset += 128
    }
    return .legacyFormat(format)
  }

  private static func has(_ name: StaticString, _ bytes: [UInt8], _ offset: Int) -> Bool {
    let length = name.utf8CodeUnitCount
    // The length counts the closing zero, two bytes a character.
    guard bytes[offset + 64] == UInt8(truncatingIfNeeded: (length + 1) * 2) else { return false }
    return name.withUTF8Buffer { text in
      text.indices.allSatisfy {
        bytes[offset + $0 * 2] == text[$0] && bytes[offset + $0 * 2 + 1] == 0
      }
    }
  }

  private static func legacyFormat(_ bytes: [UInt8]) -> LegacyFormat? {
    if bytes.starts(with: [0x25, 0x50, 0x44, 0x46]) { return .pdf }
    if bytes.starts(with: [0x7B, 0x5C, 0x72, 0x74, 0x66]) { return .richText }
    // BOF records of Excel 2 to 5, which need no compound file around them.
    if bytes.count > 4, bytes[0] == 0x09, [0x00, 0x02, 0x04, 0x08].contains(bytes[1]),
      bytes[3] == 0x00
    {
      return .excel97
    }
    return textFormat(bytes.prefix(4096))
  }

  private static func textFormat(_ head: ArraySlice<UInt8>) -> LegacyFormat? {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      return .delimitedText
    }
    guard head.allSatisfy({ $0 >= 0x20 || 0x09...0x0D ~= $0 }) else { return nil }
    let text = EntryName.folded(String(decoding: head, as: UTF8.self))
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .spreadsheetXML }
    if ["<html", "<!doctype html", "<table", "mime-version:"].contains(where: text.contains) {
      return .html
    }
    return head.contains { [0x2C, 0x3B, 0x09].contains($0) } ? .delimitedText : .text
  }
}

/// The numbers of looks that cells, rows and columns refer to, in a workbook that has none.
///
/// Programs write `s="5"` into workbooks without a styles.xml, and every reader takes such a cell
/// for a plain one. Looks that a patch adds must not stand at these numbers.
enum StyleReferences {
  /// The greatest number that a part of a sheet refers to; 0 where none is.
  ///
  /// Looked for in the bytes: a text that looks like a reference makes the list longer, no more.
  static func last(in sheet: [UInt8]) -> Int {
    var last = 0
    for at in sheet.indices where sheet[at] == 0x3D {
      guard isName(sheet, before: at), let number = number(sheet, after: at) else { continue }
      last = max(last, number)
    }
    return last
  }

  /// Whether `s` or `style` stands before the equals sign.
  private static func isName(_ bytes: [UInt8], before equals: Int) -> Bool {
    let names: [StaticString] = [" s", " style"]
    return names.contains { name in
      let start = equals - name.utf8CodeUnitCount
      guard start >= 0 else { return false }
      return name.withUTF8Buffer { name in
        XMLScanner.isSpace(bytes[start])
          && bytes[(start + 1)..<equals].elementsEqual(name.dropFirst())
      }
    }
  }

  private static func number(_ bytes: [UInt8], after equals: Int) -> Int? {
    guard equals + 1 < bytes.count, bytes[equals + 1] == 0x22 || bytes[equals + 1] == 0x27 else {
      return nil
    }
    let digits = bytes[(equals + 2)...].prefix(7).prefix { 0x30...0x39 ~= $0 }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

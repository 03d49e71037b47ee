/// The rules for names of sheets.
public enum SheetName {
  /// The most UTF-16 units a name has.
  public static let longest = 31

  /// Why a text cannot name a sheet; `nil` where it can.
  public static func fault(of name: String) -> String? {
    if name.isEmpty { return "a sheet needs a name" }
    if name.utf16.count > longest {
      return "the sheet name \(name) has \(name.utf16.count) characters, allowed are \(longest)"
    }
    if name.utf8.contains(where: { isForbidden($0) }) {
      return "the sheet name \(name) holds one of : \\ / ? * [ ] or a control character"
    }
    if name.hasPrefix("'") || name.hasSuffix("'") {
      return "the sheet name \(name) begins or ends with an apostrophe"
    }
    if folded(name) == "history" { return "the sheet name \(name) is reserved by Excel" }
    return nil
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, 0x3A, 0x5C, 0x2F, 0x3F, 0x2A, 0x5B, 0x5D: true
    default: false
    }
  }

  /// The name in the form in which two names are compared: without case.
  static func folded(_ name: String) -> String { hasNoCase(name) ? name : name.lowercased() }

  /// Whether a name consists of ideographs, their punctuation and ASCII without capitals.
  private static func hasNoCase(_ name: String) -> Bool {
    name.utf8.allSatisfy { byte in
      switch byte {
      case 0x41...0x5A: false
      // Bytes within a character, and the first ones of U+3000 through U+9FFF.
      case 0..<0xC0, 0xE3...0xE9: true
      default: false
      }
    }
  }

  /// A text made fit to name a sheet: what is not allowed becomes `_`, the rest is cut.
  public static func made(from text: String) -> String {
    var name = ""
    for character in text {
      let allowed = !character.utf8.contains(where: isForbidden)
      name.append(allowed && character != "'" ? character : "_")
    }
    name = cut(name, to: longest)
    return name.isEmpty || fault(of: name) != nil ? "_" + cut(name, to: longest - 1) : name
  }

  /// The name, or the first of `name_2`, `name_3`… that none of the others has.
  public static func unique(_ name: String, among others: [String]) -> String {
    let taken = Set(others.map(folded))
    var candidate = name
    var count = 2
    while taken.contains(folded(candidate)) {
      let suffix = "_\(count)"
      candidate = cut(name, to: longest - suffix.utf16.count) + suffix
      count += 1
    }
    return candidate
  }

  private static func cut(_ name: String, to units: Int) -> String {
    var result = name
    while result.utf16.count > units { result.removeLast() }
    return result
  }

  private static func holdsApostrophe(_ bytes: Span<UInt8>) -> Bool {
    for at in bytes.indices where bytes[at] == 0x27 { return true }
    return false
  }

  /// The name as formulas write it, between apostrophes: `'自评表'`.
  public static func quoted(_ name: String) -> String {
    let bytes = name.utf8.span
    if !holdsApostrophe(bytes) {
      var quoted = ByteBuffer(capacity: bytes.count + 2)
      quoted.append(0x27)
      quoted.append(bytes: bytes)
      quoted.append(0x27)
      return quoted.text
    }
    let parts = name.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "''") + "'"
  }
}

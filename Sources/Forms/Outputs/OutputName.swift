/// Names of outputs that every system takes.
enum OutputName {
  /// Bytes in UTF-8 that one name may have.
  static let longest = 200

  /// A name without what some system refuses or what changes how it is shown: characters, an end
  /// of a dot or blank, the name of a device (Windows takes `CON.xlsx` for `CON`).
  static func safe(_ name: some StringProtocol) -> String {
    let name = String(name)
    if isPlain(name.utf8.span) { return name }
    if name == "." || name == ".." { return "_" }
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars { scalars.append(isUnsafe(scalar) ? "_" : scalar) }
    if scalars.last == "." || scalars.last == " " {
      scalars.removeLast()
      scalars.append("_")
    }
    let text = String(scalars)
    let stem = text.prefix { $0 != "." }
    guard isDevice(stem) else { return text }
    return stem + "_" + text.dropFirst(stem.count)
  }

  private static func isDevice(_ stem: Substring) -> Bool {
    guard stem.utf8.count <= 12 else { return false }
    let word = stem.split(separator: " ").first?.uppercased() ?? ""
    if ["CON", "PRN", "AUX", "NUL"].contains(word) { return true }
    guard word.hasPrefix("COM") || word.hasPrefix("LPT"), word.count == 4 else { return false }
    return word.last.map("0123456789¹²³".contains) ?? false
  }

  /// Whether a name is certainly safe as it is.
  private static func isPlain(_ name: Span<UInt8>) -> Bool {
    guard name.count > 0 else { return false }
    switch name[0] {
    // What the name of a device may begin with.
    case 0x20, 0x41, 0x43, 0x4C, 0x4E, 0x50, 0x61, 0x63, 0x6C, 0x6E, 0x70: return false
    default: break
    }
    let last = name[name.count - 1]
    guard last != 0x2E, last != 0x20 else { return false }
    return !name.contains(where: maySpoil)
  }

  /// Whether a character that begins with this byte may be unsafe.
  private static func maySpoil(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x2A, 0x2F, 0x3A, 0x3C, 0x3E, 0x3F, 0x5C, 0x7C, 0x7F: true
    case 0xC2, 0xD8, 0xE2: true
    default: false
    }
  }

  /// The name as systems compare it that do not tell capitals from small letters.
  static func folded(_ name: String) -> String {
    var bytes = Array(name.utf8)
    for at in bytes.indices {
      switch bytes[at] {
      case 0x41...0x5A: bytes[at] += 0x20
      // ASCII, U+3000 to U+9FFF, and what follows their first bytes: nothing else has one form.
      case 0..<0x80, 0x80..<0xC0, 0xE3...0xE9: continue
      default: return name.lowercased()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    // Marks that turn the direction of text (UAX #9), and ends of lines and paragraphs.
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: "\\/:*?\"<>|".unicodeScalars.contains(scalar)
    }
  }

  /// As many whole characters as fit.
  static func cut(_ name: String, to bytes: Int) -> String {
    guard name.utf8.count > bytes else { return name }
    var kept = ""
    var size = 0
    for character in name {
      size += character.utf8.count
      if size > bytes { break }
      kept.append(character)
    }
    return kept
  }
}

/// Gives every blank its name, no two alike on any system.
struct BlankNames {
  private var taken: Set<String> = []
  private static let mark = "_自评表"
  private static let fileExtension = ".xlsx"

  /// `<项目编码>_<实施单位>_<项目名称>_自评表.xlsx`; the later of two that would be the same gets _2.
  mutating func name(_ id: String, unit: String, project: String) -> String {
    let stem = [id, unit, project].map { OutputName.safe($0) }.joined(separator: "_")
    // A name that begins with a dot is hidden from people, and passed over when it comes back.
    let visible = stem.hasPrefix(".") || stem.hasPrefix("~$") ? "_" + stem : stem
    var number = 1
    while true {
      let end = Self.mark + (number == 1 ? "" : "_\(number)") + Self.fileExtension
      let name = OutputName.cut(visible, to: OutputName.longest - end.utf8.count) + end
      if taken.insert(name.lowercased()).inserted { return name }
      number += 1
    }
  }
}

/// Gives every return the path of its annotated copy, no two alike on any system.
///
/// Asked in the order of the inputs, it gives the same paths on every run.
public struct OutputPaths: Sendable {
  private var taken: Set<String> = []
  /// The last number given to returns that would have one path.
  private var numbers: [String: Int] = [:]

  /// Bytes in UTF-8 that one name may have.
  private static let longestName = 200
  private static let mark = "_批注"

  /// No path given yet.
  public init() {}

  /// The path below the output folder for a return: `returned/<folders>/<stem>_批注.<extension>`.
  ///
  /// - Parameter file: the return's path, `/` between folders.
  public mutating func path(for file: String) -> String {
    let parts = file.split(separator: "/").map { Self.safe($0) }
    let folders = parts.dropLast().map { Self.cut($0, to: Self.longestName) }
    let (stem, fileExtension) = Self.split(parts.last ?? "_")
    let folder = (["returned"] + folders).joined(separator: "/") + "/"
    let key = (folder + stem + "\n" + fileExtension).lowercased()
    var number = numbers[key, default: 0] + 1
    while true {
      let suffix = Self.mark + (number == 1 ? "" : "_\(number)") + fileExtension
      let room = max(0, Self.longestName - suffix.utf8.count)
      let path = folder + Self.cut(stem, to: room) + suffix
      if taken.insert(path.lowercased()).inserted {
        numbers[key] = number
        return path
      }
      number += 1
    }
  }

  /// The stem without marks of earlier rounds, and the extension with its dot.
  private static func split(_ name: String) -> (stem: String, fileExtension: String) {
    var stem = Substring(name)
    var fileExtension: Substring = ""
    if let dot = name.lastIndex(of: "."), dot != name.startIndex,
      name[dot...].utf8.count <= 20
    {
      stem = name[..<dot]
      fileExtension = name[dot...]
    }
    if stem.hasSuffix(mark) { stem = stem.dropLast(mark.count) }
    return (stem.isEmpty ? "_" : String(stem), String(fileExtension))
  }

  /// A name without characters that some system refuses or that change how it is shown.
  private static func safe(_ name: Substring) -> String {
    if name == "." || name == ".." { return "_" }
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars { scalars.append(isUnsafe(scalar) ? "_" : scalar) }
    return String(scalars)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    // Marks that turn the direction of text (UAX #9).
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: "\\/:*?\"<>|".unicodeScalars.contains(scalar)
    }
  }

  /// As many whole characters as fit.
  private static func cut(_ name: String, to bytes: Int) -> String {
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

/// Gives every return the path of its annotated copy, no two alike on any system.
///
/// Asked in the order of the inputs, it gives the same paths on every run.
public struct OutputPaths: Sendable {
  private var taken: Set<String> = []
  /// The last number given to returns that would have one path.
  private var numbers: [String: Int] = [:]

  private static let mark = "_批注"

  /// No path given yet.
  public init() {}

  /// The path below the output folder for a return: `returned/<folders>/<stem>_批注.<extension>`.
  ///
  /// - Parameter file: the return's path, `/` between folders.
  public mutating func path(for file: String) -> String {
    let parts = Self.parts(of: file).map { OutputName.safe($0) }
    let folders = parts.dropLast().map {
      OutputName.safe(OutputName.cut($0, to: OutputName.longest))
    }
    let (stem, fileExtension) = Self.split(parts.last ?? "_")
    let folder = (["returned"] + folders).joined(separator: "/") + "/"
    let key = OutputName.folded(folder + stem + "\n" + fileExtension)
    var number = numbers[key, default: 0] + 1
    while true {
      let suffix = Self.mark + (number == 1 ? "" : "_\(number)") + fileExtension
      let room = max(0, OutputName.longest - suffix.utf8.count)
      let path = folder + OutputName.cut(stem, to: room) + suffix
      if taken.insert(OutputName.folded(path)).inserted {
        numbers[key] = number
        return path
      }
      number += 1
    }
  }

  /// What stands between the slashes. Ideographs and ASCII begin a character whatever stands before
  /// them, so that bytes tell as much as characters do.
  private static func parts(of file: String) -> [Substring] {
    var isBehindSlash = false
    for byte in file.utf8 {
      if isBehindSlash, byte >= 0x80, !(0xE4...0xE9).contains(byte) {
        return file.split(separator: "/")
      }
      isBehindSlash = byte == 0x2F
    }
    return file.utf8.split(separator: 0x2F).map { Substring($0) }
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
}

internal import Evaluation

/// Gives every return the path of its annotated copy, no two alike on any system.
///
/// Asked in the order of the inputs, it gives the same paths on every run.
public struct OutputPaths: Sendable {
  private var taken: Set<TextKey> = []
  /// The last number given to returns that would have one path, above 1.
  private var numbers: [TextKey: Int] = [:]

  /// The folder of the last return, and what it became: returns of a folder follow each other.
  private var last = (above: "", folder: "returned/")

  private static let mark = "_批注"

  /// No path given yet.
  public init() {}

  /// The path below the output folder for a return: `returned/<folders>/<stem>_批注.<extension>`.
  ///
  /// - Parameter file: the return's path, `/` between folders.
  public mutating func path(for file: String) -> String {
    let (folder, name) = place(of: file)
    let (stem, fileExtension) = Self.split(name)
    if let path = take(1, folder, stem, fileExtension) { return path }
    let key = TextKey(OutputName.folded(folder + stem + "\n" + fileExtension))
    var number = numbers[key, default: 1]
    while true {
      number += 1
      guard let path = take(number, folder, stem, fileExtension) else { continue }
      numbers[key] = number
      return path
    }
  }

  /// The path with a number, where no return has it yet.
  private mutating func take(
    _ number: Int, _ folder: String, _ stem: String, _ fileExtension: String
  ) -> String? {
    let suffix = Self.mark + (number == 1 ? "" : "_\(number)") + fileExtension
    let room = max(0, OutputName.longest - suffix.utf8.count)
    let path = folder + OutputName.cut(stem, to: room) + suffix
    return taken.insert(TextKey(OutputName.folded(path))).inserted ? path : nil
  }

  // MARK: Parts of a path

  /// The folder for a return, with the slash behind it, and the return's own name.
  private mutating func place(of file: String) -> (folder: String, name: String) {
    guard TextKey.hasOneSpelling(file), let slash = file.utf8.lastIndex(of: 0x2F),
      file.utf8.last != 0x2F
    else {
      let parts = Self.parts(of: file)
      return (Self.folder(parts.dropLast()), OutputName.safe(parts.last ?? "_"))
    }
    let above = String(file[..<slash])
    if !Wording.same(above, last.above) {
      last = (above, Self.folder(Self.parts(of: above)[...]))
    }
    return (last.folder, OutputName.safe(file[file.utf8.index(after: slash)...]))
  }

  private static func folder(_ names: ArraySlice<Substring>) -> String {
    names.reduce(into: "returned/") { folder, name in
      folder += OutputName.safe(OutputName.cut(OutputName.safe(name), to: OutputName.longest))
      folder += "/"
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
    // Of such a name bytes tell as much as characters do.
    let isPlain = TextKey.hasOneSpelling(name)
    var stem = Substring(name)
    var fileExtension: Substring = ""
    let dot = isPlain ? name.utf8.lastIndex(of: 0x2E) : name.lastIndex(of: ".")
    if let dot, dot != name.startIndex, name[dot...].utf8.count <= 20 {
      stem = name[..<dot]
      fileExtension = name[dot...]
    }
    if !isPlain || stem.utf8.last == mark.utf8.last, stem.hasSuffix(mark) {
      stem = stem.dropLast(mark.count)
    }
    return (stem.isEmpty ? "_" : String(stem), String(fileExtension))
  }
}

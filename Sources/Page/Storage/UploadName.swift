/// The path of an uploaded file below the folder of returns.
///
/// A browser sends what the person's disk has, and a hostile one anything. Names are kept as they
/// are, so that results name files as their senders do; what would leave the folder, hide the file
/// or break a line is replaced.
struct UploadName: Hashable, Sendable {
  /// Folders within folders that are kept; deeper ones are joined to one.
  static let deepest = 12
  /// Bytes in UTF-8 that one name may have: those of the file systems at hand.
  static let longest = 240

  /// The path, `/` between folders.
  let path: String

  /// - Parameter text: the path as it was sent; `\` separates folders too, as on Windows.
  /// - Returns: `nil` where no name is left.
  init?(_ text: String) {
    let names = text.split { $0 == "/" || $0 == "\\" }.map(Self.safe)
    guard let file = names.last else { return nil }
    let folders = names.dropLast().prefix(Self.deepest).map { Self.shortened($0, to: Self.longest) }
    path = (folders + [Self.cut(file)]).joined(separator: "/")
  }

  /// Whether the path is one that rounds leave out: lock files of Excel and WPS, hidden files, what
  /// macOS adds to archives.
  var isLeftOut: Bool {
    path.split(separator: "/").contains {
      $0.hasPrefix("~$") || $0.hasPrefix(".") || $0 == "__MACOSX"
    }
  }

  private static func safe(_ name: Substring) -> String {
    if name == "." || name == ".." { return "_" }
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars { scalars.append(isControl(scalar) ? "_" : scalar) }
    return String(scalars)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// A file name that is too long keeps its extension, which tells what it is.
  private static func cut(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), name[dot...].utf8.count <= 8 else {
      return shortened(name, to: longest)
    }
    let end = name[dot...]
    return shortened(String(name[..<dot]), to: longest - end.utf8.count) + end
  }

  private static func shortened(_ name: String, to bytes: Int) -> String {
    var kept = Substring(name)
    while kept.utf8.count > bytes { kept = kept.dropLast() }
    return String(kept)
  }
}

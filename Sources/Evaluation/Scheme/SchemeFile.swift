/// Scheme files: a form and its rules as strict YAML, described in docs/scheme-format.md.
public enum SchemeFile {
  /// The most bytes (UTF-8) a scheme file may have.
  public static let maximumSize = 1_000_000

  /// Reads a scheme.
  ///
  /// - Parameters:
  ///   - text: the content of the file.
  ///   - file: its name, for errors.
  /// - Throws: ``SchemeFileError`` with the first thing wrong, and where.
  public static func read(yaml text: String, file: String) throws(SchemeFileError) -> Scheme {
    let root = try SchemeSyntax(text: text, file: file).compose()
    return try scheme(SchemeMapping(root, SchemeKeys.root))
  }

  /// Reads a scheme from the bytes of a file, which have to be UTF-8.
  ///
  /// - Throws: ``SchemeFileError``, at the first byte that is no UTF-8 (a file saved as GBK or
  ///   UTF-16) or as ``read(yaml:file:)`` does.
  public static func read(
    bytes: some Collection<UInt8>, file: String
  ) throws(SchemeFileError) -> Scheme {
    guard bytes.count <= maximumSize else { throw SchemeSyntax.tooLarge(bytes.count, file) }
    var text = String.UnicodeScalarView()
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): text.append(scalar)
      case .emptyInput: return try read(yaml: String(text), file: file)
      case .error: throw SchemeSyntax.notUTF8(after: text, file)
      }
    }
  }

  private static func scheme(_ root: SchemeMapping) throws(SchemeFileError) -> Scheme {
    let id = try identifier(root.required("id"))
    let version = try root.required("version").text()
    let title = try root.required("title").text()
    let summary = try root.required("summary").text()
    let sources = try root.required("sources").words()
    let form = try SchemeFormReader.form(root.required("form"))
    let scoring = try SchemeScoringReader(form: form).rules(root.required("scoring"))
    return Scheme(
      id: id, version: version, title: title, summary: summary, sources: sources, form: form,
      scoring: scoring)
  }

  /// Ids stand in commands, results and file names, so they are kept to what all of them take.
  static func identifier(_ node: SchemeNode) throws(SchemeFileError) -> String {
    let id = try node.text()
    let fits = id.utf8.count <= 40 && id.utf8.first != 0x2D && id.utf8.allSatisfy(isIDByte)
    guard fits else {
      throw node.error(
        .unknownWord, "\(quoted(id)) is no id",
        "at most 40 small letters, digits and hyphens, such as mof-2020")
    }
    return id
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }
}

/// A text as an error shows it: in quotation marks, cut where it is long.
func quoted(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: 40, limitedBy: scalars.endIndex),
    end != scalars.endIndex
  else { return "“\(text)”" }
  return "“\(String(scalars[..<end]))…”"
}

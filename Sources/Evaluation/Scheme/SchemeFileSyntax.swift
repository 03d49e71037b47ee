import Yams

/// The first step of reading a scheme file: text to nodes, with every mistake of YAML placed.
///
/// The text is looked over before it is parsed, because aliases within aliases grow without
/// bound (a key made of them is hashed node by node).
struct SchemeSyntax {
  let text: String
  let file: String

  init(text: String, file: String) {
    let isMarked = text.unicodeScalars.first == "\u{FEFF}"
    self.text = isMarked ? String(text.unicodeScalars.dropFirst()) : text
    self.file = file
  }

  func compose() throws(SchemeFileError) -> SchemeNode {
    guard text.utf8.count <= SchemeFile.maximumSize else {
      throw Self.tooLarge(text.utf8.count, file)
    }
    try refuseControlCharacters()
    try refuseAliases()
    guard let node = try parsed() else {
      throw error(.empty, 1, 1, "nothing stands in the file", "a scheme")
    }
    return SchemeNode(node, path: "", file: file)
  }

  /// An anchor that no alias follows does no harm, but means nothing either.
  private func refuseAnchors(_ node: Node) throws(SchemeFileError) {
    if node.anchor != nil {
      throw error(
        .alias, node.mark?.line ?? 1, node.mark?.column ?? 1, "an anchor (&)",
        "the content itself, without anchors (&)")
    }
    switch node {
    case .mapping(let pairs):
      for pair in pairs {
        try refuseAnchors(pair.key)
        try refuseAnchors(pair.value)
      }
    case .sequence(let entries): for entry in entries { try refuseAnchors(entry) }
    case .scalar, .alias: break
    }
  }

  static func tooLarge(_ size: Int, _ file: String) -> SchemeFileError {
    SchemeSyntax(text: "", file: file).error(
      .tooLarge, 1, 1, "the file has \(size) bytes", "at most \(SchemeFile.maximumSize)")
  }

  static func notUTF8(after text: String.UnicodeScalarView, _ file: String) -> SchemeFileError {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return SchemeSyntax(text: "", file: file).error(
      .syntax, lines.count, (lines.last?.count ?? 0) + 1, "a byte that is no UTF-8",
      "a file saved as UTF-8, not as GBK (ANSI) or UTF-16")
  }

  private func parsed() throws(SchemeFileError) -> Node? {
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      let root = try parser.singleRoot()
      // Nodes hold their anchors weakly: they live as long as the parser.
      try withExtendedLifetime(parser) { try root.map(refuseAnchors) }
      return root
    } catch let problem as YamlError {
      throw placed(problem)
    } catch let mistake as SchemeFileError {
      throw mistake
    } catch {
      throw self.error(.syntax, 1, 1, "the file is no YAML", "YAML")
    }
  }

  private func placed(_ problem: YamlError) -> SchemeFileError {
    switch problem {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let during = context.map { " \($0.text)" } ?? ""
      let place = Self.beginning(of: context) ?? mark
      return error(
        .syntax, place.line, place.column, Phrase(stringLiteral: problem + during),
        Self.advice(for: problem + during))
    case .duplicatedKeysInMapping(let keys, let context):
      return repeated(keys.first ?? "", first: context.mark)
    case .reader(let problem, _, _, _):
      return error(.syntax, 1, 1, Phrase(stringLiteral: problem), "UTF-8 text")
    default:
      return error(.syntax, 1, 1, "the file is no YAML", "YAML")
    }
  }

  /// Where an unfinished text or a sign taken for an alias begins: the parser notices it later.
  private static func beginning(of context: YamlError.Context?) -> Mark? {
    guard let context else { return nil }
    let begins = ["a quoted scalar", "an alias", "an anchor"].contains { context.text.contains($0) }
    return begins ? context.mark : nil
  }

  private static func advice(for problem: String) -> Phrase {
    if problem.contains("another document") { return "one scheme in a file" }
    if problem.contains("tab") { return "spaces instead of the tab" }
    if problem.contains("alias") || problem.contains("anchor") || problem.contains("cannot start") {
      return "quotation marks around a text that begins with * & ! % @ or `"
    }
    return "YAML; a text with a colon, # or brackets stands in quotation marks"
  }

  /// The parser names the first of two equal keys; the second is the one to look at.
  private func repeated(_ key: String, first: Mark) -> SchemeFileError {
    var line = 0
    for content in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      guard line > first.line, begins(content.unicodeScalars, with: key, at: first.column) else {
        continue
      }
      return error(
        .duplicateKey, line, first.column,
        "\(quoted(key)) already stands in line \(first.line)", "every key once")
    }
    return error(
      .duplicateKey, first.line, first.column, "\(quoted(key)) stands here twice",
      "every key once")
  }

  private func begins(
    _ line: Substring.UnicodeScalarView, with key: String, at column: Int
  ) -> Bool {
    guard line.prefix(column - 1).allSatisfy({ $0 == " " }) else { return false }
    let rest = line.dropFirst(column - 1)
    return ["\(key):", "\"\(key)\":", "'\(key)':"].contains { rest.starts(with: $0.unicodeScalars) }
  }

  func error(
    _ kind: SchemeFileError.Kind, _ line: Int, _ column: Int, _ found: Phrase, _ expected: Phrase
  ) -> SchemeFileError {
    SchemeFileError(
      file: file, line: line, column: column, path: "", kind: kind, what: found,
      due: expected)
  }
}

extension SchemeSyntax {
  private func refuseControlCharacters() throws(SchemeFileError) {
    var line = 1
    var column = 1
    for scalar in text.unicodeScalars {
      guard Self.isAllowed(scalar) else {
        let code = String(scalar.value, radix: 16, uppercase: true)
        throw error(.syntax, line, column, "the control character U+\(code)", "UTF-8 text")
      }
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// Refuses a text with both an anchor and an alias, wherever they stand: telling texts and
  /// comments apart is the parser's work, and it comes too late. Neither alone does harm (an alias
  /// without its anchor is a mistake the parser finds), and a sign within a word (R&D) is none.
  private func refuseAliases() throws(SchemeFileError) {
    var hasAnchor = false
    var alias: (line: Int, column: Int)?
    var place = (line: 1, column: 0)
    var last: Unicode.Scalar = "\n"
    var before: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      if Self.isNameScalar(scalar), !Self.isNameScalar(before) {
        if last == "&" { hasAnchor = true }
        if last == "*" { alias = alias ?? place }
      }
      place = scalar == "\n" ? (place.line + 1, 0) : (place.line, place.column + 1)
      (before, last) = (last, scalar)
    }
    guard hasAnchor, let alias else { return }
    throw error(
      .alias, alias.line, alias.column, "an alias (*)", "the content itself, without anchors (&)")
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "_", "-": true
    default: false
    }
  }
}

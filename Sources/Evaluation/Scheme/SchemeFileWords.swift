/// The words of one place of a form, each with the one thing it may stand for.
struct SchemeWords {
  /// How words are compared here.
  enum Comparison {
    /// As labels: white space, width, brackets, colons and a 其中 at the beginning fall away.
    case label
    /// As contents of a cell: white space and width fall away.
    case cell
  }

  private struct Use {
    let meaning: String
    let text: String
    let line: Int
  }

  let comparison: Comparison
  private var uses: [String: Use] = [:]

  init(comparedAs comparison: Comparison) {
    self.comparison = comparison
  }

  /// Takes the words of a list for a meaning, unless one of them stands for another already.
  mutating func take(_ list: SchemeNode, for meaning: String) throws(SchemeFileError) -> [String] {
    var words: [String] = []
    for entry in try list.list() {
      words.append(try take(word: entry, for: meaning))
    }
    return words
  }

  private mutating func take(
    word entry: SchemeNode, for meaning: String
  ) throws(SchemeFileError) -> String {
    let text = try entry.text()
    let bare = bared(text)
    guard !bare.isEmpty else {
      throw entry.error(
        .empty, "nothing of \(quoted(text)) is left once brackets and colons fall away", "a word")
    }
    if let use = uses[bare] { throw clash(entry, text, meaning, with: use) }
    uses[bare] = Use(meaning: meaning, text: text, line: entry.line)
    return text
  }

  private func clash(
    _ entry: SchemeNode, _ text: String, _ meaning: String, with use: Use
  ) -> SchemeFileError {
    if use.meaning == meaning {
      return entry.error(
        .ambiguous, "\(quoted(text)) is the same word as \(quoted(use.text)) in line \(use.line)",
        "every word once; spaces, width, brackets and colons make no difference")
    }
    return entry.error(
      .ambiguous, "\(quoted(text)) already stands for \(use.meaning) (line \(use.line))",
      "a word that stands for \(meaning) alone")
  }

  private func bared(_ text: String) -> String {
    guard comparison == .label else { return Wording.key(text) }
    let label = Wording.label(text)
    return label.hasPrefix("其中") ? String(label.dropFirst(2)) : label
  }
}

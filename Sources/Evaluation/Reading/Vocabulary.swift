/// The scheme's words for answers, levels and prompts, made ready for comparison once. Handed on by
/// reference, with every reader of values.
final class Vocabulary: Sendable {
  private let yes: WordList
  private let no: WordList
  private let levelWords: WordList
  private let levels: [ScoringRules.Level]
  private let placeholders: WordList
  /// The levels, best first.
  let allLevels: [ScoringRules.Level]

  init(_ rules: ScoringRules) {
    allLevels = rules.levels
    yes = WordList(rules.yes.map(Wording.key))
    no = WordList(rules.no.map(Wording.key))
    // Longest first, so that 部分达成 is never taken for a shorter word it begins with.
    let levels = rules.levels
      .flatMap { level in level.words.map { (key: Wording.key($0), level: level) } }
      .filter { !$0.key.isEmpty }
      .sorted { ($1.key.utf8.count, $0.key) < ($0.key.utf8.count, $1.key) }
    self.levels = levels.map(\.level)
    levelWords = WordList(levels.map(\.key))
    placeholders = WordList(rules.placeholders.map(Wording.key).filter { !$0.isEmpty })
  }

  /// The answer a text gives; `nil` where it is neither yes nor no.
  func yesNo(_ text: String) -> Bool? {
    if yes.holds(text) { return true }
    return no.holds(text) ? false : nil
  }

  /// The level whose words a text begins with.
  func level(of text: String) -> ScoringRules.Level? {
    levelWords.index(beginningKeyOf: text).map { levels[$0] }
  }

  /// Whether a text is a prompt of the blank, left in; a prompt may stand in brackets.
  func isPlaceholder(_ text: String) -> Bool {
    if placeholders.index(beginningKeyOf: text) != nil { return true }
    guard let first = Wording.firstOfKey(text.utf8.span).flatMap(Unicode.Scalar.init),
      Self.isOpener(first)
    else { return false }
    let bare = Wording.key(text).unicodeScalars.drop(while: Self.isOpener)
    return placeholders.index(beginning: String(Substring(bare))) != nil
  }

  private static func isOpener(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "{", "<", "【", "〔", "〈", "《", "“", "\"": true
    default: false
    }
  }
}

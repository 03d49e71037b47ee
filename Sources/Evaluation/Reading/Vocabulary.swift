/// The scheme's words for answers, levels and prompts, made ready for comparison once.
struct Vocabulary: Sendable {
  private let yes: Set<String>
  private let no: Set<String>
  private let levels: [(key: String, level: ScoringRules.Level)]
  private let placeholders: [String]
  /// The levels, best first.
  let allLevels: [ScoringRules.Level]

  init(_ rules: ScoringRules) {
    allLevels = rules.levels
    yes = Set(rules.yes.map(Wording.key))
    no = Set(rules.no.map(Wording.key))
    // Longest first, so that 部分达成 is never taken for a shorter word it begins with.
    levels = rules.levels
      .flatMap { level in level.words.map { (key: Wording.key($0), level: level) } }
      .filter { !$0.key.isEmpty }
      .sorted { ($1.key.utf8.count, $0.key) < ($0.key.utf8.count, $1.key) }
    placeholders = rules.placeholders.map(Wording.key).filter { !$0.isEmpty }
  }

  /// The answer a text gives; `nil` where it is neither yes nor no.
  func yesNo(_ text: String) -> Bool? {
    let key = Wording.key(text)
    if yes.contains(key) { return true }
    return no.contains(key) ? false : nil
  }

  /// The level whose words a text begins with.
  func level(of text: String) -> ScoringRules.Level? {
    let key = Wording.key(text)
    return levels.first { key.hasPrefix($0.key) }?.level
  }

  /// Whether a text is a prompt of the blank, left in; a prompt may stand in brackets.
  func isPlaceholder(_ text: String) -> Bool {
    let key = Wording.key(text)
    let bare = key.drop { Self.openers.contains($0) }
    return placeholders.contains { key.hasPrefix($0) || bare.hasPrefix($0) }
  }

  private static let openers: Set<Character> = ["(", "[", "{", "<", "【", "〔", "〈", "《", "“", "\""]
}

/// Words that texts are held against byte by byte, in the order given.
///
/// Both sides are compared forms (``Wording/key(_:)``): nothing is left to fold.
struct WordList: Sendable {
  private let words: [[UInt8]]
  private let longest: Int

  init(_ words: some Sequence<String>) {
    self.words = words.map { Array($0.utf8) }
    longest = self.words.map(\.count).max() ?? 0
  }

  /// Whether a text is one of the words.
  func contains(_ text: String) -> Bool { index(of: text) != nil }

  /// The word that a text is, by its place in the list.
  func index(of text: String) -> Int? {
    guard text.utf8.count <= longest else { return nil }
    return words.firstIndex { $0.count == text.utf8.count && text.utf8.elementsEqual($0) }
  }

  /// The first word that a text begins with, by its place in the list.
  func index(beginning text: some StringProtocol) -> Int? {
    words.firstIndex { text.utf8.starts(with: $0) }
  }

  /// The first word that a text ends with, by its place in the list.
  func index(ending text: String) -> Int? {
    words.firstIndex { text.utf8.reversed().starts(with: $0.reversed()) }
  }
}

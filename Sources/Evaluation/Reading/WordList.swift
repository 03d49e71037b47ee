/// Words that texts are held against byte by byte, in the order given.
struct WordList: Sendable {
  private let words: [[UInt8]]
  private let longest: Int

  /// A list of words in their compared form (``Wording/key(_:)``).
  init(_ words: some Sequence<String>) {
    self.words = words.map { Array($0.utf8) }
    longest = self.words.map(\.count).max() ?? 0
  }

  /// As much of a text's key as tells whether it is one of the words or begins with one.
  func head(of text: String) -> String { Wording.key(text, atLeast: longest + 1) }

  /// Whether a key is one of the words.
  func contains(_ key: String) -> Bool {
    let count = key.utf8.count
    guard count <= longest else { return false }
    return words.contains { $0.count == count && key.utf8.elementsEqual($0) }
  }

  /// The bytes of a word.
  func length(of index: Int) -> Int { words.indices.contains(index) ? words[index].count : 0 }

  /// The first word that a text begins with, by its place in the list.
  func index(beginning text: some StringProtocol) -> Int? {
    guard let first = text.utf8.first else { return nil }
    return words.firstIndex { $0.first == first && text.utf8.starts(with: $0) }
  }
}

/// A text told from others by its bytes alone, for tables of many.
struct ByteText: Hashable {
  let text: String

  static func == (left: ByteText, right: ByteText) -> Bool {
    Wording.same(left.text, right.text)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

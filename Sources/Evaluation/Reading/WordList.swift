/// Words that texts are held against byte by byte, in the order given.
struct WordList: Sendable {
  private let words: WordBytes
  /// The first character of each word; 0 for one without any.
  private let firsts: [UInt32]
  private let longest: Int
  private let beginnings: Beginnings

  /// A list of words in their compared form (``Wording/key(_:)``).
  init(_ words: some Sequence<String>) {
    let words = Array(words)
    self.words = WordBytes(words)
    firsts = words.map { $0.unicodeScalars.first?.value ?? 0 }
    longest = words.map(\.utf8.count).max() ?? 0
    beginnings = Beginnings(words)
  }

  /// As much of a text's key as tells whether it is one of the words or begins with one.
  func head(of text: String) -> String { Wording.key(text, atLeast: longest + 1) }

  /// Whether the key of a text is one of the words.
  func holds(_ text: String) -> Bool { mayBegin(text) && contains(head(of: text)) }

  /// The first word that the key of a text begins with, by its place in the list.
  func index(beginningKeyOf text: String) -> Int? {
    mayBegin(text) ? index(beginning: head(of: text)) : nil
  }

  /// Whether the key of a text may begin with a word: for most it is plain from the first character
  /// that it does not.
  private func mayBegin(_ text: String) -> Bool {
    guard let first = Wording.firstOfKey(text.utf8.span) else { return beginnings.hasEmpty }
    return beginnings.mayHold(first)
  }

  /// Whether a key is one of the words.
  func contains(_ key: String) -> Bool {
    let bytes = key.utf8.span
    guard bytes.count <= longest else { return false }
    for index in 0..<words.count where words.length(of: index) == bytes.count {
      if words.holds(index, at: 0, in: bytes) { return true }
    }
    return false
  }

  /// The bytes of a word.
  func length(of index: Int) -> Int { words.length(of: index) }

  /// The first word that a text begins with, by its place in the list.
  func index(beginning text: String) -> Int? { index(at: 0, in: text.utf8.span) }

  /// The first word that stands at a byte, by its place in the list.
  func index(at start: Int, in bytes: Span<UInt8>) -> Int? {
    guard start < bytes.count else { return nil }
    let first = TextBytes.scalar(bytes, at: start).value
    guard beginnings.mayHold(first) else { return nil }
    for index in firsts.indices
    where firsts[index] == first && words.length(of: index) > 0
      && words.holds(index, at: start, in: bytes)
    {
      return index
    }
    return nil
  }

  /// Whether one of the words stands anywhere.
  func isFound(in bytes: Span<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      if index(at: at, in: bytes) != nil { return true }
      at += TextBytes.scalar(bytes, at: at).count
    }
    return false
  }
}

extension WordList {
  /// The first characters of words, in so few bits that one stands for several: what is not among
  /// them begins no word.
  private struct Beginnings: Sendable {
    private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    /// Whether a word has no characters at all.
    private(set) var hasEmpty = false

    init(_ words: [String]) {
      for word in words {
        guard let first = word.unicodeScalars.first else {
          hasEmpty = true
          continue
        }
        let (part, bit) = Self.place(first.value)
        switch part {
        case 0: bits.0 |= bit
        case 1: bits.1 |= bit
        case 2: bits.2 |= bit
        default: bits.3 |= bit
        }
      }
    }

    @inline(__always)
    func mayHold(_ scalar: UInt32) -> Bool {
      let (part, bit) = Self.place(scalar)
      switch part {
      case 0: return bits.0 & bit != 0
      case 1: return bits.1 & bit != 0
      case 2: return bits.2 & bit != 0
      default: return bits.3 & bit != 0
      }
    }

    @inline(__always)
    private static func place(_ scalar: UInt32) -> (part: UInt32, bit: UInt64) {
      (scalar >> 6 & 3, 1 << UInt64(scalar & 63))
    }
  }
}

/// The bytes of words, one behind the other.
struct WordBytes: Sendable {
  private let letters: [UInt8]
  /// Where each word ends, behind a 0.
  private let ends: [Int]

  init(_ words: [String]) {
    letters = words.flatMap(\.utf8)
    ends = words.reduce(into: [0]) { ends, word in
      ends.append((ends.last ?? 0) + word.utf8.count)
    }
  }

  var count: Int { ends.count - 1 }

  /// The bytes of a word.
  func length(of index: Int) -> Int {
    index >= 0 && index < count ? ends[index + 1] - ends[index] : 0
  }

  /// Whether a word stands at a byte.
  @inline(__always)
  func holds(_ index: Int, at start: Int, in bytes: Span<UInt8>) -> Bool {
    TextBytes.holds(bytes, at: start, letters.span, ends[index]..<ends[index + 1])
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

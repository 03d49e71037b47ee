/// What our notes said, to tell it from what a unit wrote into them since.
struct NoteWords {
  /// What is left of a note without our words.
  enum Rest: Equatable {
    /// It is as it was.
    case nothing
    /// The unit's words, before ours or behind them, or in their place.
    case words(String)
    /// Ours are changed from within: whose is what cannot be told.
    case unclear
  }

  private let marks: Set<TextMark>

  init(_ marks: [TextMark]) { self.marks = Set(marks) }

  /// Whether it was recorded what the notes said.
  var isKnown: Bool { !marks.isEmpty }

  /// What is left of a note; `nil` where it is none of ours.
  ///
  /// - Parameter isUnsigned: whether it has no author, and only its words tell whose it is.
  func rest(of text: String, isUnsigned: Bool) -> Rest? {
    guard isKnown else { return !isUnsigned || Self.opensLikeOurs(text) ? .nothing : nil }
    if let rest = behind(text) ?? before(text) {
      let words = Self.trimmed(rest)
      return words.isEmpty ? .nothing : .words(words)
    }
    if Self.opensLikeOurs(text) { return .unclear }
    return isUnsigned ? nil : .words(Self.trimmed(text[...]))
  }

  /// What stands behind the longest of our texts that it begins with.
  private func behind(_ text: String) -> Substring? {
    var running = TextMark.Running()
    var end: String.Index?
    let scalars = text.unicodeScalars
    for place in scalars.indices {
      if running.take(scalars[place]), marks.contains(running.mark) {
        end = scalars.index(after: place)
      }
    }
    return end.map { text[$0...] }
  }

  /// What stands before the longest of our texts that it ends with.
  private func before(_ text: String) -> Substring? {
    let scalars = text.unicodeScalars
    var running = TextMark.Running()
    let places = scalars.indices.filter { running.take(scalars[$0]) }
    let lengths = Set(marks.map(\.count)).filter { (1...max(1, places.count)).contains($0) }
    for length in lengths.sorted(by: >) where length <= places.count {
      let start = places[places.count - length]
      if marks.contains(TextMark(scalars[start...])) { return text[..<start] }
    }
    return nil
  }

  /// Whether a note begins as ours do: 【R005.
  private static func opensLikeOurs(_ text: String) -> Bool {
    let opening = Array(text.unicodeScalars.lazy.filter { !$0.properties.isWhitespace }.prefix(5))
    return opening.count == 5 && opening[0] == "【" && ("A"..."Z").contains(opening[1])
      && opening[2...].allSatisfy { ("0"..."9").contains($0) }
  }

  private static func trimmed(_ text: Substring) -> String {
    var scalars = text.unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(Substring(scalars))
  }
}

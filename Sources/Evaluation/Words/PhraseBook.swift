/// English phrases and what they are in Chinese.
///
/// `{}` stands for a value in both; in the Chinese text `{2}` is the second value, where the order
/// is another.
public struct PhraseBook: Sendable {
  private let chinese: [String: String]

  /// A book of phrases with their Chinese.
  public init(_ chinese: [String: String]) { self.chinese = chinese }

  /// Whether a phrase is in it.
  public func has(_ template: String) -> Bool { chinese[template] != nil }

  /// What a phrase with its values is in Chinese; `nil` where it is not in the book.
  public func text(of template: String, _ values: [String]) -> String? {
    chinese[template].map { Self.filled($0, values) }
  }

  /// What a text made elsewhere (by the system, by a library) is in Chinese: the phrase with the
  /// most words whose words stand in it; `nil` where there is none.
  public func text(of text: String) -> String? {
    if let whole = chinese[text] { return whole }
    var best: (words: Int, text: String)?
    for (template, translation) in chinese where template.contains("{}") {
      let words = template.utf8.count
      guard best.map({ words > $0.words }) ?? true else { continue }
      guard let values = Self.values(of: text, in: template) else { continue }
      best = (words, Self.filled(translation, values))
    }
    return best?.text
  }

  /// A text with its values: `{}` takes the next, `{2}` the second.
  static func filled(_ template: String, _ values: [String]) -> String {
    var text = ""
    var next = 0
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let number = Int(rest[rest.index(after: open)..<close]).map { $0 - 1 } ?? next
      if values.indices.contains(number) { text += values[number] }
      next += 1
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  /// The values that a text has where a phrase has `{}`; `nil` where it is another phrase.
  private static func values(of text: String, in template: String) -> [String]? {
    let words = template.split(separator: "{}", omittingEmptySubsequences: false)
    guard let first = words.first, let last = words.last, text.hasPrefix(first) else { return nil }
    var values: [String] = []
    var rest = text.dropFirst(first.count)
    for part in words.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: part) else { return nil }
      values.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    guard words.count > 1, rest.hasSuffix(last) else { return nil }
    return values + [String(rest.dropLast(last.count))]
  }
}

extension Substring {
  /// Where a text begins and ends in this one, at its first place.
  fileprivate func firstRange(of text: Substring) -> Range<Index>? {
    guard !text.isEmpty else { return startIndex..<startIndex }
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}

/// Marks that people put into a cell that has nothing to say: ——, /, 无.
enum BlankMarks {
  /// Whether a text is such a mark, in whatever number.
  static func isBlank(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { !Wording.isSpace($0) }) else {
      return true
    }
    if isMark(first) {
      return text.unicodeScalars.allSatisfy { isMark($0) || Wording.isSpace($0) }
    }
    return words.contains(words.head(of: text))
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch Wording.plain(scalar) {
    case "-", "—", "–", "―", "─", "━", "/", "\\", "_": true
    default: false
    }
  }

  private static let words = WordList(["无", "空", "n/a", "na", "(空)", "暂无", "(无)"])
}

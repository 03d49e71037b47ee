/// Marks that people put into a cell that has nothing to say: ——, /, 无.
enum BlankMarks {
  /// Whether a text is such a mark, in whatever number.
  static func isBlank(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var at = Wording.start(of: bytes)
    guard at < bytes.count else { return true }
    guard isMark(TextBytes.scalar(bytes, at: at).value) else { return words.holds(text) }
    while at < bytes.count {
      let (scalar, count) = TextBytes.scalar(bytes, at: at)
      guard isMark(scalar) || Wording.isSpace(scalar) else { return false }
      at += count
    }
    return true
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    switch Wording.plain(scalar) {
    // - — – ― ─ ━ / \ _
    case 0x2D, 0x2014, 0x2013, 0x2015, 0x2500, 0x2501, 0x2F, 0x5C, 0x5F: true
    default: false
    }
  }

  private static let words = WordList(["无", "空", "n/a", "na", "(空)", "暂无", "(无)"])
}

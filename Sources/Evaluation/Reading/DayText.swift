/// Days and months as people type them.
enum DayText {
  /// Reads `2024-11-30`, `2024年11月30日前`, `2024.11`, `9月底前`, `年底前`; `nil` where the text
  /// is anything else.
  static func deadline(_ text: String) -> Deadline? {
    let plain = Wording.plain(Wording.trimmed(text))
    guard mayBeDay(plain) else { return nil }
    var cursor = TextCursor(dropWords(plain))
    if cursor.rest == "年底" || cursor.rest == "年末" || cursor.rest == "年内" {
      return Deadline(year: nil, month: 12, day: 31)
    }
    guard let first = cursor.takeWhole() else { return nil }
    if first >= 1000 { return dated(year: first, &cursor) }
    guard cursor.take("月") else { return nil }
    return monthly(year: nil, month: first, &cursor)
  }

  /// Whether a text begins as a day or as a word before one, and parts year, month and day.
  private static func mayBeDay(_ plain: String) -> Bool {
    guard let first = plain.unicodeScalars.first,
      ("0"..."9").contains(first) || "年不截于≤".unicodeScalars.contains(first)
    else { return false }
    return plain.unicodeScalars.contains { "年月-/.".unicodeScalars.contains($0) }
  }

  private static func dated(year: Int, _ cursor: inout TextCursor) -> Deadline? {
    let separator = ["年", "-", "/", "."].first { cursor.take($0) }
    guard let separator else { return nil }
    if separator == "年", ["底", "末", "内", "度", ""].contains(cursor.rest) {
      return Deadline(year: year, month: 12, day: 31)
    }
    guard let month = cursor.takeWhole() else { return nil }
    if separator == "年" {
      guard cursor.take("月") else { return nil }
      return monthly(year: year, month: month, &cursor)
    }
    // 2024.5 may be a number; 2024-05 is a month.
    if cursor.rest.isEmpty {
      return separator == "-" ? Deadline(year: year, month: month, day: nil) : nil
    }
    guard cursor.take(separator), let day = cursor.takeWhole(), cursor.isAtTime else { return nil }
    return Deadline(year: year, month: month, day: day)
  }

  private static func monthly(year: Int?, month: Int, _ cursor: inout TextCursor) -> Deadline? {
    if ["", "底", "末", "份", "初"].contains(cursor.rest) {
      return Deadline(year: year, month: month, day: nil)
    }
    guard let day = cursor.takeWhole(), ["日", "号", ""].contains(cursor.rest) else { return nil }
    return Deadline(year: year, month: month, day: day)
  }

  /// Words around a day that change nothing: 前, 之前, 完成…
  private static func dropWords(_ text: String) -> String {
    var text = text
    for word in ["完成", "以前", "之前", "前", "止", "底前", "内"] where text.hasSuffix(word) && text.count > 2
    {
      if word == "内", text.hasSuffix("年内") { continue }
      text = Wording.trimmed(String(text.dropLast(word.count)))
    }
    for word in ["不晚于", "不迟于", "截至", "于", "≤"] where text.hasPrefix(word) {
      text = Wording.trimmed(String(text.dropFirst(word.count)))
    }
    return text
  }
}

extension TextCursor {
  /// Takes a whole number of at most four digits.
  mutating func takeWhole() -> Int? {
    var number = 0
    var count = 0
    while count < 5, let scalar = rest.unicodeScalars.first, ("0"..."9").contains(scalar) {
      number = number * 10 + Int(scalar.value - 0x30)
      count += 1
      _ = take(String(scalar))
    }
    return (1...4).contains(count) ? number : nil
  }

  /// Whether only a time of day is left, which a deadline does not look at.
  var isAtTime: Bool {
    rest.isEmpty || rest.hasPrefix(" ") || rest.hasPrefix("T")
  }
}

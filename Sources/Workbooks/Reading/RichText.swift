/// The text of a string item: of its runs, joined, without phonetic guides.
enum RichText {
  /// The text of one whole `<si>` or `<is>` element.
  static func text(_ bytes: [UInt8], _ element: Range<Int>) -> String {
    var text: [UInt8] = []
    // The element has passed a scanner once, so that the second pass cannot fail.
    try? appendTexts(Array(bytes[element]), to: &text)
    return EscapedText.decoded(text)
  }

  private static func appendTexts(
    _ element: [UInt8], to text: inout [UInt8]
  ) throws(WorkbookError) {
    var scanner = try XMLScanner(element, part: "text")
    while true {
      switch try scanner.next() {
      case .finished: return
      case .start where scanner.isLocal("rPh"): try scanner.skipElement()
      case .start where scanner.isLocal("t"):
        let content = try scanner.content()
        XMLText.append(scanner.bytes, content.range, to: &text)
      default: break
      }
    }
  }
}

extension XMLScanner {
  /// The content of `<v>…</v>` where it follows at once, without prefix, attributes, entities or
  /// control characters: nearly every cell. Passes over it; `nil` sends the caller the long way.
  @inline(__always)
  mutating func takePlainValue() -> Range<Int>? {
    guard !isSelfClosing, local == name.lowerBound, position + 3 < bytes.count,
      bytes[position] == 0x3C, bytes[position + 1] == 0x76, bytes[position + 2] == 0x3E
    else { return nil }
    let start = position + 3
    var at = start
    while at < bytes.count, bytes[at] >= 0x20, bytes[at] != 0x3C, bytes[at] != 0x26 { at += 1 }
    guard at + 3 < bytes.count, bytes[at] == 0x3C, bytes[at + 1] == 0x2F, bytes[at + 2] == 0x76,
      bytes[at + 3] == 0x3E
    else { return nil }
    position = at + 4
    return start..<at
  }

  /// What stands between the start tag just met and its end tag, which is then the last event.
  ///
  /// `isPlain` tells whether that is the text itself, without entities or markup.
  mutating func content() throws(WorkbookError) -> (range: Range<Int>, isPlain: Bool) {
    let outer = depth - 1
    let start = position
    var pieces = 0
    var isPlainSoFar = true
    while true {
      let before = position
      let event = try next()
      if event == .end, depth == outer {
        let end = max(start, token.isEmpty ? start : token.lowerBound)
        return (start..<end, isPlainSoFar && before == end)
      }
      pieces += 1
      isPlainSoFar = event == .text && isPlain && pieces == 1 && token.lowerBound == start
    }
  }
}

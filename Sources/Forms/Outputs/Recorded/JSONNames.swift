/// The names that a key or a word may be, as bytes. Keys come in the order in which they are
/// written most often, so that the next name is tried first.
struct JSONNames<Name: Sendable>: Sendable {
  private let names: [Name]
  private let bytes: [UInt8]
  private let ends: [Int]
  /// Each name as a key is written behind another.
  private let keys: [JSONKey]
  /// The first one as a key that no other stands before.
  private let firstKey: JSONKey?

  /// - Parameter names: in the order in which they usually come.
  init(_ names: [(text: String, name: Name)]) {
    self.names = names.map(\.name)
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for (text, _) in names {
      bytes.append(contentsOf: text.utf8)
      ends.append(bytes.count)
    }
    (self.bytes, self.ends) = (bytes, ends)
    keys = names.map { JSONKey(", \"\($0.text)\":") }
    firstKey = names.first.map { JSONKey("\"\($0.text)\":") }
  }

  /// Where the key that is due ends, colon and all; `nil` where it does not stand there as
  /// usual.
  ///
  /// - Parameter isFirst: whether no other key stands before it, and so no comma.
  func end(
    of next: Int, isFirst: Bool = false, in text: Span<UInt8>, from start: Int
  ) -> Int? {
    guard next < keys.count else { return nil }
    return isFirst ? firstKey?.end(in: text, from: start) : keys[next].end(in: text, from: start)
  }

  /// The name at a place, from 0.
  subscript(index: Int) -> Name { names[index] }

  /// The name that a text is.
  ///
  /// - Parameter next: the one to be tried first, from 0.
  func find(_ text: Span<UInt8>, _ next: inout Int) -> Name? {
    if next < names.count, matches(next, text) {
      next += 1
      return names[next - 1]
    }
    for index in names.indices where matches(index, text) {
      next = index + 1
      return names[index]
    }
    return nil
  }

  /// The names, with commas between them.
  var description: String {
    names.indices.map { index in
      String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
    }
    .joined(separator: ", ")
  }

  private func matches(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == text.count else { return false }
    let own = bytes.span
    for at in text.indices where own[start + at] != text[at] { return false }
    return true
  }
}

/// A key with what is written around it, eight bytes in a word.
private struct JSONKey {
  private let count: Int
  private let size: Int
  private var words = InlineArray<3, UInt64>(repeating: 0)
  /// The bits of each word that are looked at.
  private var masks = InlineArray<3, UInt64>(repeating: 0)

  /// A key that is longer than all words is never found here, only the long way.
  init(_ text: String) {
    count = text.utf8.count
    size = (count + 7) / 8
    guard size <= words.count else { return }
    for (at, byte) in text.utf8.enumerated() {
      let place = UInt64(8 * (at % 8))
      words[at / 8] |= UInt64(byte) << place
      masks[at / 8] |= 0xFF << place
    }
  }

  /// Where it ends, if it stands at a place.
  @inline(__always) func end(in text: Span<UInt8>, from start: Int) -> Int? {
    guard size <= words.count, start + 8 * size <= text.count else { return nil }
    var difference: UInt64 = 0
    for index in 0..<size {
      difference |=
        (EightBytes.load(text, start + 8 * index) ^ words[index]) & masks[index]
    }
    return difference == 0 ? start + count : nil
  }
}

extension JSONNames where Name: RawRepresentable & CaseIterable, Name.RawValue == String {
  /// All cases, by their raw values.
  init(_ type: Name.Type) { self.init(Name.allCases.map { ($0.rawValue, $0) }) }
}

/// A text of JSON where it stands.
struct JSONPassage {
  /// Where its quotation mark was looked for.
  let start: Int
  /// The bytes between the quotation marks.
  let range: Range<Int>
  let isEscaped: Bool
}

/// The names that a key or a word may be, as bytes. Keys come in the order in which they are
/// written most often, so that the next name is tried first.
struct JSONNames<Name: Sendable>: Sendable {
  private let names: [Name]
  private let bytes: [UInt8]
  private let ends: [Int]
  /// Each name as a key is written behind another, `, "name":`, and eight zeros behind all.
  private let keys: [UInt8]
  /// Where each of them ends, behind the 0 where the first begins.
  private let keyEnds: [Int]

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
    var (keys, keyEnds): ([UInt8], [Int]) = ([], [0])
    for (text, _) in names {
      keys += Array(", \"\(text)\":".utf8)
      keyEnds.append(keys.count)
    }
    (self.keys, self.keyEnds) = (keys + [UInt8](repeating: 0, count: 8), keyEnds)
  }

  /// Where the key that is due ends, colon and all; `nil` where it does not stand there as
  /// usual.
  ///
  /// - Parameter isFirst: whether no other key stands before it, and so no comma.
  func end(
    of next: Int, isFirst: Bool = false, in text: Span<UInt8>, from start: Int
  ) -> Int? {
    guard next < names.count else { return nil }
    let first = keyEnds[next] + (isFirst ? 2 : 0)
    let count = keyEnds[next + 1] - first
    guard start + count + 8 <= text.count else { return nil }
    let keys = keys.span
    var at = 0
    while at + 8 <= count {
      if EightBytes.load(keys, first + at) != EightBytes.load(text, start + at) { return nil }
      at += 8
    }
    let difference = EightBytes.load(keys, first + at) ^ EightBytes.load(text, start + at)
    let rest = UInt64(truncatingIfNeeded: 8 * (count - at))
    if difference & ((1 &<< rest) &- 1) != 0 { return nil }
    return start + count
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

/// The names that a key or a word may be, as bytes. Keys come in the order in which they are
/// written most often, so that the next name is tried first.
struct JSONNames<Name: Sendable>: Sendable {
  private let names: [Name]
  private let bytes: [UInt8]
  private let ends: [Int]

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
  }

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

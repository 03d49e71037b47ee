/// Walks over the tags of a part that has passed the scanner: where they begin and end, and
/// nothing else. What well-formed XML cannot hold ends the walk early.
struct XMLWalker {
  /// What was met; a tag that closes itself is a start without an end.
  enum Event {
    case start
    case end
    case finished
  }

  /// The tag met last.
  var token: Range<Int> = 0..<0
  /// Its name with its prefix.
  private(set) var name: Range<Int> = 0..<0
  /// Where the name behind its prefix begins.
  private(set) var local = 0
  /// Whether the start tag closes itself.
  private(set) var isSelfClosing = false
  /// The place behind the tag.
  var position = 0

  /// The next tag; text, comments and instructions are passed over.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>) -> Event {
    var at = position
    while true {
      while at < bytes.count, bytes[at] != 0x3C { at &+= 1 }
      guard at &+ 1 < bytes.count else { return .finished }
      switch bytes[at &+ 1] {
      case 0x2F: return end(bytes, at)
      case 0x21, 0x3F:
        guard let behind = Self.behindOther(bytes, at) else { return .finished }
        at = behind
      default: return start(bytes, at)
      }
    }
  }

  /// Stands behind the start of a row as if it had been met, written without a prefix.
  mutating func enterPlainRow(_ tag: Range<Int>) {
    token = tag
    local = tag.lowerBound &+ 1
    name = Range(uncheckedBounds: (local, local &+ 3))
    isSelfClosing = false
    position = tag.upperBound
  }

  private mutating func end(_ bytes: Span<UInt8>, _ start: Int) -> Event {
    var at = start &+ 2
    while at < bytes.count, bytes[at] != 0x3E { at &+= 1 }
    guard at < bytes.count else { return .finished }
    position = at &+ 1
    token = Range(uncheckedBounds: (start, at &+ 1))
    return .end
  }

  private mutating func start(_ bytes: Span<UInt8>, _ start: Int) -> Event {
    var at = start &+ 1
    local = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte <= 0x3E {
        if byte == 0x3A {
          local = at &+ 1
        } else if byte <= 0x20 || byte == 0x3E || byte == 0x2F {
          break
        }
      }
      at &+= 1
    }
    name = Range(uncheckedBounds: (start &+ 1, at))
    guard let close = Self.tagEnd(bytes, at) else { return .finished }
    isSelfClosing = bytes[close &- 1] == 0x2F
    position = close &+ 1
    token = Range(uncheckedBounds: (start, close &+ 1))
    return .start
  }

  /// The place of the `>` that ends a tag, which within quotes stands for itself.
  @inline(__always)
  private static func tagEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x3E { return at }
      at &+= 1
      guard byte == 0x22 || byte == 0x27 else { continue }
      while at < bytes.count, bytes[at] != byte { at &+= 1 }
      at &+= 1
    }
    return nil
  }

  /// The place behind a comment, a CDATA section or an instruction.
  private static func behindOther(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    if bytes[start + 1] == 0x3F { return behind("?>", bytes, start + 2) }
    guard start + 2 < bytes.count else { return nil }
    return bytes[start + 2] == 0x2D
      ? behind("-->", bytes, start + 4) : behind("]]>", bytes, start + 9)
  }

  /// The place behind the next of these two or three bytes, of which the last is `>`.
  private static func behind(_ mark: StaticString, _ bytes: Span<UInt8>, _ start: Int) -> Int? {
    let size = mark.utf8CodeUnitCount
    return mark.withUTF8Buffer { mark in
      var at = start
      while at <= bytes.count - size {
        if bytes[at] == mark[0], bytes[at + 1] == mark[1], bytes[at + size - 1] == 0x3E {
          return at + size
        }
        at += 1
      }
      return nil
    }
  }
}

/// The attributes of one start tag, from left to right.
struct AttributeWalker {
  private var at: Int
  private let end: Int

  /// - Parameters:
  ///   - start: the place behind the tag's name.
  ///   - tagEnd: the place behind the tag.
  init(from start: Int, tagEnd: Int) {
    at = start
    end = tagEnd &- 1
  }

  /// The next attribute; `nil` behind the last.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>) -> XMLScanner.Attribute? {
    let limit = min(end, bytes.count)
    while at < limit, bytes[at] <= 0x20 { at &+= 1 }
    guard at < limit, bytes[at] != 0x2F else { return nil }
    let start = at
    var local = at
    while at < limit, bytes[at] != 0x3D, bytes[at] > 0x20 {
      if bytes[at] == 0x3A { local = at &+ 1 }
      at &+= 1
    }
    let nameEnd = at
    while at < limit, bytes[at] != 0x22, bytes[at] != 0x27 { at &+= 1 }
    guard at < limit else { return nil }
    let quote = bytes[at]
    at &+= 1
    let valueStart = at
    var isPlain = true
    // Most values are plain up to their quote.
    at = min(bytes.endOfPlainValue(from: at), limit)
    while at < limit, bytes[at] != quote {
      if bytes[at] == 0x26 || bytes[at] < 0x20 { isPlain = false }
      at &+= 1
    }
    let valueEnd = at
    at &+= 1
    return XMLScanner.Attribute(
      name: Range(uncheckedBounds: (start, nameEnd)), local: local,
      value: Range(uncheckedBounds: (valueStart, valueEnd)), isPlain: isPlain)
  }
}

extension Span<UInt8> {
  /// Whether a stretch is this text.
  @inline(__always)
  func matches(_ text: StaticString, _ range: Range<Int>) -> Bool {
    guard text.utf8CodeUnitCount == range.count, range.upperBound <= count else { return false }
    return text.withUTF8Buffer { text in
      var offset = 0
      while offset < text.count {
        if self[range.lowerBound &+ offset] != text[offset] { return false }
        offset &+= 1
      }
      return true
    }
  }

  /// A stretch of digits as a whole number; `nil` for anything else.
  func integer(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.upperBound <= count, range.count <= 18 else { return nil }
    var number = 0
    for at in range {
      guard 0x30...0x39 ~= self[at] else { return nil }
      number = number &* 10 &+ Int(self[at] &- 0x30)
    }
    return number
  }

  /// The place a cell names itself by, read as ``CellReference`` reads it.
  @inline(__always)
  func reference(_ range: Range<Int>) -> CellReference? {
    var row = 0
    var column = 0
    for at in range where self[at] != 0x24 {
      let byte = self[at]
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A where row == 0: column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39 where column > 0: row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      guard row <= CellReference.lastRow, column <= CellReference.lastColumn else { return nil }
    }
    return CellReference(row: row, column: column)
  }
}

/// Names of parts, and what a relationship's target means from where it stands.
enum PartName {
  /// The part that `target` names, seen from the part `source`: absolute or relative, `.` and
  /// `..` resolved, percent escapes decoded (OPC, ECMA-376-2 §6.2); `nil` where it leaves the
  /// package.
  static func resolved(_ target: String, from source: String) -> String? {
    if isPlain(target.utf8.span), source.isEmpty || isPlain(source.utf8.span) {
      return target.utf8.first == 0x2F
        ? String(Substring(target.utf8.dropFirst())) : folder(of: source) + target
    }
    let bytes = decodedPercents(target.utf8.prefix { $0 != 0x23 && $0 != 0x3F })
    let isAbsolute = bytes.first.map { $0 == 0x2F || $0 == 0x5C } ?? false
    var segments = isAbsolute ? [] : folder(of: source).utf8.split(separator: 0x2F).map(Array.init)
    for segment in bytes.split(whereSeparator: { $0 == 0x2F || $0 == 0x5C }) {
      if segment.elementsEqual([0x2E]) { continue }
      if segment.elementsEqual([0x2E, 0x2E]) {
        guard segments.popLast() != nil else { return nil }
      } else {
        segments.append(Array(segment))
      }
    }
    guard !segments.isEmpty else { return nil }
    return String(decoding: Array(segments.joined(separator: [0x2F])), as: UTF8.self)
  }

  /// Whether a target is a path without escapes, `.` and empty segments: nearly every one.
  private static func isPlain(_ target: Span<UInt8>) -> Bool {
    guard target.count > 1, target[target.count - 1] != 0x2F else { return false }
    var isStart = false
    for at in target.indices {
      switch target[at] {
      case 0x23, 0x25, 0x3F, 0x5C: return false
      case 0x2E: if at == 0 || isStart { return false }
      case 0x2F: if isStart { return false }
      default: break
      }
      isStart = target[at] == 0x2F
    }
    return true
  }

  /// The part that holds a part's relationships; the package's own for the empty name.
  static func relationships(of part: String) -> String {
    let bytes = part.utf8.span
    var start = bytes.count
    while start > 0, bytes[start - 1] != 0x2F { start -= 1 }
    var name = ByteBuffer(capacity: bytes.count + 11)
    name.append(bytes: bytes.extracting(0..<start))
    name.append(literal: "_rels/")
    name.append(bytes: bytes.extracting(start..<bytes.count))
    name.append(literal: ".rels")
    return name.text
  }

  /// The folder with its closing `/`, or nothing.
  private static func folder(of part: String) -> String {
    guard let slash = part.utf8.lastIndex(of: 0x2F) else { return "" }
    return String(part[...slash])
  }

  private static func decodedPercents(_ text: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(text)
    var decoded: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x25, at + 2 < bytes.count, let high = hexadecimal(bytes[at + 1]),
        let low = hexadecimal(bytes[at + 2])
      {
        decoded.append(high << 4 | low)
        at += 3
      } else {
        decoded.append(bytes[at])
        at += 1
      }
    }
    return decoded
  }

  /// The value of a hexadecimal digit.
  static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}

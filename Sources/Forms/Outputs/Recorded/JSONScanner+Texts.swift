internal import Figures

/// What stands between quotation marks.
extension JSONScanner {
  func unescaped(_ range: Range<Int>) throws(Fault) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == 0x5C else {
        plain.append(bytes[at])
        at += 1
        continue
      }
      let mark = bytes[at + 1]
      at += 2
      if mark == 0x75 {
        plain.append(contentsOf: Array(String(try scalar(&at, range.upperBound)).utf8))
      } else {
        guard let byte = Self.escapes[mark] else {
          throw Fault(offset: at - 1, reason: "an escape that JSON does not know")
        }
        plain.append(byte)
      }
    }
    return plain
  }

  private static let escapes: [UInt8: UInt8] = [
    0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09,
  ]

  /// The scalar of `\u…`, of two such where it is a pair.
  private func scalar(_ at: inout Int, _ end: Int) throws(Fault) -> Unicode.Scalar {
    let start = at
    var value = try unit(&at, end)
    if value & 0xFC00 == 0xD800, at + 2 <= end, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
      at += 2
      let low = try unit(&at, end)
      guard low & 0xFC00 == 0xDC00 else { throw Fault(offset: at, reason: "half a character") }
      value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw Fault(offset: start, reason: "half a character")
    }
    return scalar
  }

  private func unit(_ at: inout Int, _ end: Int) throws(Fault) -> UInt32 {
    guard at + 4 <= end,
      let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16),
      bytes[at] != 0x2B, bytes[at] != 0x2D
    else { throw Fault(offset: at, reason: "an escape without four digits") }
    at += 4
    return value
  }

  /// The bytes from one passage to another behind it, with what stands between them; `nil` where
  /// either is missing or escaped, so that equal texts might be other bytes.
  func bytes(from first: JSONPassage?, to last: JSONPassage?) -> ArraySlice<UInt8>? {
    guard let first, let last, !first.isEscaped, !last.isEscaped,
      first.range.lowerBound <= last.range.upperBound, last.range.upperBound <= bytes.count
    else { return nil }
    return bytes[first.range.lowerBound..<last.range.upperBound]
  }

  /// The number that the bytes from a place to the next quotation mark are, and what is behind it.
  func plainFigure(from start: Int) -> (Figure?, end: Int)? {
    let text = bytes.span
    let isNegative = start < text.count && text[start] == 0x2D
    let first = isNegative ? start + 1 : start
    var (next, value, point) = (first, Int64(0), -1)
    while next < text.count, text[next] != 0x22 {
      let byte = text[next]
      if byte == 0x2E, point < 0, next > first {
        point = next
      } else {
        guard byte >= 0x30, byte <= 0x39, next - first < 18 else { return nil }
        value = value * 10 + Int64(byte - 0x30)
      }
      next += 1
    }
    guard next < text.count, next > first, point != next - 1 else { return nil }
    let scale = point < 0 ? 0 : next - point - 1
    return (Self.figure(isNegative ? -value : value, scale: scale), next + 1)
  }

  private static func figure(_ value: Int64, scale: Int) -> Figure? {
    var (value, scale) = (value, scale)
    while scale > 0, value % 10 == 0 { (value, scale) = (value / 10, scale - 1) }
    return scale == 0 ? Figure(Int(value)) : Figure(significand: Int128(value), scale: scale)
  }
}

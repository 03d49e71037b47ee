internal import Figures

/// Reads what ``PackedBytes`` wrote; what does not fit is a fault.
struct PackedReader {
  typealias Fault = JSONScanner.Fault

  let bytes: [UInt8]
  private var at: Int
  private let start: Int
  private let end: Int

  /// - Parameter range: where the return stands among the bytes.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    (at, start) = (range.lowerBound, range.lowerBound)
    end = min(range.upperBound, bytes.count)
  }

  /// Passes over so many bytes; where they begin.
  @inline(__always)
  private mutating func take(_ count: Int) throws(Fault) -> Int {
    guard count <= end - at else { throw Fault(offset: at, reason: "cut off") }
    let start = at
    at += count
    return start
  }

  mutating func byte() throws(Fault) -> UInt8 { bytes[try take(1)] }

  /// A whole number from 0.
  mutating func number() throws(Fault) -> Int {
    let start = try take(4)
    let raw = bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt32.self)
    return Int(UInt32(littleEndian: raw))
  }

  /// A text as it stands.
  mutating func passage() throws(Fault) -> JSONPassage {
    let count = try number()
    let start = try take(count)
    return JSONPassage(start: start, range: start..<start + count, isEscaped: false)
  }

  mutating func text() throws(Fault) -> String {
    let passage = try passage()
    guard let text = JSONScanner.text(of: bytes, in: passage.range) else {
      throw Fault(offset: passage.start, reason: "a text that is no UTF-8")
    }
    return text
  }

  /// A text; `nil` for an empty one.
  mutating func optionalText() throws(Fault) -> String? {
    let text = try text()
    return text.isEmpty ? nil : text
  }

  /// A figure; `nil` where none stands.
  mutating func figure() throws(Fault) -> Figure? {
    let scale = try byte()
    if scale == PackedBytes.none { return nil }
    if scale == PackedBytes.wide {
      let scale = Int(try byte())
      let start = try take(16)
      let raw = bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: Int128.self)
      return Figure(significand: Int128(littleEndian: raw), scale: scale)
    }
    let start = try take(8)
    let raw = bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: Int64.self)
    let value = Int64(littleEndian: raw)
    return scale == 0
      ? Figure(Int(value)) : Figure(significand: Int128(value), scale: Int(scale))
  }

  /// Passes over a section; where the next begins.
  mutating func skipSection() throws(Fault) { _ = try take(try number()) }

  /// Reads a section, or passes over it.
  mutating func section(
    _ isWanted: Bool, _ read: (inout PackedReader) throws(Fault) -> Void
  ) throws(Fault) {
    guard isWanted else { return try skipSection() }
    _ = try number()
    try read(&self)
  }

  /// Reads the rows of a section, or passes over them.
  mutating func rows<Row>(
    _ isWanted: Bool, _ row: (inout PackedReader) throws(Fault) -> Row
  ) throws(Fault) -> [Row] {
    guard isWanted else {
      try skipSection()
      return []
    }
    _ = try number()
    var rows: [Row] = []
    let count = try number()
    // No row takes less than a byte.
    rows.reserveCapacity(min(count, end - at))
    for _ in 0..<count { rows.append(try row(&self)) }
    return rows
  }

  /// Goes to a place, counted from where the return begins.
  mutating func go(to place: Int) throws(Fault) {
    guard place >= 0, place < end - start else { throw Fault(offset: place, reason: "cut off") }
    at = start + place
  }
}

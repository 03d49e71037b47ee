/// The packed returns of a run, read in stretches: most sheets go through them as they came.
final class PackedReturns {
  private let pieces: SetAsideReader
  /// What was read last, and where it stands among all pieces.
  private var stretch: [UInt8] = []
  private var start = 0
  /// Where the piece that was asked for last ends.
  private var last = 0

  /// So many bytes are read at a time where returns are asked for one behind the other.
  private static let room = 1 << 15
  /// The next may lie so far behind the last: a return or two are left out.
  private static let gap = 1 << 13

  init(_ pieces: SetAsideReader) { self.pieces = pieces }

  /// The bytes of a return, from 0, among others.
  func reader(_ index: Int) throws -> PackedReader {
    let range = pieces.place(of: index)
    if range.lowerBound < start || range.upperBound > start + stretch.count {
      try read(range)
    }
    last = range.upperBound
    return PackedReader(stretch, range.lowerBound - start..<range.upperBound - start)
  }

  private func read(_ range: Range<Int>) throws {
    let isBehind = range.lowerBound >= last && range.lowerBound <= last + Self.gap
    let end = isBehind ? min(range.lowerBound + Self.room, pieces.end) : range.upperBound
    stretch = try pieces.bytes(range.lowerBound..<max(end, range.upperBound))
    start = range.lowerBound
  }
}

/// Where the lists of a return stand in its line: once it was read, those that are not asked for
/// are passed over at once.
struct RecordedLists {
  /// A list of rows.
  enum List: Int, CaseIterable {
    case funds, indicators, blocks, findings, texts
  }

  /// First byte and end of each, from 0; lines have at most 64 MB.
  private var places = InlineArray<10, UInt32>(repeating: 0)

  /// Says where a list stands.
  mutating func put(_ list: List, at range: Range<Int>) {
    places[2 * list.rawValue] = UInt32(clamping: range.lowerBound)
    places[2 * list.rawValue + 1] = UInt32(clamping: range.upperBound)
  }

  /// Where a list that begins at a byte ends; `nil` where none is known to begin there.
  func end(of list: List, from start: Int) -> Int? {
    let (first, end) = (Int(places[2 * list.rawValue]), Int(places[2 * list.rawValue + 1]))
    return end > first && first == start ? end : nil
  }
}

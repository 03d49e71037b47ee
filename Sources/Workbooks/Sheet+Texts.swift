extension Sheet {
  /// The cells whose text means something to the caller, in reading order.
  ///
  /// Numbers are not looked at, and a text that many cells share is asked about once: a sheet of
  /// a million cells takes little longer than its different texts.
  ///
  /// - Parameters:
  ///   - longest: bytes in the file beyond which a text of its own cell is not looked at.
  ///   - meaning: the number that stands for what a text means, from 0; `nil` for nothing.
  public func places(
    longest: Int = 8192, ofTexts meaning: (String) -> Int?
  ) -> [(place: CellReference, meaning: Int)] {
    var found: [(place: CellReference, meaning: Int)] = []
    var shared = [Int](repeating: Self.unasked, count: contents.strings.count)
    for packed in contents.store.cells {
      let answer: Int
      switch packed.kind {
      case .sharedString:
        let index = Int(packed.start)
        guard shared.indices.contains(index) else { continue }
        if shared[index] == Self.unasked {
          shared[index] = contents.strings.text(index).flatMap(meaning) ?? Self.nothing
        }
        answer = shared[index]
      case .string, .inlineString:
        guard packed.value.count <= longest, let text = contents.text(of: packed) else { continue }
        answer = meaning(text) ?? Self.nothing
      case .blank, .number, .boolean, .error, .isoDate: continue
      }
      if answer >= 0 { found.append((packed.place.reference, answer)) }
    }
    return found
  }

  private static let unasked = -2
  private static let nothing = -1
}

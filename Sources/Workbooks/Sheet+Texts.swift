extension Sheet {
  /// The cells whose text means something to the caller, in reading order.
  ///
  /// Numbers are not looked at, and a text that many cells share is asked about once: a sheet of
  /// a million cells takes little longer than its different texts.
  ///
  /// - Parameters:
  ///   - longest: bytes in the file beyond which a text of its own cell is not looked at.
  ///   - meaning: what a text means; `nil` for nothing.
  public func places<Meaning>(
    longest: Int = 8192, ofTexts meaning: (String) -> Meaning?
  ) -> [(place: CellReference, meaning: Meaning)] {
    var found: [(place: CellReference, meaning: Meaning)] = []
    var shared = [Meaning??](repeating: nil, count: contents.strings.count)
    for packed in contents.store.cells {
      let answer: Meaning?
      switch packed.kind {
      case .sharedString:
        let index = Int(packed.start)
        guard shared.indices.contains(index) else { continue }
        if let known = shared[index] {
          answer = known
        } else {
          answer = contents.strings.text(index).flatMap(meaning)
          shared[index] = .some(answer)
        }
      case .string, .inlineString:
        guard packed.value.count <= longest, case .text(let text) = contents.cell(packed).value
        else { continue }
        answer = meaning(text)
      case .blank, .number, .boolean, .error, .isoDate: continue
      }
      if let answer { found.append((packed.place.reference, answer)) }
    }
    return found
  }
}

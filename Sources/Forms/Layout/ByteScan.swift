/// One pass over the bytes of a text: a hash of them and what kinds of characters it has.
struct ByteScan {
  private(set) var hash: UInt64
  private(set) var hasIdeograph = false
  private(set) var isIdeographsOnly = true

  init(_ text: Span<UInt8>) {
    hash = UInt64(truncatingIfNeeded: text.count)
    var at = 0
    while at &+ 8 <= text.count {
      take(EightBytes.load(text, at))
      at &+= 8
    }
    guard at < text.count else { return }
    // What is missing of eight bytes says nothing of any character.
    var rest = EightBytes.tops
    while at < text.count {
      rest = rest << 8 | UInt64(text[at])
      at &+= 1
    }
    take(rest)
  }

  private mutating func take(_ word: UInt64) {
    let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    hash = product ^ product >> 32
    let (ideographs, parts) = (EightBytes.ideographs(in: word), EightBytes.parts(in: word))
    if ideographs != 0 { hasIdeograph = true }
    if ideographs | parts != EightBytes.tops { isIdeographsOnly = false }
  }
}

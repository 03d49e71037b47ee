/// One pass over the bytes of a text: its hash (FNV-1a) and what kinds of characters it has.
struct ByteScan {
  private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var hasIdeograph = false
  private(set) var isIdeographsOnly = true

  init(_ text: Span<UInt8>) {
    for at in text.indices {
      let byte = text[at]
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      switch byte {
      // First bytes of U+4000 to U+9FFF: no character there has another compared form.
      case 0xE4...0xE9: hasIdeograph = true
      case 0x80...0xBF: break
      default: isIdeographsOnly = false
      }
    }
  }
}

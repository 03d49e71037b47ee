internal import Evaluation

/// Numbers for texts, the same for texts that are equal.
struct TextNumbers {
  private var numbers: [TextKey: Int32] = [:]

  /// The number of a text, from 0.
  mutating func number(of text: String) -> Int32 {
    let key = TextKey(text)
    if let known = numbers[key] { return known }
    let number = Int32(clamping: numbers.count)
    numbers[key] = number
    return number
  }

  /// The number of a cell's code, the same for codes that are equal. A cell keeps its numbers, which
  /// are those of one table.
  mutating func number(ofCode cell: ProgrammeCell) -> UInt64 {
    let number = cell.codeNumber ?? number(of: cell.code)
    cell.codeNumber = number
    return UInt64(UInt32(truncatingIfNeeded: number))
  }

  /// Likewise of its wording.
  mutating func number(ofWording cell: ProgrammeCell) -> UInt64 {
    let number = cell.wordingNumber ?? number(of: Wording.key(cell.text))
    cell.wordingNumber = number
    return UInt64(UInt32(truncatingIfNeeded: number))
  }

  /// Likewise of its label.
  mutating func number(ofLabel cell: ProgrammeCell) -> UInt64 {
    let number = cell.labelNumber ?? number(of: Wording.label(cell.text))
    cell.labelNumber = number
    return UInt64(UInt32(truncatingIfNeeded: number))
  }
}

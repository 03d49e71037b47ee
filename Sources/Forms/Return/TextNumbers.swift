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
}

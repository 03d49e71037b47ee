/// Prints of the texts of many returns, side by side in a few lists: rounds have hundreds of thousands
/// of clauses, and each list of its own would take more than what stands in it.
public struct TextPrints: Sendable {
  // Of each text that has a print: its number among the texts of its return, its digest, and where
  // its clauses end.
  private var numbers: [UInt16] = []
  private var wholes: [UInt64] = []
  private var ends: [UInt32] = []
  // Of each clause.
  private var digests: [UInt64] = []
  private var lengths: [UInt16] = []
  /// Where the texts of each return end.
  private var returns: [UInt32] = []

  /// No texts yet.
  public init() {}

  /// Adds the texts of the next return.
  public mutating func append(_ prints: [TextPrint?]) {
    for (number, print) in prints.enumerated() {
      guard let print else { continue }
      numbers.append(UInt16(clamping: number))
      wholes.append(print.whole)
      for clause in print.clauses {
        digests.append(clause.digest)
        lengths.append(UInt16(clamping: clause.length))
      }
      ends.append(UInt32(clamping: digests.count))
    }
    returns.append(UInt32(clamping: numbers.count))
  }

  /// The texts of a return, from 0, that have a print.
  func texts(of entry: Int) -> Range<Int> {
    guard returns.indices.contains(entry) else { return 0..<0 }
    return (entry == 0 ? 0 : Int(returns[entry - 1]))..<Int(returns[entry])
  }

  /// The texts of the return that was added last.
  var last: Range<Int> { texts(of: returns.count - 1) }

  /// The number of a text among those of its return, from 0.
  func number(of text: Int) -> Int { Int(numbers[text]) }

  /// The digest of all of a text.
  func whole(of text: Int) -> UInt64 { wholes[text] }

  /// The clauses of a text.
  func clauses(of text: Int) -> Range<Int> {
    (text == 0 ? 0 : Int(ends[text - 1]))..<Int(ends[text])
  }

  /// The digest of a clause.
  func digest(of clause: Int) -> UInt64 { digests[clause] }

  /// The characters of all clauses of a text.
  func length(of text: Int) -> Int {
    clauses(of: text).reduce(0) { $0 + Int(lengths[$1]) }
  }

  /// The characters of the clauses that two texts have in common.
  func shared(_ one: Int, _ other: Int) -> Int {
    let others = clauses(of: other)
    // Clauses of the other that were met already: it has fewer than a word has bits.
    var met: UInt64 = 0
    var sum = 0
    for clause in clauses(of: one) {
      for place in others
      where digests[place] == digests[clause] && met & 1 << (place - others.lowerBound) == 0 {
        met |= 1 << (place - others.lowerBound)
        sum += Int(lengths[clause])
        break
      }
    }
    return sum
  }
}

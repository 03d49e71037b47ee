/// Words that may have been meant by a mistyped one.
enum NearestWords {
  /// The nearest of some words, at most `count`, the nearest first, among equals those with
  /// the longer beginning in common; none where nothing is near.
  static func of(_ word: String, among words: [String], count: Int = 3) -> [String] {
    guard word.utf8.count <= 40 else { return [] }
    let near = words.map { other in
      let shared = zip(word, other).prefix { $0 == $1 }.count
      return (word: other, steps: steps(from: word, to: other), shared: shared)
    }
    .filter { $0.steps <= max(2, $0.word.utf8.count / 3) }
    .sorted { ($0.steps, $1.shared, $0.word) < ($1.steps, $0.shared, $1.word) }
    return near.prefix(count).map(\.word)
  }

  /// How many letters have to be put in, taken out or changed.
  private static func steps(from left: String, to right: String) -> Int {
    let target = Array(right.unicodeScalars)
    var row = Array(0...target.count)
    for (index, letter) in left.unicodeScalars.enumerated() {
      var next = [index + 1]
      for (place, other) in target.enumerated() {
        let changed = row[place] + (letter == other ? 0 : 1)
        next.append(min(changed, row[place + 1] + 1, next[place] + 1))
      }
      row = next
    }
    return row.last ?? 0
  }
}

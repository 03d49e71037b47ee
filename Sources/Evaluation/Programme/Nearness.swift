/// How far two names are apart.
enum Nearness {
  /// The number of single characters to insert, delete or change; long names are cut to 64.
  static func distance(_ one: String, _ other: String) -> Int {
    let left = Array(Wording.key(one).unicodeScalars.prefix(64))
    let right = Array(Wording.key(other).unicodeScalars.prefix(64))
    var row = Array(0...right.count)
    for (i, scalar) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, candidate) in right.enumerated() {
        let cost = min(row[j], row[j + 1]) + 1
        let changed = diagonal + (scalar == candidate ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(cost, changed)
      }
    }
    return row[right.count]
  }
}

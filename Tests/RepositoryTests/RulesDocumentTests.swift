import Testing

/// docs/rules.md: what it says of other documents holds.
@Suite struct RulesDocumentTests {
  /// A row of its table, by its cells.
  private static let rows: [[String]] =
    ((try? Repository.text("docs/rules.md")) ?? "").split(separator: "\n")
    .filter { $0.hasPrefix("| ") && !$0.hasPrefix("| | rule") }
    .map { line in
      line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.drop(while: \.isWhitespace).description.trimmed }
    }

  @Test func everyRuleHasItsRow() {
    let letters = [
      "P": 5, "E": 1, "R": 3, "Z": 2, "N": 1, "B": 1, "Q": 3, "S": 2, "C": 1, "X": 3, "M": 3,
      "D": 1, "T": 2, "G": 1, "U": 1,
    ]
    let due = letters.flatMap { letter, count in (1...count).map { "\(letter)\($0)" } }
    #expect(Set(Self.rows.map { $0[0] }).isSuperset(of: due))
    #expect(Self.rows.allSatisfy { $0.count == 5 })
  }

  @Test(arguments: rows)
  func itsClauseIsThere(_ row: [String]) throws {
    let clauses = try Repository.text("docs/scoring.md").split(separator: "\n")
    #expect(clauses.contains("## \(row[3])"), "\(row[0]) \(row[1])")
  }

  @Test(arguments: rows)
  func itsKeysAreKeys(_ row: [String]) throws {
    let keys = try Repository.text("docs/scheme-format.md")
    for key in row[2].split(separator: "`").filter({ $0.hasPrefix("scoring") }) {
      #expect(keys.contains("| `\(key)` |"), "\(key)")
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

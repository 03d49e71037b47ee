/// How far a form in a workbook is from the form of a scheme: everything that differs, weighed.
///
/// Both ways count: what the scheme prints and the workbook does not show, and what the workbook
/// shows and the scheme does not know.
struct Likeness: Hashable, Sendable {
  /// One thing compared, in words of the form.
  struct Difference: Hashable, Sendable {
    let text: String
    let weight: Int
  }

  /// What differs, in the order compared.
  private(set) var differences: [Difference] = []
  /// What agrees, weighed as it would be were it to differ.
  private(set) var agreement = 0

  /// What speaks for a form where it is there, and not against it where it is not: notes.
  private(set) var favour = 0

  /// The weights of what differs, added up, less what speaks for the form: the least is nearest.
  var distance: Int { differing - favour }

  /// Whether more agrees than differs.
  var isLike: Bool { agreement > differing }

  private var differing: Int { differences.reduce(0) { $0 + $1.weight } }

  /// Takes what speaks for the form.
  mutating func favour(_ weight: Int) { favour += weight }

  /// Takes one thing compared.
  mutating func compare(_ text: @autoclosure () -> String, _ agrees: Bool, _ weight: Int) {
    if agrees {
      agreement += weight
    } else {
      differences.append(Difference(text: text(), weight: weight))
    }
  }
}

/// Gives every project of a programme a code of its own: the one it has, else the next free of
/// P001, P002….
struct ProjectCodes {
  /// Where a code comes from.
  enum Origin: Hashable {
    /// It stands in the form.
    case form
    /// The form has none.
    case made
    /// The form has one that another project has already.
    case repeated(String)
  }

  /// A code.
  struct Code {
    let text: String
    let origin: Origin
  }

  private let given: [String]
  private let first: [String: Int]
  private var number = 0

  /// - Parameter given: the codes as the forms state them, "" for none, in the order of projects.
  init(_ given: [String]) {
    self.given = given
    first = Dictionary(
      given.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
  }

  /// The code of a project; asked for one after the other, from 0.
  mutating func code(_ index: Int) -> Code {
    let id = given[index]
    if !id.isEmpty, first[id] == index { return Code(text: id, origin: .form) }
    return Code(text: next(), origin: id.isEmpty ? .made : .repeated(id))
  }

  private mutating func next() -> String {
    while true {
      number += 1
      let digits = String(number)
      let id = "P" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
      if first[id] == nil { return id }
    }
  }
}

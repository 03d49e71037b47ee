/// Reads the pairs of indicators of which one is a part of the other.
enum SchemeParts {
  static func parts(
    _ node: SchemeNode?
  ) throws(SchemeFileError) -> [ScoringRules.PartOfWhole] {
    guard let node else { return [] }
    var pairs: [ScoringRules.PartOfWhole] = []
    for entry in try node.list() {
      let keys = try SchemeMapping(entry, SchemeKeys.part)
      let part = try keys.required("part").text()
      let whole = try keys.required("whole").text()
      guard Wording.label(part) != Wording.label(whole) else {
        throw entry.error(
          .contradiction, "\(quoted(part)) is a part of itself", "the names of two indicators")
      }
      pairs.append(.init(part: part, whole: whole))
    }
    return pairs
  }
}

extension SchemeKeys {
  static let part = SchemeKeys(["part", "whole"])
}

extension ScoringRules {
  /// Two indicators of which one counts a part of what the other counts.
  public struct PartOfWhole: Hashable, Sendable {
    /// The name of the part, brackets left aside.
    public var part: String
    /// The name of the whole.
    public var whole: String

    /// A pair.
    public init(part: String, whole: String) {
      self.part = part
      self.whole = whole
    }
  }
}

/// What became of the findings of a return in the one that replaces it (整改).
///
/// Findings are the same where their ids are; notes are left out, for nobody has to act on them.
public struct Rectification: Hashable, Sendable {
  /// The return that is replaced, as results name it.
  public var previous: String
  /// Findings of the replaced return that are gone.
  public var resolved: [Item]
  /// Findings that both have, as the newer return has them.
  public var standing: [Item]
  /// Findings that only the newer return has.
  public var new: [Item]

  /// A finding, as far as a comparison needs it.
  public struct Item: Hashable, Sendable {
    /// The finding's id.
    public var id: String
    /// What kind it is (`R005`).
    public var code: String
    /// How grave it is.
    public var severity: Severity
    /// The row and column in the words of the form.
    public var label: String
    /// What is, or was, wrong.
    public var message: String

    /// A finding.
    public init(id: String, code: String, severity: Severity, label: String, message: String) {
      self.id = id
      self.code = code
      self.severity = severity
      self.label = label
      self.message = message
    }
  }

  /// Compares a return with the one it replaces.
  public init(previous: String, before: [Item], after: [Item]) {
    let before = before.filter { $0.severity > .note }
    let after = after.filter { $0.severity > .note }
    let (old, now) = (Set(before.map(\.id)), Set(after.map(\.id)))
    self.previous = previous
    resolved = before.filter { !now.contains($0.id) }
    standing = after.filter { old.contains($0.id) }
    new = after.filter { !old.contains($0.id) }
  }
}

extension Rectification.Item {
  /// A finding.
  public init(_ finding: Finding) {
    self.init(
      id: finding.id, code: finding.code.rawValue, severity: finding.severity,
      label: finding.label, message: finding.message)
  }
}

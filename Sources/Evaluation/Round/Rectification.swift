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
    let explained = Set(before.filter { $0.code == FindingCode.r007.rawValue }.map(\.label))
    func stood(_ item: Item) -> Bool {
      old.contains(item.id) || (item.isDeviation && explained.contains(item.label))
    }
    self.previous = previous
    resolved = before.filter { !now.contains($0.id) }
    standing = after.filter(stood)
    new = after.filter { !stood($0) }
  }
}

extension Rectification.Item {
  /// Whether it is a shortfall or an over-achievement. R007 stands in its place while the reason is
  /// missing, so one that shows once the reason is given is not new.
  fileprivate var isDeviation: Bool {
    code == FindingCode.r005.rawValue || code == FindingCode.r006.rawValue
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

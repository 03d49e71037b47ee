/// A named cell of a blank, and what it was issued with: what the manifest has to say so that a
/// formula that was typed over, or a drop-down that is gone, is noticed when the blank comes back.
public struct BlankField: Hashable, Sendable {
  /// What a cell was issued with.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A formula of the blank's own.
    case formula
    /// A drop-down to choose from.
    case list
    /// A rule about what may be typed: a number, a date.
    case rule
    /// Neither: any text may be typed.
    case free
  }

  /// The defined name, as ``FieldName`` makes it (`sb_I01_actual`).
  public var name: String
  /// What the cell was issued with.
  public var kind: Kind

  /// A field.
  public init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

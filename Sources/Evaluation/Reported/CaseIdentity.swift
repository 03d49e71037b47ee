// Cases with names are compared and hashed by their place, where Swift would take their names.

/// The place of a case among those of its enum.
@inline(__always)
private func place<Cases>(_ one: Cases) -> UInt8 { withUnsafeBytes(of: one) { $0.first ?? 0 } }

extension IndicatorColumn {
  /// Whether two are the same case.
  public static func == (left: Self, right: Self) -> Bool { place(left) == place(right) }

  /// Hashes the case.
  public func hash(into hasher: inout Hasher) { hasher.combine(place(self)) }
}

extension FundColumn {
  /// Whether two are the same case.
  public static func == (left: Self, right: Self) -> Bool { place(left) == place(right) }

  /// Hashes the case.
  public func hash(into hasher: inout Hasher) { hasher.combine(place(self)) }
}

extension FindingCode {
  /// Whether two are the same case.
  public static func == (left: Self, right: Self) -> Bool { place(left) == place(right) }

  /// Hashes the case.
  public func hash(into hasher: inout Hasher) { hasher.combine(place(self)) }
}

extension Severity {
  /// Whether two are the same case.
  public static func == (left: Self, right: Self) -> Bool { place(left) == place(right) }

  /// Hashes the case.
  public func hash(into hasher: inout Hasher) { hasher.combine(place(self)) }
}

extension ScoringRules.Mode {
  /// Whether two are the same case.
  public static func == (left: Self, right: Self) -> Bool { place(left) == place(right) }

  /// Hashes the case.
  public func hash(into hasher: inout Hasher) { hasher.combine(place(self)) }
}

extension Target.Direction {
  /// Whether two are the same case.
  public static func == (left: Self, right: Self) -> Bool { place(left) == place(right) }

  /// Hashes the case.
  public func hash(into hasher: inout Hasher) { hasher.combine(place(self)) }
}

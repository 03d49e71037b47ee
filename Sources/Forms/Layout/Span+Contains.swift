extension Span<UInt8> {
  /// Whether any of the bytes is one for which something holds.
  @inline(__always)
  func contains(where holds: (UInt8) -> Bool) -> Bool {
    for at in indices where holds(self[at]) { return true }
    return false
  }
}

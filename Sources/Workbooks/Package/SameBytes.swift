#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension [UInt8] {
  /// Whether these are the same bytes, compared many at a time; one array for both is known at once.
  ///
  /// The corresponding C function is `memcmp`.
  func isSame(as other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    return withUnsafeBytes { one in
      other.withUnsafeBytes { other in
        guard let first = one.baseAddress, let second = other.baseAddress else { return true }
        return first == second || memcmp(first, second, one.count) == 0
      }
    }
  }
}

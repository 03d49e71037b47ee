internal import Glibc

/// The names under which a machine reaches itself.
public enum Loopback {
  /// Whether a name or address, without a port, can only be this machine: a name that merely begins
  /// like such an address is anybody's.
  public static func contains(_ host: some StringProtocol) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    var address = in_addr()
    guard inet_pton(AF_INET, String(host), &address) == 1 else { return false }
    return UInt32(bigEndian: address.s_addr) >> 24 == 127
  }

  /// Whether the `Host` of a request, with or without a port, is such a name.
  public static func contains(authority: String) -> Bool {
    guard authority.hasPrefix("[") else {
      let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return contains(parts[0]) && (parts.count == 1 || isPort(parts[1]))
    }
    let parts = authority.dropFirst().split(
      separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, contains(parts[0]) else { return false }
    return parts[1].isEmpty || (parts[1].hasPrefix(":") && isPort(parts[1].dropFirst()))
  }

  private static func isPort(_ text: Substring) -> Bool { UInt16(text) != nil }
}

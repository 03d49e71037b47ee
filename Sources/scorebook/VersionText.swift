internal import Workbooks

/// What `--version` says: a name and a version a line, schemes with their ids between.
///
/// It is put together when it is asked for, not at each start.
enum VersionText {
  /// The command's own version, by Semantic Versioning.
  static let command = "0.1.0"

  /// All lines, the command's own first.
  static var whole: String {
    let libraries = LinkedLibraries.versions.map { "\($0.name) \($0.version)" }
    let schemes = SchemeLocator.shippedVersions.map { "scheme \($0.id) \($0.version)" }
    return (["scorebook \(command)", "Swift \(swift)"] + libraries + schemes)
      .joined(separator: "\n")
  }

  /// The compiler's release, whose runtime is linked in. The language can only be asked whether the
  /// compiler is at least of some release, so those past the last known one are told as such.
  private static var swift: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3.2)
      "6.3.2 or later"
    #elseif compiler(>=6.3.1)
      "6.3.1"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }
}

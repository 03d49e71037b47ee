internal import Evaluation

/// What the first lines of a scheme file say, without reading the rest.
enum SchemeHead {
  /// The value of `version` where it stands in the lines given, plainly or in quotes.
  ///
  /// Only keys at the beginning of a line are looked at, which are those of the scheme itself; the
  /// last line may have been cut off and does not count.
  static func version(in lines: String) -> String? {
    let lines = lines.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .dropLast()
    guard let line = lines.first(where: { $0.hasPrefix("version:") }) else { return nil }
    let value = line.dropFirst("version:".count).drop { $0 == " " }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return plain(value) }
    let inner = value.dropFirst().prefix { $0 != quote }
    return inner.isEmpty || inner.contains("\\") ? nil : String(inner)
  }

  private static func plain(_ value: Substring) -> String? {
    let allowed = value.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    let rest = value.dropFirst(allowed.count)
    let ends = rest.allSatisfy { $0 == " " } || rest.hasPrefix(" #")
    return allowed.isEmpty || !ends ? nil : String(allowed)
  }
}

extension SchemeLocator {
  /// The shipped schemes, by id, with the versions that their files declare.
  ///
  /// The first lines are enough in the files as shipped; a file that begins otherwise is read whole,
  /// and one with a mistake has the version `?`.
  static var shippedVersions: [(id: String, version: String)] {
    shipped.map { id in
      let head = (try? path(of: id)).flatMap { TextFile.head(of: $0) }
      let version = head.flatMap(SchemeHead.version) ?? (try? scheme(id))?.version
      return (id, version ?? "?")
    }
  }
}

internal import Workbooks

/// The parts of a package as text, one element a line, so that a difference can be read.
public struct PackageParts {
  private var bytes: [String: [UInt8]] = [:]
  /// The names of the parts, sorted.
  public var names: [String] { bytes.keys.sorted() }

  /// The parts of a package.
  public init(_ package: [UInt8]) throws {
    let archive = try ZipArchive(package)
    for entry in archive.entries { bytes[entry.name] = try archive.read(entry) }
  }

  /// Where another package begins to differ: the part, and the lines of both; `nil` where it does
  /// not.
  public func firstDifference(from other: PackageParts) -> String? {
    guard names == other.names else { return "\(names) instead of \(other.names)" }
    for name in names where bytes[name] != other.bytes[name] {
      let (own, theirs) = (lines(of: name), other.lines(of: name))
      let index = zip(own, theirs).enumerated().first { $1.0 != $1.1 }?.offset
      let place = index ?? min(own.count, theirs.count)
      let shown = [own, theirs].map { $0.indices.contains(place) ? $0[place] : "nothing" }
      if own != theirs { return "\(name): \(shown[0]) instead of \(shown[1])" }
    }
    return nil
  }

  /// The lines of a part; none where there is no such part.
  public func lines(of part: String) -> [String] {
    guard let bytes = bytes[part] else { return [] }
    guard part.hasSuffix(".xml") || part.hasSuffix(".rels") || part.hasSuffix(".vml") else {
      return [bytes.map(String.init).joined(separator: " ")]
    }
    return String(decoding: bytes, as: UTF8.self)
      .replacing("><", with: ">\n<")
      .split(separator: "\n").map(String.init)
  }
}

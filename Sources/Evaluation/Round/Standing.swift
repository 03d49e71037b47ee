/// Which of several returns of one project counts, and which projects nothing came from.
///
/// The newest counts: by the time the workbook was last saved, then by an ordinal in its name
/// (第二次, (2), v3, 终稿), then by the order of the inputs. The newest of the others, unless it is
/// the same file, is the one it replaces.
public enum Standing {
  /// What has to be known of a return to tell which counts.
  public struct Entry: Sendable {
    /// The project it is about, as ``Evaluator/projectKey(of:)`` gives it; `nil` where unknown.
    public var project: String?
    /// Whether it was scored and its project belongs to the round.
    public var isEligible: Bool
    /// `dcterms:modified` of the workbook; `nil` where it has none.
    public var modified: String?
    /// Its path, which may hold an ordinal.
    public var file: String
    /// The SHA-256 of the file.
    public var digest: FileDigest

    /// An entry.
    public init(
      project: String?, isEligible: Bool, modified: String?, file: String, sha256: String
    ) {
      self.project = project
      self.isEligible = isEligible
      self.modified = modified
      self.file = file
      digest = FileDigest(sha256)
    }
  }

  /// What tells a project from others: its code where a programme gave it, else its name and unit;
  /// `nil` where it names none.
  public static func key(of identity: ProjectIdentity, inProgramme: Bool) -> String? {
    if inProgramme, !identity.id.isEmpty { return identity.id }
    return Wording.key(identity.name).isEmpty ? nil : key(identity.name, identity.unit)
  }

  static func key(_ name: String, _ unit: String) -> String {
    Wording.key(name) + "\u{1F}" + Wording.key(unit)
  }

  /// For each entry the index of the one that it replaces: the newest of those of its project that
  /// it supersedes and that are not the same file; `nil` where it does not count or replaces none.
  public static func replaced(_ entries: [Entry], superseded: [Int?]) -> [Int?] {
    var replaced = [Int?](repeating: nil, count: entries.count)
    for (index, newest) in superseded.enumerated() {
      guard let newest, entries[index].digest != entries[newest].digest else { continue }
      if let other = replaced[newest], !isNewer(entries[index], than: entries[other]) { continue }
      replaced[newest] = index
    }
    return replaced
  }

  /// For each entry the index of the one that counts instead; `nil` where it counts itself or
  /// its project is unknown.
  public static func superseded(_ entries: [Entry]) -> [Int?] {
    var newest: [String: Int] = [:]
    for (index, entry) in entries.enumerated() where entry.isEligible {
      guard let project = entry.project else { continue }
      if let standing = newest[project], !isNewer(entry, than: entries[standing]) { continue }
      newest[project] = index
    }
    return entries.enumerated().map { index, entry in
      guard entry.isEligible, let project = entry.project, let standing = newest[project],
        standing != index
      else { return nil }
      return standing
    }
  }

  /// Whether `entry`, which came later in the order of inputs, counts instead of `other`.
  private static func isNewer(_ entry: Entry, than other: Entry) -> Bool {
    let (one, two) = (SavingTime(entry.modified), SavingTime(other.modified))
    if one != two { return one > two }
    return Ordinal(of: entry.file) >= Ordinal(of: other.file)
  }
}

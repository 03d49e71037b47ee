/// C005: texts that stand in the returns of several projects, word for word or nearly so.
///
/// Returns are added in their order; each text is held against those before it by digests, so that
/// a round takes time in proportion to its texts and keeps some dozen bytes of each clause.
public struct CopiedTexts: Sendable {
  /// A text of the round: the return's number and the text's, both as they were added.
  public struct Location: Hashable, Sendable {
    /// The return.
    public let entry: Int
    /// The text among those of the return, from 0.
    public let text: Int
  }

  /// Texts that are the same, or nearly.
  public struct Group: Sendable {
    /// The first of the round.
    public let first: Location
    /// The digest of the first: the same in every run.
    public let digest: String
    /// Those of other projects, in the order of the round.
    public internal(set) var others: [Location] = []
    /// Whether they are all the same but for spaces and punctuation.
    public internal(set) var isExact = true
  }

  private struct Known {
    let location: Location
    let project: UInt64
    let unit: UInt64
    let print: TextPrint
    let group: Int
  }

  private var known: [Known] = []
  private var found: [Group] = []
  private var wholes: [UInt64: Int] = [:]
  private var clauses: [UInt64: [Int]] = [:]
  /// The first text of each group, by its place in `known`.
  private var leaders: [Int] = []

  /// Of texts that share a clause so many are looked at: a clause that more have is no one's own.
  private static let mostSharers = 4

  /// No texts yet.
  public init() {}

  /// The groups of two projects and more, in the order of the round.
  public var groups: [Group] { found.filter { !$0.others.isEmpty } }

  /// Adds the texts of the next return.
  public mutating func add(_ prints: [TextPrint?], of entry: Int, project: ProjectIdentity) {
    let own = FindingID.digest([
      project.id.utf8, Wording.key(project.name).utf8, Wording.key(project.unit).utf8,
    ])
    let unit = FindingID.digest([Wording.key(project.unit).utf8])
    for (number, print) in prints.enumerated() {
      guard let print else { continue }
      add(print, at: Location(entry: entry, text: number), own, unit)
    }
  }

  private mutating func add(
    _ print: TextPrint, at location: Location, _ project: UInt64, _ unit: UInt64
  ) {
    let exact = wholes[print.whole]
    let group: Int
    if let same = exact ?? nearest(print, unit).map({ known[$0].group }) {
      group = same
      if let first = leader(of: same), first.project != project {
        found[same].others.append(location)
        if first.print.whole != print.whole { found[same].isExact = false }
      }
    } else {
      group = found.count
      found.append(
        Group(first: location, digest: String(print.whole, radix: 16)))
      leaders.append(known.count)
    }
    if exact == nil { wholes[print.whole] = group }
    remember(
      Known(location: location, project: project, unit: unit, print: print, group: group),
      isNew: exact == nil)
  }

  private func leader(of group: Int) -> Known? {
    leaders.indices.contains(group) ? known[leaders[group]] : nil
  }

  /// A text that stood before is found by its whole; only new ones are kept by their clauses.
  private mutating func remember(_ text: Known, isNew: Bool) {
    guard isNew else { return }
    for digest in Set(text.print.clauses.map(\.digest)) {
      if clauses[digest, default: []].count < Self.mostSharers {
        clauses[digest, default: []].append(known.count)
      }
    }
    known.append(text)
  }

  /// The text of another unit that shares three quarters of the longer one's characters; of
  /// several the one that shares most, then the first.
  private func nearest(_ print: TextPrint, _ unit: UInt64) -> Int? {
    let candidates = Set(print.clauses.flatMap { clauses[$0.digest] ?? [] }).sorted()
    var best: (index: Int, shared: Int)?
    for index in candidates where known[index].unit != unit {
      let shared = Self.shared(print, known[index].print)
      guard shared * 4 >= max(print.length, known[index].print.length) * 3,
        shared > best?.shared ?? 0
      else { continue }
      best = (index, shared)
    }
    return best?.index
  }

  /// The characters of the clauses that two texts have in common.
  private static func shared(_ one: TextPrint, _ other: TextPrint) -> Int {
    var left = Dictionary(other.clauses.map { ($0.digest, 1) }, uniquingKeysWith: +)
    return one.clauses.reduce(0) { sum, clause in
      guard let count = left[clause.digest], count > 0 else { return sum }
      left[clause.digest] = count - 1
      return sum + clause.length
    }
  }
}

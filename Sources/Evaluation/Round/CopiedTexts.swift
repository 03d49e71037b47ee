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
    private let whole: UInt64
    /// Those of other projects, in the order of the round.
    public internal(set) var others: [Location] = []
    /// Whether they are all the same but for spaces and punctuation.
    public internal(set) var isExact = true

    init(first: Location, whole: UInt64) { (self.first, self.whole) = (first, whole) }

    /// The digest of the first: the same in every run.
    public var digest: String { String(whole, radix: 16) }
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
  private var sharers = ClauseSharers()
  /// The first text of each group, by its place in `known`.
  private var leaders: [Int] = []

  /// No texts yet.
  public init() {}

  /// The groups of two projects and more, in the order of the round.
  public var groups: [Group] { found.filter { !$0.others.isEmpty } }

  /// Whose a text is, as far as has to be known: digests of the project and of its unit.
  public struct Owner: Sendable {
    fileprivate let project: UInt64
    fileprivate let unit: UInt64

    /// The owner of a project's texts.
    public init(_ identity: ProjectIdentity) {
      let unit = Wording.key(identity.unit).utf8
      project = FindingID.digest([identity.id.utf8, Wording.key(identity.name).utf8, unit])
      self.unit = FindingID.digest([unit])
    }
  }

  /// Adds the texts of the next return.
  public mutating func add(_ prints: [TextPrint?], of entry: Int, project: ProjectIdentity) {
    if prints.contains(where: { $0 != nil }) { add(prints, of: entry, owner: Owner(project)) }
  }

  /// Adds the texts of the next return.
  public mutating func add(_ prints: [TextPrint?], of entry: Int, owner: Owner) {
    for (number, print) in prints.enumerated() {
      guard let print else { continue }
      add(print, at: Location(entry: entry, text: number), owner.project, owner.unit)
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
      found.append(Group(first: location, whole: print.whole))
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
    for clause in text.print.clauses { sharers.add(known.count, to: clause.digest) }
    known.append(text)
  }

  /// The text of another unit that shares three quarters of the longer one's characters; of
  /// several the one that shares most, then the first.
  private func nearest(_ print: TextPrint, _ unit: UInt64) -> Int? {
    let candidates = Set(print.clauses.flatMap { sharers.texts(with: $0.digest) }).sorted()
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

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
    let entry: Int32
    /// The text, among the prints.
    let text: Int32
    /// The first text of its group, among those known; its own place where it is the first.
    let leader: Int32
    let project: UInt64
    let unit: UInt64
  }

  private var prints: TextPrints
  private var known: [Known] = []
  /// The groups of two projects and more, by the place of their first text.
  private var found: [Int32: Group] = [:]
  /// The first texts of groups, by the digests of all texts in them.
  private var wholes: [UInt64: Int32] = [:]
  private var sharers = ClauseSharers()

  /// No texts yet, of these that may be added.
  public init(of prints: TextPrints = TextPrints()) { self.prints = prints }

  /// The groups of two projects and more, in the order of the round.
  public var groups: [Group] { found.sorted { $0.key < $1.key }.map(\.value) }

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
    add(prints, of: entry, owner: Owner(project))
  }

  /// Adds the texts of the next return.
  public mutating func add(_ prints: [TextPrint?], of entry: Int, owner: Owner) {
    self.prints.append(prints)
    for text in self.prints.last { add(text, of: entry, owner) }
  }

  /// Adds the texts of a return, which are the ones of that number among the prints.
  public mutating func add(textsOf entry: Int, project: ProjectIdentity) {
    if !prints.texts(of: entry).isEmpty { add(textsOf: entry, owner: Owner(project)) }
  }

  /// Adds the texts of a return, which are the ones of that number among the prints.
  public mutating func add(textsOf entry: Int, owner: Owner) {
    for text in prints.texts(of: entry) { add(text, of: entry, owner) }
  }

  private mutating func add(_ text: Int, of entry: Int, _ owner: Owner) {
    let whole = prints.whole(of: text)
    let exact = wholes[whole]
    let leader = exact ?? nearest(text, owner.unit).map { known[$0].leader }
    if let leader, known[Int(leader)].project != owner.project {
      join(Location(entry: entry, text: prints.number(of: text)), whole, leader)
    }
    // A text that stood before is found by its whole; only new ones are kept by their clauses.
    guard exact == nil else { return }
    let own = Int32(clamping: known.count)
    wholes[whole] = leader ?? own
    for clause in prints.clauses(of: text) {
      sharers.add(known.count, to: prints.digest(of: clause))
    }
    known.append(
      Known(
        entry: Int32(clamping: entry), text: Int32(clamping: text), leader: leader ?? own,
        project: owner.project, unit: owner.unit))
  }

  /// Puts a text into the group that another one leads.
  private mutating func join(_ location: Location, _ whole: UInt64, _ leader: Int32) {
    let first = known[Int(leader)]
    let firstWhole = prints.whole(of: Int(first.text))
    let place = Location(entry: Int(first.entry), text: prints.number(of: Int(first.text)))
    found[leader, default: Group(first: place, whole: firstWhole)].others.append(location)
    if whole != firstWhole { found[leader]?.isExact = false }
  }

  /// The text of another unit that shares three quarters of the longer one's characters; of
  /// several the one that shares most, then the first.
  private func nearest(_ text: Int, _ unit: UInt64) -> Int? {
    var candidates: [Int] = []
    for clause in prints.clauses(of: text) {
      sharers.append(textsWith: prints.digest(of: clause), to: &candidates)
    }
    candidates.sort()
    let length = prints.length(of: text)
    var best: (index: Int, shared: Int)?
    var last = -1
    for index in candidates where index != last && known[index].unit != unit {
      last = index
      let other = Int(known[index].text)
      let otherLength = prints.length(of: other)
      let due = max(length, otherLength) * 3
      // No two texts share more than the shorter one has.
      guard min(length, otherLength) * 4 >= due else { continue }
      let shared = prints.shared(text, other)
      guard shared * 4 >= due, shared > best?.shared ?? 0 else { continue }
      best = (index, shared)
    }
    return best?.index
  }
}

public import Evaluation

/// One round, as its roll-up shows it.
public struct SummaryRound: Sendable {
  /// What heads every sheet: `2024年度市级项目支出绩效自评`.
  public var title: String
  /// The programme; `nil`: the roll-up then says that it cannot tell who is missing.
  public var programme: Programme?
  /// The ids of the projects from which nothing came.
  public var missing: [String]
  /// Findings about the round as a whole.
  public var findings: [Finding]
  /// The returns, in the order given.
  public var lines: [SummaryLine]
  /// Whether the form has points: without them there are no columns for scores.
  public var hasPoints: Bool

  /// A round.
  ///
  /// - Parameters:
  ///   - title: what heads every sheet, cut to 100 characters; see ``title(_:scheme:)``.
  ///   - hasPoints: `nil` looks whether any return has scores.
  public init(
    title: String, programme: Programme? = nil, missing: [String] = [], findings: [Finding] = [],
    lines: [SummaryLine], hasPoints: Bool? = nil
  ) {
    self.title = String(title.prefix(100))
    self.programme = programme
    self.missing = missing
    self.findings = findings
    self.lines = lines
    self.hasPoints = hasPoints ?? lines.contains { $0.total != nil || $0.claimedTotal != nil }
  }

  /// A round that fits in memory.
  public init(_ round: RoundOutcome, scheme: Scheme) {
    self.init(
      title: Self.title(round.programme, scheme: scheme.title), programme: round.programme,
      missing: round.missing, findings: round.findings, lines: round.returns.map(SummaryLine.init),
      hasPoints: scheme.scoring.totalPoints != nil)
  }

  /// The heading of a round: the year, and the programme's 工作名称 or the scheme's title.
  public static func title(_ programme: Programme?, scheme: String) -> String {
    let named = [programme?.title, scheme].compactMap { $0 }.map(Wording.trimmed)
    let name = named.first { !$0.isEmpty } ?? ""
    let year = Wording.trimmed(programme?.year ?? "")
    if year.isEmpty || name.contains(year) { return name }
    return year.hasSuffix("年度") || year.hasSuffix("年") ? year + name : year + "年度" + name
  }

  /// The returns in the order of the programme, then as given.
  var ordered: [SummaryLine] {
    var ranks: [String: Int] = [:]
    for (rank, project) in (programme?.projects ?? []).enumerated() { ranks[project.id] = rank }
    guard !ranks.isEmpty else { return lines }
    func rank(_ line: SummaryLine) -> Int { ranks[line.project?.id ?? ""] ?? ranks.count }
    return lines.enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map(\.element)
  }

  /// The projects from which nothing came, in the programme's order.
  var missingProjects: [Programme.Project] {
    let ids = Set(missing)
    return programme?.projects.filter { ids.contains($0.id) } ?? []
  }
}

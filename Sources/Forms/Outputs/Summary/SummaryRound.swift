public import Evaluation

/// What the roll-up has to know of a round besides its returns.
public struct SummaryRound: Sendable {
  /// What heads every sheet: `2024年度市级项目支出绩效自评`.
  public var title: String
  /// The programme; `nil`: the roll-up then says that it cannot tell who is missing.
  public var programme: Programme?
  /// Whether the form has points: without them there are no columns for scores. `nil` looks
  /// whether any return has scores.
  public var hasPoints: Bool?

  /// A round.
  ///
  /// - Parameter title: cut to 100 characters; see ``title(_:scheme:)``.
  public init(title: String, programme: Programme? = nil, hasPoints: Bool? = nil) {
    self.title = String(title.prefix(100))
    self.programme = programme
    self.hasPoints = hasPoints
  }

  /// What stands for the title of a scheme where a round has forms of several.
  static let severalForms = "绩效自评表"

  /// The heading of a round: the year, and the programme's 工作名称 or the scheme's title.
  public static func title(_ programme: Programme?, scheme: String) -> String {
    let named = [programme?.title, scheme].compactMap { $0 }.map(Wording.trimmed)
    let name = named.first { !$0.isEmpty } ?? ""
    let year = Wording.trimmed(programme?.year ?? "")
    if year.isEmpty || name.contains(year) { return name }
    return year.hasSuffix("年度") || year.hasSuffix("年") ? year + name : year + "年度" + name
  }
}

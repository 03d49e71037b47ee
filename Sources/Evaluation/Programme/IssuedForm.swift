/// What one project was handed out with: the same whether its blank says so or the programme.
public struct IssuedForm: Hashable, Sendable {
  /// The id of the scheme it was made for.
  public var scheme: String
  /// The scheme's version.
  public var version: String
  /// 年度, as written; "" where the programme gave none.
  public var year: String
  /// 工作名称, which tells one campaign from another; "" where the programme gave none.
  public var campaign: String
  /// The project with its targets, points and budgets.
  public var project: Programme.Project

  /// What a project was handed out with.
  public init(
    scheme: String, version: String, year: String, campaign: String, project: Programme.Project
  ) {
    self.scheme = scheme
    self.version = version
    self.year = year
    self.campaign = campaign
    self.project = project
  }

  /// What a project of a programme is handed out with.
  public init(_ project: Programme.Project, of programme: Programme, scheme: Scheme) {
    self.init(
      scheme: scheme.id, version: scheme.version, year: programme.year ?? "",
      campaign: programme.title ?? "", project: project)
  }
}

internal import Figures

/// Scores and checks reports of one round: a scheme and, where there is one, its programme.
///
/// One evaluator serves any number of reports, from any number of threads.
public struct Evaluator: Sendable {
  private let scheme: Scheme
  private let programme: Programme?
  private let projects: ProjectPlaces
  private let assessor: Assessor

  /// An evaluator for a scheme; `programme` gives the issued targets, points and budgets.
  public init(scheme: Scheme, programme: Programme?) {
    self.scheme = scheme
    self.programme = programme
    assessor = Assessor(scheme: scheme, programme: programme)
    projects = ProjectPlaces(programme?.projects ?? [])
  }

  /// Scores and checks one report.
  public func evaluate(_ report: Report) -> Evaluated {
    let report = withoutForeignBlank(report)
    let known = programmeProject(of: report)
    let project = known ?? report.issued?.project
    let identity = identity(of: report, project)
    do {
      let assessment = try assessor.assess(report, project: project)
      let card = try Scorer(assessment).scorecard(identity)
      var drafts = try Checks.findings(in: assessment)
      if let programme, known == nil {
        drafts.insert(UnknownProjects.draft(identity, report, programme), at: 0)
      }
      return evaluated(card, drafts, identity, OwnText.all(of: report))
    } catch {
      return overflowed(identity, report)
    }
  }

  /// The project that a report is about, as ``evaluate(_:)`` finds it.
  public func identity(of report: Report) -> ProjectIdentity {
    let report = withoutForeignBlank(report)
    return identity(of: report, programmeProject(of: report) ?? report.issued?.project)
  }

  /// In what a blank belongs to another round than this (F011); `nil` where it belongs to it.
  public func mismatch(of issued: IssuedForm) -> IssuedForm.Mismatch? {
    issued.mismatch(scheme: scheme, programme: programme)
  }

  /// The report without what its blank carried, where name and unit on the form are exactly those
  /// of another project of the programme: two cells against one hidden sheet, which was moved.
  private func withoutForeignBlank(_ report: Report) -> Report {
    guard let programme, let blank = report.issued?.project,
      let name = report.projectName?.shown, let unit = report.unit?.shown,
      let named = projects.place(key: Self.key(name, unit)).map({ programme.projects[$0] }),
      named.id != blank.id, Self.key(blank.name, blank.unit) != Self.key(name, unit)
    else { return report }
    var own = report
    own.issued = nil
    own.issuedFormulas = []
    own.remarks.append(
      .stranger(
        name: blank.name, unit: blank.unit,
        at: report.projectName.map { Place(sheet: $0.place.sheet, cell: nil) },
        contradicting: "项目名称、实施单位"))
    return own
  }

  /// The project a report is about: the one its blank was made for, by its code and then by its
  /// names, else the one it names itself; `nil` without a programme, or where it has none such.
  private func programmeProject(of report: Report) -> Programme.Project? {
    guard let programme else { return nil }
    if let blank = report.issued?.project {
      return projects.place(id: blank.id).map { programme.projects[$0] }
        ?? programmeProject(blank.name, blank.unit, in: programme)
    }
    return programmeProject(
      report.projectName?.shown ?? "", report.unit?.shown ?? "", in: programme)
  }

  private func programmeProject(_ name: String, _ unit: String, in programme: Programme)
    -> Programme.Project?
  {
    if let index = projects.place(key: Self.key(name, unit)) { return programme.projects[index] }
    guard unit.isEmpty else { return nil }
    let named = programme.projects.filter { Wording.key($0.name) == Wording.key(name) }
    return named.count == 1 ? named.first : nil
  }

  /// What tells the project of an evaluated report from others; `nil` where it names none.
  public func projectKey(of identity: ProjectIdentity) -> String? {
    Standing.key(of: identity, inProgramme: programme != nil)
  }

  /// Whether a project belongs to the round: every one does where there is no programme.
  public func isKnown(_ identity: ProjectIdentity) -> Bool {
    programme == nil || projects.place(key: Self.key(identity.name, identity.unit)) != nil
  }

  private static func key(_ name: String, _ unit: String) -> String {
    Standing.key(name, unit)
  }

  private func identity(of report: Report, _ project: Programme.Project?) -> ProjectIdentity {
    ProjectIdentity(
      id: project?.id ?? report.projectCode?.shown ?? "",
      name: project?.name ?? report.projectName?.shown ?? "",
      unit: project?.unit ?? report.unit?.shown ?? "",
      department: project?.department ?? report.department?.shown ?? "")
  }

  private func evaluated(
    _ card: Scorecard, _ drafts: [Draft], _ identity: ProjectIdentity, _ texts: [OwnText] = []
  ) -> Evaluated {
    let project = identity.id.isEmpty ? Self.key(identity.name, identity.unit) : identity.id
    var seen: [String: Int] = [:]
    let findings = drafts.map { draft in
      let id = FindingID.make(
        draft.code, project: project, key: draft.subject.key, field: draft.subject.field)
      let count = (seen[id] ?? 0) + 1
      seen[id] = count
      return Finding(
        id: count == 1 ? id : "\(id)-\(count)", code: draft.code, severity: draft.severity,
        place: draft.place, indicator: draft.subject.indicator, label: draft.subject.label,
        found: draft.found, expected: draft.expected, message: draft.message,
        advice: draft.advice)
    }
    let isError = findings.contains { $0.severity == .error }
    return Evaluated(
      scorecard: card, findings: findings, verdict: isError ? .sendBack : .accept, texts: texts)
  }

  /// A return whose sums leave the range of exact figures: nothing is scored, and it is said.
  private func overflowed(_ identity: ProjectIdentity, _ report: Report) -> Evaluated {
    let card = Scorecard(
      project: identity, funds: [], execution: nil, indicators: [], blocks: [], total: nil,
      totalPoints: nil, claimedTotal: nil, grade: nil)
    let draft = Draft(
      .v002, at: report.projectName?.place,
      .init(indicator: nil, key: "form", field: "range", label: scheme.title), found: "数值过大",
      expected: "±10¹⁵以内的数字", "表内数值超出可精确计算的范围，未计分。", advice: "核对金额和指标数值的位数。")
    return evaluated(card, [draft], identity)
  }
}

public import Evaluation

/// Last year's values, matched with the projects and indicators of this year's programme.
public struct CarriedValues: Sendable {
  /// By the place of the project in the programme: values by the id of the indicator.
  private var values: [Int: [String: CarriedValue]] = [:]
  /// The projects of this year without one of last year.
  public private(set) var newProjects: [Programme.Project] = []
  /// The indicators of this year without one of last year, by project that has others.
  public private(set) var newIndicators: [(project: Programme.Project, names: [String])] = []
  /// The projects of last year that this year does not have: file and name.
  public private(set) var formerProjects: [(file: String, name: String)] = []

  /// Matches last year with a programme. A project is the one of the same name and unit, else of
  /// the same code, else of a name that only one has; an indicator the one of the same name, units
  /// in brackets left out, and of several the one in the same tiers.
  public init(_ last: LastYear, _ programme: Programme) {
    let finder = ProjectFinder(last.projects)
    var found: Set<Int> = []
    for (index, project) in programme.projects.enumerated() {
      guard let place = finder.place(of: project) else {
        newProjects.append(project)
        continue
      }
      found.insert(place)
      let old = last.projects[place].indicators
      var names: [String] = []
      for indicator in project.indicators {
        if let match = Self.match(indicator, among: old) {
          values[index, default: [:]][indicator.id] = match.value
        } else {
          names.append(indicator.name)
        }
      }
      if !names.isEmpty { newIndicators.append((project, names)) }
    }
    let shown = Set(found.compactMap { finder.key(of: last.projects[$0].identity) })
    for (place, project) in last.projects.enumerated() where !found.contains(place) {
      if let key = finder.key(of: project.identity), shown.contains(key) { continue }
      formerProjects.append((project.file, project.identity.name))
    }
  }

  /// The values of a project, by the id of the indicator; empty for none.
  func values(of project: Int) -> [String: CarriedValue] { values[project] ?? [:] }

  /// How many projects and indicators have values.
  public var counts: (projects: Int, indicators: Int) {
    (values.count, values.values.reduce(0) { $0 + $1.count })
  }

  private static func match(
    _ indicator: Programme.Indicator, among old: [LastYear.Indicator]
  ) -> LastYear.Indicator? {
    let label = Wording.label(indicator.name)
    let named = old.filter { Wording.label($0.name) == label }
    if named.count <= 1 { return named.first }
    let tiers = [indicator.tier1, indicator.tier2].map(Wording.label)
    let placed = named.filter { [$0.tier1, $0.tier2].map(Wording.label) == tiers }
    let exact = placed.filter { Wording.key($0.name) == Wording.key(indicator.name) }
    // Of two that look the same none is chosen.
    return [placed, exact].first { $0.count == 1 }?.first
  }
}

/// Finds the project of last year that a project of this year continues.
private struct ProjectFinder {
  private var codes: [String: [Int]] = [:]
  private var keys: [String: [Int]] = [:]
  private var names: [String: [Int]] = [:]

  init(_ projects: [LastYear.Project]) {
    for (index, project) in projects.enumerated() {
      let identity = project.identity
      let code = Wording.key(identity.id)
      if !code.isEmpty { codes[code, default: []].append(index) }
      if let key = Standing.key(of: identity, inProgramme: false) {
        keys[key, default: []].append(index)
      }
      let name = Wording.key(identity.name)
      if !name.isEmpty { names[name, default: []].append(index) }
    }
  }

  /// What two runs over one project have in common.
  func key(of identity: ProjectIdentity) -> String? {
    Standing.key(of: identity, inProgramme: false)
  }

  /// Of several runs over one project the last; a code or a name that several have tells nothing.
  func place(of project: Programme.Project) -> Int? {
    let identity = ProjectIdentity(
      id: project.id, name: project.name, unit: project.unit, department: "")
    let name = Wording.key(project.name)
    if let key = key(of: identity), let found = keys[key]?.last {
      return found
    }
    if let found = codes[Wording.key(project.id)], found.count == 1 { return found[0] }
    if let found = names[name], found.count == 1 { return found[0] }
    return nil
  }
}

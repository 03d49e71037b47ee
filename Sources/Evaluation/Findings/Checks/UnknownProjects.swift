/// Projects that nobody issued.
enum UnknownProjects {
  /// F012: the project is not in the programme; the nearest name is named.
  static func draft(
    _ identity: ProjectIdentity, _ report: Report, _ programme: Programme
  ) -> Draft {
    let nearest = nearest(to: identity, in: programme.projects)
    let expected = nearest.map { "\($0.name)（\($0.unit)）" } ?? ""
    let found = "\(identity.name)（\(identity.unit)）"
    return Draft(
      .f012, at: report.projectName?.place,
      .init(indicator: nil, key: "project", field: "project", label: "项目名称"),
      found: found, expected: expected,
      "“\(found)”不在本次下达的项目清单内，按表内数据计算，不计入汇总。\(expected.isEmpty ? "" : "最接近的是：\(expected)。")",
      advice: "核对项目名称和实施单位，改为与下达的一字不差；清单遗漏的，由下达单位补入下达工作簿。")
  }

  /// The first of the projects whose name and unit are nearest.
  private static func nearest(
    to wanted: ProjectIdentity, in projects: [Programme.Project]
  ) -> Programme.Project? {
    let nearness = Nearness(to: wanted.name, wanted.unit)
    var best: (index: Int, distance: Int)?
    for index in projects.indices {
      let bound = best?.distance ?? .max
      guard
        let distance = nearness.distance(
          projects[index].name, projects[index].unit, below: bound)
      else { continue }
      best = (index, distance)
    }
    return best.map { projects[$0.index] }
  }
}

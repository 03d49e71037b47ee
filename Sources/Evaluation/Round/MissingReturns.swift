extension RoundFindings {
  /// C002: no return came from a project.
  public static func missing(_ project: Programme.Project) -> Finding {
    Finding(
      id: FindingID.make(.c002, project: project.id, key: "project", field: "return"), code: .c002,
      severity: FindingCode.c002.severity, place: nil, indicator: nil, label: project.name,
      found: "未报", expected: "自评表",
      message: "\(project.unit)的“\(project.name)”（\(project.id)）未报自评表。",
      advice: "向\(project.unit)催报。")
  }
}

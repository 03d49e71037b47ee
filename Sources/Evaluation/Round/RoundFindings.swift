/// Findings that only a whole round shows.
public enum RoundFindings {
  /// F009: another return of the same project counts instead.
  ///
  /// - Parameters:
  ///   - project: the project's identity.
  ///   - file: the return that counts.
  ///   - isIdentical: whether both are the same bytes, which is worth a note only.
  public static func superseded(_ project: ProjectIdentity, by file: String, isIdentical: Bool)
    -> Finding
  {
    let key = project.id.isEmpty ? project.name + project.unit : project.id
    return Finding(
      id: FindingID.make(.f009, project: key, key: "return", field: isIdentical ? "same" : "other"),
      code: .f009, severity: isIdentical ? .note : .warning, place: nil, indicator: nil,
      label: "整份报表", found: isIdentical ? "同一份文件重复报送" : "同一项目报送多份", expected: "一个项目一份",
      message: isIdentical
        ? "与“\(file)”完全相同，以该份为准。" : "本项目另有较新的报表“\(file)”，以该份为准，本份不计入汇总。",
      advice: isIdentical ? "不必处理。" : "确认应以哪一份为准，撤回另一份。")
  }

  /// C002: no return came from a project.
  public static func missing(_ project: Programme.Project) -> Finding {
    Finding(
      id: FindingID.make(.c002, project: project.id, key: "project", field: "return"), code: .c002,
      severity: FindingCode.c002.severity, place: nil, indicator: nil, label: project.name,
      found: "未报", expected: "自评表",
      message: "\(project.unit)的“\(project.name)”（\(project.id)）未报自评表。",
      advice: "向\(project.unit)催报。")
  }

  /// S010: a part of the annotation could not be added without harm.
  public static func annotation(
    project: String, key: String, place: Place?, found: String, message: String
  ) -> Finding {
    Finding(
      id: FindingID.make(.s010, project: project, key: key, field: "annotation"), code: .s010,
      severity: FindingCode.s010.severity, place: place, indicator: nil, label: "批注",
      found: found, expected: "", message: message, advice: "不必处理。")
  }

  /// A return that could not be read or is no form: the finding that says why.
  public static func rejected(
    _ code: FindingCode, file: String, found: String, message: String, advice: String
  ) -> Finding {
    Finding(
      id: FindingID.make(code, project: file, key: "file", field: code.rawValue), code: code,
      severity: code.severity, place: nil, indicator: nil, label: "整份文件", found: found,
      expected: "", message: message, advice: advice)
  }
}

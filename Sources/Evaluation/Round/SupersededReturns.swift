extension RoundFindings {
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
}

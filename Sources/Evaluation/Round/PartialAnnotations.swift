extension RoundFindings {
  /// S010: a part of the annotation could not be added without harm; what, says Forms.
  public static func annotation(
    project: String, key: String, place: Place?, found: String, message: String
  ) -> Finding {
    Finding(
      id: FindingID.make(.s010, project: project, key: key, field: "annotation"), code: .s010,
      severity: FindingCode.s010.severity, place: place, indicator: nil, label: "批注",
      found: found, expected: "", message: message, advice: "不必处理。")
  }
}

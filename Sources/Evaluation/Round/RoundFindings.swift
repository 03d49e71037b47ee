/// Findings that only a whole round shows, or that stand for a whole file; each kind has its own file.
public enum RoundFindings {
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

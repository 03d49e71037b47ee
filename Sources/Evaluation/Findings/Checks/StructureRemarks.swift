/// What reading found out about the file and the form's structure, in words (``StructureRule``).
enum StructureRemarks: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    assessment.report.remarks.filter { !isIssuedSource($0, assessment) }.map { remark in
      let (message, advice) = StructureRules.words(remark)
      return Draft(
        remark.code, at: remark.place,
        .init(
          indicator: nil, key: "structure/" + remark.key, field: remark.code.rawValue,
          label: remark.label),
        found: remark.found, expected: remark.expected, message, advice: advice)
    }
  }

  /// A source that no scheme names, but that was issued so.
  private static func isIssuedSource(
    _ remark: StructureRemark, _ assessment: Assessment
  ) -> Bool {
    guard remark.code == .s005, remark.key.hasPrefix("fund.") else { return false }
    let label = Wording.label(remark.found)
    return assessment.issued?.funds.contains { Wording.label($0.source) == label } ?? false
  }
}

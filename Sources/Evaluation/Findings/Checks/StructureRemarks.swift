/// What reading found out about the file and the form's structure, in words (``StructureRule``).
enum StructureRemarks: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    assessment.report.remarks.map { remark in
      let (message, advice) = StructureRules.words(remark)
      return Draft(
        remark.code, at: remark.place,
        .init(
          indicator: nil, key: "structure/" + remark.key, field: remark.code.rawValue,
          label: remark.label),
        found: remark.found, expected: remark.expected, message, advice: advice)
    }
  }
}

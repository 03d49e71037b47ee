/// R007: a reason is required and missing; it stands in the place of R005 or R006.
enum MissingReasons {
  /// Whether the form has a place for a reason and nothing is given there.
  static func isDue(_ row: AssessedIndicator, _ assessment: Assessment) -> Bool {
    assessment.has(.reason, beside: row) && !row.hasReason
  }

  static func draft(
    _ row: AssessedIndicator, _ what: String, _ working: String, _ assessment: Assessment
  ) -> Draft {
    Draft(
      .r007, at: assessment.place(row, .reason), assessment.subject(row, .reason), found: "（空）",
      expected: "原因及改进措施", "\(what)而未说明原因：\(working)。",
      advice:
        "在“\(assessment.scheme.form.label(.reason, of: row.table))”栏写明原因、改进措施和完成时限。")
  }
}

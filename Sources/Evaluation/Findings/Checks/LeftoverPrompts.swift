/// V014: a prompt of the blank left in a text.
enum LeftoverPrompts: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    let reasons = assessment.indicators.compactMap { row -> Draft? in
      guard let typed = row.cell(.reason) else { return nil }
      return draft(typed, assessment) { assessment.subject(row, .reason) }
    }
    // Told apart by their words: another text above or below changes no id.
    let texts = assessment.report.texts.compactMap { typed in
      draft(typed, assessment) {
        assessment.subject(form: "text/" + Wording.key(typed.shown), label: "年度总体目标")
      }
    }
    return reasons + texts
  }

  private static func draft(
    _ typed: Typed, _ assessment: Assessment, _ subject: () -> Draft.Subject
  ) -> Draft? {
    guard case .text(let text) = typed.content,
      assessment.values.vocabulary.isPlaceholder(text)
    else { return nil }
    return Draft(
      .v014, at: typed.place, subject(), found: typed.shown, expected: "实际内容",
      "填表提示“\(typed.shown)”未替换。", advice: "改填实际内容，没有的留空。")
  }
}

/// V012: yes or no was not chosen, or the text is neither.
enum UnclearAnswers: ValueRule {
  static let code = FindingCode.v012

  static func words(_ remark: Reading.Remark, column: String) -> ValueRule.Words {
    remark.found.isEmpty
      ? ("没有选“是”或“否”，未计。", "填“是”或“否”。")
      : ("“\(remark.found)”既不是“是”也不是“否”，未计。", "填“是”或“否”。")
  }
}

internal import Figures

/// C004: a figure in a text contradicts the table: a clause names an indicator in its own words
/// beside a figure in its unit, and that figure is neither its actual nor its target.
///
/// What a figure in either place may have been rounded to is no contradiction. Everything a clause
/// may say of less than the whole (其中, 上半年, 预计) is passed over.
enum TextAgainstTable: Check {
  static func findings(in assessment: Assessment) -> [Draft] {
    let texts = texts(of: assessment)
    guard !texts.isEmpty else { return [] }
    let named = NamedFigures(assessment.indicators, in: texts.flatMap(\.1))
    var said: Set<String> = []
    return texts.compactMap { typed, clauses in
      let contradictions = named.contradictions(in: clauses)
        .filter { said.insert($0.row.key + "/" + $0.clause).inserted }
      return contradictions.isEmpty ? nil : draft(contradictions, typed)
    }
  }

  /// The most texts beside the tables that are looked at; no form has nearly as many.
  private static let mostTexts = 100

  /// The texts that state figures, each with the clauses that do.
  private static func texts(of assessment: Assessment) -> [(Typed, [[UInt8]])] {
    let reasons = assessment.indicators.compactMap { $0.cell(.reason) }
    return (assessment.report.texts.prefix(mostTexts) + reasons).compactMap { typed in
      guard case .text(let text) = typed.content, TextClauses.mayHaveFigure(text) else {
        return nil
      }
      let clauses = TextClauses(text, year: assessment.programme?.year).whole
      return clauses.isEmpty ? nil : (typed, clauses)
    }
  }

  private static func draft(_ all: [NamedFigures.Contradiction], _ typed: Typed) -> Draft? {
    guard let first = all.first else { return nil }
    let sentences = all.map { one in
      let cell = one.row.cell(.actual)?.place.cell.map { "（\($0)）" } ?? ""
      return "文中“\(one.clause)”与指标表“\(one.row.name)”的实际完成值\(one.expected)\(cell)不符。"
    }
    let subject = Draft.Subject(
      indicator: first.row.id, key: first.row.key, field: "text/" + Wording.key(first.clause),
      label: first.row.name)
    return Draft(
      .c004, at: typed.place, subject, found: first.clause, expected: first.expected,
      sentences.joined(), advice: "核对文字与指标表，两处改为一致。")
  }
}

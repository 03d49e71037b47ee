internal import Evaluation

/// What is kept of each return while a round runs: little, for rounds are large.
struct RoundLedger {
  /// One form of a return, done.
  struct Form: Sendable {
    var line: [UInt8]
    var findings: [UInt8]
    var summary: SummaryLine
    var entry: Standing.Entry
    var project: ProjectIdentity?

    init(_ form: ReturnProcessor.Form, places: Results.Places) {
      line = Results.line(for: form.outcome, places: places)
      findings = FindingsCSV.rows(for: form.outcome)
      summary = SummaryLine(form.outcome)
      entry = form.entry
      project = form.outcome.evaluated?.scorecard.project
    }
  }

  private struct Kept {
    var input: Int
    var summary: SummaryLine
    var entry: Standing.Entry
    var project: ProjectIdentity?
  }

  private let programme: Programme?
  private var kept: [Kept] = []
  /// The first line of each input that has any.
  private var first: [Int: Int] = [:]

  init(programme: Programme?) {
    self.programme = programme
  }

  mutating func add(_ form: Form, input: Int) {
    if first[input] == nil { first[input] = kept.count }
    kept.append(
      Kept(
        input: input, summary: form.summary, entry: form.entry, project: form.project))
  }

  /// For each input with forms that do not count: by form (from 1) the finding that says so.
  func superseded() -> [(input: Int, findings: [Int: Finding])] {
    let standing = Standing.superseded(kept.map(\.entry))
    var byInput: [Int: [Int: Finding]] = [:]
    for (index, counted) in standing.enumerated() {
      guard let counted, let project = kept[index].project else { continue }
      let isIdentical =
        kept[index].input != kept[counted].input
        && kept[index].entry.sha256 == kept[counted].entry.sha256
      byInput[kept[index].input, default: [:]][kept[index].summary.form] =
        RoundFindings.superseded(
          project, by: kept[counted].entry.file, isIdentical: isIdentical)
    }
    return byInput.sorted { $0.key < $1.key }.map { (input: $0.key, findings: $0.value) }
  }

  /// The line of results.json, from 0, of a form of an input.
  func line(input: Int, form: Int) -> Int? {
    guard var index = first[input] else { return nil }
    while kept.indices.contains(index), kept[index].input == input {
      if kept[index].summary.form == form { return index }
      index += 1
    }
    return nil
  }

  /// Puts a form that was done again in the place of what was kept of it.
  mutating func replace(_ line: Int, by form: Form) {
    guard kept.indices.contains(line) else { return }
    kept[line].summary = form.summary
  }

  /// How the round ended.
  func result() -> RoundResult {
    let present = Set(kept.filter(\.entry.isEligible).compactMap(\.entry.project))
    let missing = (programme?.projects ?? []).filter { !present.contains($0.id) }
    return RoundResult(
      lines: kept.map(\.summary), missing: missing,
      findings: missing.map(RoundFindings.missing))
  }
}

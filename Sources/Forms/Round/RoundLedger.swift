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
    var findings: [UInt8]
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
        input: input, findings: form.findings, summary: form.summary, entry: form.entry,
        project: form.project))
  }

  /// For each input with forms that do not count: by form (from 1) the finding that says so.
  func superseded() -> [(input: Int, findings: [Int: Finding])] {
    let standing = Standing.superseded(kept.map(\.entry))
    var byInput: [Int: [Int: Finding]] = [:]
    for (index, counted) in standing.enumerated() {
      guard let counted, let project = kept[index].project else { continue }
      let isIdentical = kept[index].entry.sha256 == kept[counted].entry.sha256
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

  /// Puts forms that were done again in the place of what was kept of them.
  mutating func replace(_ forms: [Form], input: Int) {
    for form in forms {
      guard let index = line(input: input, form: form.summary.form) else { continue }
      kept[index].findings = form.findings
      kept[index].summary = form.summary
    }
  }

  /// How the round ended.
  func result(scheme: Scheme) -> RoundResult {
    let present = Set(kept.filter(\.entry.isEligible).compactMap(\.entry.project))
    let missing = (programme?.projects ?? []).filter { !present.contains($0.id) }
    return RoundResult(
      lines: kept.map(\.summary), missing: missing,
      findings: missing.map(RoundFindings.missing))
  }

  /// Writes findings.csv.
  func writeFindings(of round: RoundOutcome, below output: String) throws {
    let file = try OutputFile("findings.csv", below: output)
    try file.write(FindingsCSV.header)
    try file.write(FindingsCSV.rows(for: round))
    for kept in kept { try file.write(kept.findings) }
    try file.finish()
  }
}

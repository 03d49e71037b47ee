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
    var prints: [TextPrint?]

    init(_ form: ReturnProcessor.Form) {
      line = Results.line(for: form.outcome, places: form.places)
      findings = FindingsCSV.rows(for: form.outcome)
      summary = SummaryLine(form.outcome)
      entry = form.entry
      project = form.outcome.evaluated?.scorecard.project
      prints = form.outcome.evaluated?.texts.map { TextPrint($0.text) } ?? []
    }
  }

  private struct Kept {
    var input: Int
    var summary: SummaryLine
    var entry: Standing.Entry
    var project: ProjectIdentity?
    var prints: [TextPrint?]
  }

  private let programme: Programme?
  private let keepsFindings: Bool
  private var kept: [Kept] = []
  /// The first line of each input that has any.
  private var first: [Int: Int] = [:]

  /// - Parameter keepsFindings: whether findings will be shown; otherwise only their numbers
  ///   are kept.
  init(programme: Programme?, keepsFindings: Bool) {
    self.programme = programme
    self.keepsFindings = keepsFindings
  }

  mutating func add(_ form: Form, input: Int) {
    if first[input] == nil { first[input] = kept.count }
    kept.append(
      Kept(
        input: input, summary: shown(form), entry: form.entry, project: form.project,
        prints: form.prints))
  }

  private func shown(_ form: Form) -> SummaryLine {
    var line = form.summary
    if !keepsFindings { line.dropFindings() }
    return line
  }

  /// An input that is to be done again, now that it is known which returns count.
  struct Settlement: Sendable {
    /// The input.
    let input: Int
    /// The digest of what was read of it.
    let digest: String
    /// By form (from 1): the finding that says that it does not count.
    var superseded: [Int: Finding] = [:]
    /// By form: the form of another input that it replaces.
    var replaced: [Int: Replaced] = [:]
  }

  /// A form that another one replaces.
  struct Replaced: Sendable {
    let input: Int
    let form: Int
    let digest: String
  }

  /// The inputs with forms that do not count, or that replace others, in their order.
  func settlements() -> [Settlement] {
    let entries = kept.map(\.entry)
    let superseded = Standing.superseded(entries)
    let replaced = Standing.replaced(entries, superseded: superseded)
    var byInput: [Int: Settlement] = [:]
    for (index, form) in kept.enumerated() {
      let number = form.summary.form
      if let counted = superseded[index], let project = form.project {
        byInput[form.input, default: settlement(of: form)].superseded[number] =
          RoundFindings.superseded(
            project, by: kept[counted].entry.file, isIdentical: isSame(index, counted))
      }
      if let old = replaced[index] {
        byInput[form.input, default: settlement(of: form)].replaced[number] =
          Replaced(
            input: kept[old].input, form: kept[old].summary.form, digest: kept[old].entry.sha256)
      }
    }
    return byInput.values.sorted { $0.input < $1.input }
  }

  private func settlement(of form: Kept) -> Settlement {
    Settlement(input: form.input, digest: form.entry.sha256)
  }

  /// Whether two forms came in two files of the same bytes.
  private func isSame(_ one: Int, _ other: Int) -> Bool {
    kept[one].input != kept[other].input && kept[one].entry.sha256 == kept[other].entry.sha256
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
    kept[line].summary = shown(form)
  }

  /// Lets a form no longer count that could not be done again; the row that says so.
  mutating func supersede(_ line: Int, by finding: Finding) -> [UInt8] {
    guard kept.indices.contains(line) else { return [] }
    kept[line].summary.supersede(by: finding)
    if !keepsFindings { kept[line].summary.dropFindings() }
    return FindingsCSV.row(
      finding, file: kept[line].summary.file, project: kept[line].summary.project)
  }

  /// The texts that no other return of their project replaces.
  func copiedTexts() -> CopiedTexts {
    var copied = CopiedTexts()
    for (line, form) in kept.enumerated() where !form.summary.isSuperseded {
      if let project = form.project { copied.add(form.prints, of: line, project: project) }
    }
    return copied
  }

  /// How the round ended.
  ///
  /// - Parameter copied: what is said of its texts (C005).
  func result(copied: [Finding]) -> RoundResult {
    let present = Set(kept.filter(\.entry.isEligible).compactMap(\.entry.project))
    let missing = (programme?.projects ?? []).filter { !present.contains($0.id) }
    return RoundResult(
      lines: kept.map(\.summary), missing: missing,
      findings: subprojects() + missing.map(RoundFindings.missing) + copied)
  }

  /// C001, by the returns that count.
  private func subprojects() -> [Finding] {
    guard let programme else { return [] }
    var funds: [String: SubprojectSums.Funds] = [:]
    for line in kept.map(\.summary) where line.counts {
      guard let project = line.project, !project.id.isEmpty else { continue }
      funds[project.id] = .init(budget: line.budget, executed: line.executed)
    }
    return SubprojectSums.findings(programme, funds: funds)
  }
}

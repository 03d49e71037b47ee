internal import Evaluation

/// What is kept of each return while a round runs: little, for rounds are large.
struct RoundLedger {
  /// One form of a return, done.
  struct Form: Sendable {
    var line: [UInt8]
    /// The same packed for the roll-up; `nil` where none is made.
    var packed: [UInt8]?
    var findings: [UInt8]
    var summary: SummaryLine
    var entry: Standing.Entry
    var prints: [TextPrint?]
    var annotated: String?

    /// - Parameter keepsFindings: whether findings will be shown; otherwise only their numbers are
    ///   kept.
    init(_ form: ReturnProcessor.Form, keepsFindings: Bool) {
      line = Results.line(for: form.outcome, places: form.places)
      // Where findings are shown, nothing is written.
      if !keepsFindings { packed = PackedReturn.bytes(of: form.outcome, places: form.places) }
      findings = FindingsCSV.rows(for: form.outcome)
      summary = SummaryLine(form.outcome, keepsFindings: keepsFindings)
      entry = form.entry
      prints = Self.prints(of: form.outcome.evaluated?.texts ?? [])
      annotated = form.outcome.annotated
    }

    private static func prints(of texts: [OwnText]) -> [TextPrint?] {
      var prints: [TextPrint?] = []
      prints.reserveCapacity(texts.count)
      // By place, so that no text is copied with what is said of it.
      for index in texts.indices { prints.append(TextPrint(texts[index].text)) }
      return prints
    }
  }

  private let programme: Programme?
  private let keepsFindings: Bool
  // Of each form, in the order of the lines of results.json.
  private var inputs: [Int32] = []
  private var lines: [SummaryLine] = []
  private var entries: [Standing.Entry] = []
  private var prints = TextPrints()
  /// The departments met so far: they are few, and each return brings a text of its own.
  private var departments: [TextKey: String] = [:]
  private static let mostDepartments = 4_096

  /// - Parameter keepsFindings: whether findings will be shown; otherwise only their numbers are
  ///   kept.
  init(programme: Programme?, keepsFindings: Bool) {
    self.programme = programme
    self.keepsFindings = keepsFindings
  }

  mutating func add(_ form: Form, input: Int) {
    inputs.append(Int32(clamping: input))
    var line = form.summary
    share(&line.project)
    lines.append(line)
    entries.append(form.entry)
    prints.append(form.prints)
  }

  /// Lets a project name its department by the text that those before it do.
  private mutating func share(_ project: inout ProjectIdentity?) {
    guard let own = project?.department, !own.isEmpty else { return }
    let key = TextKey(own)
    if let known = departments[key] {
      // Texts may be equal in other bytes.
      if Wording.same(known, own) { project?.department = known }
    } else if departments.count < Self.mostDepartments {
      departments[key] = own
    }
  }

  /// An input that is to be done again, now that it is known which returns count.
  struct Settlement: Sendable {
    /// The input.
    let input: Int
    /// The digest of what was read of it.
    let digest: FileDigest
    /// By form (from 1): the finding that says that it does not count.
    var superseded: [Int: Finding] = [:]
    /// By form: the form of another input that it replaces.
    var replaced: [Int: Replaced] = [:]
  }

  /// A form that another one replaces.
  struct Replaced: Sendable {
    let input: Int
    let form: Int
    let digest: FileDigest
  }

  /// The inputs with forms that do not count, or that replace others, in their order.
  func settlements() -> [Settlement] {
    let superseded = Standing.superseded(entries)
    let replaced = Standing.replaced(entries, superseded: superseded)
    var byInput: [Int: Settlement] = [:]
    for (index, line) in lines.enumerated() {
      let settlement = Settlement(input: Int(inputs[index]), digest: entries[index].digest)
      if let counted = superseded[index], let project = line.project {
        byInput[settlement.input, default: settlement].superseded[line.form] =
          RoundFindings.superseded(
            project, by: entries[counted].file, isIdentical: isSame(index, counted))
      }
      if let old = replaced[index] {
        byInput[settlement.input, default: settlement].replaced[line.form] =
          Replaced(
            input: Int(inputs[old]), form: lines[old].form, digest: entries[old].digest)
      }
    }
    return byInput.values.sorted { $0.input < $1.input }
  }

  /// Whether two forms came in two files of the same bytes.
  private func isSame(_ one: Int, _ other: Int) -> Bool {
    inputs[one] != inputs[other] && entries[one].digest == entries[other].digest
  }

  /// The line of results.json, from 0, of a form of an input.
  func line(input: Int, form: Int) -> Int? {
    var index = firstLine(of: input)
    while inputs.indices.contains(index), inputs[index] == input {
      if lines[index].form == form { return index }
      index += 1
    }
    return nil
  }

  /// The first line of an input, which come in order; of none, where it would stand.
  private func firstLine(of input: Int) -> Int {
    var (low, high) = (0, inputs.count)
    while low < high {
      let middle = (low + high) / 2
      if inputs[middle] < input { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Puts a form that was done again in the place of what was kept of it.
  mutating func replace(_ line: Int, by form: Form) {
    guard lines.indices.contains(line) else { return }
    lines[line] = form.summary
  }

  /// Lets a form no longer count that could not be done again; the row that says so.
  mutating func supersede(_ line: Int, by finding: Finding) -> [UInt8] {
    guard lines.indices.contains(line) else { return [] }
    lines[line].supersede(by: finding, keepsFindings: keepsFindings)
    return FindingsCSV.row(finding, file: lines[line].file, project: lines[line].project)
  }

  /// The texts that no other return of their project replaces; they are no longer kept then.
  mutating func takeCopiedTexts() -> CopiedTexts {
    var copied = CopiedTexts(of: prints)
    prints = TextPrints()
    for index in lines.indices {
      guard !lines[index].isSuperseded, let project = lines[index].project else { continue }
      copied.add(textsOf: index, project: project)
    }
    return copied
  }

  /// How the round ended.
  ///
  /// - Parameter copied: what is said of its texts (C005).
  consuming func result(copied: [Finding]) -> RoundResult {
    let present = Set(entries.filter(\.isEligible).compactMap(\.project))
    let missing = (programme?.projects ?? []).filter { !present.contains($0.id) }
    return RoundResult(
      lines: lines, missing: missing,
      findings: subprojects() + missing.map(RoundFindings.missing) + copied)
  }

  /// C001, by the returns that count.
  private func subprojects() -> [Finding] {
    guard let programme else { return [] }
    var funds: [String: SubprojectSums.Funds] = [:]
    for line in lines where line.counts {
      guard let project = line.project, !project.id.isEmpty else { continue }
      funds[project.id] = .init(budget: line.budget, executed: line.executed)
    }
    return SubprojectSums.findings(programme, funds: funds)
  }
}

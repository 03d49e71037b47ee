public import Evaluation
internal import Synchronization
public import Workbooks

/// Runs one round: every return processed, the newest of each project counted, outputs written.
public struct RoundRunner: Sendable {
  let kinds: FormKinds
  let processor: ReturnProcessor
  /// The scheme that was asked for; `nil` where forms are recognised.
  let scheme: Scheme?
  private let schemes: [Scheme]
  let programme: Programme?
  private let output: String?
  let jobs: Int

  /// A runner for forms of one scheme.
  ///
  /// - Parameters:
  ///   - programme: what was approved; `nil` scores returns on their own figures.
  ///   - output: the folder for everything that is written; `nil` writes nothing.
  ///   - jobs: the files worked on at a time, from 1.
  ///   - limits: within which returns are read.
  public init(
    scheme: Scheme, programme: Programme?, output: String?, jobs: Int, limits: Limits = .standard
  ) {
    kinds = FormKinds(scheme, programme: programme)
    processor = ReturnProcessor(kinds, limits: limits)
    self.scheme = scheme
    schemes = [scheme]
    self.programme = programme
    self.output = output
    self.jobs = jobs
  }

  /// A runner that recognises of which scheme each form is.
  ///
  /// - Parameters:
  ///   - schemes: those that come into question, in the order in which they are named to people.
  ///   - programme: what was approved, for forms of any of them.
  ///   - output: the folder for everything that is written; `nil` writes nothing.
  ///   - jobs: the files worked on at a time, from 1.
  ///   - limits: within which returns are read.
  /// - Throws: `ProgrammeErrors` where the programme is of no use for any scheme.
  public init(
    recognising schemes: [Scheme], programme: ProgrammeBook?, output: String?, jobs: Int,
    limits: Limits = .standard
  ) throws(ProgrammeErrors) {
    kinds = FormKinds(Recogniser(schemes), book: programme)
    processor = ReturnProcessor(kinds, limits: limits)
    scheme = nil
    self.schemes = schemes
    self.programme = try programme?.programme(forAnyOf: schemes)
    self.output = output
    self.jobs = jobs
  }

  /// Runs the round over the inputs, in their order.
  ///
  /// - Parameters:
  ///   - shard: the part of the round that is run; `nil` for all of it. Of a part there is no
  ///     summary.xlsx: ``MergedRound`` makes it of all.
  ///   - json: takes results.json, part after part, besides the file that is written.
  ///   - progress: is told after each input how many are done, from 1; on any thread, and not
  ///     always in order.
  ///   - each: is given what is told of each return and the path of its copy below the output
  ///     folder, in the order of the inputs, once the copy is written; what the round as a whole
  ///     says of a return comes with the result.
  /// - Throws: ``OutputError`` where an output cannot be written. A return that cannot be read
  ///   never stops the others.
  public func run(
    _ inputs: [Inbox.Input], shard: Shard? = nil, json: (([UInt8]) -> Void)? = nil,
    progress: (@Sendable (Int) -> Void)? = nil, each: ((SummaryLine, String?) -> Void)? = nil
  ) throws -> RoundResult {
    let plan = try shard.map { try self.plan($0, inputs, progress) }
    var part = plan.map(RecordedShard.init)
    let progress = plan == nil ? progress : nil
    var ledger = RoundLedger(
      programme: plan == nil ? programme : plan?.programme, keepsFindings: output == nil)
    let all = Self.returns(inputs)
    let entries = plan?.own.map { all[$0] } ?? all
    if let output { Leftovers.remove(besides: entries.map(\.annotated), below: output) }
    var results = try resultsWriter()
    var findings = try findingsWriter()
    if let output { try UnfinishedMark.set(in: output) }
    let done = Atomic(0)
    try OrderedWork.run(
      count: entries.count, jobs: jobs,
      work: { index in
        let product = process(entries[index])
        progress?(done.add(1, ordering: .relaxed).newValue)
        return product
      },
      take: { (index: Int, done: Result<[RoundLedger.Form], any Error>) in
        if let failure = kinds.failure { throw failure }
        for form in try done.get() {
          try results.add(form.line, packed: form.packed)
          try findings.add(form.findings)
          ledger.add(form, input: index)
          each?(form.summary, form.annotated)
          if let plan { part?.inputs.append(plan.own[index] + 1) }
        }
      })
    let changed = try settle(&ledger, &results, &findings, entries)
    let copied = try ledger.takeCopiedTexts().findings(in: results.returns)
    var result = (consume ledger).result(copied: copied)
    result.changed = changed
    result.reservations = kinds.reservations.map {
      RoundResult.Reservation(scheme: $0.scheme.id, errors: $0.errors)
    }
    try write(result, copied, plan.map { ($0.schemes, part) }, results, findings, json)
    if let output { UnfinishedMark.clear(in: output) }
    return result
  }

  // MARK: One return

  /// An input and where its annotated copy will lie.
  struct Return: Sendable {
    var input: Inbox.Input
    var annotated: String
  }

  private static func returns(_ inputs: [Inbox.Input]) -> [Return] {
    var paths = OutputPaths()
    return inputs.map { Return(input: $0, annotated: paths.path(for: $0.file)) }
  }

  /// - Parameter digest: nothing is written, and no form given, where the file is another now.
  func process(
    _ input: Return, settled: ReturnProcessor.Settled = .init(), ifStill digest: FileDigest? = nil
  ) -> Result<[RoundLedger.Form], any Error> {
    Result {
      let processed = try processed(
        input, settled, annotated: output == nil ? nil : input.annotated)
      if let digest, processed.forms.first.map({ FileDigest($0.outcome.sha256) }) != digest {
        return []
      }
      if let copy = processed.copy, let output {
        try OutputFile.write(copy, to: input.annotated, below: output)
      }
      return processed.forms.map { RoundLedger.Form($0, keepsFindings: output == nil) }
    }
  }

  func processed(
    _ entry: Return, _ settled: ReturnProcessor.Settled, annotated: String?
  ) throws(OutputError) -> ReturnProcessor.Processed {
    let input = entry.input
    do throws(WorkbookError) {
      return processor.process(
        try input.read(limits: processor.limits), file: input.file, settled: settled,
        annotated: annotated)
    } catch {
      if let code = SystemError.shortage(error) { throw OutputError(.open, input.file, code: code) }
      return processor.rejected(Rejection(error), file: input.file, digest: "")
    }
  }

  // MARK: The round as a whole

  /// The schemes of the round: the one that was asked for, or those whose forms were recognised.
  private func met(in result: RoundResult, _ sighted: Set<String>?) -> [Scheme] {
    if let scheme { return [scheme] }
    let ids = sighted ?? Set(result.lines.compactMap(\.scheme))
    return schemes.filter { ids.contains($0.id) }
  }

  private func resultsWriter() throws -> ResultsWriter {
    guard let output else { return ResultsWriter() }
    return try ResultsWriter(settingAsideIn: output)
  }

  private func findingsWriter() throws -> FindingsWriter {
    guard let output else { return FindingsWriter() }
    return try FindingsWriter(settingAsideIn: output)
  }

  private func write(
    _ result: RoundResult, _ copied: [Finding],
    _ part: (schemes: Set<String>, shard: RecordedShard?)?, _ results: borrowing ResultsWriter,
    _ findings: borrowing FindingsWriter, _ json: (([UInt8]) -> Void)?
  ) throws {
    let met = met(in: result, part?.schemes)
    let titles = Set(met.map(\.title))
    let title = SummaryRound.title(
      programme, scheme: titles.count == 1 ? met[0].title : SummaryRound.severalForms)
    let hasPoints = met.isEmpty || met.contains { $0.scoring.earnsPoints }
    var round = RoundOutcome(
      scheme: met.count == 1 ? met[0].id : nil, title: title, hasPoints: hasPoints,
      programme: programme,
      missing: result.missing.map(\.id), findings: result.findings, returns: [])
    round.shard = part?.shard
    guard let output else {
      try results.finish(round) { bytes throws(OutputError) in json?(bytes) }
      return
    }
    let file = try OutputFile("results.json", below: output)
    try results.finish(round) { bytes throws(OutputError) in
      try file.write(bytes)
      json?(bytes)
    }
    try file.finish()
    try findings.finish(round, below: output)
    if part != nil { return }
    let summary = SummaryRound(title: title, programme: programme, hasPoints: hasPoints)
    let book = try OutputFile("summary.xlsx", below: output)
    _ = try SummaryWriter.write(summary, results.returns, copied: copied, scratch: output) {
      try book.write($0)
    }
    try book.finish()
  }
}

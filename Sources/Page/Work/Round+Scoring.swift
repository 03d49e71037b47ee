internal import Evaluation
internal import Forms
internal import FoundationEssentials
internal import Synchronization
internal import Workbooks

extension Round {
  /// Has the returns scored, when others before it are done.
  ///
  /// - Throws: ``PageError`` while they are being scored already, or where the disk refuses.
  public func startScoring(
    _ queue: WorkQueue, _ shelf: SchemeShelf, cores: Int
  ) throws(PageError) {
    try attempting {
      try state.withLock { state in
        guard !state.isClosed else { throw PageError.noRound }
        guard !state.scoring.isBusy else {
          throw PageError(.tooEarly, "正在审核，请稍候", "the returns are being reviewed; please wait")
        }
        try change(&state) { $0.isWanted = true }
        state.scoring = .waiting
        state.rows = []
      }
    }
    queue.add { sharers in self.score(shelf, jobs: max(1, cores / sharers)) }
  }

  /// Goes on with what an earlier process left undone.
  public func resume(_ queue: WorkQueue, _ shelf: SchemeShelf, cores: Int) {
    let record = state.withLock { $0.record }
    if record.areBlanksWanted == true { try? startIssuing(queue, shelf, cores: cores) }
    if record.isWanted { try? startScoring(queue, shelf, cores: cores) }
  }

  private func score(_ shelf: SchemeShelf, jobs: Int) {
    do {
      let (record, changes) = try begin()
      let run = folder.run(record.lastRun)
      run.remove()
      let inbox = try Inbox(
        [folder.returns], output: run.path,
        programme: record.programme == nil ? nil : folder.programme, limits: limits.workbooks)
      let runner = try runner(record, shelf, output: run.path, jobs: jobs)
      let total = inbox.inputs.count
      state.withLock { $0.scoring = .running(done: 0, total: total) }
      var copies: [String?] = []
      let result = try runner.run(
        inbox.inputs, progress: { done in self.show(done, of: total) },
        each: { line, copy in
          copies.append(copy)
          let row = ReturnRow(line, copy: copy).json
          self.state.withLock { $0.rows.append(row) }
        })
      try finish(run, result, copies, inbox.passedOver, record, changes)
    } catch {
      fail(error)
    }
  }

  /// A run that ends badly, however often, leaves what was there before.
  private func fail(_ error: any Error) {
    let text = (error as? PageError ?? PageError(.disk, error)).text
    state.withLock { state in
      if state.record.run != state.record.lastRun { folder.run(state.record.lastRun).remove() }
      try? change(&state) { $0.isWanted = false }
      state.scoring = .failed(text)
      state.rows = []
    }
  }

  private func begin() throws -> (RoundRecord, changes: Int) {
    try state.withLock { state in
      try change(&state) { $0.lastRun += 1 }
      return (state.record, state.changes)
    }
  }

  /// Progress comes from several threads and not in order.
  private func show(_ done: Int, of total: Int) {
    state.withLock { state in
      guard case .running(let shown, _) = state.scoring, done > shown else { return }
      state.scoring = .running(done: done, total: total)
    }
  }

  private func runner(
    _ record: RoundRecord, _ shelf: SchemeShelf, output: String, jobs: Int
  ) throws -> RoundRunner {
    let book = try ofProgramme {
      try record.programme.map { _ in
        try ProgrammeBook(StoredFile.read(folder.programme), limits: limits.workbooks)
      }
    }
    guard let id = record.scheme else {
      return try RoundRunner(
        recognising: shelf.schemes, programme: book, output: output, jobs: jobs,
        limits: limits.workbooks)
    }
    let scheme = try shelf.scheme(id)
    let programme = try ofProgramme { try book?.programme(for: scheme) }
    return RoundRunner(
      scheme: scheme, programme: programme, output: output, jobs: jobs, limits: limits.workbooks)
  }

  /// Who reviews returns is told that it is the programme workbook that stands in the way.
  private func ofProgramme<Product>(_ work: () throws -> Product) throws -> Product {
    do {
      return try work()
    } catch {
      let text = PageError(.unusable, error).text
      throw PageError(
        .unusable, "下达工作簿有误，请到“发表”改正或去掉：\(text[.zh])",
        "the programme workbook has mistakes; correct or remove it under “Hand out”: \(text[.en])")
    }
  }

  /// The run takes the place of the one before it.
  private func finish(
    _ run: RunFolder, _ result: RoundResult, _ copies: [String?], _ passedOver: [String],
    _ record: RoundRecord, _ changes: Int
  ) throws {
    let rows = zip(result.lines, copies).map { ReturnRow($0, copy: $1).json }
    try OutputFile.write(Array(rows.joined(separator: [0x0A])), to: run.rows)
    let outcome = RoundOutcomeAnswer(
      result: result, passedOver: passedOver, hasProgramme: record.programme != nil)
    try OutputFile.write(outcome.json, to: run.outcome)
    let old = try state.withLock { state in
      let old = state.record.run
      let isStale = state.changes != changes
      try change(&state) {
        $0.run = record.lastRun
        $0.isWanted = false
        $0.isStale = isStale
      }
      return old
    }
    if let old { folder.run(old).remove() }
    state.withLock { state in
      state.scoring = .idle
      state.rows = []
    }
  }
}
